-- The actions that answer the selected recommendations, each with its strength: as the source says,
-- and else as the codebook says of its type.
select
    action.action_id,
    selected_recommendations.recommendation_id,
    selected_recommendations.review_id,
    selected_recommendations.finding_id,
    action.owner_agency_id,
    action.action_type,
    action.status,
    action.evidence_grade,
    action.strength as strength_recorded,
    action_hierarchy.strength as strength_of_type,
    coalesce(action.strength, action_hierarchy.strength) as strength,
    action_hierarchy.framework_id as layer_framework_id,
    action_hierarchy.layer_id
from action
join selected_recommendations
    on action.recommendation_id = selected_recommendations.recommendation_id
left join action_hierarchy on action.action_type = action_hierarchy.action_type
