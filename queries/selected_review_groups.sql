-- The groups of each selected review, by what reviews can be told apart by: one row per review and
-- group, for each way of grouping.
--
-- What is not recorded is a group of its own, with a blank. A review has a group for each agency
-- that was involved in it; `is_recorded` is false where the review names that agency only at a
-- finding, so that in how many reviews it was involved is not known.
select
    'all' as grouped_by,
    cast(null as varchar) as group_id,
    cast(null as varchar) as attribution,
    review_id,
    true as is_recorded
from selected_reviews
union all
select
    'board' as grouped_by,
    board as group_id,
    cast(null as varchar) as attribution,
    review_id,
    true as is_recorded
from selected_reviews
union all
select
    'review_type' as grouped_by,
    review_type as group_id,
    cast(null as varchar) as attribution,
    review_id,
    true as is_recorded
from selected_reviews
union all
select
    'method' as grouped_by,
    review.method as group_id,
    cast(null as varchar) as attribution,
    selected_reviews.review_id,
    true as is_recorded
from selected_reviews
join review on selected_reviews.review_id = review.review_id
union all
select
    'agency' as grouped_by,
    review_agency.agency_id as group_id,
    source.attribution,
    selected_reviews.review_id,
    review_agency.involvement <> 'found at' as is_recorded
from selected_reviews
join source on selected_reviews.source_id = source.source_id
join review_agency on selected_reviews.review_id = review_agency.review_id
where review_agency.involvement <> 'no contact'
