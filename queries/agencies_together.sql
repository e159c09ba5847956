-- In how many of the selected reviews were two agencies both involved?
--
-- Parameters:
--   one     code of the one agency
--   other   code of the other
--
-- Returns one row, with these columns in this order:
--   reviews_with_both    reviews in which both were involved
--   reviews_with_one     reviews in which the one was involved
--   reviews_with_other   reviews in which the other was involved
--   reviews_selected     reviews that the filters chose
with involved as (
    select
        selected_reviews.review_id,
        coalesce(bool_or(review_agency.agency_id = cast($one as varchar)), false) as has_one,
        coalesce(bool_or(review_agency.agency_id = cast($other as varchar)), false) as has_other
    from selected_reviews
    left join review_agency
        on
            selected_reviews.review_id = review_agency.review_id
            and review_agency.involvement <> 'no contact'
    group by selected_reviews.review_id
)

select
    count(*) filter (where has_one and has_other) as reviews_with_both,
    count(*) filter (where has_one) as reviews_with_one,
    count(*) filter (where has_other) as reviews_with_other,
    count(*) as reviews_selected
from involved
