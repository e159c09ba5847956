-- error: An agency at which something is found was involved in that review.
--
-- Else it would be counted at an agency whose reviews it is not among. Where a source does not
-- record involvement at all, there is nothing to compare with.
with involvements as (
    select
        staged_review_agency.source_id,
        staged_review_agency.review_ref,
        agency_text.agency_id,
        bool_or(term_text.term is distinct from 'no contact') as is_involved
    from staged_review_agency
    join agency_text
        on
            staged_review_agency.source_id = agency_text.source_id
            and staged_review_agency.agency = agency_text.text
    left join term_text
        on
            term_text.vocabulary = 'involvement'
            and staged_review_agency.involvement = term_text.text
    where agency_text.agency_id is not null
    group by
        staged_review_agency.source_id, staged_review_agency.review_ref, agency_text.agency_id
),

-- Most agencies are written at a finding as they are in the review: these are soon set aside.
found as (
    select distinct
        staged_finding.source_id, staged_finding.review_ref, staged_finding_agency.agency
    from staged_finding_agency
    join staged_finding using (source_id, finding_ref)
    anti join (
        select
            staged_review_agency.source_id, staged_review_agency.review_ref,
            staged_review_agency.agency
        from staged_review_agency
        left join term_text
            on
                term_text.vocabulary = 'involvement'
                and staged_review_agency.involvement = term_text.text
        where term_text.term is distinct from 'no contact'
    ) as involved
        on
            staged_finding.source_id = involved.source_id
            and staged_finding.review_ref = involved.review_ref
            and staged_finding_agency.agency = involved.agency
    where staged_finding_agency.source_id in (select source_id from staged_review_agency)
),

not_involved as (
    select found.source_id, found.review_ref, found.agency, agency_text.agency_id
    from found
    join agency_text on found.source_id = agency_text.source_id and found.agency = agency_text.text
    anti join (
        select source_id, review_ref, agency_id from involvements where is_involved
    ) as involved
        on
            found.source_id = involved.source_id
            and found.review_ref = involved.review_ref
            and agency_text.agency_id = involved.agency_id
    where agency_text.agency_id is not null
)

select distinct
    staged_finding_agency.source_id, 'staged_finding_agency' as staged_table,
    staged_finding_agency.file, staged_finding_agency.record, staged_finding_agency.column_name,
    staged_finding_agency.agency as value,
    if(
        involvements.agency_id is null,
        'is not among the agencies involved in review "' || not_involved.review_ref
        || '". Add it to them, or name the agency that is meant.',
        'had no contact in review "' || not_involved.review_ref
        || '", as its agencies are recorded. Change that, or name the agency that is meant.'
    ) as message
from not_involved
join staged_finding using (source_id, review_ref)
join staged_finding_agency
    on
        staged_finding.source_id = staged_finding_agency.source_id
        and staged_finding.finding_ref = staged_finding_agency.finding_ref
        and not_involved.agency = staged_finding_agency.agency
semi join staged_review
    on
        not_involved.source_id = staged_review.source_id
        and not_involved.review_ref = staged_review.review_ref
left join involvements
    on
        not_involved.source_id = involvements.source_id
        and not_involved.review_ref = involvements.review_ref
        and not_involved.agency_id = involvements.agency_id
