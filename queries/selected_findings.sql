-- The findings of the selected reviews, one row per finding and factor: the numerators.
--
-- Choosing a factor, layer, pattern, perspective, appraisal or text narrows what is found, never who was
-- assessed. A double-coded finding stands here once, by its consensus where there is one; a coding
-- with a factor that did not exist then does not stand here at all. The pattern or perspective
-- 'none' is chosen for findings where it is not recorded.
select
    counted_coding.review_id,
    counted_coding.finding_id,
    counted_coding.factor_id,
    counted_coding.appraisal,
    counted_coding.pattern_id,
    counted_coding.perspective
from counted_coding
join selected_reviews on counted_coding.review_id = selected_reviews.review_id
join selected_factors on counted_coding.factor_id = selected_factors.factor_id
where
    counted_coding.framework_id = $framework
    and (
        array_length($patterns) = 0
        or list_contains($patterns, coalesce(counted_coding.pattern_id, 'none'))
    )
    and (
        array_length($perspectives) = 0
        or list_contains($perspectives, coalesce(counted_coding.perspective, 'none'))
    )
    and (
        array_length($appraisals) = 0
        or list_contains($appraisals, counted_coding.appraisal)
    )
    and (
        cast($text as varchar) is null
        or counted_coding.finding_id in (
            select finding.finding_id
            from finding
            join selected_reviews on finding.review_id = selected_reviews.review_id
            where
                contains(lower(finding.statement), lower(cast($text as varchar)))
                or contains(lower(finding.quotation), lower(cast($text as varchar)))
                or contains(lower(selected_reviews.title), lower(cast($text as varchar)))
                or contains(lower(selected_reviews.review_ref), lower(cast($text as varchar)))
        )
    )
