-- The chosen sources that record what was recommended at all, whatever the filters leave of it, and
-- whether they record actions. In the others nothing is without an answer: it is not recorded.
select
    review.source_id,
    bool_or(action.action_id is not null) as has_actions
from recommendation
join review on recommendation.review_id = review.review_id
left join action on recommendation.recommendation_id = action.recommendation_id
where list_contains($sources, review.source_id)
group by review.source_id
