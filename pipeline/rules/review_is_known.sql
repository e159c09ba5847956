-- error: Whatever names a review names one that is there.
--
-- A suggestion differs only in capitals, marks, spaces or leading zeros: between numbered
-- references, one figure's difference is another review.
with named as (
    select source_id, 'staged_review_agency' as staged_table, file, record, review_ref
    from staged_review_agency
    union all
    select source_id, 'staged_review_attribute' as staged_table, file, record, review_ref
    from staged_review_attribute
    union all
    select source_id, 'staged_review_framework' as staged_table, file, record, review_ref
    from staged_review_framework
    union all
    select source_id, 'staged_finding' as staged_table, file, record, review_ref
    from staged_finding
    union all
    select source_id, 'staged_recommendation' as staged_table, file, record, review_ref
    from staged_recommendation
),

unknown as (
    select named.source_id, named.staged_table, named.file, named.record, named.review_ref
    from named
    anti join staged_review using (source_id, review_ref)
    where named.review_ref is not null
),

plain as (
    select
        source_id,
        review_ref,
        regexp_replace(
            regexp_replace(lower(review_ref), '(^|[^0-9])0+([0-9])', '\1\2', 'g'),
            '[^a-z0-9]', '', 'g'
        ) as plain_ref
    from (
        select source_id, review_ref from unknown
        union
        select source_id, review_ref from staged_review
        where review_ref is not null and exists (select 1 from unknown)
    )
),

nearest as (
    select named.source_id, named.review_ref, min(known.review_ref) as nearest_ref
    from plain as named
    join plain as known using (source_id, plain_ref)
    semi join staged_review
        on
            known.source_id = staged_review.source_id
            and known.review_ref = staged_review.review_ref
    group by named.source_id, named.review_ref
)

select
    unknown.source_id, unknown.staged_table, unknown.file, unknown.record,
    'review_ref' as column_name, unknown.review_ref as value,
    'is not a review of this source. '
    || coalesce(
        'Did you mean "' || nearest.nearest_ref || '"?',
        'Add the review, or write the reference of one that is there.'
    ) as message
from unknown
left join nearest using (source_id, review_ref)
