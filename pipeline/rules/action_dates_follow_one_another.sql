-- warning: The dates of an action follow one another, and the recommendation that it answers.
with dated as (
    select
        staged_action.source_id, staged_action.file, staged_action.record, staged_action.due_on,
        staged_action.completed_on, staged_action.signed_off_on, staged_recommendation.made_on,
        made.first_day as made_first,
        due.last_day as due_last,
        completed.first_day as completed_first,
        completed.last_day as completed_last,
        signed_off.last_day as signed_off_last
    from staged_action
    left join staged_recommendation using (source_id, recommendation_ref)
    left join date_text as made on staged_recommendation.made_on = made.text
    left join date_text as due on staged_action.due_on = due.text
    left join date_text as completed on staged_action.completed_on = completed.text
    left join date_text as signed_off on staged_action.signed_off_on = signed_off.text
),

contradictions as (
    select
        source_id, file, record, 'due_on' as column_name, due_on as cell,
        'before the recommendation was made' as says, made_on as against
    from dated
    where due_last < made_first
    union all
    select
        source_id, file, record, 'completed_on' as column_name, completed_on as cell,
        'before the recommendation was made' as says, made_on as against
    from dated
    where completed_last < made_first
    union all
    select
        source_id, file, record, 'signed_off_on' as column_name, signed_off_on as cell,
        'before the recommendation was made' as says, made_on as against
    from dated
    where signed_off_last < made_first
    union all
    select
        source_id, file, record, 'signed_off_on' as column_name, signed_off_on as cell,
        'before the action was completed' as says, completed_on as against
    from dated
    where
        signed_off_last < completed_first
        and not coalesce(signed_off_last < made_first, false)
)

select
    source_id, 'staged_action' as staged_table, file, record, column_name, cell as value,
    'is ' || says || ', "' || against || '". Look at both dates.' as message
from contradictions
