-- Each distinct name of an agency, beside the source that uses it.
select distinct source_id, text
from (
    select source_id, agency as text from staged_review_agency
    union all
    select source_id, agency as text from staged_finding_agency
    union all
    select source_id, addressed_to as text from staged_recommendation
    union all
    select source_id, owner_agency as text from staged_action
)
where text is not null
order by source_id, text
