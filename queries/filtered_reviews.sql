-- Each review of the chosen sources, and which of the reader's other filters it passes.
--
-- A review is dated by the chosen basis, as the span of days that its date stands for: it passes
-- the period only if the whole span falls into it. Choosing an agency keeps the reviews in which it
-- was involved, whether or not anything was found at it.
select
    review.review_id,
    review.source_id,
    review.review_ref,
    review.title,
    review.review_type,
    review.board,
    review.is_ordinary_work,
    review_date.first_day as dated_from,
    review_date.last_day as dated_to,
    array_length($review_types) = 0 or list_contains($review_types, review.review_type)
        as passes_review_type,
    array_length($boards) = 0 or coalesce(list_contains($boards, review.board), false)
        as passes_board,
    array_length($regions) = 0 or coalesce(list_contains($regions, review.region), false)
        as passes_region,
    array_length($agencies) = 0 or review.review_id in (
        select review_agency.review_id
        from review_agency
        where
            list_contains($agencies, review_agency.agency_id)
            and review_agency.involvement <> 'no contact'
    ) as passes_agency,
    cast($is_ordinary_work as boolean) is null
    or review.is_ordinary_work = cast($is_ordinary_work as boolean)
        as passes_work,
    (
        cast($period_from as date) is null
        or coalesce(review_date.first_day >= cast($period_from as date), false)
    )
    and (
        cast($period_to as date) is null
        or coalesce(review_date.last_day <= cast($period_to as date), false)
    ) as passes_period
from review
left join review_date
    on review.review_id = review_date.review_id and review_date.basis = $basis
where list_contains($sources, review.source_id)
