-- warning: An agency existed when the practice that is reviewed took place.
--
-- Where that is not known, when the review was published. An agency that only contributed, or was
-- written to, is held against publication.
with recursive spans as (
    select
        staged_review.source_id,
        staged_review.review_ref,
        min(least(began.first_day, ended.first_day, incident.first_day)) as practice_first,
        max(greatest(ended.last_day, incident.last_day)) as practice_last,
        min(published.first_day) as published_first,
        max(published.last_day) as published_last
    from staged_review
    left join date_text as began on staged_review.practice_from = began.text
    left join date_text as ended on staged_review.practice_to = ended.text
    left join date_text as incident on staged_review.incident_on = incident.text
    left join date_text as published on staged_review.published_on = published.text
    where staged_review.review_ref is not null
    group by staged_review.source_id, staged_review.review_ref
),

heirs as (
    select agency_id, successor_id as heir_id
    from agency
    where successor_id is not null
    union
    select heirs.agency_id, agency.successor_id as heir_id
    from heirs
    join agency on heirs.heir_id = agency.agency_id
    where agency.successor_id is not null
),

kin as (
    select agency_id, heir_id as other_id from heirs
    union
    select heir_id as agency_id, agency_id as other_id from heirs
),

placed as (
    select
        staged_review_agency.source_id, staged_review_agency.file, staged_review_agency.record,
        staged_review_agency.column_name, staged_review_agency.agency,
        agency.agency_id, agency.valid_from, agency.valid_to,
        spans.practice_first is null
        or (
            coalesce(term_text.term in ('contributed', 'addressed'), false)
            and spans.published_first is not null
        ) as is_by_publication,
        if(is_by_publication, spans.published_first, spans.practice_first) as first_day,
        if(is_by_publication, spans.published_last, spans.practice_last) as last_day
    from staged_review_agency
    join agency_text
        on
            staged_review_agency.source_id = agency_text.source_id
            and staged_review_agency.agency = agency_text.text
    join agency on agency_text.agency_id = agency.agency_id
    join spans
        on
            staged_review_agency.source_id = spans.source_id
            and staged_review_agency.review_ref = spans.review_ref
    left join term_text
        on
            term_text.vocabulary = 'involvement'
            and staged_review_agency.involvement = term_text.text
    where agency.valid_from is not null or agency.valid_to is not null
)

select
    placed.source_id, 'staged_review_agency' as staged_table, placed.file, placed.record,
    placed.column_name, placed.agency as value,
    case
        when placed.valid_to < placed.first_day
            then
                'ended on ' || strftime(placed.valid_to, '%d/%m/%Y') || ', before '
                || if(
                    placed.is_by_publication, 'the review was published (',
                    'the practice reviewed (from '
                )
                || strftime(placed.first_day, '%d/%m/%Y') || '). '
        else
            'began on ' || strftime(placed.valid_from, '%d/%m/%Y') || ', after '
            || if(
                placed.is_by_publication, 'the review was published (',
                'the practice reviewed (to '
            )
            || strftime(placed.last_day, '%d/%m/%Y') || '). '
    end
    || coalesce(
        'Did you mean "' || min(other.agency_id) || '"?', 'Look at the agency and at the dates.'
    ) as message
from placed
left join kin on placed.agency_id = kin.agency_id
left join agency as other
    on
        kin.other_id = other.agency_id
        and coalesce(other.valid_from <= placed.first_day, true)
        and coalesce(other.valid_to >= placed.first_day, true)
where placed.valid_to < placed.first_day or placed.valid_from > placed.last_day
group by
    placed.source_id, placed.file, placed.record, placed.column_name, placed.agency,
    placed.valid_from, placed.valid_to, placed.is_by_publication, placed.first_day, placed.last_day
