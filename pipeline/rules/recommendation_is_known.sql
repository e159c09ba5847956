-- error: Each action answers a recommendation that is there.
select
    staged_action.source_id, 'staged_action' as staged_table, staged_action.file,
    staged_action.record, 'recommendation_ref' as column_name,
    staged_action.recommendation_ref as value,
    'is not a recommendation of this source. '
    || 'Add the recommendation, or write the reference of one that is there.' as message
from staged_action
anti join staged_recommendation using (source_id, recommendation_ref)
where staged_action.recommendation_ref is not null
