-- Which later practice could have shown a factor again after it was put right, and where was it found?
--
-- These are the reviews that the question follow_ups counts, each with what it holds of the factor at
-- that agency.
--
-- Parameters:
--   since        one of signed off or completed: what the clock starts with; blank for signed off
--   by_the_end   true: only what was signed off, and reviews dated, by the end of the chosen period; blank for all
--   action       reference of one action; blank for all
--   state        one of seen again, overlaps, not seen or too early: only follow-ups in this state; blank for all
--   at           code of the agency that is followed; blank for any
--   placed       one of after, straddles or not known; blank for all three
--   is_found     true: only where it is found again; blank for all
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

shown as (
    select
        listed.action_id,
        listed.action_source_id,
        listed.factor_id,
        listed.agency_id,
        listed.since_first,
        listed.since_last,
        later_practice.review_id,
        later_practice.placed,
        later_practice.began_on,
        case when later_practice.is_end_known then later_practice.ended_on end as ended_on
    from listed
    join later_practice
        on
            listed.origin_id = later_practice.origin_id
            and listed.factor_id = later_practice.factor_id
            and listed.agency_id = later_practice.agency_id
            and listed.since_first = later_practice.since_first
            and listed.since_last = later_practice.since_last
            and later_practice.placed <> 'before'
    where
        (cast($placed as varchar) is null or later_practice.placed = cast($placed as varchar))
        and (not coalesce(cast($is_found as boolean), false) or later_practice.is_found)
),

-- the findings of these reviews that hold a factor as a problem, by the agencies at which they are
-- found
holding as (
    select distinct
        counted_coding.review_id,
        counted_coding.finding_id,
        counted_coding.factor_id,
        present_agencies.group_id as agency_id
    from counted_coding
    join finding_agency on counted_coding.finding_id = finding_agency.finding_id
    join present_agencies on finding_agency.agency_id = present_agencies.agency_id
    where
        counted_coding.framework_id = $framework
        and counted_coding.appraisal in ('problem', 'mixed')
        and counted_coding.review_id in (select shown.review_id from shown)
        and counted_coding.factor_id in (select shown.factor_id from shown)
        and finding_agency.role <> 'affected'
)

select
    shown.action_source_id,
    action.action_ref,
    shown.factor_id,
    selected_factors.label as factor_label,
    shown.agency_id,
    agency.label as agency_label,
    shown.since_first,
    shown.since_last,
    review.source_id,
    review.review_ref,
    review.title,
    review.is_ordinary_work,
    shown.placed,
    shown.began_on as practice_from,
    shown.ended_on as practice_to,
    review.published_on,
    review.published_on_precision as published_precision,
    finding.finding_ref,
    finding.position,
    finding.statement,
    finding.appraisal,
    finding.quotation,
    finding.page,
    finding.locator
from shown
join action on shown.action_id = action.action_id
join selected_factors on shown.factor_id = selected_factors.factor_id
join agency on shown.agency_id = agency.agency_id
join review on shown.review_id = review.review_id
left join holding
    on
        shown.review_id = holding.review_id
        and shown.factor_id = holding.factor_id
        and shown.agency_id = holding.agency_id
left join finding on holding.finding_id = finding.finding_id
order by
    shown.action_id, selected_factors.position, agency.label, shown.agency_id,
    shown.began_on nulls last, shown.ended_on nulls last, review.source_id,
    review.review_ref, finding.position nulls last, finding.finding_ref
