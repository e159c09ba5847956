-- The selected actions with their dates and that of the recommendation that each answers, as the first
-- and the last day that it may be, and with the day as at which its source speaks.
--
-- That day is the last that the source covers, else the day of the load: never today, so that an
-- answer does not change while nothing is loaded. An action acts at no layer of a framework other than
-- that in which its type is placed.
select
    selected_actions.action_id,
    selected_actions.recommendation_id,
    selected_actions.review_id,
    selected_actions.finding_id,
    selected_actions.owner_agency_id,
    selected_actions.action_type,
    selected_actions.status,
    selected_actions.evidence_grade,
    selected_actions.strength_recorded,
    selected_actions.strength_of_type,
    selected_actions.strength,
    case when selected_actions.layer_framework_id = $framework then selected_actions.layer_id end
        as layer_id,
    made.first_day as made_first,
    made.last_day as made_last,
    due.last_day as due_last,
    completed.first_day as completed_first,
    completed.last_day as completed_last,
    signed_off.first_day as signed_off_first,
    signed_off.last_day as signed_off_last,
    coalesce(source.covers_to, cast(load.loaded_at as date)) as as_at
from selected_actions
join selected_reviews on selected_actions.review_id = selected_reviews.review_id
join source on selected_reviews.source_id = source.source_id
cross join load
left join answer_date as made
    on selected_actions.recommendation_id = made.recommendation_id and made.step = 'made'
left join answer_date as due
    on selected_actions.action_id = due.action_id and due.step = 'due'
left join answer_date as completed
    on selected_actions.action_id = completed.action_id and completed.step = 'completed'
left join answer_date as signed_off
    on selected_actions.action_id = signed_off.action_id and signed_off.step = 'signed off'
