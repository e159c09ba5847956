-- How many reviews are selected, and what do the chosen sources hold to select from?
--
-- Parameters: none of its own
--
-- Returns one row, with these columns in this order:
--   reviews_selected         reviews that pass every filter
--   reviews_assessed         of these, reviews on which the framework was used
--   reviews_of_sources       reviews of the chosen sources
--   reviews_ordinary         of these, audits of ordinary work
--   reviews_practice_dated   of these, reviews placed in time by practice
--   reviews_published_dated  of these, reviews with a date of publication
--   first_practice_on        first day of the earliest practice date
--   last_practice_on         last day of the latest practice date
--   first_published_on       first day of the earliest date of publication
--   last_published_on        last day of the latest date of publication
with dated as (
    select
        filtered_reviews.review_id,
        filtered_reviews.is_ordinary_work,
        filtered_reviews.passes_review_type
        and filtered_reviews.passes_board
        and filtered_reviews.passes_region
        and filtered_reviews.passes_agency
        and filtered_reviews.passes_work
        and filtered_reviews.passes_period as is_selected,
        review_framework.framework_id is not null as is_assessed,
        practice.first_day as practice_from,
        practice.last_day as practice_to,
        published.first_day as published_from,
        published.last_day as published_to
    from filtered_reviews
    left join review_date as practice
        on filtered_reviews.review_id = practice.review_id and practice.basis = 'practice'
    left join review_date as published
        on filtered_reviews.review_id = published.review_id and published.basis = 'published'
    left join review_framework
        on
            filtered_reviews.review_id = review_framework.review_id
            and review_framework.framework_id = $framework
)

select
    count(*) filter (where is_selected) as reviews_selected,
    count(*) filter (where is_selected and is_assessed) as reviews_assessed,
    count(*) as reviews_of_sources,
    count(*) filter (where is_ordinary_work) as reviews_ordinary,
    count(practice_from) as reviews_practice_dated,
    count(published_from) as reviews_published_dated,
    min(practice_from) as first_practice_on,
    max(practice_to) as last_practice_on,
    min(published_from) as first_published_on,
    max(published_to) as last_published_on
from dated
