-- What does one review recommend, and what was done about it?
--
-- Parameters:
--   review   reference of the review
--
-- Returns one row per recommendation and action, with these columns in this order:
--   recommendation_ref       the source's own reference of the recommendation
--   recommendation           what the review asks
--   kind                     clear-cut, judgement, research or question for board
--   addressed_to             whom it is addressed to
--   made_on                  first day of the date on which it was made
--   made_on_precision        how much of that date is known: day, month, quarter or year
--   action_ref               reference of an action that answers it, blank if none is recorded
--   action                   what was to be done
--   owner_label              agency that owns the action
--   action_type              kind of action
--   strength                 strong, intermediate or weak
--   status                   how far it is
--   due_on                   first day of the date on which it was due
--   due_on_precision         how much of that date is known
--   completed_on             first day of the date on which it was completed
--   completed_on_precision   how much of that date is known
--   signed_off_on            first day of the date on which it was signed off
--   signed_off_on_precision  how much of that date is known
select
    recommendation.recommendation_ref,
    recommendation.statement as recommendation,
    recommendation.kind,
    coalesce(addressee.label, recommendation.addressed_to) as addressed_to,
    recommendation.made_on,
    recommendation.made_on_precision,
    action.action_ref,
    action.statement as action,
    owner.label as owner_label,
    action.action_type,
    action.strength,
    action.status,
    action.due_on,
    action.due_on_precision,
    action.completed_on,
    action.completed_on_precision,
    action.signed_off_on,
    action.signed_off_on_precision
from review
join recommendation on review.review_id = recommendation.review_id
left join action on recommendation.recommendation_id = action.recommendation_id
left join agency as addressee on recommendation.addressed_to = addressee.agency_id
left join agency as owner on action.owner_agency_id = owner.agency_id
where
    list_contains($sources, review.source_id)
    and review.review_ref = cast($review as varchar)
order by recommendation.recommendation_id, action.action_id
