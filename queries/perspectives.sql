-- On whose accounts do the findings of the selected reviews rest?
--
-- Counted are the findings that hold a factor and fit the filters, each once.
--
-- Parameters: none of its own
--
-- Returns one row per account, in this order:
--   perspective         whose account: practitioner, manager, family, record; blank: not recorded
--   perspective_label   name of that account; blank: not recorded
--   reviews_with        reviews with at least one finding that rests on it
--   findings            findings that rest on it
--   reviews_found       reviews with at least one finding, on whatever account
--   findings_found      all findings
with accounts as (
    select
        perspective,
        count(distinct review_id) as reviews_with,
        count(distinct finding_id) as findings
    from selected_findings
    group by perspective
),

every_account as (
    select
        count(distinct review_id) as reviews_found,
        count(distinct finding_id) as findings_found
    from selected_findings
)

select
    accounts.perspective,
    term.label as perspective_label,
    accounts.reviews_with,
    accounts.findings,
    every_account.reviews_found,
    every_account.findings_found
from accounts
cross join every_account
left join term on term.vocabulary = 'perspective' and accounts.perspective = term.term
order by term.position nulls last, accounts.perspective
