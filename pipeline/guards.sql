-- The last guard over the long link tables, which carry no key constraints: each statement returns
-- how many rows break what its comment says. Anything but 0 is a fault of the pipeline.

-- every finding belongs to a review
select count(*) from finding anti join review using (review_id);

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
