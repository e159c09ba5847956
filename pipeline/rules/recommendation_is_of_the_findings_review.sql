-- error: A recommendation and the finding that it answers are of the same review.
select distinct
    staged_recommendation.source_id, 'staged_recommendation' as staged_table,
    staged_recommendation.file, staged_recommendation.record, 'finding_ref' as column_name,
    staged_recommendation.finding_ref as value,
    'is a finding of review "' || staged_finding.review_ref || '", and the recommendation is of "'
    || staged_recommendation.review_ref
    || '". Write a finding of that review, or leave the cell empty.' as message
from staged_recommendation
join staged_finding using (source_id, finding_ref)
semi join staged_review
    on
        staged_recommendation.source_id = staged_review.source_id
        and staged_recommendation.review_ref = staged_review.review_ref
where staged_recommendation.review_ref <> staged_finding.review_ref
