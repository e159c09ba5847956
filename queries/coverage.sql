-- What do the selected reviews cover, and what of them is not known?
--
-- Parameters: none of its own
--
-- Returns one row per source and type of review, in this order:
--   source_id                code of the source
--   review_type              code of the type of review
--   reviews                  reviews selected
--   reviews_assessed         of these, reviews on which the framework was used
--   reviews_practice_dated   of these, reviews placed in time by practice
--   reviews_published_dated  of these, reviews with a date of publication
--   first_practice_on        first day of the earliest practice date
--   last_practice_on         last day of the latest practice date
--   first_published_on       first day of the earliest date of publication
--   last_published_on        last day of the latest date of publication
--   agencies                 agencies involved in one of the reviews; blank if none is recorded
--   findings                 findings in the reviews on which the framework was used
--   findings_uncoded         of these, findings with no factor of the framework
--   codings                  factors of these findings, by consensus where there is one
--   codings_out_of_date      of these, factors that did not exist then: not counted
with dated as (
    select
        selected_reviews.review_id,
        selected_reviews.source_id,
        selected_reviews.review_type,
        practice.first_day as practice_from,
        practice.last_day as practice_to,
        published.first_day as published_from,
        published.last_day as published_to,
        review_framework.framework_id is not null as is_assessed
    from selected_reviews
    left join review_date as practice
        on selected_reviews.review_id = practice.review_id and practice.basis = 'practice'
    left join review_date as published
        on selected_reviews.review_id = published.review_id and published.basis = 'published'
    left join review_framework
        on
            selected_reviews.review_id = review_framework.review_id
            and review_framework.framework_id = $framework
),

reviews_of as (
    select
        source_id,
        review_type,
        count(*) as reviews,
        count(*) filter (where is_assessed) as reviews_assessed,
        count(practice_from) as reviews_practice_dated,
        count(published_from) as reviews_published_dated,
        min(practice_from) as first_practice_on,
        max(practice_to) as last_practice_on,
        min(published_from) as first_published_on,
        max(published_to) as last_published_on
    from dated
    group by source_id, review_type
),

agencies_of as (
    select
        dated.source_id,
        dated.review_type,
        count(distinct review_agency.agency_id)
        filter (where review_agency.involvement <> 'no contact') as agencies
    from dated
    join review_agency on dated.review_id = review_agency.review_id
    group by dated.source_id, dated.review_type
),

findings_of as (
    select
        dated.source_id,
        dated.review_type,
        sum(review_coding.findings) as findings,
        sum(review_coding.findings_uncoded) as findings_uncoded,
        sum(review_coding.codings) as codings,
        sum(review_coding.codings_out_of_date) as codings_out_of_date
    from dated
    join review_coding
        on
            review_coding.framework_id = $framework
            and dated.review_id = review_coding.review_id
    group by dated.source_id, dated.review_type
)

select
    reviews_of.source_id,
    reviews_of.review_type,
    reviews_of.reviews,
    reviews_of.reviews_assessed,
    reviews_of.reviews_practice_dated,
    reviews_of.reviews_published_dated,
    reviews_of.first_practice_on,
    reviews_of.last_practice_on,
    reviews_of.first_published_on,
    reviews_of.last_published_on,
    agencies_of.agencies,
    cast(coalesce(findings_of.findings, 0) as bigint) as findings,
    cast(coalesce(findings_of.findings_uncoded, 0) as bigint) as findings_uncoded,
    cast(coalesce(findings_of.codings, 0) as bigint) as codings,
    cast(coalesce(findings_of.codings_out_of_date, 0) as bigint) as codings_out_of_date
from reviews_of
left join agencies_of
    on
        reviews_of.source_id = agencies_of.source_id
        and reviews_of.review_type = agencies_of.review_type
left join findings_of
    on
        reviews_of.source_id = findings_of.source_id
        and reviews_of.review_type = findings_of.review_type
order by reviews_of.source_id, reviews_of.review_type
