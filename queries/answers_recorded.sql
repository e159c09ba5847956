-- What do the chosen sources record of what was done about their reviews?
--
-- All reviews of the chosen sources are counted, whatever else is chosen: where a source records
-- nothing, that it is not recorded must not be taken for none.
--
-- Parameters: none of its own
--
-- Returns one row, with these columns in this order:
--   recommendations               recommendations of the chosen sources
--   actions                       actions that answer them
--   actions_signed_off            of these, actions that are signed off: by their status or a date
--   reviews_with_response_status  reviews that have a response status
with recommended as (
    select
        count(distinct recommendation.recommendation_id) as recommendations,
        count(action.action_id) as actions,
        count(action.action_id) filter (
            where action.status = 'signed off' or action.signed_off_on is not null
        ) as actions_signed_off
    from recommendation
    join review on recommendation.review_id = review.review_id
    left join action on recommendation.recommendation_id = action.recommendation_id
    where list_contains($sources, review.source_id)
),

responded as (
    select count(distinct review_id) as reviews_with_response_status
    from recorded_responses
)

select
    recommended.recommendations,
    recommended.actions,
    recommended.actions_signed_off,
    responded.reviews_with_response_status
from recommended
cross join responded
