-- The dates of each selected action and of the recommendation that it answers, each as the first and
-- the last day that it may be, with the day as at which its source speaks.
--
-- That day is the last that the source covers, else the day of the load: never today, so that an
-- answer does not change while nothing is loaded.
with steps as (
    select
        action_id,
        max(case when step = 'due' then first_day end) as due_first,
        max(case when step = 'due' then last_day end) as due_last,
        max(case when step = 'completed' then first_day end) as completed_first,
        max(case when step = 'completed' then last_day end) as completed_last,
        max(case when step = 'signed off' then first_day end) as signed_off_first,
        max(case when step = 'signed off' then last_day end) as signed_off_last
    from answer_date
    where action_id is not null
    group by action_id
)

select
    selected_actions.action_id,
    selected_actions.status,
    made.first_day as made_first,
    made.last_day as made_last,
    steps.due_first,
    steps.due_last,
    steps.completed_first,
    steps.completed_last,
    steps.signed_off_first,
    steps.signed_off_last,
    coalesce(source.covers_to, cast(load.loaded_at as date)) as as_at
from selected_actions
join selected_reviews on selected_actions.review_id = selected_reviews.review_id
join source on selected_reviews.source_id = source.source_id
cross join load
left join steps on selected_actions.action_id = steps.action_id
left join answer_date as made
    on
        selected_actions.recommendation_id = made.recommendation_id
        and made.step = 'made'
