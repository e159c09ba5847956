-- Which findings stand in one review, coded or not?
--
-- A finding stands here with every factor that any coder gave it in the framework, as the review
-- was coded: what is counted of it is in `findings`, and coders are counted as they are there.
--
-- Parameters:
--   review   reference of the review
--
-- Returns one row per finding, in the review's own order, with these columns in this order:
--   finding_ref       the source's own reference of the finding
--   position          place of the finding in its review, from 1
--   statement         the finding, in the review's words
--   appraisal         problem, strength, mixed or neutral
--   factors           factors of the framework given to it, blank if none was
--   other_factors     factors of other frameworks given to it, blank if none was
--   pattern           name of the kind of underlying pattern, blank if not recorded
--   perspective       whose account the finding rests on, blank if not recorded
--   quotation         words of the review that the finding rests on
--   page              page of the review
--   locator           where else it stands: paragraph, section, line
--   found_at          agencies at which it is coded, blank if it is not coded to agencies
--   coders            people named who coded it alone; 1 if none is named, 0 if all is consensus
with stated as (
    select
        finding.finding_id,
        finding.finding_ref,
        finding.position,
        finding.statement,
        finding.appraisal,
        finding.pattern_id,
        finding.perspective,
        finding.quotation,
        finding.page,
        finding.locator
    from finding
    join review on finding.review_id = review.review_id
    where
        list_contains($sources, review.source_id)
        and review.review_ref = cast($review as varchar)
),

given as (
    select distinct
        finding_factor.finding_id,
        finding_factor.framework_id,
        factor.position,
        factor.label
    from finding_factor
    join stated on finding_factor.finding_id = stated.finding_id
    join factor
        on
            finding_factor.framework_id = factor.framework_id
            and finding_factor.factor_id = factor.factor_id
),

coded as (
    select
        finding_id,
        string_agg(label, '; ' order by position) as factors
    from given
    where framework_id = $framework
    group by finding_id
),

coded_elsewhere as (
    select
        finding_id,
        string_agg(label, '; ' order by framework_id, position) as other_factors
    from given
    where framework_id <> $framework
    group by finding_id
),

coders_of as (
    select
        finding_factor.finding_id,
        greatest(
            count(distinct finding_factor.coder) filter (where finding_factor.coder <> 'not named'),
            1
        ) as coders
    from finding_factor
    join stated on finding_factor.finding_id = stated.finding_id
    where finding_factor.framework_id = $framework and not finding_factor.is_consensus
    group by finding_factor.finding_id
),

agencies as (
    select
        finding_agency.finding_id,
        string_agg(agency.label, '; ' order by agency.label) as found_at
    from finding_agency
    join stated on finding_agency.finding_id = stated.finding_id
    join agency on finding_agency.agency_id = agency.agency_id
    where finding_agency.attribution = 'coded' and finding_agency.role <> 'affected'
    group by finding_agency.finding_id
)

select
    stated.finding_ref,
    stated.position,
    stated.statement,
    stated.appraisal,
    coded.factors,
    coded_elsewhere.other_factors,
    pattern.label as pattern,
    stated.perspective,
    stated.quotation,
    stated.page,
    stated.locator,
    agencies.found_at,
    coalesce(coders_of.coders, 0) as coders
from stated
left join coded on stated.finding_id = coded.finding_id
left join coded_elsewhere on stated.finding_id = coded_elsewhere.finding_id
left join coders_of on stated.finding_id = coders_of.finding_id
left join agencies on stated.finding_id = agencies.finding_id
left join factor as pattern
    on stated.pattern_id = pattern.factor_id and pattern.framework_id = 'scie-patterns'
order by stated.position, stated.finding_ref
