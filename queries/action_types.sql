-- What does each type of action count as in the action hierarchy, and how many actions are of it?
--
-- The place of each type in the hierarchy of RCA2 (National Patient Safety Foundation, 2015) and its
-- layer are those of the codebook data/codebooks/action_hierarchy.csv, and can be changed there.
--
-- Parameters: none of its own
--
-- Returns one row per type of action, and one for actions without a type, in this order:
--   action_type                   type of action; none: not recorded
--   action_type_label             what it is called; blank for none
--   strength                      strong, intermediate or weak; blank where the codebook says none
--   framework_id                  framework of its layer; blank where the codebook says none
--   layer                         layer at which such an action acts; blank likewise
--   layer_label                   what the layer is called
--   reason                        why the type stands there
--   standing                      how well that is known: verified, remembered, derived or proposed
--   actions                       actions of the type
--   actions_recorded              of these, actions whose strength the source itself says
--   actions_recorded_otherwise    of those, actions with another strength than that of the type
with types as (
    select
        term as action_type,
        label,
        position
    from term
    where vocabulary = 'action_type'
    union all
    select
        'none' as action_type,
        cast(null as varchar) as label,
        cast(null as integer) as position
),

counted as (
    select
        coalesce(action_type, 'none') as action_type,
        count(*) as actions,
        count(strength_recorded) as actions_recorded,
        count(*) filter (where strength_recorded <> strength_of_type) as actions_recorded_otherwise
    from selected_actions
    group by action_type
)

select
    types.action_type,
    types.label as action_type_label,
    action_hierarchy.strength,
    action_hierarchy.framework_id,
    action_hierarchy.layer_id as layer,
    layer.label as layer_label,
    action_hierarchy.reason,
    action_hierarchy.standing,
    coalesce(counted.actions, 0) as actions,
    coalesce(counted.actions_recorded, 0) as actions_recorded,
    coalesce(counted.actions_recorded_otherwise, 0) as actions_recorded_otherwise
from types
left join action_hierarchy on types.action_type = action_hierarchy.action_type
left join layer
    on
        action_hierarchy.framework_id = layer.framework_id
        and action_hierarchy.layer_id = layer.layer_id
left join counted on types.action_type = counted.action_type
order by types.position nulls last, types.action_type
