-- The factors found at agencies in the selected reviews, one row per review, factor, appraisal,
-- agency and attribution.
--
-- Where a pattern, an account or words are chosen, only some of a review's findings count, and these are looked
-- through; else what the pipeline has worked out for each review serves.
select
    review_agency_factor.review_id,
    review_agency_factor.factor_id,
    review_agency_factor.appraisal,
    review_agency_factor.agency_id,
    review_agency_factor.attribution
from review_agency_factor
join selected_reviews on review_agency_factor.review_id = selected_reviews.review_id
join selected_factors on review_agency_factor.factor_id = selected_factors.factor_id
where
    review_agency_factor.framework_id = $framework
    and (
        array_length($appraisals) = 0
        or list_contains($appraisals, review_agency_factor.appraisal)
    )
    and array_length($patterns) = 0
    and array_length($perspectives) = 0
    and cast($text as varchar) is null
union all
select distinct
    selected_findings.review_id,
    selected_findings.factor_id,
    selected_findings.appraisal,
    finding_agency.agency_id,
    finding_agency.attribution
from selected_findings
join finding_agency on selected_findings.finding_id = finding_agency.finding_id
where
    finding_agency.role <> 'affected'
    and (
        array_length($patterns) > 0
        or array_length($perspectives) > 0
        or cast($text as varchar) is not null
    )
