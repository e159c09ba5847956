-- After how many signed-off actions was their factor found again?
--
-- A follow-up is one action with one factor at one agency, as in the question follow_ups, which lists
-- them. The four states add up to the follow-ups, and so do the three of either reading: strict takes
-- practice that began after the sign-off, lenient also what ended after it.
--
-- Parameters:
--   since        one of signed off or completed: what the clock starts with; blank for signed off
--   by_the_end   true: only what was signed off, and reviews dated, by the end of the chosen period; blank for all
--   by           one of strength, evidence, agency, factor or board; blank for all actions together
--   at           code of the agency that is followed; blank for any
--
-- Returns one row per group of follow-ups, in this order:
--   group_id            code of the group; blank where it is not recorded, or for all together
--   group_label         name of the group
--   follow_ups          actions with their factor and agency
--   actions             actions, each once
--   seen_again          found again in practice that began later
--   overlaps            found only in practice that was under way at sign-off
--   not_seen            not found in any later practice that could have shown it
--   too_early           no practice that could have shown it began later
--   strict_not_seen     by practice that began later: not found in it
--   strict_too_early    by practice that began later: there was none
--   lenient_seen_again  by practice that ended later: found in it
--   lenient_not_seen    by practice that ended later: not found in it
--   lenient_too_early   by practice that ended later: there was none
with grouped as (
    select
        settled_follow_ups.action_id,
        settled_follow_ups.state,
        settled_follow_ups.strict_state,
        settled_follow_ups.lenient_state,
        case cast($by as varchar)
            when 'strength' then settled_follow_ups.strength
            when 'evidence' then settled_follow_ups.evidence_grade
            when 'agency' then settled_follow_ups.agency_id
            when 'factor' then settled_follow_ups.factor_id
            when 'board' then review.board
        end as group_id,
        case cast($by as varchar)
            when 'strength' then strength.label
            when 'evidence' then evidence.label
            when 'agency' then agency.label
            when 'factor' then selected_factors.label
            when 'board' then review.board
        end as group_label,
        case cast($by as varchar)
            when 'strength' then strength.position
            when 'evidence' then evidence.position
            when 'factor' then selected_factors.position
            else 0
        end as place
    from settled_follow_ups
    join review on settled_follow_ups.review_id = review.review_id
    join agency on settled_follow_ups.agency_id = agency.agency_id
    join selected_factors on settled_follow_ups.factor_id = selected_factors.factor_id
    left join term as strength
        on strength.vocabulary = 'strength' and settled_follow_ups.strength = strength.term
    left join term as evidence
        on
            evidence.vocabulary = 'action_evidence'
            and settled_follow_ups.evidence_grade = evidence.term
    where cast($at as varchar) is null or settled_follow_ups.agency_id = cast($at as varchar)
)

select
    group_id,
    group_label,
    count(*) as follow_ups,
    count(distinct action_id) as actions,
    count(*) filter (where state = 'seen again') as seen_again,
    count(*) filter (where state = 'overlaps') as overlaps,
    count(*) filter (where state = 'not seen') as not_seen,
    count(*) filter (where state = 'too early') as too_early,
    count(*) filter (where strict_state = 'not seen') as strict_not_seen,
    count(*) filter (where strict_state = 'too early') as strict_too_early,
    count(*) filter (where lenient_state = 'seen again') as lenient_seen_again,
    count(*) filter (where lenient_state = 'not seen') as lenient_not_seen,
    count(*) filter (where lenient_state = 'too early') as lenient_too_early
from grouped
group by group_id, group_label, place
order by place nulls last, follow_ups desc, group_label nulls last, group_id nulls last
