-- What the readers leave behind: every cell as text, beside the file and the record it stood in.
--
-- `record` counts the rows below the headings, from 1; the reader that read a file turns it into
-- the line or the cell that an editor or Excel shows, and only when there is something to say.
-- `column_name` is the reader's own heading, where one row of a file feeds many rows here.

create temp table staged_review (
    source_id varchar, file varchar, record bigint,
    review_ref varchar, title varchar, review_type varchar, board varchar, region varchar,
    nation varchar, method varchar, population varchar, is_ordinary_work varchar, outcome varchar,
    practice_from varchar, practice_to varchar, incident_on varchar, commissioned_on varchar,
    completed_on varchar, published_on varchar, link varchar
);

create temp table staged_review_agency (
    source_id varchar, file varchar, record bigint, column_name varchar,
    review_ref varchar, agency varchar, involvement varchar
);

create temp table staged_review_attribute (
    source_id varchar, file varchar, record bigint, column_name varchar,
    review_ref varchar, name varchar, value varchar
);

-- The code lists used on a review: a factor of another list was not assessed in it.
create temp table staged_review_framework (
    source_id varchar, file varchar, record bigint, column_name varchar,
    review_ref varchar, framework varchar
);

create temp table staged_finding (
    source_id varchar, file varchar, record bigint,
    finding_ref varchar, review_ref varchar, position varchar, statement varchar,
    appraisal varchar, pattern varchar, quotation varchar, page varchar, locator varchar,
    perspective varchar, prevalence_grade varchar, evidence_grade varchar
);

create temp table staged_finding_factor (
    source_id varchar, file varchar, record bigint, column_name varchar,
    finding_ref varchar, framework varchar, factor varchar, coder varchar, coded_on varchar,
    codebook_version varchar, is_consensus varchar
);

create temp table staged_finding_agency (
    source_id varchar, file varchar, record bigint, column_name varchar,
    finding_ref varchar, agency varchar, role varchar
);

create temp table staged_recommendation (
    source_id varchar, file varchar, record bigint,
    recommendation_ref varchar, review_ref varchar, finding_ref varchar, statement varchar,
    kind varchar, addressed_to varchar, made_on varchar
);

create temp table staged_action (
    source_id varchar, file varchar, record bigint,
    action_ref varchar, recommendation_ref varchar, owner_agency varchar, statement varchar,
    action_type varchar, strength varchar, due_on varchar, status varchar, completed_on varchar,
    signed_off_on varchar, evidence_grade varchar
);

-- What each distinct text means. Python reads each distinct text once; SQL joins it to every row.

create temp table date_text (
    text varchar, first_day date, last_day date, precision varchar, fault varchar
);

create temp table term_text (vocabulary varchar, text varchar, term varchar, nearest varchar);

create temp table factor_text (
    framework_id varchar, text varchar, factor_id varchar, nearest varchar, fault varchar
);

create temp table agency_text (
    source_id varchar, text varchar, agency_id varchar, nearest varchar, fault varchar
);

-- A sheet with a row for each finding, factor and agency, before it is taken apart.
create temp table staged_flat (
    source_id varchar, file varchar, record bigint,
    review_ref varchar, title varchar, review_type varchar, board varchar, region varchar,
    nation varchar, method varchar, population varchar, is_ordinary_work varchar, outcome varchar,
    practice_from varchar, practice_to varchar, incident_on varchar, commissioned_on varchar,
    completed_on varchar, published_on varchar, link varchar,
    finding_no varchar, finding varchar, appraisal varchar, pattern varchar, quotation varchar,
    page varchar, locator varchar, perspective varchar, prevalence_grade varchar,
    evidence_grade varchar, framework varchar, factor varchar, coder varchar, agency varchar,
    agencies_involved varchar
);

-- Rows to be taken out of the staged tables: totals, and what may not load.
create temp table removed_row (source_id varchar, file varchar, record bigint);
