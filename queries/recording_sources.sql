-- The chosen sources that record something of their findings at all: a pattern, or a perspective.
--
-- That a source never writes it down is not a zero: its reviews are in no such denominator.
select distinct
    review.source_id,
    'pattern' as recorded
from finding
join review on finding.review_id = review.review_id
where list_contains($sources, review.source_id) and finding.pattern_id is not null
union all
select distinct
    review.source_id,
    'perspective' as recorded
from finding
join review on finding.review_id = review.review_id
where list_contains($sources, review.source_id) and finding.perspective is not null
