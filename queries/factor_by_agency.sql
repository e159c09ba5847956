-- In how many of the reviews in which an agency was involved is each factor found at it?
--
-- Where a review names an agency only at a finding, in how many reviews the agency was involved is
-- not recorded: it has no denominator. A finding that only affected an agency is not found at it.
--
-- Parameters: none of its own
--
-- Returns one row per factor, appraisal, agency and attribution, in this order:
--   factor_id          code of the factor in its framework
--   label              name of the factor
--   layer              code of the layer that the factor belongs to, blank if it has none
--   appraisal          problem, strength, mixed or neutral
--   agency_id          code of the agency
--   agency_label       name of the agency
--   sector             sector that the agency belongs to
--   attribution        coded: found at the agency; review: only in the same review as the agency
--   reviews_with       reviews in which the factor is found at the agency; blank if not assessed
--   reviews_assessed   its reviews in which the factor was assessed; blank if not recorded
with involved as (
    select
        review_agency.agency_id,
        source.attribution,
        selected_reviews.review_id,
        review_agency.involvement
    from selected_reviews
    join source on selected_reviews.source_id = source.source_id
    join review_agency on selected_reviews.review_id = review_agency.review_id
    where review_agency.involvement <> 'no contact'
),

agencies as (
    select
        agency_id,
        attribution,
        bool_and(involvement <> 'found at') as is_recorded
    from involved
    group by agency_id, attribution
),

assessed as (
    select
        involved.agency_id,
        involved.attribution,
        selected_assessments.span,
        count(*) as reviews_assessed
    from involved
    join selected_assessments on involved.review_id = selected_assessments.review_id
    group by involved.agency_id, involved.attribution, selected_assessments.span
),

found as (
    select
        factor_id,
        appraisal,
        agency_id,
        attribution,
        count(*) as reviews_with
    from selected_review_agency_factors
    group by factor_id, appraisal, agency_id, attribution
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        appraisals_in_use.appraisal,
        agencies.agency_id,
        agencies.attribution,
        agencies.is_recorded,
        coalesce(assessed.reviews_assessed, 0) as reviews_assessed
    from selected_factors
    cross join appraisals_in_use
    cross join agencies
    left join assessed
        on
            selected_factors.span = assessed.span
            and agencies.agency_id = assessed.agency_id
            and agencies.attribution = assessed.attribution
)

select
    asked.factor_id,
    asked.label,
    asked.layer_id as layer,
    asked.appraisal,
    asked.agency_id,
    agency.label as agency_label,
    agency.sector,
    asked.attribution,
    case when asked.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end as reviews_with,
    case when asked.is_recorded then asked.reviews_assessed end as reviews_assessed
from asked
join agency on asked.agency_id = agency.agency_id
left join found
    on
        asked.factor_id = found.factor_id
        and asked.appraisal = found.appraisal
        and asked.agency_id = found.agency_id
        and asked.attribution = found.attribution
order by
    reviews_with desc nulls last,
    asked.position,
    asked.factor_id,
    asked.appraisal,
    asked.agency_id,
    asked.attribution
