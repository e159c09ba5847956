-- error: A finding is coded only with frameworks that were used on its review.
--
-- Else the coding would be counted among the reviews with the factor, and not among those assessed.
with partly_used as (
    select staged_review_framework.source_id, staged_review_framework.framework
    from staged_review_framework
    join source_framework
        on
            staged_review_framework.source_id = source_framework.source_id
            and staged_review_framework.framework = source_framework.framework_id
    group by staged_review_framework.source_id, staged_review_framework.framework
    having count(distinct staged_review_framework.review_ref) < (
        select count(distinct staged_review.review_ref)
        from staged_review
        where staged_review.source_id = staged_review_framework.source_id
    )
    union
    select source_framework.source_id, source_framework.framework_id as framework
    from source_framework
    anti join staged_review_framework
        on
            source_framework.source_id = staged_review_framework.source_id
            and source_framework.framework_id = staged_review_framework.framework
),

-- As a rule there are none, which spares the join to the findings.
suspected as materialized (
    select source_id, file, record, column_name, finding_ref, framework, factor
    from staged_finding_factor
    semi join partly_used using (source_id, framework)
),

coded as (
    select
        suspected.source_id, suspected.file, suspected.record, suspected.column_name,
        suspected.framework, suspected.factor, staged_finding.review_ref
    from suspected
    join staged_finding using (source_id, finding_ref)
)

select distinct
    coded.source_id, 'staged_finding_factor' as staged_table, coded.file, coded.record,
    coded.column_name, coded.factor as value,
    'is coded with ' || coded.framework || ', which was not used on review "' || coded.review_ref
    || '". Add that framework to the review, or take the coding out.' as message
from coded
semi join staged_review using (source_id, review_ref)
anti join staged_review_framework using (source_id, review_ref, framework)
