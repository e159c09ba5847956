-- The appraisals that the chosen sources use at all: what a factor can be found as.
--
-- A source that never appraises (all its findings are neutral) is not shown as having no strengths.
-- Where it does, selected reviews without one strength are shown as having none of each.
select distinct appraisal
from source_appraisal
where
    list_contains($sources, source_id)
    and framework_id = $framework
    and (array_length($appraisals) = 0 or list_contains($appraisals, appraisal))
