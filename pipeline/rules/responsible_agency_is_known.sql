-- warning: The owner of an action, and whom a recommendation is addressed to, is a known agency.
--
-- A mark for what is not known or withheld is another rule's.
with named as (
    select
        source_id, 'staged_action' as staged_table, file, record, 'owner_agency' as column_name,
        owner_agency as agency
    from staged_action
    union all
    select
        source_id, 'staged_recommendation' as staged_table, file, record,
        'addressed_to' as column_name, addressed_to as agency
    from staged_recommendation
)

select
    named.source_id, named.staged_table, named.file, named.record, named.column_name,
    named.agency as value,
    coalesce(
        agency_text.fault,
        'is not an agency of the codebook, and is read as not recorded. '
        || coalesce(
            'Did you mean "' || agency_text.nearest || '"?', 'Name the agency that answers for it.'
        )
    ) as message
from named
join agency_text on named.source_id = agency_text.source_id and named.agency = agency_text.text
where
    agency_text.agency_id is null
    and not regexp_full_match(
        agency_text.text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
    )
    and not regexp_full_match(
        agency_text.text,
        '(?i)[-–—?.]+|n/?[ak]|not (known|applicable|recorded|stated|available)'
        '|unknown|none|nil|tb[ac]'
    )
