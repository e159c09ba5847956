-- The actions behind a number, one row per action: those of the tracked actions that the number was
-- counted from.
--
-- An action answers a finding of a layer if the finding holds a factor of that layer; of none, if it
-- answers no finding, or one that holds no factor with a layer.
with layered as (
    select distinct
        finding_layer.finding_id,
        finding_layer.layer_id
    from finding_layer
    join selected_reviews on finding_layer.review_id = selected_reviews.review_id
    where
        finding_layer.framework_id = $framework
        and finding_layer.layer_id is not null
        and cast($finding_layer as varchar) is not null
)

select
    action_id,
    recommendation_id,
    review_id,
    finding_id,
    owner_agency_id,
    action_type,
    status,
    evidence_grade,
    strength_recorded,
    strength_of_type,
    strength,
    as_at,
    tracked,
    days_overdue,
    days_open,
    contradictions
from tracked_actions
where
    (
        cast($owner as varchar) is null
        or coalesce(owner_agency_id, 'none') = cast($owner as varchar)
    )
    and (cast($tracked as varchar) is null or tracked = cast($tracked as varchar))
    and (
        cast($overdue_for as varchar) is null
        or coalesce(overdue_for = cast($overdue_for as varchar), false)
    )
    and (not coalesce(cast($contradicting as boolean), false) or contradictions is not null)
    and (
        cast($without as varchar) is null
        or (cast($without as varchar) = 'owner' and owner_agency_id is null)
        or (cast($without as varchar) = 'due date' and due_last is null)
        or (cast($without as varchar) = 'evidence' and coalesce(evidence_grade, 'none') = 'none')
    )
    and (
        cast($strength as varchar) is null
        or cast($strength as varchar) = coalesce(
            case when cast($strength_by as varchar) = 'type' then strength_of_type else strength end,
            'none'
        )
    )
    and (
        cast($action_type as varchar) is null
        or coalesce(action_type, 'none') = cast($action_type as varchar)
    )
    and (
        cast($finding_layer as varchar) is null
        or finding_id in (
            select layered.finding_id
            from layered
            where layered.layer_id = cast($finding_layer as varchar)
        )
        or (
            cast($finding_layer as varchar) = 'none'
            and coalesce(finding_id not in (select layered.finding_id from layered), true)
        )
    )
    and (
        cast($action_layer as varchar) is null
        or coalesce(layer_id, 'none') = cast($action_layer as varchar)
    )
