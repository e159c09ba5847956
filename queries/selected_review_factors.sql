-- The factors found in the selected reviews, one row per review, factor and appraisal.
--
-- Where a pattern, an account or words are chosen, only some of a review's findings count, and these are looked
-- through; else what the pipeline has worked out for each review serves.
select
    review_factor.review_id,
    review_factor.factor_id,
    review_factor.appraisal,
    review_factor.findings
from review_factor
join selected_reviews on review_factor.review_id = selected_reviews.review_id
join selected_factors on review_factor.factor_id = selected_factors.factor_id
where
    review_factor.framework_id = $framework
    and (array_length($appraisals) = 0 or list_contains($appraisals, review_factor.appraisal))
    and array_length($patterns) = 0
    and array_length($perspectives) = 0
    and cast($text as varchar) is null
union all
select
    review_id,
    factor_id,
    appraisal,
    count(*) as findings
from selected_findings
where
    array_length($patterns) > 0
    or array_length($perspectives) > 0
    or cast($text as varchar) is not null
group by review_id, factor_id, appraisal
