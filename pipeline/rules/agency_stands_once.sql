-- warning: A review names each agency that was involved once.
--
-- A name that stands for several bodies may well stand twice.
with repeated as (
    select
        staged_review_agency.source_id, staged_review_agency.review_ref, agency_text.agency_id
    from staged_review_agency
    join agency_text
        on
            staged_review_agency.source_id = agency_text.source_id
            and staged_review_agency.agency = agency_text.text
    join agency on agency_text.agency_id = agency.agency_id
    where
        agency.is_one_body
        and staged_review_agency.review_ref is not null
        and staged_review_agency.involvement is distinct from 'found at'
    group by
        staged_review_agency.source_id, staged_review_agency.review_ref, agency_text.agency_id
    having count(*) > 1
),

named as (
    select
        staged_review_agency.source_id, staged_review_agency.file, staged_review_agency.record,
        staged_review_agency.column_name, staged_review_agency.review_ref,
        staged_review_agency.agency, repeated.agency_id,
        row_number() over mentions as place,
        first_value(staged_review_agency.agency) over mentions as first_named
    from staged_review_agency
    join agency_text
        on
            staged_review_agency.source_id = agency_text.source_id
            and staged_review_agency.agency = agency_text.text
    join repeated
        on
            staged_review_agency.source_id = repeated.source_id
            and staged_review_agency.review_ref = repeated.review_ref
            and agency_text.agency_id = repeated.agency_id
    where staged_review_agency.involvement is distinct from 'found at'
    window mentions as (
        partition by
            staged_review_agency.source_id, staged_review_agency.review_ref, repeated.agency_id
        order by
            staged_review_agency.file, staged_review_agency.record, staged_review_agency.agency
    )
)

select
    source_id, 'staged_review_agency' as staged_table, file, record, column_name, agency as value,
    if(
        agency = first_named,
        'stands more than once in review "' || review_ref || '". It is counted once.',
        'is the same agency (' || agency_id || ') as "' || first_named || '" in review "'
        || review_ref || '". It is counted once.'
    ) as message
from named
where place > 1
