-- Where several accounts speak of one factor in a review, do they differ?
--
-- Accounts differ where one holds the factor as a problem alone, and another as a strength alone.
-- An account that is silent does not differ, nor does one that holds both (or a mixed finding): it
-- contradicts neither. Neutral findings judge nothing, and an account that is not recorded may be
-- any: neither is compared.
--
-- Parameters: none of its own
--
-- Returns one row per review and factor appraised by several accounts, differing first, in this order:
--   source_id            code of the source
--   review_ref           the source's own reference of the review
--   title                title of the review, where it has one
--   factor_id            code of the factor in its framework
--   factor_label         name of the factor
--   is_differing         true where one account holds it as a problem, and another as a strength
--   accounts_problem     accounts that hold it as a problem alone, blank if none
--   accounts_strength    accounts that hold it as a strength alone, blank if none
--   accounts_both        accounts that hold it as both, blank if none
--   findings             findings of these accounts that hold the factor
--   reviews_differing    reviews in which the accounts of at least one factor differ
--   reviews_compared     reviews in which several accounts appraise the same factor: the denominator
with accounts as (
    select
        review_id,
        factor_id,
        perspective,
        bool_or(appraisal in ('problem', 'mixed')) as is_problem,
        bool_or(appraisal in ('strength', 'mixed')) as is_strength,
        count(*) as findings
    from selected_findings
    where perspective is not null and appraisal <> 'neutral'
    group by review_id, factor_id, perspective
),

-- 1: as a problem alone; 2: as a strength alone; 3: as both
held as (
    select
        accounts.review_id,
        accounts.factor_id,
        term.position,
        case when accounts.is_problem then 1 else 0 end
        + case when accounts.is_strength then 2 else 0 end as held_as,
        accounts.findings
    from accounts
    join term on term.vocabulary = 'perspective' and accounts.perspective = term.term
),

-- how all accounts hold the factor is one number, a digit of base 4 for each account: the names are
-- then put together once for each such number, and not for each review and factor
compared as (
    select
        review_id,
        factor_id,
        sum(held_as * cast(power(4, position - 1) as bigint)) as held_by_all,
        bool_or(held_as = 1) and bool_or(held_as = 2) as is_differing,
        cast(sum(findings) as bigint) as findings
    from held
    group by review_id, factor_id
    having count(*) > 1
),

apart as (
    select
        every.held_by_all,
        term.label,
        term.position,
        cast(floor(every.held_by_all / power(4, term.position - 1)) as bigint) % 4 as held_as
    from (select distinct held_by_all from compared) as every
    cross join term
    where term.vocabulary = 'perspective'
),

named as (
    select
        held_by_all,
        string_agg(case when held_as = 1 then label end, '; ' order by position)
            as accounts_problem,
        string_agg(case when held_as = 2 then label end, '; ' order by position)
            as accounts_strength,
        string_agg(case when held_as = 3 then label end, '; ' order by position)
            as accounts_both
    from apart
    group by held_by_all
),

counted as (
    select
        count(distinct case when is_differing then review_id end) as reviews_differing,
        count(distinct review_id) as reviews_compared
    from compared
)

select
    selected_reviews.source_id,
    selected_reviews.review_ref,
    selected_reviews.title,
    compared.factor_id,
    selected_factors.label as factor_label,
    compared.is_differing,
    named.accounts_problem,
    named.accounts_strength,
    named.accounts_both,
    compared.findings,
    counted.reviews_differing,
    counted.reviews_compared
from compared
cross join counted
join named on compared.held_by_all = named.held_by_all
join selected_reviews on compared.review_id = selected_reviews.review_id
join selected_factors on compared.factor_id = selected_factors.factor_id
order by
    compared.is_differing desc,
    selected_reviews.source_id,
    selected_reviews.review_ref,
    selected_factors.position,
    compared.factor_id
