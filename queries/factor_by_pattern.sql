-- In how many of the selected reviews is each factor found with each kind of underlying pattern?
--
-- A finding has one kind of pattern at most. Where the chosen sources record none at all, there is
-- no row for any kind: that nobody wrote it down is not a zero. Where one of them records none, its
-- reviews are not counted as having none, and are in the denominator of no kind.
--
-- Parameters: none of its own
--
-- Returns one row per factor and kind of pattern, factor by factor, in this order:
--   factor_id                 code of the factor in its framework
--   label                     name of the factor
--   layer                     code of the layer that the factor belongs to, blank if it has none
--   pattern_id                code of the kind of pattern; blank where it is not recorded
--   pattern                   name of the kind of pattern; blank where it is not recorded
--   reviews_with              reviews that hold a finding of both; blank if not assessed
--   findings                  findings of both; blank if not assessed
--   reviews_assessed          selected reviews assessed whose source records patterns
--   findings_coded            findings that hold any of these factors: the same in every row
--   findings_without_pattern  of these, findings whose pattern is not recorded: likewise
with found as (
    select
        factor_id,
        pattern_id,
        count(distinct review_id) as reviews_with,
        count(*) as findings
    from selected_findings
    group by factor_id, pattern_id
),

coded as (
    select
        count(distinct finding_id) as findings_coded,
        count(distinct case when pattern_id is null then finding_id end)
            as findings_without_pattern
    from selected_findings
),

recording as (
    select source_id
    from recording_sources
    where recorded = 'pattern'
),

assessed as (
    select
        selected_assessments.span,
        count(*) as reviews_assessed,
        count(recording.source_id) as reviews_recording
    from selected_assessments
    join selected_reviews on selected_assessments.review_id = selected_reviews.review_id
    left join recording on selected_reviews.source_id = recording.source_id
    group by selected_assessments.span
),

patterns as (
    select
        factor.factor_id as pattern_id,
        factor.label,
        factor.position
    from factor
    where
        factor.framework_id = 'scie-patterns'
        and (array_length($patterns) = 0 or list_contains($patterns, factor.factor_id))
        and exists (select recording.source_id from recording)
    union all
    select
        cast(null as varchar) as pattern_id,
        cast(null as varchar) as label,
        cast(null as integer) as position
    where array_length($patterns) = 0 or list_contains($patterns, 'none')
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        patterns.pattern_id,
        patterns.label as pattern,
        patterns.position as pattern_position,
        case
            when patterns.pattern_id is null then coalesce(assessed.reviews_assessed, 0)
            else coalesce(assessed.reviews_recording, 0)
        end as reviews_assessed
    from selected_factors
    cross join patterns
    left join assessed on selected_factors.span = assessed.span
)

select
    asked.factor_id,
    asked.label,
    asked.layer_id as layer,
    asked.pattern_id,
    asked.pattern,
    case when asked.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end as reviews_with,
    case when asked.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings,
    asked.reviews_assessed,
    coded.findings_coded,
    coded.findings_without_pattern
from asked
cross join coded
left join found
    on
        asked.factor_id = found.factor_id
        and asked.pattern_id is not distinct from found.pattern_id
order by asked.position, asked.pattern_position nulls last
