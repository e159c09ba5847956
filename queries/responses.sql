-- Which selected reviews have a response status?
--
-- The status and the replies are of the review as a whole: they do not say which of its agencies
-- has responded.
--
-- Parameters:
--   response_status     code of a status, or as the source spells it; blank for any
--   involved            code of an agency, or group, that was involved; blank for any
--   agencies_as         one of named (an agency), kind or sector: what involved is; blank for named
--   follow_successors   true: an agency counts as the one that took its place; blank for not
--
-- Returns one row per review, latest first by the chosen basis, in this order:
--   source_id                code of the source
--   review_ref               the source's own reference of the review
--   title                    title of the review, where it has one
--   board                    board that commissioned it, or what stands for it in the source
--   published_on             first day of the date of publication
--   published_on_precision   how much of that date is known: day, month, quarter or year
--   status                   name of the status, or the status as the source spells it
--   replies                  replies recorded, as the source says; blank where it does not
--   agencies                 agencies involved; blank if none is recorded
--   link                     where the review can be read
with listed as (
    select
        recorded_responses.review_id,
        string_agg(
            recorded_responses.label,
            '; ' order by recorded_responses.position nulls last, recorded_responses.label
        ) as status,
        bool_or(
            cast($response_status as varchar) is null
            or recorded_responses.status = cast($response_status as varchar)
        ) as is_asked
    from recorded_responses
    group by recorded_responses.review_id
),

counted as (
    select
        review_id,
        string_agg(value, '; ' order by value) as replies
    from review_attribute
    where name = 'replies_count'
    group by review_id
),

named as (
    select
        review_agency.review_id,
        string_agg(agency.label, '; ' order by agency.label) as agencies
    from review_agency
    join listed on review_agency.review_id = listed.review_id
    join agency on review_agency.agency_id = agency.agency_id
    where review_agency.involvement <> 'no contact'
    group by review_agency.review_id
)

select
    review.source_id,
    review.review_ref,
    review.title,
    review.board,
    review.published_on,
    review.published_on_precision,
    listed.status,
    counted.replies,
    named.agencies,
    review.link
from selected_reviews
join review on selected_reviews.review_id = review.review_id
join listed on review.review_id = listed.review_id
left join counted on review.review_id = counted.review_id
left join named on review.review_id = named.review_id
where
    listed.is_asked
    and (
        cast($involved as varchar) is null
        or review.review_id in (
            select review_agency.review_id
            from review_agency
            join counted_agencies on review_agency.agency_id = counted_agencies.agency_id
            where
                counted_agencies.group_id = cast($involved as varchar)
                and review_agency.involvement <> 'no contact'
        )
    )
order by selected_reviews.dated_from desc nulls last, review.source_id, review.review_ref
