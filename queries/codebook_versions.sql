-- With which versions of the codebook were the reviews of each period coded?
--
-- Beside the version in which a factor's definition was last changed (question `codebook`), this
-- tells from which period on its numbers rest on the new definition.
--
-- Parameters:
--   period_kind   one of financial_quarter, financial_year, calendar_quarter or calendar_year
--
-- Returns one row per period and version, in this order:
--   period_from        first day of the period; blank: the review's date falls into no such period
--   codebook_version   version that a coder used; blank where it is not recorded
--   reviews            reviews of the period with a coding of that version
with versions as (
    select distinct
        finding.review_id,
        finding_factor.codebook_version
    from finding_factor
    join finding on finding_factor.finding_id = finding.finding_id
    join selected_reviews on finding.review_id = selected_reviews.review_id
    where finding_factor.framework_id = $framework
)

select
    review_period.period_from,
    versions.codebook_version,
    count(*) as reviews
from versions
left join review_period
    on
        versions.review_id = review_period.review_id
        and review_period.basis = $basis
        and review_period.period_kind = $period_kind
group by review_period.period_from, versions.codebook_version
order by review_period.period_from nulls last, versions.codebook_version nulls last
