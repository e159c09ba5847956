-- In how many of the selected reviews was each agency, or group of agencies, involved?
--
-- A review in which several agencies of a group were involved counts once for the group.
--
-- Parameters:
--   agencies_as         one of named (agencies), kind or sector: what is counted; blank for named
--   follow_successors   true: an agency counts as the one that took its place; blank for not
--
-- Returns one row per agency or group, in most reviews first, in this order:
--   group_id           code of the agency or sector
--   label              name of it
--   sector             sector that it belongs to
--   sector_label       name of that sector
--   agencies           names of the agencies of these reviews that it stands for
--   reviews            selected reviews in which one of them stands, other than without contact
--   reviews_involved   of these, reviews in which it was involved; blank where that is not recorded
with at_reviews as (
    select
        review_agency.review_id,
        review_agency.agency_id,
        counted_agencies.group_id,
        review_agency.involvement <> 'found at' as is_recorded
    from selected_reviews
    join review_agency on selected_reviews.review_id = review_agency.review_id
    join counted_agencies on review_agency.agency_id = counted_agencies.agency_id
    where review_agency.involvement <> 'no contact'
),

by_review as (
    select
        group_id,
        review_id,
        bool_or(is_recorded) as is_recorded
    from at_reviews
    group by group_id, review_id
),

counted as (
    select
        group_id,
        count(*) as reviews,
        bool_and(is_recorded) as is_recorded
    from by_review
    group by group_id
),

members as (
    select
        counted_agencies.group_id,
        counted_agencies.label,
        counted_agencies.sector,
        string_agg(agency.label, '; ' order by agency.label) as agencies
    from counted_agencies
    join agency on counted_agencies.agency_id = agency.agency_id
    where counted_agencies.agency_id in (select at_reviews.agency_id from at_reviews)
    group by counted_agencies.group_id, counted_agencies.label, counted_agencies.sector
)

select
    counted.group_id,
    members.label,
    members.sector,
    coalesce(term.label, members.sector) as sector_label,
    members.agencies,
    counted.reviews,
    case when counted.is_recorded then counted.reviews end as reviews_involved
from counted
join members on counted.group_id = members.group_id
left join term on term.vocabulary = 'sector' and members.sector = term.term
order by counted.reviews desc, members.label, counted.group_id
