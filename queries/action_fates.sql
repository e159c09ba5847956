-- Whether each selected action that was signed off (or completed, where $since says so) is followed,
-- and else why not: one row per action, and one reason. Where $by_the_end says so, without those whose
-- sign-off may have been after the end of the chosen period.
with done as (
    select
        selected_actions.action_id,
        selected_actions.finding_id,
        selected_actions.status,
        answer_date.first_day as since_first
    from selected_actions
    left join answer_date
        on
            selected_actions.action_id = answer_date.action_id
            and answer_date.step = coalesce(cast($since as varchar), 'signed off')
    where
        (
            answer_date.first_day is not null
            or selected_actions.status = 'signed off'
            or (
                cast($since as varchar) = 'completed'
                and selected_actions.status in ('complete', 'awaiting sign-off')
            )
        )
        and (
            not coalesce(cast($by_the_end as boolean), false)
            or cast($period_to as date) is null
            or coalesce(answer_date.last_day <= cast($period_to as date), true)
        )
)

select
    action_id,
    case
        when action_id in (select followed_actions.action_id from followed_actions) then 'followed'
        when status in ('superseded', 'not accepted') then 'closed'
        when since_first is null then 'no date'
        when finding_id is null then 'no finding'
        when
            finding_id not in (select selected_findings.finding_id from selected_findings)
            then 'no factor'
        when
            finding_id not in (
                select selected_findings.finding_id
                from selected_findings
                where selected_findings.appraisal in ('problem', 'mixed')
            )
            then 'no problem'
        else 'no agency'
    end as fate
from done
