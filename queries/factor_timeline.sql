-- What happened when about a factor: in practice, in recommendations, and in actions until sign-off?
--
-- Practice is placed by when it happened, never by publication: a review that came out after a
-- sign-off usually describes practice before it. Recommendations and actions are those that answer a
-- finding with the factor. A step that an action never reached, or has no date for, has no row; but a
-- recommendation without a date, an action that is signed off on no recorded day, and practice of
-- which no date is recorded each have one, with blank days. Agencies count as the ones that took their place.
--
-- Parameters:
--   at      code of an agency: only findings found at it, what answers them, and what it is asked or owns; blank for any
--   event   one of practice, made, due, completed or signed off: only events of this kind; blank for all
--
-- Returns one row per factor and event, earliest first within a factor, in this order:
--   factor_id            code of the factor in its framework
--   factor_label         name of the factor
--   event                practice (a finding of it), made (a recommendation), or due, completed or signed off (an action)
--   first_day            first day it may be; of practice, the day on which it may first have begun; blank if not recorded
--   last_day             last day it may be; of practice, the last day of the date that ends it
--   precision            how much of the date is known: day, month, quarter or year; of practice, of its end
--   began_is_known       of practice: true where its beginning is recorded, and not after its end
--   began_precision      of practice: how much of the date of its beginning is known; blank if that is not known
--   ended_is_known       of practice: false where only its beginning is recorded, and it may have gone on
--   published_first_day  first day on which the review may have come out; blank if not recorded
--   published_last_day   last day on which it may have
--   published_precision  how much of that date is known: day, month, quarter or year
--   source_id            code of the source
--   review_ref           the source's own reference of the review
--   title                title of the review, where it has one
--   board                board that commissioned the review, or what stands for it in the source
--   is_ordinary_work     true for an audit of ordinary work, false for a case review
--   finding_ref          the source's own reference of the finding
--   recommendation_ref   the source's own reference of the recommendation; blank for practice
--   action_ref           the source's own reference of the action; blank for practice and recommendations
--   label                the finding, recommendation or action in words; blank where not recorded
--   appraisal            problem, strength, mixed or neutral: of the finding
--   agency_id            codes of the agencies at which the finding was made, or that are asked or own the action
--   agency_label         names of them; of an addressee that is no agency, what the source calls it
--   attribution          of practice: coded (found at those agencies) or review (only in the same review)
--   status               how far the action is
with agencies_found as (
    select distinct
        finding_agency.finding_id,
        finding_agency.attribution,
        present_agencies.group_id,
        present_agencies.label
    from finding_agency
    join present_agencies on finding_agency.agency_id = present_agencies.agency_id
    where
        finding_agency.role <> 'affected'
        and finding_agency.finding_id in (select selected_findings.finding_id from selected_findings)
),

found_at as (
    select
        finding_id,
        min(attribution) as attribution,
        string_agg(group_id, '; ' order by label, group_id) as agency_id,
        string_agg(label, '; ' order by label, group_id) as agency_label,
        bool_or(group_id = cast($at as varchar)) as is_at
    from agencies_found
    group by finding_id
),

answers as (
    select
        selected_findings.review_id,
        selected_findings.finding_id,
        selected_findings.factor_id,
        selected_findings.appraisal,
        selected_recommendations.recommendation_id,
        coalesce(present_agencies.group_id, selected_recommendations.addressed_to) as agency_id,
        coalesce(present_agencies.label, selected_recommendations.addressed_to) as agency_label
    from selected_findings
    join selected_recommendations
        on selected_findings.finding_id = selected_recommendations.finding_id
    left join present_agencies on selected_recommendations.addressed_to = present_agencies.agency_id
),

steps as (
    select
        selected_actions.action_id,
        selected_actions.recommendation_id,
        selected_actions.status,
        present_agencies.group_id as agency_id,
        present_agencies.label as agency_label,
        answer_date.step,
        answer_date.first_day,
        answer_date.last_day,
        answer_date.precision
    from selected_actions
    join answer_date on selected_actions.action_id = answer_date.action_id
    left join present_agencies on selected_actions.owner_agency_id = present_agencies.agency_id
    union all
    select
        selected_actions.action_id,
        selected_actions.recommendation_id,
        selected_actions.status,
        present_agencies.group_id as agency_id,
        present_agencies.label as agency_label,
        'signed off' as step,
        cast(null as date) as first_day,
        cast(null as date) as last_day,
        cast(null as varchar) as precision
    from selected_actions
    left join answer_date
        on selected_actions.action_id = answer_date.action_id and answer_date.step = 'signed off'
    left join present_agencies on selected_actions.owner_agency_id = present_agencies.agency_id
    where selected_actions.status = 'signed off' and answer_date.action_id is null
),

events as (
    select
        'practice' as event,
        selected_findings.review_id,
        selected_findings.finding_id,
        selected_findings.factor_id,
        selected_findings.appraisal,
        cast(null as integer) as recommendation_id,
        cast(null as integer) as action_id,
        case
            when review.practice_from <= review_date.last_day then review.practice_from
            else review_date.first_day
        end as first_day,
        review_date.last_day,
        review_date.precision,
        case
            when review_date.last_day is not null
                then coalesce(review.practice_from <= review_date.last_day, false)
        end as began_is_known,
        case
            when review.practice_from <= review_date.last_day then review.practice_from_precision
        end as began_precision,
        case
            when review_date.last_day is not null
                then review.practice_to is not null or review.incident_on is not null
        end as ended_is_known,
        found_at.agency_id,
        found_at.agency_label,
        found_at.attribution,
        cast(null as varchar) as status
    from selected_findings
    join review on selected_findings.review_id = review.review_id
    left join review_date
        on selected_findings.review_id = review_date.review_id and review_date.basis = 'practice'
    left join found_at on selected_findings.finding_id = found_at.finding_id
    union all
    select
        'made' as event,
        answers.review_id,
        answers.finding_id,
        answers.factor_id,
        answers.appraisal,
        answers.recommendation_id,
        cast(null as integer) as action_id,
        answer_date.first_day,
        answer_date.last_day,
        answer_date.precision,
        cast(null as boolean) as began_is_known,
        cast(null as varchar) as began_precision,
        cast(null as boolean) as ended_is_known,
        answers.agency_id,
        answers.agency_label,
        cast(null as varchar) as attribution,
        cast(null as varchar) as status
    from answers
    left join answer_date
        on answers.recommendation_id = answer_date.recommendation_id and answer_date.step = 'made'
    union all
    select
        steps.step as event,
        answers.review_id,
        answers.finding_id,
        answers.factor_id,
        answers.appraisal,
        answers.recommendation_id,
        steps.action_id,
        steps.first_day,
        steps.last_day,
        steps.precision,
        cast(null as boolean) as began_is_known,
        cast(null as varchar) as began_precision,
        cast(null as boolean) as ended_is_known,
        steps.agency_id,
        steps.agency_label,
        cast(null as varchar) as attribution,
        steps.status
    from answers
    join steps on answers.recommendation_id = steps.recommendation_id
)

select
    events.factor_id,
    selected_factors.label as factor_label,
    events.event,
    events.first_day,
    events.last_day,
    events.precision,
    events.began_is_known,
    events.began_precision,
    events.ended_is_known,
    published.first_day as published_first_day,
    published.last_day as published_last_day,
    published.precision as published_precision,
    selected_reviews.source_id,
    selected_reviews.review_ref,
    selected_reviews.title,
    selected_reviews.board,
    selected_reviews.is_ordinary_work,
    finding.finding_ref,
    recommendation.recommendation_ref,
    action.action_ref,
    case events.event
        when 'practice' then finding.statement
        when 'made' then recommendation.statement
        else action.statement
    end as label,
    events.appraisal,
    events.agency_id,
    events.agency_label,
    events.attribution,
    events.status
from events
join selected_factors on events.factor_id = selected_factors.factor_id
join selected_reviews on events.review_id = selected_reviews.review_id
join finding on events.finding_id = finding.finding_id
left join recommendation on events.recommendation_id = recommendation.recommendation_id
left join action on events.action_id = action.action_id
left join review_date as published
    on events.review_id = published.review_id and published.basis = 'published'
left join found_at on events.finding_id = found_at.finding_id
where
    (cast($event as varchar) is null or events.event = cast($event as varchar))
    and (
        cast($at as varchar) is null
        or coalesce(found_at.is_at, false)
        or (events.event <> 'practice' and events.agency_id = cast($at as varchar))
    )
order by
    selected_factors.position,
    events.first_day nulls last,
    events.last_day,
    case events.event
        when 'practice' then 1
        when 'made' then 2
        when 'due' then 3
        when 'completed' then 4
        else 5
    end,
    selected_reviews.source_id,
    selected_reviews.review_ref,
    finding.position,
    finding.finding_ref,
    recommendation.recommendation_ref,
    action.action_ref
