-- The database that the pipeline publishes and the dashboard reads. It is a pure function of the
-- sources and the codebooks. The data dictionary is made from the comments in this file.
--
-- Keys are whole numbers, given in the order of the sources: they join, and are never shown. What a
-- reader sees and links to is the source's own reference (`review_ref`, `finding_ref`).
-- Tables with a row for each review, finding or action and something else carry no key constraint:
-- keeping an index over them costs more than the rest of the load. The same guard stands in
-- `guards.sql`, which runs over the finished tables before they are published.

-- The load that made this database: one row.
create table load (
    loaded_at timestamp not null, -- when it was made, in UTC
    inputs_sha256 varchar not null, -- SHA-256 over all sources and codebooks: the same inputs give the same figure
    version varchar not null -- version of Crossreview that made it
);

-- A source of reviews: a folder or a file that was loaded.
create table source (
    source_id varchar primary key, -- name of its folder, or of its file
    position integer not null unique, -- its place in the order of the sources, from 1
    title varchar not null, -- what it is called on screen
    licence varchar not null, -- under what terms it may be used
    citation varchar not null, -- how it is to be cited
    about varchar not null, -- what it is, in a paragraph or two
    cautions varchar[] not null, -- what may not be concluded from it, a sentence each; an empty list where none is stated
    is_made_up boolean not null, -- true where the reviews are made up, which is said wherever they are shown
    attribution varchar not null check (attribution in ('coded', 'review')), -- what ties its findings to its agencies: coded (to that agency) or review (they stand in the same review)
    board_label varchar not null, -- what its boards are called, such as Coroner area
    covers_from date, -- first day it covers; blank where it does not say
    covers_to date -- last day it covers; blank where it does not say
);

-- A file that was read for a source.
create table source_file (
    source_id varchar not null references source, -- the source
    file varchar not null, -- name of the file in the source's folder
    sha256 varchar not null, -- SHA-256 of its contents
    bytes bigint not null, -- its size in bytes
    primary key (source_id, file)
);

-- A framework: a codebook of factors with its origin.
create table framework (
    framework_id varchar primary key, -- name of its folder in data/codebooks
    title varchar not null, -- what it is called on screen
    about varchar not null, -- what it is, and how well its labels are known
    citation varchar not null, -- where it comes from
    licence varchar not null, -- under what terms its labels and definitions stand
    version varchar not null -- version of the codebook
);

-- A framework with which the reviews of a source are coded.
create table source_framework (
    source_id varchar not null references source, -- the source
    framework_id varchar not null references framework, -- the framework
    position integer not null, -- its place among the source's frameworks; 1 is the default
    primary key (source_id, framework_id)
);

-- A layer of a framework: front-line, local strategic, national, or a framework's own levels and domains.
create table layer (
    framework_id varchar not null references framework, -- the framework
    layer_id varchar not null, -- code of the layer within its framework
    label varchar not null, -- what it is called on screen
    position integer not null, -- its place from the front line upwards, or the framework's own order, from 1
    primary key (framework_id, layer_id)
);

-- A factor of a framework: what a finding can be coded with.
create table factor (
    framework_id varchar not null references framework, -- the framework
    factor_id varchar not null, -- code of the factor within its framework
    position integer not null, -- its place in the codebook, from 1
    parent_id varchar, -- the wider factor it is part of; blank for none
    label varchar not null, -- what it is called on screen
    definition varchar not null, -- what it means, in our own words
    layer_id varchar, -- the layer it sits in; blank where the framework has none or it fits none
    pattern_id varchar, -- the one kind of pattern it stands for; blank where that depends on the finding
    valid_from date, -- first day on which it could be found; blank where it always could
    valid_to date, -- last day on which it could be found; blank where it still can
    version varchar not null, -- version of the codebook in which it reads so
    standing varchar not null check (standing in ('verified', 'remembered', 'derived', 'proposed')), -- how well label and layer are known, the weaker of the two: verified (read in the named publication or data), remembered, derived (read from the label or worked out) or proposed (ours)
    primary key (framework_id, factor_id)
);

-- How a factor of one framework relates to a factor of another, read from the first to the second (SKOS).
create table crosswalk (
    from_framework_id varchar not null, -- framework of the first factor
    from_factor_id varchar not null, -- the first factor
    relation varchar not null check (relation in ('exact', 'close', 'broad', 'narrow', 'related')), -- exact, close, broad (the second is the wider), narrow (the second is the narrower) or related
    to_framework_id varchar not null, -- framework of the second factor
    to_factor_id varchar not null, -- the second factor
    standing varchar not null, -- how well it is known, as for a factor; all are proposed so far
    primary key (from_framework_id, from_factor_id, to_framework_id, to_factor_id),
    foreign key (from_framework_id, from_factor_id) references factor,
    foreign key (to_framework_id, to_factor_id) references factor
);

-- A word that a column may hold.
create table term (
    vocabulary varchar not null, -- the list it belongs to, such as appraisal or review_type
    term varchar not null, -- the word as it is stored
    label varchar not null, -- what it is called on screen
    definition varchar not null, -- what it means
    position integer not null, -- its place in its list, from 1
    primary key (vocabulary, term)
);

-- How strong a type of action is, and at which layer it acts: the mapping can be changed.
create table action_hierarchy (
    action_type varchar primary key, -- a term of the vocabulary action_type
    strength varchar not null check (strength in ('strong', 'intermediate', 'weak')), -- its place in the action hierarchy of RCA2: strong, intermediate or weak
    framework_id varchar not null, -- framework of the layer
    layer_id varchar not null, -- layer at which such an action acts, unless it says more
    reason varchar not null, -- why it stands there
    standing varchar not null, -- how well it is known, as for a factor
    foreign key (framework_id, layer_id) references layer
);

-- An agency: a body, a kind of body, or a name that stands for several.
create table agency (
    agency_id varchar primary key, -- code of the agency
    label varchar not null, -- what it is called on screen
    sector varchar not null, -- the sector it belongs to: a term of the vocabulary sector
    parent_id varchar, -- the wider agency it is part of; blank for none
    successor_id varchar, -- the agency that took its place; blank for none
    valid_from date, -- first day it existed; blank where unknown or long ago
    valid_to date, -- last day it existed; blank where it still does
    is_one_body boolean not null, -- false where the name stands for several bodies or none can be told, such as Health
    standing varchar not null -- how well it is known, as for a factor; as named: known only from a source that names it
);

-- Another name by which files call an agency.
create table agency_alias (
    alias varchar primary key, -- the other name
    agency_id varchar not null references agency -- the agency meant
);

-- A review: one case review, or one audit of ordinary work.
create table review (
    review_id integer primary key, -- number that joins tables; never shown
    source_id varchar not null references source, -- the source it came from
    review_ref varchar not null, -- the source's own reference, unique within the source
    title varchar, -- its title; blank where the source gives none
    review_type varchar not null, -- kind of review: a term of the vocabulary review_type
    board varchar, -- the partnership that commissioned it, in the source's spelling; blank where not recorded
    region varchar, -- region, in the source's spelling; blank where not recorded
    nation varchar, -- nation, or nations, whose law it was made under; blank where not recorded
    method varchar, -- how it was carried out, such as Learning Together; blank where not recorded
    population varchar, -- whom it concerns: child, adult or both; blank where not recorded
    is_ordinary_work boolean not null, -- true where it looks at ordinary or good work rather than at a case of harm
    outcome varchar, -- what happened to the person, such as death or serious harm; blank where not recorded
    practice_from date, -- first day of the work reviewed; the first of the month, quarter or year where only that is known; blank where not recorded
    practice_from_precision varchar check (practice_from_precision in ('day', 'month', 'quarter', 'year')), -- how exact practice_from is: day, month, quarter or year; blank where practice_from is
    practice_to date, -- last day of the work reviewed; blank where not recorded
    practice_to_precision varchar check (practice_to_precision in ('day', 'month', 'quarter', 'year')), -- how exact practice_to is: day, month, quarter or year; blank where practice_to is
    incident_on date, -- day of the death or incident, or the first day of its month, quarter or year; blank where not recorded
    incident_on_precision varchar check (incident_on_precision in ('day', 'month', 'quarter', 'year')), -- how exact incident_on is: day, month, quarter or year; blank where incident_on is
    commissioned_on date, -- day it was commissioned; blank where not recorded
    commissioned_on_precision varchar check (commissioned_on_precision in ('day', 'month', 'quarter', 'year')), -- how exact commissioned_on is: day, month, quarter or year; blank where commissioned_on is
    completed_on date, -- day it was completed; blank where not recorded
    completed_on_precision varchar check (completed_on_precision in ('day', 'month', 'quarter', 'year')), -- how exact completed_on is: day, month, quarter or year; blank where completed_on is
    published_on date, -- day it came out; blank where not recorded or not published
    published_on_precision varchar check (published_on_precision in ('day', 'month', 'quarter', 'year')), -- how exact published_on is: day, month, quarter or year; blank where published_on is
    link varchar, -- web address of the review; blank where not recorded
    unique (source_id, review_ref)
);

-- An agency of a review: who was involved is the denominator for an agency.
create table review_agency (
    review_id integer not null, -- the review
    agency_id varchar not null, -- the agency
    involvement varchar not null check (involvement in ('involved', 'contributed', 'addressed', 'found at', 'no contact')) -- how it took part: involved, contributed, addressed (written to), found at (named at a finding only) or no contact (never counted as involved)
);

-- Whatever else a source says of a review.
create table review_attribute (
    review_id integer not null, -- the review
    name varchar not null, -- what is said, such as response_status
    value varchar not null -- as the source says it
);

-- A framework that was used on a review: without it, its factors were not assessed there.
create table review_framework (
    review_id integer not null references review, -- the review
    framework_id varchar not null references framework, -- the framework
    assessed_on date, -- the day by which a factor's validity is judged; blank where the review has no date
    primary key (review_id, framework_id)
);

-- A finding: one coded statement in a review.
create table finding (
    finding_id integer not null, -- number that joins tables; never shown
    review_id integer not null, -- the review it stands in
    finding_ref varchar not null, -- the source's own reference, or one made from the review's
    position integer not null, -- its place in the review, from 1
    statement varchar, -- what it says; blank where the source gives only codes
    appraisal varchar not null check (appraisal in ('problem', 'strength', 'mixed', 'neutral')), -- problem, strength, mixed or neutral (stated without judging)
    pattern_id varchar, -- the kind of underlying pattern, a factor of scie-patterns; blank where not recorded
    quotation varchar, -- words of the review that bear it out; blank where not recorded
    page varchar, -- page of the review, as printed; blank where not recorded
    locator varchar, -- where else to look, such as a paragraph; blank where not recorded
    perspective varchar check (perspective in ('practitioner', 'manager', 'family', 'record')), -- whose account it is: practitioner, manager, family or record; blank where not recorded
    prevalence_grade varchar, -- how widespread the review says it is: case, local, widespread or unknown; blank where not recorded
    evidence_grade varchar -- what supports it: case only, usual or corroborated; blank where not recorded
);

-- A coding: a coder found a factor in a finding.
create table finding_factor (
    finding_id integer not null, -- the finding
    framework_id varchar not null, -- framework of the factor
    factor_id varchar not null, -- the factor
    coder varchar not null, -- who coded it, as the source names them; not named where it does not say
    coded_on date, -- day it was coded; blank where not recorded
    codebook_version varchar, -- version of the codebook the coder used; blank where not recorded
    is_consensus boolean not null -- true where the coders agreed on it; it then stands before each one's own coding
);

-- An agency of a finding.
create table finding_agency (
    finding_id integer not null, -- the finding
    agency_id varchar not null, -- the agency
    role varchar not null, -- locus (the finding is about its work) or affected
    attribution varchar not null check (attribution in ('coded', 'review')) -- coded (the source ties this finding to this agency) or review (the agency only stands in the same review)
);

-- A recommendation: what a review asks.
create table recommendation (
    recommendation_id integer primary key, -- number that joins tables; never shown
    review_id integer not null, -- the review that makes it
    finding_id integer, -- the finding it answers; blank where not recorded
    recommendation_ref varchar not null, -- the source's own reference
    statement varchar, -- what it asks; blank where not recorded
    kind varchar, -- clear-cut, judgement, research or question for board; blank where not recorded
    addressed_to varchar, -- the agency that it asks; blank where not recorded
    made_on date, -- day it was made; blank where not recorded
    made_on_precision varchar -- how exact made_on is: day, month, quarter or year; blank where made_on is
);

-- An action: what was done about a recommendation.
create table action (
    action_id integer primary key, -- number that joins tables; never shown
    recommendation_id integer not null, -- the recommendation it answers
    action_ref varchar not null, -- the source's own reference
    owner_agency_id varchar, -- the agency that is to do it; blank where not recorded
    statement varchar, -- what is to be done; blank where not recorded
    action_type varchar, -- training, procedure, tool, resource, audit, commissioning, culture or national ask; blank where not recorded
    strength varchar check (strength in ('strong', 'intermediate', 'weak')), -- strong, intermediate or weak, as the source says: how far it changes the system itself; blank where not recorded
    status varchar, -- how far it has come: a term of the vocabulary status; blank where not recorded
    due_on date, -- day by which it is to be done; blank where not recorded
    due_on_precision varchar, -- how exact due_on is: day, month, quarter or year; blank where due_on is
    completed_on date, -- day it was done; blank where not recorded
    completed_on_precision varchar, -- how exact completed_on is: day, month, quarter or year; blank where completed_on is
    signed_off_on date, -- day the board agreed that it was done; blank where not signed off or not recorded
    signed_off_on_precision varchar, -- how exact signed_off_on is: day, month, quarter or year; blank where signed_off_on is
    evidence_grade varchar -- what shows its effect: none, output, practice or outcome; blank where not recorded
);

-- A day, and the UK financial and the calendar periods it falls in.
create table calendar (
    day date primary key, -- the day
    financial_year_from date not null, -- 1 April of its financial year
    financial_year_to date not null, -- 31 March at the end of it
    financial_year varchar not null, -- its name, such as 2025/26
    financial_quarter_from date not null, -- first day of its financial quarter
    financial_quarter_to date not null, -- last day of it
    financial_quarter varchar not null, -- its name, such as Q1 2025/26 (Apr-Jun)
    calendar_year_from date not null, -- 1 January of its year
    calendar_year_to date not null, -- 31 December of it
    calendar_year varchar not null, -- its name, such as 2025
    calendar_quarter_from date not null, -- first day of its calendar quarter
    calendar_quarter_to date not null, -- last day of it
    calendar_quarter varchar not null -- its name, with the months it spans
);

-- Something in a source's files that its author should look at.
create table problem (
    source_id varchar not null, -- the source
    severity varchar not null check (severity in ('error', 'warning', 'left out')), -- error (cannot be counted rightly), warning (is counted) or left out (a total or a note, no review)
    file varchar not null, -- name of the file
    place varchar not null, -- line of the file, or row of the sheet, as an editor or Excel shows it; empty for the file as a whole
    column_name varchar, -- heading of the column; blank for the row as a whole
    value varchar, -- what stands there; blank where nothing does
    rule varchar not null, -- name of the rule that was not met
    message varchar not null -- what it must be, and what to do
);

-- A row that was kept out of a load with --quarantine.
create table rejected_row (
    source_id varchar not null, -- the source
    file varchar not null, -- name of the file
    place varchar not null, -- line of the file, or row of the sheet, as an editor or Excel shows it
    cells varchar not null, -- the row's cells as they were read
    reason varchar not null -- why it was kept out
);

-- Derived by the pipeline, so that a question need not work it out each time it is asked.

-- What an agency counts as, where agencies are counted by wider groups. Derived by the pipeline.
create table agency_rollup (
    agency_id varchar not null references agency, -- the agency
    agencies_as varchar not null check (agencies_as in ('named', 'kind', 'sector')), -- named (itself), kind (the widest body that it is a part of, not a name that stands for several) or sector
    is_followed boolean not null, -- true where it first counts as the last agency that took its place
    group_id varchar not null, -- code of the agency or of the sector that it counts as
    label varchar not null, -- name of that agency or sector
    sector varchar not null, -- sector of the group: a term of the vocabulary sector
    primary key (agency_id, agencies_as, is_followed)
);

-- The date by which a review falls into periods, on each basis.
create table review_date (
    review_id integer not null references review, -- the review
    basis varchar not null check (basis in ('practice', 'published')), -- practice (when the work happened) or published (when the review came out)
    first_day date not null, -- first day it may be
    last_day date not null, -- last day it may be; the same as first_day where the day is known
    precision varchar not null, -- day, month, quarter or year
    primary key (review_id, basis)
);

-- A date of a recommendation or of an action that answers it, as the days that it may be. Derived by
-- the pipeline.
create table answer_date (
    recommendation_id integer not null, -- the recommendation
    action_id integer, -- the action; blank where the date is the recommendation's own
    step varchar not null check (step in ('made', 'due', 'completed', 'signed off')), -- made (the recommendation), due, completed or signed off (the action)
    first_day date not null, -- first day it may be
    last_day date not null, -- last day it may be; the same as first_day where the day is known
    precision varchar not null -- day, month, quarter or year
);

-- A period into which a review falls; none where its date is too coarse for that kind of period.
create table review_period (
    review_id integer not null, -- the review
    basis varchar not null, -- practice or published
    period_kind varchar not null check (period_kind in ('financial_quarter', 'financial_year', 'calendar_quarter', 'calendar_year')), -- financial_quarter, financial_year, calendar_quarter or calendar_year
    period_from date not null, -- first day of the period
    period_to date not null, -- last day of the period
    period varchar not null -- name of the period, as in calendar
);

-- A coding that counts: one row for each finding and factor, whoever coded it, within the factor's validity.
create table counted_coding (
    review_id integer not null, -- the review
    finding_id integer not null, -- the finding
    framework_id varchar not null, -- framework of the factor
    factor_id varchar not null, -- the factor
    appraisal varchar not null, -- appraisal of the finding
    pattern_id varchar, -- pattern of the finding; blank where not recorded
    perspective varchar -- whose account the finding rests on; blank where not recorded
);

-- A factor found in a review, whatever in how many findings. Derived by the pipeline.
create table review_factor (
    review_id integer not null, -- the review
    framework_id varchar not null, -- framework of the factor
    factor_id varchar not null, -- the factor
    appraisal varchar not null, -- appraisal of the findings
    findings integer not null -- findings of the review that hold it so appraised
);

-- A factor found at an agency in a review, whatever in how many findings. Derived by the pipeline.
create table review_agency_factor (
    review_id integer not null, -- the review
    framework_id varchar not null, -- framework of the factor
    factor_id varchar not null, -- the factor
    appraisal varchar not null, -- appraisal of the findings
    agency_id varchar not null, -- the agency
    attribution varchar not null -- coded: found at the agency; review: only in the same review as it
);

-- A layer found in a finding, whatever by how many of its factors. Derived by the pipeline.
create table finding_layer (
    review_id integer not null, -- the review
    finding_id integer not null, -- the finding
    framework_id varchar not null, -- framework of the layer
    layer_id varchar, -- the layer; blank where the finding holds only factors without a layer
    appraisal varchar not null, -- appraisal of the finding
    pattern_id varchar, -- pattern of the finding; blank where not recorded
    perspective varchar -- whose account the finding rests on; blank where not recorded
);

-- A finding with no factor of a framework that was used on its review. Derived by the pipeline.
create table uncoded_finding (
    review_id integer not null, -- the review
    finding_id integer not null, -- the finding
    framework_id varchar not null -- the framework
);

-- How far a review is coded with a framework that was used on it. Derived by the pipeline.
create table review_coding (
    review_id integer not null, -- the review
    framework_id varchar not null, -- the framework
    findings integer not null, -- findings in the review
    findings_uncoded integer not null, -- of these, findings with no factor of the framework
    factors integer not null, -- factors of the framework found in the review, each once
    codings integer not null, -- factors of its findings, by consensus where there is one, each once a finding
    codings_out_of_date integer not null -- of these, factors that did not exist then: not counted
);

-- How the findings of a source are appraised at all, by framework. Derived by the pipeline.
create table source_appraisal (
    source_id varchar not null references source, -- the source
    framework_id varchar not null references framework, -- framework that its findings are coded with
    appraisal varchar not null, -- an appraisal that at least one of them has
    primary key (source_id, framework_id, appraisal)
);
