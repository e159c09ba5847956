-- Which agencies had to do with one review, and how?
--
-- Parameters:
--   review   reference of the review
--
-- Returns one row per agency, with these columns in this order:
--   agency_id      code of the agency
--   agency_label   name of the agency
--   sector         sector that the agency belongs to
--   involvement    involved, contributed, addressed, found at or no contact
--   findings_at    findings of the review coded as found at the agency
with found_at as (
    select
        finding_agency.agency_id,
        finding.review_id,
        count(distinct finding_agency.finding_id) as findings_at
    from finding_agency
    join finding on finding_agency.finding_id = finding.finding_id
    join review on finding.review_id = review.review_id
    where
        finding_agency.attribution = 'coded'
        and finding_agency.role <> 'affected'
        and list_contains($sources, review.source_id)
        and review.review_ref = cast($review as varchar)
    group by finding_agency.agency_id, finding.review_id
)

select
    review_agency.agency_id,
    agency.label as agency_label,
    agency.sector,
    review_agency.involvement,
    coalesce(found_at.findings_at, 0) as findings_at
from review
join review_agency on review.review_id = review_agency.review_id
join agency on review_agency.agency_id = agency.agency_id
left join found_at
    on
        review_agency.review_id = found_at.review_id
        and review_agency.agency_id = found_at.agency_id
where
    list_contains($sources, review.source_id)
    and review.review_ref = cast($review as varchar)
order by agency.label, review_agency.agency_id
