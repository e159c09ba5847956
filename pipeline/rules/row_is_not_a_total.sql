-- left out: A row of totals, of averages or of "n = 40" is no review and no finding.
with names as (
    select
        source_id, 'staged_review' as staged_table, file, record, 'review_ref' as column_name,
        review_ref as cell
    from staged_review
    union all
    select
        source_id, 'staged_review' as staged_table, file, record, 'title' as column_name,
        title as cell
    from staged_review
    where review_ref is null
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'finding_ref' as column_name,
        finding_ref as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'review_ref' as column_name,
        review_ref as cell
    from staged_finding
    where finding_ref is null
    union all
    select
        source_id, 'staged_recommendation' as staged_table, file, record,
        'recommendation_ref' as column_name, recommendation_ref as cell
    from staged_recommendation
    union all
    select
        source_id, 'staged_action' as staged_table, file, record, 'action_ref' as column_name,
        action_ref as cell
    from staged_action
)

select
    source_id, staged_table, file, record, column_name, cell as value,
    'is a row that sums up others, so it is left out.' as message
from names
where
    regexp_full_match(
        cell,
        '(?i)(?:(?:grand |sub[ -]?|overall )?totals?|average|mean|median|sum|count)(?:[ :(].*)?'
        '|n ?= ?[0-9]+'
    )
