-- What was put right, to be followed: one row per action with a date of sign-off (or of completion,
-- where $since says so), factor and agency.
--
-- The factor is one of the problem that the action answers. The agency is the action's owner where
-- the problem was found at it; else each agency at which it was found; and the owner where it was
-- found at none. An agency counts as the one that took its place.
--
-- Where $by_the_end says so, only what was certainly put right by the end of the chosen period.
with dated as (
    select
        selected_actions.action_id,
        selected_actions.recommendation_id,
        selected_actions.review_id,
        selected_actions.finding_id,
        selected_actions.owner_agency_id,
        selected_actions.strength,
        selected_actions.evidence_grade,
        answer_date.first_day as since_first,
        answer_date.last_day as since_last,
        answer_date.precision as since_precision
    from selected_actions
    join answer_date
        on
            selected_actions.action_id = answer_date.action_id
            and answer_date.step = coalesce(cast($since as varchar), 'signed off')
    where
        coalesce(selected_actions.status, '') not in ('superseded', 'not accepted')
        and (
            not coalesce(cast($by_the_end as boolean), false)
            or cast($period_to as date) is null
            or answer_date.last_day <= cast($period_to as date)
        )
),

problems as (
    select
        selected_findings.finding_id,
        selected_findings.factor_id
    from selected_findings
    where
        selected_findings.appraisal in ('problem', 'mixed')
        and selected_findings.finding_id in (select dated.finding_id from dated)
),

found_at as (
    select distinct
        finding_agency.finding_id,
        present_agencies.group_id as agency_id
    from finding_agency
    join dated on finding_agency.finding_id = dated.finding_id
    join present_agencies on finding_agency.agency_id = present_agencies.agency_id
    where finding_agency.role <> 'affected'
),

-- The board owns actions for others, and takes part in no practice.
owned as (
    select
        dated.action_id,
        dated.finding_id,
        present_agencies.group_id as agency_id
    from dated
    join present_agencies on dated.owner_agency_id = present_agencies.agency_id
    join agency on present_agencies.group_id = agency.agency_id
    where agency.is_one_body and agency.sector <> 'partnership'
),

owned_there as (
    select
        owned.action_id,
        owned.agency_id
    from owned
    join found_at on owned.finding_id = found_at.finding_id and owned.agency_id = found_at.agency_id
),

followed_at as (
    select
        action_id,
        agency_id
    from owned_there
    union all
    select
        dated.action_id,
        found_at.agency_id
    from dated
    join found_at on dated.finding_id = found_at.finding_id
    where dated.action_id not in (select owned_there.action_id from owned_there)
    union all
    select
        owned.action_id,
        owned.agency_id
    from owned
    where owned.finding_id not in (select found_at.finding_id from found_at)
)

select
    dated.action_id,
    dated.recommendation_id,
    dated.review_id,
    dated.finding_id,
    problems.factor_id,
    followed_at.agency_id,
    dated.strength,
    dated.evidence_grade,
    dated.since_first,
    dated.since_last,
    dated.since_precision
from dated
join problems on dated.finding_id = problems.finding_id
join followed_at on dated.action_id = followed_at.action_id
