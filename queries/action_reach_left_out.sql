-- How many actions can be compared with the finding that they answer, and why can the others not?
--
-- Each action that cannot be compared is counted for the first reason that holds of it.
--
-- Parameters: none of its own
--
-- Returns one row, with these columns in this order:
--   actions                 actions that the filters chose
--   actions_compared        of these, those whose layer and whose finding's layer are both known
--   actions_nearer          of those, actions nearer the front line than a layer of the finding
--   actions_nearer_partly   of these, nearer than one layer of the finding, and not than another
--   without_finding         actions that answer a recommendation for which no finding is named
--   finding_uncoded         actions whose finding holds no factor of the framework
--   finding_without_layer   actions whose finding holds only factors without a layer
--   without_layer           actions whose type is not recorded, or says no layer of the framework
with coded as (
    select distinct finding_id
    from counted_coding
    where framework_id = $framework
),

each_action as (
    select
        selected_actions.action_id,
        selected_actions.finding_id,
        selected_actions.finding_id in (select coded.finding_id from coded) as is_coded,
        bool_and(selected_action_layers.finding_layer_id <> 'none') as has_finding_layer,
        bool_and(selected_action_layers.action_layer_id <> 'none') as has_layer,
        bool_or(selected_action_layers.is_mismatch) as is_nearer,
        bool_and(selected_action_layers.is_mismatch) as is_nearer_than_all
    from selected_actions
    join selected_action_layers
        on selected_actions.action_id = selected_action_layers.action_id
    group by selected_actions.action_id, selected_actions.finding_id
)

select
    count(*) as actions,
    count(*) filter (where has_finding_layer and has_layer) as actions_compared,
    count(*) filter (where is_nearer) as actions_nearer,
    count(*) filter (where is_nearer and not is_nearer_than_all) as actions_nearer_partly,
    count(*) filter (where finding_id is null) as without_finding,
    count(*) filter (where finding_id is not null and not is_coded) as finding_uncoded,
    count(*) filter (where is_coded and not has_finding_layer) as finding_without_layer,
    count(*) filter (where has_finding_layer and not has_layer) as without_layer
from each_action
