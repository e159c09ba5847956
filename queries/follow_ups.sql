-- Was a factor found again in practice that took place after an action on it was signed off?
--
-- One follow-up is one action with one factor of the problem that it answers, at one agency: the
-- action's owner where the problem was found at it, else each agency where it was found. It is looked
-- for in the other reviews of the same board, of all chosen sources, in which that agency was involved
-- and the factor assessed, whatever else is chosen; and placed by the period of practice, never by
-- publication. "Not seen" is not "solved".
--
-- Parameters:
--   since           one of signed off or completed: what the clock starts with; blank for signed off
--   by_the_end      true: only what was signed off, and reviews dated, by the end of the chosen period; blank for all
--   reading         one of strict or lenient: by which state they are kept; blank for the state that has overlaps
--   state           one of seen again, overlaps, not seen or too early: only follow-ups in this state; blank for all
--   at              code of the agency that is followed; blank for any
--   strength        one of strong, intermediate, weak or none (not recorded): only actions of this strength; blank for all
--   evidence        one of outcome, practice, output, none (shown to be none) or not recorded: only actions with this evidence; blank for all
--   review          reference of the review that asked for the action; blank for all
--   review_source   code of its source, where several have that reference; blank for any
--
-- Returns one row per action, factor and agency, review by review, in this order:
--   source_id                code of the source
--   board                    board that commissioned the review
--   review_ref               reference of the review that asked for it
--   recommendation_ref       reference of the recommendation
--   finding_ref              reference of the finding that is answered
--   action_ref               reference of the action
--   action                   what was done
--   owner_label              agency that owned it
--   factor_id                code of the factor
--   factor_label             name of the factor
--   agency_id                code of the agency that is followed
--   agency_label             its name
--   attribution              coded: found at that agency; review: only in the same review as it
--   since_first              first day on which it may have been signed off, or completed
--   since_last               last day on which it may have been
--   since_precision          how much of that date is known: day, month, quarter or year
--   strength                 strong, intermediate or weak: as recorded, else by its type
--   evidence_grade           what shows its effect: none, output, practice or outcome
--   state                     seen again, overlaps, not seen or too early
--   strict_state             seen again, not seen or too early, by practice that began later
--   lenient_state            the same by practice that ended later
--   reviews_after            reviews of practice that began later: what could have shown it
--   reviews_after_with       of these, reviews in which it is found as a problem
--   reviews_straddling       reviews of practice that was under way then
--   reviews_straddling_with  of these, reviews in which it is found as a problem
--   reviews_not_placed       reviews left out: no date of practice, or only that it began before
--   strict_event_on          day on which the first later practice with it began
--   strict_last_on           day on which the last practice that began later began
--   lenient_event_on         day on which the first practice with it that ended later ended
--   lenient_last_on          day on which the last practice that ended later ended
select
    review.source_id,
    review.board,
    review.review_ref,
    recommendation.recommendation_ref,
    finding.finding_ref,
    action.action_ref,
    action.statement as action,
    owner.label as owner_label,
    settled_follow_ups.factor_id,
    selected_factors.label as factor_label,
    settled_follow_ups.agency_id,
    agency.label as agency_label,
    source.attribution,
    settled_follow_ups.since_first,
    settled_follow_ups.since_last,
    settled_follow_ups.since_precision,
    settled_follow_ups.strength,
    settled_follow_ups.evidence_grade,
    settled_follow_ups.state,
    settled_follow_ups.strict_state,
    settled_follow_ups.lenient_state,
    settled_follow_ups.reviews_after,
    settled_follow_ups.reviews_after_with,
    settled_follow_ups.reviews_straddling,
    settled_follow_ups.reviews_straddling_with,
    settled_follow_ups.reviews_not_placed,
    settled_follow_ups.strict_event_on,
    settled_follow_ups.strict_last_on,
    settled_follow_ups.lenient_event_on,
    settled_follow_ups.lenient_last_on
from settled_follow_ups
join action on settled_follow_ups.action_id = action.action_id
join recommendation on settled_follow_ups.recommendation_id = recommendation.recommendation_id
join finding on settled_follow_ups.finding_id = finding.finding_id
join review on settled_follow_ups.review_id = review.review_id
join source on review.source_id = source.source_id
join selected_factors on settled_follow_ups.factor_id = selected_factors.factor_id
join agency on settled_follow_ups.agency_id = agency.agency_id
left join agency as owner on action.owner_agency_id = owner.agency_id
where
    (
        cast($state as varchar) is null
        or case cast($reading as varchar)
            when 'strict' then settled_follow_ups.strict_state
            when 'lenient' then settled_follow_ups.lenient_state
            else settled_follow_ups.state
        end = cast($state as varchar)
    )
    and (cast($at as varchar) is null or settled_follow_ups.agency_id = cast($at as varchar))
    and (
        cast($strength as varchar) is null
        or coalesce(settled_follow_ups.strength, 'none') = cast($strength as varchar)
    )
    and (
        cast($evidence as varchar) is null
        or coalesce(settled_follow_ups.evidence_grade, 'not recorded') = cast($evidence as varchar)
    )
    and (cast($review as varchar) is null or review.review_ref = cast($review as varchar))
    and (
        cast($review_source as varchar) is null
        or review.source_id = cast($review_source as varchar)
    )
order by
    review.source_id, review.review_ref, action.action_id, selected_factors.position, agency.label,
    settled_follow_ups.agency_id
