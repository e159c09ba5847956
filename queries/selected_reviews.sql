-- The reviews that pass every filter: what the reader has selected.
select
    review_id,
    source_id,
    review_ref,
    title,
    review_type,
    board,
    is_ordinary_work,
    dated_from,
    dated_to
from filtered_reviews
where
    passes_review_type
    and passes_board
    and passes_region
    and passes_agency
    and passes_work
    and passes_period
