-- The findings of the selected reviews on which the framework was used, coded or not, one row per
-- finding: what the uncoded share is a share of.
--
-- Choosing a pattern, perspective, appraisal or text narrows them as it narrows what is found.
-- Choosing a factor or layer does not: of a finding without a factor nobody can say whether it would
-- be of those.
select
    finding.review_id,
    finding.finding_id,
    finding.appraisal,
    finding.pattern_id,
    finding.finding_id in (
        select uncoded_finding.finding_id
        from uncoded_finding
        where uncoded_finding.framework_id = $framework
    ) as is_uncoded
from finding
join selected_reviews on finding.review_id = selected_reviews.review_id
join review_framework
    on
        selected_reviews.review_id = review_framework.review_id
        and review_framework.framework_id = $framework
where
    (
        array_length($patterns) = 0
        or list_contains($patterns, coalesce(finding.pattern_id, 'none'))
    )
    and (
        array_length($perspectives) = 0
        or list_contains($perspectives, coalesce(finding.perspective, 'none'))
    )
    and (array_length($appraisals) = 0 or list_contains($appraisals, finding.appraisal))
    and (
        cast($text as varchar) is null
        or contains(lower(finding.statement), lower(cast($text as varchar)))
        or contains(lower(finding.quotation), lower(cast($text as varchar)))
        or contains(lower(selected_reviews.title), lower(cast($text as varchar)))
        or contains(lower(selected_reviews.review_ref), lower(cast($text as varchar)))
    )
