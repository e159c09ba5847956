-- How many of the coders of each double-coded finding chose each factor?
--
-- Of the findings of the selected reviews that two or more people coded, each on their own. What the
-- coders then settled on together is left aside: it says nothing of how far they agreed. So is what
-- nobody is named for: it may be of any of those who are. A factor, or a layer, narrows what they are
-- compared on; what else is chosen of findings narrows nothing.
--
-- Parameters: none of its own
--
-- Returns one row per finding, span and factor that any of its coders chose, in this order:
--   source_id         code of the source
--   review_ref        the source's own reference of the review
--   finding_ref       the source's own reference of the finding
--   span              number of a stretch of time: its factors were all assessed in this review
--   factor_id         code of the factor; blank where no coder chose any of this span
--   factor_label      name of the factor
--   coders            people named who coded the finding in this framework
--   coders_choosing   how many of them chose this factor
with own_codings as (
    select
        finding_factor.finding_id,
        finding_factor.factor_id,
        finding_factor.coder
    from finding_factor
    where
        finding_factor.framework_id = $framework
        and not finding_factor.is_consensus
        and finding_factor.coder <> 'not named'
),

coded as (
    select
        own_codings.finding_id,
        count(distinct own_codings.coder) as coders
    from own_codings
    group by own_codings.finding_id
    having count(distinct own_codings.coder) > 1
),

choosing as (
    select
        own_codings.finding_id,
        own_codings.factor_id,
        count(distinct own_codings.coder) as coders_choosing
    from own_codings
    join coded on own_codings.finding_id = coded.finding_id
    group by own_codings.finding_id, own_codings.factor_id
),

chosen as (
    select
        choosing.finding_id,
        choosing.coders_choosing,
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.span,
        selected_factors.position
    from choosing
    join selected_factors on choosing.factor_id = selected_factors.factor_id
)

select
    selected_reviews.source_id,
    selected_reviews.review_ref,
    finding.finding_ref,
    selected_assessments.span,
    chosen.factor_id,
    chosen.label as factor_label,
    coded.coders,
    chosen.coders_choosing
from coded
join finding on coded.finding_id = finding.finding_id
join selected_reviews on finding.review_id = selected_reviews.review_id
join selected_assessments on finding.review_id = selected_assessments.review_id
left join chosen
    on
        coded.finding_id = chosen.finding_id
        and selected_assessments.span = chosen.span
order by
    selected_reviews.source_id,
    selected_reviews.review_ref,
    finding.position,
    finding.finding_ref,
    selected_assessments.span,
    chosen.position
