-- error: Each recommendation of a source has a reference of its own.
with repeated as (
    select source_id, recommendation_ref, count(*) as row_count
    from staged_recommendation
    where recommendation_ref is not null
    group by source_id, recommendation_ref
    having count(*) > 1
)

select
    staged_recommendation.source_id, 'staged_recommendation' as staged_table,
    staged_recommendation.file, staged_recommendation.record,
    'recommendation_ref' as column_name, staged_recommendation.recommendation_ref as value,
    'stands on ' || repeated.row_count || ' rows. '
    || 'Give each recommendation a reference of its own, '
    || 'such as the review''s reference and the recommendation''s number.' as message
from staged_recommendation
join repeated using (source_id, recommendation_ref)
