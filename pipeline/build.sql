-- Fill the published tables from the staged ones, by way of what each text means.
--
-- By now every row that cannot be counted rightly is gone; what a text of no consequence cannot be
-- read as is left empty. Keys follow the order of the sources and of the rows in their files.

create temp table review_key as
select
    cast(row_number() over (order by source.position, staged_review.file, staged_review.record) as integer)
        as review_id,
    source.position as source_position,
    staged_review.source_id,
    staged_review.review_ref
from staged_review
join source on staged_review.source_id = source.source_id;

create temp table read_review as
select
    review_key.review_id,
    staged_review.*,
    practice_from_text.first_day as practice_from_first,
    practice_from_text.precision as practice_from_precision,
    practice_from_text.last_day as practice_from_last,
    practice_to_text.first_day as practice_to_first,
    practice_to_text.precision as practice_to_precision,
    practice_to_text.last_day as practice_to_last,
    incident_text.first_day as incident_first,
    incident_text.precision as incident_precision,
    incident_text.last_day as incident_last,
    commissioned_text.first_day as commissioned_first,
    commissioned_text.precision as commissioned_precision,
    completed_text.first_day as completed_first,
    completed_text.precision as completed_precision,
    published_text.first_day as published_first,
    published_text.precision as published_precision,
    published_text.last_day as published_last
from staged_review
join review_key
    on
        staged_review.source_id = review_key.source_id
        and staged_review.review_ref = review_key.review_ref
left join date_text as practice_from_text on staged_review.practice_from = practice_from_text.text
left join date_text as practice_to_text on staged_review.practice_to = practice_to_text.text
left join date_text as incident_text on staged_review.incident_on = incident_text.text
left join date_text as commissioned_text on staged_review.commissioned_on = commissioned_text.text
left join date_text as completed_text on staged_review.completed_on = completed_text.text
left join date_text as published_text on staged_review.published_on = published_text.text;

insert into review
select
    read_review.review_id,
    read_review.source_id,
    read_review.review_ref,
    read_review.title,
    type_text.term as review_type,
    read_review.board,
    read_review.region,
    read_review.nation,
    read_review.method,
    read_review.population,
    coalesce(ordinary_text.term = 'true', type_text.term in ('MAA', 'LTR')) as is_ordinary_work,
    read_review.outcome,
    read_review.practice_from_first,
    read_review.practice_from_precision,
    read_review.practice_to_first,
    read_review.practice_to_precision,
    read_review.incident_first,
    read_review.incident_precision,
    read_review.commissioned_first,
    read_review.commissioned_precision,
    read_review.completed_first,
    read_review.completed_precision,
    read_review.published_first,
    read_review.published_precision,
    read_review.link
from read_review
join term_text as type_text
    on type_text.vocabulary = 'review_type' and read_review.review_type = type_text.text
left join term_text as ordinary_text
    on ordinary_text.vocabulary = 'boolean' and read_review.is_ordinary_work = ordinary_text.text
order by read_review.review_id;

insert into review_agency
select
    review_key.review_id,
    agency_text.agency_id,
    -- an agency named twice for a review took part in the fuller way
    min_by(involvement.term, involvement.position) as involvement
from staged_review_agency
join review_key
    on
        staged_review_agency.source_id = review_key.source_id
        and staged_review_agency.review_ref = review_key.review_ref
join agency_text
    on
        staged_review_agency.source_id = agency_text.source_id
        and staged_review_agency.agency = agency_text.text
left join term_text
    on
        term_text.vocabulary = 'involvement'
        and staged_review_agency.involvement = term_text.text
join term as involvement
    on
        involvement.vocabulary = 'involvement'
        and coalesce(term_text.term, 'involved') = involvement.term
where agency_text.agency_id is not null
group by review_key.review_id, agency_text.agency_id
order by review_key.review_id, agency_text.agency_id;

insert into review_attribute
select
    review_key.review_id,
    staged_review_attribute.name,
    staged_review_attribute.value
from staged_review_attribute
join review_key
    on
        staged_review_attribute.source_id = review_key.source_id
        and staged_review_attribute.review_ref = review_key.review_ref
where staged_review_attribute.value is not null
order by review_key.review_id, staged_review_attribute.name, staged_review_attribute.value;

insert into review_framework
select distinct
    review_key.review_id,
    staged_review_framework.framework,
    coalesce(
        read_review.published_first,
        read_review.completed_first,
        read_review.practice_to_first,
        read_review.incident_first,
        read_review.practice_from_first
    ) as assessed_on
from staged_review_framework
join review_key
    on
        staged_review_framework.source_id = review_key.source_id
        and staged_review_framework.review_ref = review_key.review_ref
join read_review on review_key.review_id = read_review.review_id
order by review_key.review_id, staged_review_framework.framework;

create temp table finding_key as
select
    cast(
        row_number() over (
            order by review_key.source_position, staged_finding.file, staged_finding.record,
            staged_finding.finding_ref
        ) as integer
    ) as finding_id,
    review_key.review_id,
    staged_finding.source_id,
    staged_finding.finding_ref
from staged_finding
join review_key
    on
        staged_finding.source_id = review_key.source_id
        and staged_finding.review_ref = review_key.review_ref;

-- Findings that do not say where they stand in their review stand in the order of their file.
create temp table unplaced as
select
    finding_key.finding_id,
    row_number() over (
        partition by finding_key.review_id order by finding_key.finding_id
    ) as position
from staged_finding
join finding_key
    on
        staged_finding.source_id = finding_key.source_id
        and staged_finding.finding_ref = finding_key.finding_ref
where try_cast(staged_finding.position as integer) is null;

insert into finding
select
    finding_key.finding_id,
    finding_key.review_id,
    staged_finding.finding_ref,
    coalesce(try_cast(staged_finding.position as integer), unplaced.position) as position,
    staged_finding.statement,
    appraisal_text.term as appraisal,
    pattern_text.term as pattern_id,
    staged_finding.quotation,
    staged_finding.page,
    staged_finding.locator,
    perspective_text.term as perspective,
    prevalence_text.term as prevalence_grade,
    evidence_text.term as evidence_grade
from staged_finding
join finding_key
    on
        staged_finding.source_id = finding_key.source_id
        and staged_finding.finding_ref = finding_key.finding_ref
left join unplaced on finding_key.finding_id = unplaced.finding_id
join term_text as appraisal_text
    on appraisal_text.vocabulary = 'appraisal' and staged_finding.appraisal = appraisal_text.text
left join term_text as pattern_text
    on pattern_text.vocabulary = 'pattern' and staged_finding.pattern = pattern_text.text
left join term_text as perspective_text
    on
        perspective_text.vocabulary = 'perspective'
        and staged_finding.perspective = perspective_text.text
left join term_text as prevalence_text
    on
        prevalence_text.vocabulary = 'prevalence'
        and staged_finding.prevalence_grade = prevalence_text.text
left join term_text as evidence_text
    on
        evidence_text.vocabulary = 'finding_evidence'
        and staged_finding.evidence_grade = evidence_text.text;

insert into finding_factor
select
    finding_key.finding_id,
    staged_finding_factor.framework,
    factor_text.factor_id,
    coalesce(staged_finding_factor.coder, 'not named') as coder,
    date_text.first_day as coded_on,
    staged_finding_factor.codebook_version,
    coalesce(consensus_text.term = 'true', false) as is_consensus
from staged_finding_factor
join finding_key
    on
        staged_finding_factor.source_id = finding_key.source_id
        and staged_finding_factor.finding_ref = finding_key.finding_ref
join factor_text
    on
        staged_finding_factor.framework = factor_text.framework_id
        and staged_finding_factor.factor = factor_text.text
left join date_text on staged_finding_factor.coded_on = date_text.text
left join term_text as consensus_text
    on
        consensus_text.vocabulary = 'boolean'
        and staged_finding_factor.is_consensus = consensus_text.text
where factor_text.factor_id is not null;

insert into finding_agency
select distinct
    finding_key.finding_id,
    agency_text.agency_id,
    coalesce(role_text.term, 'locus') as role,
    'coded' as attribution
from staged_finding_agency
join finding_key
    on
        staged_finding_agency.source_id = finding_key.source_id
        and staged_finding_agency.finding_ref = finding_key.finding_ref
join source
    on staged_finding_agency.source_id = source.source_id and source.attribution = 'coded'
join agency_text
    on
        staged_finding_agency.source_id = agency_text.source_id
        and staged_finding_agency.agency = agency_text.text
left join term_text as role_text
    on role_text.vocabulary = 'role' and staged_finding_agency.role = role_text.text
where agency_text.agency_id is not null;

-- Where a source does not say who was involved, only those at which something was found are known.
insert into review_agency
select distinct
    finding.review_id,
    finding_agency.agency_id,
    'found at' as involvement
from finding_agency
join finding on finding_agency.finding_id = finding.finding_id
anti join review_agency
    on
        finding.review_id = review_agency.review_id
        and finding_agency.agency_id = review_agency.agency_id;

-- Where a source ties its factors only to the review, each agency of the review stands beside them.
insert into finding_agency
select
    finding.finding_id,
    review_agency.agency_id,
    'in the same review' as role,
    'review' as attribution
from finding
join review on finding.review_id = review.review_id
join source on review.source_id = source.source_id and source.attribution = 'review'
join review_agency on review.review_id = review_agency.review_id
where review_agency.involvement <> 'no contact'
order by finding.finding_id, review_agency.agency_id;

create temp table recommendation_key as
select
    cast(
        row_number() over (
            order by review_key.source_position, staged_recommendation.file,
            staged_recommendation.record
        ) as integer
    ) as recommendation_id,
    review_key.review_id,
    staged_recommendation.source_id,
    staged_recommendation.recommendation_ref
from staged_recommendation
join review_key
    on
        staged_recommendation.source_id = review_key.source_id
        and staged_recommendation.review_ref = review_key.review_ref;

insert into recommendation
select
    recommendation_key.recommendation_id,
    recommendation_key.review_id,
    finding_key.finding_id,
    staged_recommendation.recommendation_ref,
    staged_recommendation.statement,
    kind_text.term as kind,
    agency_text.agency_id as addressed_to,
    date_text.first_day as made_on,
    date_text.precision as made_on_precision
from staged_recommendation
join recommendation_key
    on
        staged_recommendation.source_id = recommendation_key.source_id
        and staged_recommendation.recommendation_ref = recommendation_key.recommendation_ref
left join finding_key
    on
        staged_recommendation.source_id = finding_key.source_id
        and staged_recommendation.finding_ref = finding_key.finding_ref
left join term_text as kind_text
    on kind_text.vocabulary = 'kind' and staged_recommendation.kind = kind_text.text
left join agency_text
    on
        staged_recommendation.source_id = agency_text.source_id
        and staged_recommendation.addressed_to = agency_text.text
left join date_text on staged_recommendation.made_on = date_text.text;

insert into action
select
    cast(
        row_number() over (
            order by recommendation_key.recommendation_id, staged_action.file, staged_action.record
        ) as integer
    ) as action_id,
    recommendation_key.recommendation_id,
    staged_action.action_ref,
    agency_text.agency_id as owner_agency_id,
    staged_action.statement,
    type_text.term as action_type,
    strength_text.term as strength,
    status_text.term as status,
    due_text.first_day as due_on,
    due_text.precision as due_on_precision,
    completed_text.first_day as completed_on,
    completed_text.precision as completed_on_precision,
    signed_off_text.first_day as signed_off_on,
    signed_off_text.precision as signed_off_on_precision,
    evidence_text.term as evidence_grade
from staged_action
join recommendation_key
    on
        staged_action.source_id = recommendation_key.source_id
        and staged_action.recommendation_ref = recommendation_key.recommendation_ref
left join agency_text
    on
        staged_action.source_id = agency_text.source_id
        and staged_action.owner_agency = agency_text.text
left join term_text as type_text
    on type_text.vocabulary = 'action_type' and staged_action.action_type = type_text.text
left join term_text as strength_text
    on strength_text.vocabulary = 'strength' and staged_action.strength = strength_text.text
left join term_text as status_text
    on status_text.vocabulary = 'status' and staged_action.status = status_text.text
left join term_text as evidence_text
    on
        evidence_text.vocabulary = 'action_evidence'
        and staged_action.evidence_grade = evidence_text.text
left join date_text as due_text on staged_action.due_on = due_text.text
left join date_text as completed_text on staged_action.completed_on = completed_text.text
left join date_text as signed_off_text on staged_action.signed_off_on = signed_off_text.text;

-- A date is stored by its first day and its precision: what it may be ends with that day, month,
-- quarter or year.
insert into answer_date
select
    recommendation_id,
    action_id,
    step,
    first_day,
    cast(
        case precision
            when 'month' then first_day + interval 1 month - interval 1 day
            when 'quarter' then first_day + interval 3 month - interval 1 day
            when 'year' then first_day + interval 1 year - interval 1 day
            else first_day
        end as date
    ) as last_day,
    precision
from (
    select
        recommendation_id, null as action_id, 'made' as step, made_on as first_day,
        made_on_precision as precision
    from recommendation
    union all
    select
        recommendation_id, action_id, 'due' as step, due_on as first_day,
        due_on_precision as precision
    from action
    union all
    select
        recommendation_id, action_id, 'completed' as step, completed_on as first_day,
        completed_on_precision as precision
    from action
    union all
    select
        recommendation_id, action_id, 'signed off' as step, signed_off_on as first_day,
        signed_off_on_precision as precision
    from action
) as stepped
where first_day is not null
order by recommendation_id, action_id nulls first, step;

insert into calendar
with days as (
    select cast(unnest(generate_series(span.first_day, span.last_day, interval 1 day)) as date) as day
    from (
        select
            make_date(cast(year(min(first_day)) - 1 as integer), 1, 1) as first_day,
            make_date(cast(year(max(last_day)) + 1 as integer), 12, 31) as last_day
        from date_text
        where fault is null
    ) as span
    where span.first_day is not null
),

starts as (
    select
        day,
        make_date(cast(year(day - interval 3 month) as integer), 4, 1) as financial_year_from,
        cast(date_trunc('quarter', day) as date) as quarter_from,
        cast(date_trunc('year', day) as date) as calendar_year_from
    from days
),

ends as (
    select
        day,
        financial_year_from,
        cast(financial_year_from + interval 1 year - interval 1 day as date) as financial_year_to,
        year(financial_year_from) || '/' || right(cast(year(financial_year_from) + 1 as varchar), 2)
            as financial_year,
        quarter_from,
        cast(quarter_from + interval 3 month - interval 1 day as date) as quarter_to,
        quarter(quarter_from) as quarter,
        ['Jan-Mar', 'Apr-Jun', 'Jul-Sep', 'Oct-Dec'][quarter(quarter_from)] as months,
        calendar_year_from,
        cast(calendar_year_from + interval 1 year - interval 1 day as date) as calendar_year_to
    from starts
)

select
    day,
    financial_year_from,
    financial_year_to,
    financial_year,
    quarter_from as financial_quarter_from,
    quarter_to as financial_quarter_to,
    'Q' || ((quarter + 2) % 4 + 1) || ' ' || financial_year || ' (' || months || ')'
        as financial_quarter,
    calendar_year_from,
    calendar_year_to,
    cast(year(day) as varchar) as calendar_year,
    quarter_from as calendar_quarter_from,
    quarter_to as calendar_quarter_to,
    'Q' || quarter || ' ' || year(day) || ' (' || months || ')' as calendar_quarter
from ends
order by day;

-- A review is placed in time by when practice ended, else by the incident, else by its beginning.
insert into review_date
select
    review_id,
    'practice' as basis,
    coalesce(practice_to_first, incident_first, practice_from_first) as first_day,
    coalesce(practice_to_last, incident_last, practice_from_last) as last_day,
    coalesce(practice_to_precision, incident_precision, practice_from_precision) as precision
from read_review
where coalesce(practice_to_first, incident_first, practice_from_first) is not null
order by review_id;

insert into review_date
select
    review_id,
    'published' as basis,
    published_first as first_day,
    published_last as last_day,
    published_precision as precision
from read_review
where published_first is not null
order by review_id;

-- A date falls into a period only if the whole span that it stands for does: "2018" falls into the
-- calendar year 2018, and into no quarter and no financial year.
insert into review_period
select
    review_date.review_id,
    review_date.basis,
    period_kind,
    period_from,
    period_to,
    period
from review_date
join (
    select
        day, 'financial_quarter' as period_kind, financial_quarter_from as period_from,
        financial_quarter_to as period_to, financial_quarter as period
    from calendar
    union all
    select
        day, 'financial_year' as period_kind, financial_year_from as period_from,
        financial_year_to as period_to, financial_year as period
    from calendar
    union all
    select
        day, 'calendar_quarter' as period_kind, calendar_quarter_from as period_from,
        calendar_quarter_to as period_to, calendar_quarter as period
    from calendar
    union all
    select
        day, 'calendar_year' as period_kind, calendar_year_from as period_from,
        calendar_year_to as period_to, calendar_year as period
    from calendar
) as days
    on review_date.first_day = days.day and review_date.last_day <= days.period_to
order by review_date.review_id, review_date.basis, period_kind;

-- What is counted: each finding once for each factor, by the coders' consensus where there is one,
-- and only with factors that existed when the review was assessed.
create temp table settled_coding as
with settled as (
    select distinct
        finding_id,
        framework_id
    from finding_factor
    where is_consensus
),

chosen as (
    select distinct
        finding_factor.finding_id,
        finding_factor.framework_id,
        finding_factor.factor_id
    from finding_factor
    left join settled
        on
            finding_factor.finding_id = settled.finding_id
            and finding_factor.framework_id = settled.framework_id
    where finding_factor.is_consensus or settled.finding_id is null
)

select
    finding.review_id,
    chosen.finding_id,
    chosen.framework_id,
    chosen.factor_id,
    finding.appraisal,
    finding.pattern_id,
    finding.perspective,
    (factor.valid_from is null or coalesce(review_framework.assessed_on >= factor.valid_from, false))
    and (factor.valid_to is null or coalesce(review_framework.assessed_on <= factor.valid_to, false))
        as is_in_time
from chosen
join finding on chosen.finding_id = finding.finding_id
join review_framework
    on
        finding.review_id = review_framework.review_id
        and chosen.framework_id = review_framework.framework_id
join factor
    on chosen.framework_id = factor.framework_id and chosen.factor_id = factor.factor_id;

insert into counted_coding
select
    review_id,
    finding_id,
    framework_id,
    factor_id,
    appraisal,
    pattern_id,
    perspective
from settled_coding
where is_in_time;

insert into review_factor
select
    review_id,
    framework_id,
    factor_id,
    appraisal,
    count(*) as findings
from counted_coding
group by review_id, framework_id, factor_id, appraisal;

-- An agency that a finding only affected is not one that it is found at.
insert into review_agency_factor
select distinct
    counted_coding.review_id,
    counted_coding.framework_id,
    counted_coding.factor_id,
    counted_coding.appraisal,
    finding_agency.agency_id,
    finding_agency.attribution
from counted_coding
join finding_agency on counted_coding.finding_id = finding_agency.finding_id
where finding_agency.role <> 'affected';

-- A finding stands without a layer only where none of its factors has one.
insert into finding_layer
with layered as (
    select distinct
        counted_coding.review_id,
        counted_coding.finding_id,
        counted_coding.framework_id,
        factor.layer_id,
        counted_coding.appraisal,
        counted_coding.pattern_id,
        counted_coding.perspective
    from counted_coding
    join factor
        on
            counted_coding.framework_id = factor.framework_id
            and counted_coding.factor_id = factor.factor_id
)

select
    review_id,
    finding_id,
    framework_id,
    layer_id,
    appraisal,
    pattern_id,
    perspective
from layered
where layer_id is not null
union all
select
    bare.review_id,
    bare.finding_id,
    bare.framework_id,
    bare.layer_id,
    bare.appraisal,
    bare.pattern_id,
    bare.perspective
from layered as bare
anti join layered
    on
        bare.finding_id = layered.finding_id
        and bare.framework_id = layered.framework_id
        and layered.layer_id is not null
where bare.layer_id is null;

insert into uncoded_finding
select
    finding.review_id,
    finding.finding_id,
    review_framework.framework_id
from finding
join review_framework on finding.review_id = review_framework.review_id
anti join finding_factor
    on
        finding.finding_id = finding_factor.finding_id
        and review_framework.framework_id = finding_factor.framework_id;

insert into review_coding
with coded as (
    select
        review_id,
        framework_id,
        finding_id,
        count(*) as codings,
        count(*) filter (where not is_in_time) as codings_out_of_date
    from settled_coding
    group by review_id, framework_id, finding_id
),

coded_of as (
    select
        review_id,
        framework_id,
        count(*) as findings_coded,
        sum(codings) as codings,
        sum(codings_out_of_date) as codings_out_of_date
    from coded
    group by review_id, framework_id
),

findings_of as (
    select
        review_id,
        count(*) as findings
    from finding
    group by review_id
),

factors_of as (
    select
        review_id,
        framework_id,
        count(distinct factor_id) as factors
    from review_factor
    group by review_id, framework_id
)

select
    review_framework.review_id,
    review_framework.framework_id,
    coalesce(findings_of.findings, 0) as findings,
    coalesce(findings_of.findings, 0) - coalesce(coded_of.findings_coded, 0) as findings_uncoded,
    coalesce(factors_of.factors, 0) as factors,
    coalesce(coded_of.codings, 0) as codings,
    coalesce(coded_of.codings_out_of_date, 0) as codings_out_of_date
from review_framework
left join findings_of on review_framework.review_id = findings_of.review_id
left join factors_of
    on
        review_framework.review_id = factors_of.review_id
        and review_framework.framework_id = factors_of.framework_id
left join coded_of
    on
        review_framework.review_id = coded_of.review_id
        and review_framework.framework_id = coded_of.framework_id;

insert into source_appraisal
select distinct
    review.source_id,
    coded.framework_id,
    coded.appraisal
from (select distinct review_id, framework_id, appraisal from review_factor) as coded
join review on coded.review_id = review.review_id;

-- An agency counts as itself, or as the last that took its place; and then as what is chosen. A wider
-- agency that is no one body, such as Health, is a name for what is not known, and groups nobody.
insert into agency_rollup
with recursive present as (
    select
        agency_id,
        agency_id as present_id,
        0 as steps
    from agency
    union all
    select
        present.agency_id,
        agency.successor_id as present_id,
        present.steps + 1 as steps
    from present
    join agency on present.present_id = agency.agency_id
    where agency.successor_id is not null
),

counted as (
    select
        agency_id,
        false as is_followed,
        agency_id as counted_id
    from agency
    union all
    select
        agency_id,
        true as is_followed,
        arg_max(present_id, steps) as counted_id
    from present
    group by agency_id
),

wider as (
    select
        agency_id,
        agency_id as wider_id,
        0 as steps
    from agency
    union all
    select
        wider.agency_id,
        parent.agency_id as wider_id,
        wider.steps + 1 as steps
    from wider
    join agency on wider.wider_id = agency.agency_id
    join agency as parent on agency.parent_id = parent.agency_id
    where parent.is_one_body
),

widest as (
    select
        agency_id,
        arg_max(wider_id, steps) as widest_id
    from wider
    group by agency_id
),

grouped as (
    select
        agency_id,
        'named' as agencies_as,
        is_followed,
        counted_id as group_id
    from counted
    union all
    select
        counted.agency_id,
        'kind' as agencies_as,
        counted.is_followed,
        widest.widest_id as group_id
    from counted
    join widest on counted.counted_id = widest.agency_id
)

select
    grouped.agency_id,
    grouped.agencies_as,
    grouped.is_followed,
    grouped.group_id,
    agency.label,
    agency.sector
from grouped
join agency on grouped.group_id = agency.agency_id
union all
select
    counted.agency_id,
    'sector' as agencies_as,
    counted.is_followed,
    agency.sector as group_id,
    coalesce(term.label, agency.sector) as label,
    agency.sector
from counted
join agency on counted.counted_id = agency.agency_id
left join term on term.vocabulary = 'sector' and agency.sector = term.term
order by agency_id, agencies_as, is_followed;
