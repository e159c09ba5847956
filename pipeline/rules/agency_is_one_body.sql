-- warning: An agency is named so that it is one body, not any of several.
with several as (
    select agency_text.source_id, agency_text.text, agency.agency_id
    from agency_text
    join agency using (agency_id)
    where not agency.is_one_body and agency.sector <> 'not known'
),

examples as (
    select parent_id as agency_id, min(label) as one, max(label) as another
    from agency
    where is_one_body and parent_id is not null
    group by parent_id
),

named as (
    select source_id, 'staged_review_agency' as staged_table, file, record, column_name, agency
    from staged_review_agency
    union all
    select source_id, 'staged_finding_agency' as staged_table, file, record, column_name, agency
    from staged_finding_agency
)

select
    named.source_id, named.staged_table, named.file, named.record, named.column_name,
    named.agency as value,
    'can be any of several bodies, and is counted apart from each of them. '
    || case
        when examples.one <> examples.another
            then
                'Name the one that is meant, such as "' || examples.one || '" or "'
                || examples.another || '".'
        else 'Name each agency that is meant, in a row of its own.'
    end as message
from named
join several on named.source_id = several.source_id and named.agency = several.text
left join examples on several.agency_id = examples.agency_id
