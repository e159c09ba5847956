-- warning: A factor had come into use, and not gone out of it, when the review was made.
--
-- When a review was made is when it was published, else completed, else when the practice ended, or
-- the incident. It is the same day by which the build tells what was assessed.
with bounded as (
    select factor_text.framework_id, factor_text.text, factor.valid_from, factor.valid_to
    from factor_text
    join factor
        on
            factor_text.framework_id = factor.framework_id
            and factor_text.factor_id = factor.factor_id
    where factor.valid_from is not null or factor.valid_to is not null
),

dated as (
    select
        staged_review.source_id,
        staged_review.review_ref,
        min(coalesce(
            published.first_day, completed.first_day, ended.first_day, incident.first_day,
            began.first_day
        )) as assessed_on,
        min(case
            when published.first_day is not null then 'the review was published'
            when completed.first_day is not null then 'the review was completed'
            when ended.first_day is not null then 'the practice reviewed ended'
            when incident.first_day is not null then 'the incident'
            else 'the practice reviewed began'
        end) as event
    from staged_review
    left join date_text as published on staged_review.published_on = published.text
    left join date_text as completed on staged_review.completed_on = completed.text
    left join date_text as ended on staged_review.practice_to = ended.text
    left join date_text as incident on staged_review.incident_on = incident.text
    left join date_text as began on staged_review.practice_from = began.text
    where staged_review.review_ref is not null
    group by staged_review.source_id, staged_review.review_ref
),

made as (
    select
        source_id, review_ref, assessed_on,
        event || ' (' || strftime(assessed_on, '%d/%m/%Y') || ')' as says
    from dated
)

select distinct
    staged_finding_factor.source_id, 'staged_finding_factor' as staged_table,
    staged_finding_factor.file, staged_finding_factor.record, staged_finding_factor.column_name,
    staged_finding_factor.factor as value,
    if(
        made.assessed_on > bounded.valid_to or bounded.valid_from is null,
        'went out of use on ' || strftime(bounded.valid_to, '%d/%m/%Y')
        || coalesce(', before ' || made.says, ', and the review has no date'),
        'came into use on ' || strftime(bounded.valid_from, '%d/%m/%Y')
        || coalesce(', after ' || made.says, ', and the review has no date')
    )
    || '. The coding is kept, and counted neither as found nor as assessed.' as message
from staged_finding_factor
join bounded
    on
        staged_finding_factor.framework = bounded.framework_id
        and staged_finding_factor.factor = bounded.text
join staged_finding
    on
        staged_finding_factor.source_id = staged_finding.source_id
        and staged_finding_factor.finding_ref = staged_finding.finding_ref
join made
    on
        staged_finding.source_id = made.source_id
        and staged_finding.review_ref = made.review_ref
where
    made.assessed_on is null
    or made.assessed_on < bounded.valid_from
    or made.assessed_on > bounded.valid_to
