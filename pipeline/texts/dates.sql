-- Each distinct text of a column of dates; of flat sheets too, any row of which may become the first
-- of its review when others are taken out.
select distinct text
from (
    select practice_from as text from staged_review
    union all
    select practice_to as text from staged_review
    union all
    select incident_on as text from staged_review
    union all
    select commissioned_on as text from staged_review
    union all
    select completed_on as text from staged_review
    union all
    select published_on as text from staged_review
    union all
    select coded_on as text from staged_finding_factor
    union all
    select made_on as text from staged_recommendation
    union all
    select due_on as text from staged_action
    union all
    select completed_on as text from staged_action
    union all
    select signed_off_on as text from staged_action
    union all
    select practice_from as text from staged_flat
    union all
    select practice_to as text from staged_flat
    union all
    select incident_on as text from staged_flat
    union all
    select commissioned_on as text from staged_flat
    union all
    select completed_on as text from staged_flat
    union all
    select published_on as text from staged_flat
)
where text is not null
order by text
