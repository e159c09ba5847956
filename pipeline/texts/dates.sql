-- Each distinct text of a column of dates.
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
)
where text is not null
order by text
