-- Each distinct text of a column that has a vocabulary, beside that vocabulary; of flat sheets too,
-- any row of which may become the first of its review or finding when others are taken out.
select distinct vocabulary, text
from (
    select 'review_type' as vocabulary, review_type as text from staged_review
    union all
    select 'boolean' as vocabulary, is_ordinary_work as text from staged_review
    union all
    select 'involvement' as vocabulary, involvement as text from staged_review_agency
    union all
    select 'appraisal' as vocabulary, appraisal as text from staged_finding
    union all
    select 'pattern' as vocabulary, pattern as text from staged_finding
    union all
    select 'perspective' as vocabulary, perspective as text from staged_finding
    union all
    select 'prevalence' as vocabulary, prevalence_grade as text from staged_finding
    union all
    select 'finding_evidence' as vocabulary, evidence_grade as text from staged_finding
    union all
    select 'boolean' as vocabulary, is_consensus as text from staged_finding_factor
    union all
    select 'role' as vocabulary, role as text from staged_finding_agency
    union all
    select 'kind' as vocabulary, kind as text from staged_recommendation
    union all
    select 'action_type' as vocabulary, action_type as text from staged_action
    union all
    select 'strength' as vocabulary, strength as text from staged_action
    union all
    select 'status' as vocabulary, status as text from staged_action
    union all
    select 'action_evidence' as vocabulary, evidence_grade as text from staged_action
    union all
    select 'review_type' as vocabulary, review_type as text from staged_flat
    union all
    select 'boolean' as vocabulary, is_ordinary_work as text from staged_flat
    union all
    select 'appraisal' as vocabulary, appraisal as text from staged_flat
    union all
    select 'pattern' as vocabulary, pattern as text from staged_flat
    union all
    select 'perspective' as vocabulary, perspective as text from staged_flat
    union all
    select 'prevalence' as vocabulary, prevalence_grade as text from staged_flat
    union all
    select 'finding_evidence' as vocabulary, evidence_grade as text from staged_flat
)
where text is not null
order by vocabulary, text
