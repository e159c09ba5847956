-- The selected reviews in which the factors of each span were assessed: the denominators.
--
-- A factor was assessed in a review if its framework was used on that review and the factor existed
-- then. A review without a date cannot have been shown a factor that had a beginning or an end.
select
    selected_reviews.review_id,
    spans.span
from selected_reviews
join review_framework
    on
        selected_reviews.review_id = review_framework.review_id
        and review_framework.framework_id = $framework
join (select distinct span, valid_from, valid_to from selected_factors) as spans
    on
        (spans.valid_from is null or coalesce(review_framework.assessed_on >= spans.valid_from, false))
        and (spans.valid_to is null or coalesce(review_framework.assessed_on <= spans.valid_to, false))
