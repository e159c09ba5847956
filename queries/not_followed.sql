-- Which signed-off actions cannot be followed?
--
-- Parameters:
--   since        one of signed off or completed: what the clock starts with; blank for signed off
--   by_the_end   true: only what was signed off, and reviews dated, by the end of the chosen period; blank for all
--
-- Returns one row per action, review by review, in this order:
--   source_id           code of the source
--   review_ref          reference of the review
--   recommendation_ref  reference of the recommendation
--   action_ref          reference of the action
--   action              what was done
--   owner_label         agency that owned it
--   status              status as the source records it
--   fate                why it is not followed: closed, no date, no finding, no factor, no problem or no agency
select
    review.source_id,
    review.review_ref,
    recommendation.recommendation_ref,
    action.action_ref,
    action.statement as action,
    owner.label as owner_label,
    action.status,
    action_fates.fate
from action_fates
join action on action_fates.action_id = action.action_id
join recommendation on action.recommendation_id = recommendation.recommendation_id
join review on recommendation.review_id = review.review_id
left join agency as owner on action.owner_agency_id = owner.agency_id
where action_fates.fate <> 'followed'
order by review.source_id, review.review_ref, action.action_id
