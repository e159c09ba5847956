-- warning: The place of a finding in its review is a whole number.
--
-- A mark for what is not known or withheld is another rule's.
with positions as (
    select distinct position
    from staged_finding
),

not_whole as (
    select position
    from positions
    where
        coalesce(try_cast(position as double), 0.5) % 1 <> 0
        and not regexp_full_match(
            position, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
        )
        and not regexp_full_match(
            position,
            '(?i)[-–—?.]+|n/?[ak]|not (known|applicable|recorded|stated|available)'
            '|unknown|none|nil|tb[ac]'
        )
)

select
    staged_finding.source_id, 'staged_finding' as staged_table, staged_finding.file,
    staged_finding.record, 'position' as column_name, staged_finding.position as value,
    'is not a whole number. Write 1, 2, 3 and so on, or leave the cell empty.' as message
from staged_finding
join not_whole using (position)
