-- The selected actions beside each layer of the finding that they answer, with the layer at which
-- they act themselves: one row per action and layer of its finding.
--
-- The layers of a finding are those of all its factors, whichever of them were chosen. Its layer is
-- 'none' where an action answers no finding, or one that holds no factor with a layer; that of the
-- action, where it has no type, or its type stands in the layers of another framework.
select distinct
    selected_actions.action_id,
    coalesce(finding_layer.layer_id, 'none') as finding_layer_id,
    coalesce(acting.layer_id, 'none') as action_layer_id,
    acting.position < layer.position as is_mismatch
from selected_actions
left join finding_layer
    on
        selected_actions.finding_id = finding_layer.finding_id
        and finding_layer.framework_id = $framework
left join layer
    on
        finding_layer.framework_id = layer.framework_id
        and finding_layer.layer_id = layer.layer_id
left join layer as acting
    on
        selected_actions.layer_framework_id = acting.framework_id
        and selected_actions.layer_id = acting.layer_id
        and acting.framework_id = $framework
