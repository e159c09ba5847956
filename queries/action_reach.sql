-- At which layer do actions act, and at which layer lies the finding that they answer?
--
-- An action acts at the layer of its type, and counts once for each layer of the finding that it
-- answers. What cannot be compared stands in rows of its own: every action is in some row.
--
-- Parameters: none of its own
--
-- Returns one row per layer of findings and of actions, from the front line on, in this order:
--   finding_layer            layer of the finding; none: no finding, or none of its layers is known
--   finding_layer_label      what it is called; blank for none
--   finding_layer_position   its place from the front line on; blank for none
--   action_layer             layer at which the action acts; none: its type says none
--   action_layer_label       what it is called; blank for none
--   action_layer_position    its place from the front line on; blank for none
--   actions                  actions that act there and answer such a finding
--   is_mismatch              whether they act nearer the front line; blank: cannot be compared
with layers as (
    select
        layer_id,
        label,
        position
    from layer
    where framework_id = $framework
    union all
    select
        'none' as layer_id,
        cast(null as varchar) as label,
        cast(null as integer) as position
),

counted as (
    select
        finding_layer_id,
        action_layer_id,
        count(*) as actions
    from selected_action_layers
    group by finding_layer_id, action_layer_id
)

select
    layers.layer_id as finding_layer,
    layers.label as finding_layer_label,
    layers.position as finding_layer_position,
    acting.layer_id as action_layer,
    acting.label as action_layer_label,
    acting.position as action_layer_position,
    coalesce(counted.actions, 0) as actions,
    acting.position < layers.position as is_mismatch
from layers
cross join layers as acting
left join counted
    on layers.layer_id = counted.finding_layer_id and acting.layer_id = counted.action_layer_id
order by
    layers.position nulls last,
    acting.position nulls last
