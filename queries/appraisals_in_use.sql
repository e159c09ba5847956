-- The appraisals that the selected reviews use at all: what a factor can be found as.
--
-- A source that never appraises (all its findings are neutral) is not shown as having no strengths.
select distinct counted_coding.appraisal
from counted_coding
join selected_reviews on counted_coding.review_id = selected_reviews.review_id
where
    counted_coding.framework_id = $framework
    and (
        array_length($appraisals) = 0
        or list_contains($appraisals, counted_coding.appraisal)
    )
