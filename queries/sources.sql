-- Which sources are loaded, and what may be said of them?
--
-- Parameters: none of its own
--
-- Returns one row per source, made-up ones last, with these columns in this order:
--   source_id     code of the source
--   title         name of the source
--   licence       terms on which it may be used
--   citation      how to cite it
--   about         what it holds
--   cautions      what may not be concluded from it, a list
--   is_made_up    true where nothing in it happened
--   attribution   coded: factors are coded to agencies; review: only to the review
--   board_label   what a board is called in it
--   covers_from   first day that it covers, blank if not said
--   covers_to     last day that it covers, blank if not said
--   frameworks    codes of its frameworks, the first being the default, a list
--   reviews       reviews in it
--   practice_dated   of these, reviews placed in time by practice
--   loaded_at     when it was loaded, in universal time
with framework_of as (
    select
        source_id,
        -- by way of a text, because Spark collects a list in no order
        string_split(string_agg(framework_id, ' | ' order by position), ' | ') as frameworks
    from source_framework
    group by source_id
),

reviews_of as (
    select
        review.source_id,
        count(*) as reviews,
        count(review_date.review_id) as practice_dated
    from review
    left join review_date
        on review.review_id = review_date.review_id and review_date.basis = 'practice'
    group by review.source_id
)

select
    source.source_id,
    source.title,
    source.licence,
    source.citation,
    source.about,
    source.cautions,
    source.is_made_up,
    source.attribution,
    source.board_label,
    source.covers_from,
    source.covers_to,
    framework_of.frameworks,
    coalesce(reviews_of.reviews, 0) as reviews,
    coalesce(reviews_of.practice_dated, 0) as practice_dated,
    load.loaded_at
from source
cross join load
left join framework_of on source.source_id = framework_of.source_id
left join reviews_of on source.source_id = reviews_of.source_id
order by source.is_made_up, source.position
