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
    select recommendation.recommendation_id
    from recommendation
    join review on recommendation.review_id = review.review_id
    where list_contains($sources, review.source_id)
),

acted as (
    select
        count(*) as actions,
        count(*) filter (where action.status = 'signed off' or action.signed_off_on is not null)
            as actions_signed_off
    from action
    join recommended on action.recommendation_id = recommended.recommendation_id
),

asked as (
    select count(*) as recommendations
    from recommended
),

responded as (
    select count(distinct review_id) as reviews_with_response_status
    from recorded_responses
)

select
    asked.recommendations,
    acted.actions,
    acted.actions_signed_off,
    responded.reviews_with_response_status
from asked
cross join acted
cross join responded
