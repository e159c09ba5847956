-- The recommendations of the selected reviews. Choosing a factor, layer, pattern, perspective,
-- appraisal or text narrows them to those that answer such a finding.
select
    recommendation.recommendation_id,
    recommendation.review_id,
    recommendation.finding_id,
    recommendation.addressed_to
from recommendation
join selected_reviews on recommendation.review_id = selected_reviews.review_id
where
    (
        array_length($factors) = 0
        and array_length($layers) = 0
        and array_length($patterns) = 0
        and array_length($perspectives) = 0
        and array_length($appraisals) = 0
        and cast($text as varchar) is null
    )
    -- nothing is looked through where nothing narrows them
    or recommendation.finding_id in (
        select selected_findings.finding_id
        from selected_findings
        where
            array_length($factors) > 0
            or array_length($layers) > 0
            or array_length($patterns) > 0
            or array_length($perspectives) > 0
            or array_length($appraisals) > 0
            or cast($text as varchar) is not null
    )
