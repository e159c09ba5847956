-- error: Every row has the cells without which it cannot be counted.
--
-- A finding needs its statement where any finding of its file has one: a source that codes whole
-- reviews has none. One empty reference of a review is said once, however much the row feeds.
with files_with_statements as (
    select distinct source_id, file
    from staged_finding
    where statement is not null
),

reviews_without_ref as (
    select source_id, file, record
    from staged_review
    where review_ref is null
),

empty_cells as (
    select
        source_id, 'staged_review' as staged_table, file, record,
        unnest([
            if(review_ref is null, 'review_ref', null),
            if(review_type is null, 'review_type', null)
        ]) as column_name
    from staged_review
    where review_ref is null or review_type is null
    union all
    select
        source_id, 'staged_review_agency' as staged_table, file, record,
        unnest([
            if(review_ref is null, 'review_ref', null), if(agency is null, 'agency', null)
        ]) as column_name
    from staged_review_agency
    where review_ref is null or agency is null
    union all
    select
        source_id, 'staged_review_attribute' as staged_table, file, record,
        unnest([
            if(review_ref is null, 'review_ref', null), if(name is null, 'name', null)
        ]) as column_name
    from staged_review_attribute
    where review_ref is null or name is null
    union all
    select
        source_id, 'staged_review_framework' as staged_table, file, record,
        unnest([
            if(review_ref is null, 'review_ref', null), if(framework is null, 'framework', null)
        ]) as column_name
    from staged_review_framework
    where review_ref is null or framework is null
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record,
        unnest([
            if(finding_ref is null, 'finding_ref', null),
            if(review_ref is null, 'review_ref', null),
            if(appraisal is null, 'appraisal', null)
        ]) as column_name
    from staged_finding
    where finding_ref is null or review_ref is null or appraisal is null
    union all
    select
        staged_finding.source_id, 'staged_finding' as staged_table, staged_finding.file,
        staged_finding.record, 'statement' as column_name
    from staged_finding
    join files_with_statements using (source_id, file)
    where staged_finding.statement is null
    union all
    select
        source_id, 'staged_finding_factor' as staged_table, file, record,
        unnest([
            if(finding_ref is null, 'finding_ref', null), if(factor is null, 'factor', null)
        ]) as column_name
    from staged_finding_factor
    where finding_ref is null or factor is null
    union all
    select
        source_id, 'staged_finding_agency' as staged_table, file, record,
        unnest([
            if(finding_ref is null, 'finding_ref', null), if(agency is null, 'agency', null)
        ]) as column_name
    from staged_finding_agency
    where finding_ref is null or agency is null
    union all
    select
        source_id, 'staged_recommendation' as staged_table, file, record,
        unnest([
            if(recommendation_ref is null, 'recommendation_ref', null),
            if(review_ref is null, 'review_ref', null),
            if(statement is null, 'statement', null)
        ]) as column_name
    from staged_recommendation
    where recommendation_ref is null or review_ref is null or statement is null
    union all
    select
        source_id, 'staged_action' as staged_table, file, record,
        unnest([
            if(action_ref is null, 'action_ref', null),
            if(recommendation_ref is null, 'recommendation_ref', null),
            if(statement is null, 'statement', null)
        ]) as column_name
    from staged_action
    where action_ref is null or recommendation_ref is null or statement is null
),

needs (staged_table, column_name, what_to_write) as (
    values
    ('staged_review', 'review_ref', 'Give each review a reference of its own.'),
    (
        'staged_review', 'review_type',
        'Write what kind of review it is, such as SAR, or name one kind for all in source.toml.'
    ),
    ('staged_review_agency', 'review_ref', 'Write the reference of the review.'),
    ('staged_review_agency', 'agency', 'Name the agency, or take the row out.'),
    ('staged_review_attribute', 'review_ref', 'Write the reference of the review.'),
    ('staged_review_attribute', 'name', 'Write what the value is of, or take the row out.'),
    ('staged_review_framework', 'review_ref', 'Write the reference of the review.'),
    ('staged_review_framework', 'framework', 'Name the framework, or take the row out.'),
    ('staged_finding', 'finding_ref', 'Give each finding a reference of its own.'),
    ('staged_finding', 'review_ref', 'Write the reference of the review that the finding is of.'),
    ('staged_finding', 'statement', 'Write what was found, in a sentence.'),
    ('staged_finding', 'appraisal', 'Write problem, strength, mixed or neutral.'),
    ('staged_finding_factor', 'finding_ref', 'Write the reference of the finding.'),
    (
        'staged_finding_factor', 'factor',
        'Name the factor, or take the row out: a finding without a factor needs no row here.'
    ),
    ('staged_finding_agency', 'finding_ref', 'Write the reference of the finding.'),
    ('staged_finding_agency', 'agency', 'Name the agency, or take the row out.'),
    (
        'staged_recommendation', 'recommendation_ref',
        'Give each recommendation a reference of its own.'
    ),
    (
        'staged_recommendation', 'review_ref',
        'Write the reference of the review that makes the recommendation.'
    ),
    ('staged_recommendation', 'statement', 'Write what is recommended, in a sentence.'),
    ('staged_action', 'action_ref', 'Give each action a reference of its own.'),
    (
        'staged_action', 'recommendation_ref',
        'Write the reference of the recommendation that the action answers.'
    ),
    ('staged_action', 'statement', 'Write what is to be done, in a sentence.')
)

select
    empty_cells.source_id, empty_cells.staged_table, empty_cells.file, empty_cells.record,
    empty_cells.column_name, null as value, 'is empty. ' || needs.what_to_write as message
from empty_cells
join needs using (staged_table, column_name)
left join reviews_without_ref using (source_id, file, record)
where
    reviews_without_ref.record is null
    or empty_cells.staged_table = 'staged_review'
    or empty_cells.column_name not in ('review_ref', 'finding_ref')
