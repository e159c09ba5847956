-- How many reviews does each filter leave out?
--
-- Parameters: none of its own
--
-- Returns one row per filter that narrows the reviews, in this order:
--   filter                review_type, board, region, agency, work or period
--   reviews_left_out      reviews of the chosen sources that do not pass this filter
--   reviews_left_out_alone  of these, reviews that pass every other filter
--   reviews_undated       of those left out by the period, reviews with no date by the basis
--   reviews_of_sources    reviews of the chosen sources
with failing as (
    select
        'review_type' as filter,
        not passes_review_type as is_out,
        passes_board and passes_region and passes_agency and passes_work and passes_period
            as passes_others,
        false as is_undated
    from filtered_reviews
    union all
    select
        'board' as filter,
        not passes_board as is_out,
        passes_review_type and passes_region and passes_agency and passes_work and passes_period
            as passes_others,
        false as is_undated
    from filtered_reviews
    union all
    select
        'region' as filter,
        not passes_region as is_out,
        passes_review_type and passes_board and passes_agency and passes_work and passes_period
            as passes_others,
        false as is_undated
    from filtered_reviews
    union all
    select
        'agency' as filter,
        not passes_agency as is_out,
        passes_review_type and passes_board and passes_region and passes_work and passes_period
            as passes_others,
        false as is_undated
    from filtered_reviews
    union all
    select
        'work' as filter,
        not passes_work as is_out,
        passes_review_type and passes_board and passes_region and passes_agency and passes_period
            as passes_others,
        false as is_undated
    from filtered_reviews
    union all
    select
        'period' as filter,
        not passes_period as is_out,
        passes_review_type and passes_board and passes_region and passes_agency and passes_work
            as passes_others,
        dated_from is null as is_undated
    from filtered_reviews
)

select
    filter,
    count(*) filter (where is_out) as reviews_left_out,
    count(*) filter (where is_out and passes_others) as reviews_left_out_alone,
    count(*) filter (where is_out and is_undated) as reviews_undated,
    count(*) as reviews_of_sources
from failing
group by filter
order by filter
