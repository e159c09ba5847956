-- How long after the practice do reviews come out?
--
-- A delay runs from the date by which practice is placed in time to the date of publication, in
-- calendar months: from any day of March to any day of May it is 2. A date of which less than the
-- month is known gives no delay, and neither does a review that is dated before its practice.
--
-- Parameters: none of its own
--
-- Returns one row per length of delay, shortest first, with these columns in this order:
--   delay_months   months from practice to publication
--   reviews        selected reviews that came out after so many
with delays as (
    select
        (year(published.first_day) - year(practice.first_day)) * 12
        + month(published.first_day) - month(practice.first_day) as delay_months
    from selected_reviews
    join review_date as practice
        on
            selected_reviews.review_id = practice.review_id
            and practice.basis = 'practice'
            and practice.precision in ('day', 'month')
    join review_date as published
        on
            selected_reviews.review_id = published.review_id
            and published.basis = 'published'
            and published.precision in ('day', 'month')
    where published.last_day >= practice.first_day
)

select
    delay_months,
    count(*) as reviews
from delays
group by delay_months
order by delay_months
