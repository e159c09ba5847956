-- error: Every coding names a factor of the framework that it is made with.
with unknown as (
    select framework_id, text, nearest
    from factor_text
    where
        factor_id is null
        and fault is null
        and not regexp_full_match(
            text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
        )
)

select
    staged_finding_factor.source_id, 'staged_finding_factor' as staged_table,
    staged_finding_factor.file, staged_finding_factor.record, staged_finding_factor.column_name,
    staged_finding_factor.factor as value,
    'is not a factor of ' || unknown.framework_id || '. '
    || coalesce(
        'Did you mean "' || unknown.nearest || '"?',
        'Write one of its factors, or add this one to its codebook.'
    ) as message
from staged_finding_factor
join unknown
    on
        staged_finding_factor.framework = unknown.framework_id
        and staged_finding_factor.factor = unknown.text
semi join source_framework
    on
        staged_finding_factor.source_id = source_framework.source_id
        and staged_finding_factor.framework = source_framework.framework_id
