-- Which recommendations can be compared with those made before, and what became of each?
--
-- They are compared by the factors of the finding that a recommendation answers, and by the agency
-- that it asks: whom it is addressed to or, where that is not recorded, the one agency at which the
-- finding is found. An agency counts as the last that took its place. Which recommendations cannot
-- be compared, and why, is asked by `recommendations_not_compared`.
--
-- An action is signed off if its status or a date of sign-off says so, and complete likewise. One that
-- is superseded or not accepted is neither, and its dates are not told.
--
-- Parameters: none of its own
--
-- Returns one row per recommendation and factor, as they were made, in this order:
--   source_id                   code of the source
--   board                       board that commissioned the review, blank if not recorded
--   review_ref                  the source's own reference of the review
--   recommendation_ref          the source's own reference of the recommendation
--   statement                   what the review asks
--   factor_id                   code of a factor of the finding that it answers
--   factor_label                name of that factor
--   agency_id                   code of the agency that it asks
--   agency_label                name of that agency
--   made_first                  first day of the date on which it was made
--   made_last                   last day of that date
--   made_precision              how much of that date is known: day, month, quarter or year
--   actions                     actions that answer it
--   actions_signed_off          of these, actions that are signed off
--   actions_complete            of these, actions that are complete and not signed off
--   last_completed_on           first day of the latest date of completion, blank if none is recorded
--   last_completed_precision    how much of that date is known
--   last_signed_off_on          first day of the latest date of sign-off, blank if none is recorded
--   last_signed_off_precision   how much of that date is known
--   all_signed_off_by           day by which all its actions were signed off, blank if not known
--   statuses                    statuses of its actions, each once, blank if none is recorded
--   best_evidence               best that shows an effect of its actions, blank if not recorded
-- superseded and not accepted are left out; a later date counts by its last day, and of two with
-- the same last day the one that is known more closely
with dated as (
    select
        selected_actions.recommendation_id,
        completed.first_day as completed_first,
        completed.precision as completed_precision,
        date_diff('day', date '1900-01-01', completed.last_day) * 1000
        - date_diff('day', completed.first_day, completed.last_day) as completed_place,
        signed_off.first_day as signed_off_first,
        signed_off.last_day as signed_off_last,
        signed_off.precision as signed_off_precision,
        date_diff('day', date '1900-01-01', signed_off.last_day) * 1000
        - date_diff('day', signed_off.first_day, signed_off.last_day) as signed_off_place,
        selected_actions.status = 'signed off' or signed_off.first_day is not null as is_signed_off,
        selected_actions.status in ('complete', 'awaiting sign-off')
        or completed.first_day is not null as is_complete
    from selected_actions
    left join answer_date as completed
        on selected_actions.action_id = completed.action_id and completed.step = 'completed'
    left join answer_date as signed_off
        on selected_actions.action_id = signed_off.action_id and signed_off.step = 'signed off'
    where
        selected_actions.status is null
        or selected_actions.status not in ('superseded', 'not accepted')
),

done as (
    select
        recommendation_id,
        count(*) filter (where is_signed_off) as actions_signed_off,
        count(*) filter (where is_complete and not coalesce(is_signed_off, false))
            as actions_complete,
        count(*) filter (where signed_off_last is not null) as actions_dated,
        arg_max(completed_first, completed_place) as last_completed_on,
        arg_max(completed_precision, completed_place) as last_completed_precision,
        arg_max(signed_off_first, signed_off_place) as last_signed_off_on,
        arg_max(signed_off_precision, signed_off_place) as last_signed_off_precision,
        max(signed_off_last) as signed_off_by
    from dated
    group by recommendation_id
),

answered as (
    select
        selected_actions.recommendation_id,
        count(*) as actions,
        max(evidence.position) as best_evidence,
        min(status.position) as first_status,
        max(status.position) as last_status
    from selected_actions
    left join term as evidence
        on
            evidence.vocabulary = 'action_evidence'
            and selected_actions.evidence_grade = evidence.term
    left join term as status
        on status.vocabulary = 'status' and selected_actions.status = status.term
    group by selected_actions.recommendation_id
),

-- most recommendations have one status: only those of several are put together
stated as (
    select
        answered.recommendation_id,
        term.label as statuses
    from answered
    join term on term.vocabulary = 'status' and answered.first_status = term.position
    where answered.first_status = answered.last_status
    union all
    select
        named.recommendation_id,
        string_agg(term.label, '; ' order by term.position) as statuses
    from (
        select distinct
            selected_actions.recommendation_id,
            selected_actions.status
        from selected_actions
        join answered on selected_actions.recommendation_id = answered.recommendation_id
        where answered.first_status < answered.last_status
    ) as named
    join term on term.vocabulary = 'status' and named.status = term.term
    group by named.recommendation_id
)

select
    selected_reviews.source_id,
    selected_reviews.board,
    selected_reviews.review_ref,
    recommendation.recommendation_ref,
    recommendation.statement,
    selected_factors.factor_id,
    selected_factors.label as factor_label,
    selected_addressees.agency_id,
    selected_addressees.agency_label,
    selected_addressees.made_first,
    selected_addressees.made_last,
    selected_addressees.made_precision,
    coalesce(answered.actions, 0) as actions,
    coalesce(done.actions_signed_off, 0) as actions_signed_off,
    coalesce(done.actions_complete, 0) as actions_complete,
    done.last_completed_on,
    done.last_completed_precision,
    done.last_signed_off_on,
    done.last_signed_off_precision,
    case when done.actions_dated = answered.actions then done.signed_off_by end
        as all_signed_off_by,
    stated.statuses,
    evidence.label as best_evidence
from selected_addressees
join recommendation
    on selected_addressees.recommendation_id = recommendation.recommendation_id
join selected_reviews on selected_addressees.review_id = selected_reviews.review_id
join selected_findings on selected_addressees.finding_id = selected_findings.finding_id
join selected_factors on selected_findings.factor_id = selected_factors.factor_id
left join answered on selected_addressees.recommendation_id = answered.recommendation_id
left join done on selected_addressees.recommendation_id = done.recommendation_id
left join stated on selected_addressees.recommendation_id = stated.recommendation_id
left join term as evidence
    on
        evidence.vocabulary = 'action_evidence'
        and answered.best_evidence = evidence.position
where selected_addressees.not_compared_for is null
order by
    selected_addressees.made_first,
    selected_addressees.made_last,
    selected_reviews.source_id,
    recommendation.recommendation_ref,
    selected_factors.position,
    selected_factors.factor_id
