-- How many findings have a recommendation, and how many recommendations a finding and an action?
--
-- A problem, or a mixed finding, calls for an answer; a strength need not have one. Counted are
-- the sources that record recommendations at all, and what has no action only in those that record
-- actions. Where a factor, layer, pattern, perspective, appraisal or text is chosen, only such
-- findings and the recommendations that answer them are counted.
--
-- Parameters: none of its own
--
-- Returns one row, with these columns in this order:
--   findings                          findings, however appraised
--   findings_calling                  of these, problems and mixed findings: they call for an answer
--   findings_with_recommendation      of the latter, those that a recommendation answers
--   findings_without_recommendation   the others of them
--   recommendations                   recommendations
--   recommendations_linked            of these, those that say which finding they answer
--   recommendations_unlinked          those that do not
--   recommendations_with_action       those that have an action
--   recommendations_without_action    those that have none, where the source records actions
--   actions                           actions
--   actions_with_owner                of these, those whose owner is recorded
--   actions_with_due_date             those with a due date
--   actions_with_evidence             those with evidence of output, practice or outcome
--   actions_without_evidence          those of which it is recorded that nothing shows their effect
with found as (
    select
        count(*) as findings,
        count(case when is_calling then 1 end) as findings_calling,
        count(case when is_calling and is_answered then 1 end) as findings_with_recommendation
    from selected_calls
),

recommended as (
    select
        count(*) as recommendations,
        count(selected_recommendations.finding_id) as recommendations_linked,
        count(acted.recommendation_id) as recommendations_with_action,
        count(case when acted.recommendation_id is null and answering_sources.has_actions then 1 end)
            as recommendations_without_action
    from selected_recommendations
    join selected_reviews on selected_recommendations.review_id = selected_reviews.review_id
    join answering_sources on selected_reviews.source_id = answering_sources.source_id
    left join (
        select distinct recommendation_id
        from selected_actions
    ) as acted on selected_recommendations.recommendation_id = acted.recommendation_id
),

acted_on as (
    select
        count(*) as actions,
        count(tracked_actions.owner_agency_id) as actions_with_owner,
        count(tracked_actions.due_last) as actions_with_due_date,
        count(case when tracked_actions.evidence_grade <> 'none' then 1 end)
            as actions_with_evidence,
        count(case when tracked_actions.evidence_grade = 'none' then 1 end)
            as actions_without_evidence
    from tracked_actions
)

select
    found.findings,
    found.findings_calling,
    found.findings_with_recommendation,
    found.findings_calling - found.findings_with_recommendation as findings_without_recommendation,
    recommended.recommendations,
    recommended.recommendations_linked,
    recommended.recommendations - recommended.recommendations_linked as recommendations_unlinked,
    recommended.recommendations_with_action,
    recommended.recommendations_without_action,
    acted_on.actions,
    acted_on.actions_with_owner,
    acted_on.actions_with_due_date,
    acted_on.actions_with_evidence,
    acted_on.actions_without_evidence
from found
cross join recommended
cross join acted_on
