-- Which findings that are problems, or mixed, does no recommendation answer?
--
-- Only of the sources that record recommendations at all. A review may answer a finding in words that
-- its recommendations do not tie to it.
--
-- Parameters:
--   most   rows to return at most; blank for all
--
-- Returns one row per finding, by review and place in it, in this order:
--   source_id     code of the source
--   review_ref    the source's own reference of the review
--   board         board that commissioned the review
--   finding_ref   the source's own reference of the finding
--   position      place of the finding in its review, from 1
--   statement     the finding, in the review's words
--   appraisal     problem or mixed
--   factors       names of its factors, blank if it holds none
with placed as (
    select
        selected_calls.finding_id,
        selected_reviews.source_id,
        selected_reviews.review_ref,
        selected_reviews.board,
        finding.finding_ref,
        finding.position,
        finding.statement,
        finding.appraisal,
        row_number() over (
            order by
                selected_reviews.source_id,
                selected_reviews.review_ref,
                finding.position,
                finding.finding_ref
        ) as place
    from selected_calls
    join selected_reviews on selected_calls.review_id = selected_reviews.review_id
    join finding on selected_calls.finding_id = finding.finding_id
    where selected_calls.is_calling and not selected_calls.is_answered
),

shown as (
    select
        finding_id,
        source_id,
        review_ref,
        board,
        finding_ref,
        position,
        statement,
        appraisal
    from placed
    where cast($most as bigint) is null or place <= cast($most as bigint)
),

factors as (
    select
        counted_coding.finding_id,
        string_agg(factor.label, '; ' order by factor.position) as factors
    from counted_coding
    join shown on counted_coding.finding_id = shown.finding_id
    join factor
        on
            counted_coding.framework_id = factor.framework_id
            and counted_coding.factor_id = factor.factor_id
    where counted_coding.framework_id = $framework
    group by counted_coding.finding_id
)

select
    shown.source_id,
    shown.review_ref,
    shown.board,
    shown.finding_ref,
    shown.position,
    shown.statement,
    shown.appraisal,
    factors.factors
from shown
left join factors on shown.finding_id = factors.finding_id
order by shown.source_id, shown.review_ref, shown.position, shown.finding_ref
