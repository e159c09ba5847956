-- What else does the source say of one review?
--
-- Parameters:
--   review   reference of the review
--
-- Returns one row per attribute and value, with these columns in this order:
--   name    what the source calls it
--   value   what it says
select
    review_attribute.name,
    review_attribute.value
from review
join review_attribute on review.review_id = review_attribute.review_id
where
    list_contains($sources, review.source_id)
    and review.review_ref = cast($review as varchar)
order by review_attribute.name, review_attribute.value
