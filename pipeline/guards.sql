-- The last guard over the tables that carry no key constraints: each statement returns
-- how many rows break what its comment says. Anything but 0 is a fault of the pipeline.

-- every agency is involved in a review that is there
select count(*) from review_agency anti join review using (review_id);

-- every agency involved is one that a codebook or an open source knows
select count(*) from review_agency anti join agency using (agency_id);

-- no agency is involved in a review twice
select count(*) - count(distinct (review_id, agency_id)) from review_agency;

-- no review falls into two periods of a kind
select count(*) - count(distinct (review_id, basis, period_kind)) from review_period;

-- every recommendation is of a review
select count(*) from recommendation anti join review using (review_id);

-- every action answers a recommendation
select count(*) from action anti join recommendation using (recommendation_id);

-- every finding belongs to a review
select count(*) from finding anti join review using (review_id);

-- no two findings have one number
select count(*) - count(distinct finding_id) from finding;

-- every coding is of a finding
select count(*) from finding_factor anti join finding using (finding_id);

-- every coding names a factor of the codebook
select count(*) from finding_factor anti join factor using (framework_id, factor_id);

-- every agency found at is one that a codebook or an open source knows
select count(*) from finding_agency anti join agency using (agency_id);

-- every agency found at stands in a finding
select count(*) from finding_agency anti join finding using (finding_id);

-- every counted coding is of a review on which its framework was used
select count(*) from counted_coding anti join review_framework using (review_id, framework_id);

-- no finding is counted twice for one factor
select count(*) - count(distinct (finding_id, framework_id, factor_id)) from counted_coding;

-- every staged finding has arrived
select (select count(*) from staged_finding) - (select count(*) from finding);

-- every staged review has arrived
select (select count(*) from staged_review) - (select count(*) from review);

-- an agency stands once at what is found at it: a finding has one role for it besides affected
select count(*) from finding_agency
where role not in ('locus', 'in the same review', 'affected');

-- the findings told to be uncoded are as many as each review is said to have
select abs(coalesce(sum(findings_uncoded), 0) - (select count(*) from uncoded_finding))
from review_coding;

-- every date of an answer runs forward, and no answer has two of a kind
select count(*) filter (where last_day < first_day)
    + count(*) - count(distinct (recommendation_id, coalesce(action_id, 0), step))
from answer_date;
