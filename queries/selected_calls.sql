-- The findings of the selected reviews that a recommendation could answer, coded or not. Choosing a
-- factor, layer, pattern, perspective, appraisal or text narrows them as it narrows the
-- recommendations. A problem, or a mixed finding, calls for an answer.
select
    finding.finding_id,
    finding.review_id,
    finding.appraisal in ('problem', 'mixed') as is_calling,
    finding.finding_id in (
        select recommendation.finding_id
        from recommendation
        where recommendation.finding_id is not null
    ) as is_answered
from finding
join selected_reviews on finding.review_id = selected_reviews.review_id
join answering_sources on selected_reviews.source_id = answering_sources.source_id
where
    (
        array_length($factors) = 0
        and array_length($layers) = 0
        and array_length($patterns) = 0
        and array_length($perspectives) = 0
        and array_length($appraisals) = 0
        and cast($text as varchar) is null
    )
    or finding.finding_id in (select selected_findings.finding_id from selected_findings)
