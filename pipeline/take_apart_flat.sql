-- Take one flat sheet apart: its reviews, the agencies involved in them, its findings, and how
-- these are coded. What a review or a finding says of itself is read from its first row. Several
-- factors or agencies in one cell stand apart by ";", "|" or a line break, never by a comma.

insert into staged_review by name
select
    source_id, file, record, review_ref, title, review_type, board, region, nation, method,
    population, is_ordinary_work, outcome, practice_from, practice_to, incident_on,
    commissioned_on, completed_on, published_on, link
from staged_flat
where source_id = $source
qualify row_number() over (partition by coalesce(review_ref, cast(record as varchar)) order by record) = 1
order by record;

insert into staged_review_agency by name
select
    source_id, file, min(record) as record, column_name, review_ref, agency, involvement
from (
    select
        source_id, file, record, 'agencies_involved' as column_name, review_ref,
        trim(unnest(string_split_regex(agencies_involved, '\s*[;|\n]\s*'))) as agency,
        'involved' as involvement
    from staged_flat
    where source_id = $source and agencies_involved is not null
    union all
    select
        source_id, file, record, 'agency' as column_name, review_ref,
        trim(unnest(string_split_regex(agency, '\s*[;|\n]\s*'))) as agency,
        'found at' as involvement
    from staged_flat
    where source_id = $source and agency is not null and not cast($says_involved as boolean)
)
where agency <> ''
group by source_id, file, column_name, review_ref, agency, involvement
order by record;

create or replace temp table flat_finding as
select
    *,
    review_ref || ' ' || coalesce(
        finding_no,
        cast(dense_rank() over (partition by review_ref order by first_record) as varchar)
    ) as finding_ref
from (
    select
        *,
        min(record) over (partition by review_ref, coalesce(finding_no, finding)) as first_record
    from staged_flat
    where source_id = $source
);

insert into staged_finding by name
select
    source_id, file, record, finding_ref, review_ref,
    cast(try_cast(finding_no as integer) as varchar) as position, finding as statement, appraisal,
    pattern, quotation, page, locator, perspective, prevalence_grade, evidence_grade
from flat_finding
where record = first_record
order by record;

insert into staged_finding_factor by name
select
    source_id, file, min(record) as record, 'factor' as column_name, finding_ref, framework, factor,
    coder
from (
    select
        source_id, file, record, finding_ref, framework, coder,
        trim(unnest(string_split_regex(factor, '\s*[;|\n]\s*'))) as factor
    from flat_finding
    where factor is not null
)
where factor <> ''
group by source_id, file, finding_ref, framework, factor, coder
order by record;

insert into staged_finding_agency by name
select
    source_id, file, min(record) as record, 'agency' as column_name, finding_ref, agency
from (
    select
        source_id, file, record, finding_ref,
        trim(unnest(string_split_regex(agency, '\s*[;|\n]\s*'))) as agency
    from flat_finding
    where agency is not null
)
where agency <> ''
group by source_id, file, finding_ref, agency
order by record;

drop table flat_finding;
