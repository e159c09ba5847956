-- The response status of each review of the chosen sources that has one: a review attribute called
-- response_status. It is of the review as a whole, not of a body that was to respond.
--
-- A status that is none of the vocabulary response_status is kept as the source spells it.
select distinct
    review_attribute.review_id,
    coalesce(term.term, review_attribute.value) as status,
    coalesce(term.label, review_attribute.value) as label,
    term.definition,
    term.position
from review_attribute
join review on review_attribute.review_id = review.review_id
left join term
    on
        term.vocabulary = 'response_status'
        and lower(trim(review_attribute.value)) = term.term
where review_attribute.name = 'response_status' and list_contains($sources, review.source_id)
