-- Which later practice could have shown a factor again after it was put right, and where was it found?
--
-- These are the reviews that the question follow_ups counts, each with what it holds of the factor at
-- that agency.
--
-- Parameters:
--   since      what the clock starts with: signed off or completed; blank for signed off
--   action     reference of one action; blank for all
--   state      only follow-ups in this state: seen again, overlaps, not seen or too early; blank for all
--   at         code of the agency that is followed; blank for any
--   placed   after, straddles or not known; blank for all three
--   is_found   true: only where it is found again; blank for all
--
-- Returns one row per follow-up, review and finding, in this order:
--   action_source_id     code of the source of the action
--   action_ref           reference of the action
--   factor_id            code of the factor
--   factor_label         name of the factor
--   agency_id            code of the agency that is followed
--   agency_label         its name
--   since_first          first day on which the action may have been signed off, or completed
--   since_last           last day on which it may have been
--   source_id            code of the source of the later review
--   review_ref           reference of the later review
--   title                title of it, where it has one
--   is_ordinary_work     true for an audit of ordinary work, false for a case review
--   placed             after (began later), straddles (was under way then) or not known (no date of practice, or no end)
--   practice_from        first day on which its practice may have begun; blank if not recorded
--   practice_to          last day on which its practice may have ended; blank if not recorded
--   published_on         first day of the date of publication
--   published_precision  how much of that date is known: day, month, quarter or year
--   finding_ref          reference of the finding that holds the factor; blank if there is none
--   position             place of the finding in its review, from 1
--   statement            the finding, in the review's words
--   appraisal            problem or mixed
--   quotation            words of the review that the finding rests on
--   page                 page of the review
--   locator              where else it stands: paragraph, section, line
with listed as (
    select
        settled_follow_ups.action_id,
        settled_follow_ups.review_id as origin_id,
        origin.source_id as action_source_id,
        settled_follow_ups.factor_id,
        settled_follow_ups.agency_id,
        settled_follow_ups.since_first,
        settled_follow_ups.since_last
    from settled_follow_ups
    join action on settled_follow_ups.action_id = action.action_id
    join review as origin on settled_follow_ups.review_id = origin.review_id
    where
        (cast($action as varchar) is null or action.action_ref = cast($action as varchar))
        and (cast($state as varchar) is null or settled_follow_ups.state = cast($state as varchar))
        and (cast($at as varchar) is null or settled_follow_ups.agency_id = cast($at as varchar))
),

-- the findings that hold a factor as a problem, by the agencies at which they are found
holding as (
    select distinct
        finding.review_id,
        finding.finding_id,
        counted_coding.factor_id,
        agency_rollup.group_id as agency_id
    from counted_coding
    join finding on counted_coding.finding_id = finding.finding_id
    join finding_agency on finding.finding_id = finding_agency.finding_id
    join agency_rollup
        on
            finding_agency.agency_id = agency_rollup.agency_id
            and agency_rollup.agencies_as = 'named'
            and agency_rollup.is_followed
    where
        counted_coding.framework_id = $framework
        and finding.appraisal in ('problem', 'mixed')
        and finding_agency.role <> 'affected'
)

select
    listed.action_source_id,
    action.action_ref,
    listed.factor_id,
    selected_factors.label as factor_label,
    listed.agency_id,
    agency.label as agency_label,
    listed.since_first,
    listed.since_last,
    review.source_id,
    review.review_ref,
    review.title,
    review.is_ordinary_work,
    later_practice.placed,
    later_practice.began_on as practice_from,
    case when later_practice.is_end_known then later_practice.ended_on end as practice_to,
    review.published_on,
    review.published_on_precision as published_precision,
    finding.finding_ref,
    finding.position,
    finding.statement,
    finding.appraisal,
    finding.quotation,
    finding.page,
    finding.locator
from listed
join action on listed.action_id = action.action_id
join selected_factors on listed.factor_id = selected_factors.factor_id
join agency on listed.agency_id = agency.agency_id
join later_practice
    on
        listed.origin_id = later_practice.origin_id
        and listed.factor_id = later_practice.factor_id
        and listed.agency_id = later_practice.agency_id
        and listed.since_first = later_practice.since_first
        and listed.since_last = later_practice.since_last
        and later_practice.placed <> 'before'
join review on later_practice.review_id = review.review_id
left join holding
    on
        later_practice.review_id = holding.review_id
        and listed.factor_id = holding.factor_id
        and listed.agency_id = holding.agency_id
left join finding on holding.finding_id = finding.finding_id
where
    (cast($placed as varchar) is null or later_practice.placed = cast($placed as varchar))
    and (not coalesce(cast($is_found as boolean), false) or later_practice.is_found)
order by
    listed.action_id, selected_factors.position, agency.label, listed.agency_id,
    later_practice.began_on nulls last, later_practice.ended_on nulls last, review.source_id,
    review.review_ref, finding.position nulls last, finding.finding_ref
