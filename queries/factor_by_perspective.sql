-- In how many of the selected reviews is each factor found in a finding that rests on each account?
--
-- A review counts at each of the accounts that hold the factor in it, so the accounts of a factor may
-- add up to more than its reviews. That an account does not hold a factor is not that it denies it.
-- Where a source records no account at all, its reviews are in the denominator of none.
--
-- Parameters: none of its own
--
-- Returns one row per factor, appraisal and account, in this order:
--   factor_id           code of the factor in its framework
--   label               name of the factor
--   layer               code of the layer that the factor belongs to, blank if it has none
--   layer_label         name of that layer
--   appraisal           problem, strength, mixed or neutral
--   perspective         whose account: practitioner, manager, family, record; blank: not recorded
--   perspective_label   name of that account; blank: not recorded
--   reviews_with        reviews in which the account holds the factor; blank if not assessed
--   reviews_assessed    selected reviews assessed whose source records accounts: the denominator
--   findings            findings of that account that hold the factor; blank if not assessed
with accounts as (
    select distinct finding.perspective
    from finding
    join review on finding.review_id = review.review_id
    where
        list_contains($sources, review.source_id)
        and finding.perspective is not null
        and (array_length($perspectives) = 0 or list_contains($perspectives, finding.perspective))
    union all
    select cast(null as varchar) as perspective
    from (select count(*) as reviews from selected_reviews) as one_row
    where array_length($perspectives) = 0 or list_contains($perspectives, 'none')
),

recording as (
    select source_id
    from recording_sources
    where recorded = 'perspective'
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

found as (
    select
        factor_id,
        appraisal,
        perspective,
        count(distinct review_id) as reviews_with,
        count(*) as findings
    from selected_findings
    group by factor_id, appraisal, perspective
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        appraisals_in_use.appraisal,
        accounts.perspective,
        case
            when accounts.perspective is null then coalesce(assessed.reviews_assessed, 0)
            else coalesce(assessed.reviews_recording, 0)
        end as reviews_assessed
    from selected_factors
    cross join appraisals_in_use
    cross join accounts
    left join assessed on selected_factors.span = assessed.span
)

select
    asked.factor_id,
    asked.label,
    asked.layer_id as layer,
    layer.label as layer_label,
    asked.appraisal,
    asked.perspective,
    term.label as perspective_label,
    case when asked.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end as reviews_with,
    asked.reviews_assessed,
    case when asked.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings
from asked
left join found
    on
        asked.factor_id = found.factor_id
        and asked.appraisal = found.appraisal
        and asked.perspective is not distinct from found.perspective
left join layer on layer.framework_id = $framework and asked.layer_id = layer.layer_id
left join term on term.vocabulary = 'perspective' and asked.perspective = term.term
order by asked.position, asked.factor_id, asked.appraisal, term.position nulls last, asked.perspective
