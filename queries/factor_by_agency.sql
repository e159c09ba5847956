-- In how many of the reviews in which an agency was involved is each factor found at it?
--
-- Where a review names an agency only at a finding, in how many reviews the agency was involved is
-- not recorded: it has no denominator. A finding that only affected an agency is not found at it.
-- Where agencies count as a group, a review in which several of them were involved counts once.
--
-- Elsewhere is what the number is compared with. Of what is found at agencies it is the other
-- agencies, each with its own reviews; of what is only in the same review it is the reviews that
-- say who was involved, where that was not this agency.
--
-- Parameters:
--   agencies_as         one of named (agencies), kind or sector: what is counted; blank for named
--   follow_successors   true: an agency counts as the one that took its place; blank for not
--
-- Returns one row per factor, appraisal, agency and attribution, in this order:
--   factor_id                    code of the factor in its framework
--   label                        name of the factor
--   layer                        code of the layer that the factor belongs to, blank if it has none
--   appraisal                    problem, strength, mixed or neutral
--   agency_id                    code of the agency, or of the group that agencies count as
--   agency_label                 name of the agency or group
--   sector                       sector that the agency or group belongs to
--   attribution                  coded: found at the agency; review: only in the same review as it
--   reviews_with                 reviews in which it is found at the agency; blank if not assessed
--   reviews_assessed             its reviews in which it was assessed; blank if not recorded
--   reviews_with_elsewhere       in how many it is found elsewhere; blank if not to be compared
--   reviews_assessed_elsewhere   in how many it was assessed elsewhere; blank likewise
with involved as (
    select
        counted_agencies.group_id,
        source.attribution,
        selected_reviews.review_id,
        bool_or(review_agency.involvement <> 'found at') as is_recorded
    from selected_reviews
    join source on selected_reviews.source_id = source.source_id
    join review_agency on selected_reviews.review_id = review_agency.review_id
    join counted_agencies on review_agency.agency_id = counted_agencies.agency_id
    where review_agency.involvement <> 'no contact'
    group by counted_agencies.group_id, source.attribution, selected_reviews.review_id
),

agencies as (
    select
        group_id,
        attribution,
        bool_and(is_recorded) as is_recorded
    from involved
    group by group_id, attribution
),

assessed as (
    select
        involved.group_id,
        involved.attribution,
        selected_assessments.span,
        count(*) as reviews_assessed
    from involved
    join selected_assessments on involved.review_id = selected_assessments.review_id
    group by involved.group_id, involved.attribution, selected_assessments.span
),

-- an agency that counts as itself stands once at what is found at it: nothing need be told apart
found as (
    select
        factor_id,
        appraisal,
        agency_id as group_id,
        attribution,
        count(*) as reviews_with
    from selected_review_agency_factors
    where
        coalesce(cast($agencies_as as varchar), 'named') = 'named'
        and not coalesce(cast($follow_successors as boolean), false)
    group by factor_id, appraisal, agency_id, attribution
    union all
    select
        selected_review_agency_factors.factor_id,
        selected_review_agency_factors.appraisal,
        counted_agencies.group_id,
        selected_review_agency_factors.attribution,
        count(distinct selected_review_agency_factors.review_id) as reviews_with
    from selected_review_agency_factors
    join counted_agencies on selected_review_agency_factors.agency_id = counted_agencies.agency_id
    where
        coalesce(cast($agencies_as as varchar), 'named') <> 'named'
        or coalesce(cast($follow_successors as boolean), false)
    group by
        selected_review_agency_factors.factor_id,
        selected_review_agency_factors.appraisal,
        counted_agencies.group_id,
        selected_review_agency_factors.attribution
),

naming_agencies as (
    select selected_reviews.review_id
    from selected_reviews
    join source on selected_reviews.source_id = source.source_id
    where
        source.attribution = 'review'
        and selected_reviews.review_id in (select review_agency.review_id from review_agency)
),

assessed_in_all as (
    select
        selected_assessments.span,
        count(*) as reviews_assessed
    from naming_agencies
    join selected_assessments on naming_agencies.review_id = selected_assessments.review_id
    group by selected_assessments.span
),

found_in_all as (
    select
        selected_review_factors.factor_id,
        selected_review_factors.appraisal,
        count(*) as reviews_with
    from naming_agencies
    join selected_review_factors
        on naming_agencies.review_id = selected_review_factors.review_id
    group by selected_review_factors.factor_id, selected_review_factors.appraisal
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        selected_factors.span,
        appraisals_in_use.appraisal,
        agencies.group_id,
        agencies.attribution,
        agencies.is_recorded,
        coalesce(assessed.reviews_assessed, 0) as reviews_assessed
    from selected_factors
    cross join appraisals_in_use
    cross join agencies
    left join assessed
        on
            selected_factors.span = assessed.span
            and agencies.group_id = assessed.group_id
            and agencies.attribution = assessed.attribution
),

counted as (
    select
        asked.factor_id,
        asked.label,
        asked.layer_id,
        asked.position,
        asked.span,
        asked.appraisal,
        asked.group_id,
        asked.attribution,
        asked.is_recorded,
        asked.reviews_assessed,
        coalesce(found.reviews_with, 0) as reviews_with
    from asked
    left join found
        on
            asked.factor_id = found.factor_id
            and asked.appraisal = found.appraisal
            and asked.group_id = found.group_id
            and asked.attribution = found.attribution
),

compared as (
    select
        counted.factor_id,
        counted.label,
        counted.layer_id,
        counted.position,
        counted.appraisal,
        counted.group_id,
        counted.attribution,
        counted.is_recorded,
        counted.reviews_assessed,
        counted.reviews_with,
        case
            when counted.attribution = 'review' then coalesce(found_in_all.reviews_with, 0)
            else sum(case when counted.is_recorded then counted.reviews_with else 0 end)
                over (partition by counted.factor_id, counted.appraisal, counted.attribution)
        end - counted.reviews_with as reviews_with_elsewhere,
        case
            when counted.attribution = 'review' then coalesce(assessed_in_all.reviews_assessed, 0)
            else sum(case when counted.is_recorded then counted.reviews_assessed else 0 end)
                over (partition by counted.factor_id, counted.appraisal, counted.attribution)
        end - counted.reviews_assessed as reviews_assessed_elsewhere
    from counted
    left join found_in_all
        on
            counted.factor_id = found_in_all.factor_id
            and counted.appraisal = found_in_all.appraisal
    left join assessed_in_all on counted.span = assessed_in_all.span
)

select
    compared.factor_id,
    compared.label,
    compared.layer_id as layer,
    compared.appraisal,
    compared.group_id as agency_id,
    named.label as agency_label,
    named.sector,
    compared.attribution,
    case when compared.reviews_assessed > 0 then compared.reviews_with end as reviews_with,
    case when compared.is_recorded then compared.reviews_assessed end as reviews_assessed,
    case
        when compared.is_recorded and compared.reviews_assessed_elsewhere > 0
            then cast(compared.reviews_with_elsewhere as bigint)
    end as reviews_with_elsewhere,
    case
        when compared.is_recorded then cast(compared.reviews_assessed_elsewhere as bigint)
    end as reviews_assessed_elsewhere
from compared
join (select distinct group_id, label, sector from counted_agencies) as named
    on compared.group_id = named.group_id
order by
    reviews_with desc nulls last,
    compared.position,
    compared.factor_id,
    compared.appraisal,
    compared.group_id,
    compared.attribution
