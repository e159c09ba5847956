-- Which findings stand behind a number?
--
-- Coders are counted as `coder_agreement` compares them: those who are named, by what each chose on
-- their own. Where a source does not say who coded, it may be any of those whom it names elsewhere.
--
-- Parameters:
--   found_at            code of the agency, or group, at which the factor is found; blank for any
--   agencies_as         one of named (an agency), kind or sector: what found_at is; blank for named
--   follow_successors   true: an agency counts as the one that took its place; blank for not
--   every_factor        true: only reviews in which each chosen factor is found; blank for all
--   beside_layer        code of a layer, or none: only findings with a factor of it; blank for all
--   layer_framework     framework that the layer is of; blank for the one counted in
--   review              reference of one review; blank for all the selected reviews
--   after               rows of the list to pass over; blank for none
--   most                rows to return at most; blank for all
--
-- Returns one row per finding and factor, review by review, in this order:
--   source_id            code of the source
--   review_ref           the source's own reference of the review
--   title                title of the review, where it has one
--   review_type          code of the type of review
--   board                board that commissioned the review, or what stands for it in the source
--   is_ordinary_work     true for an audit of ordinary work, false for a case review
--   practice_on          first day of the date by which practice is placed in time
--   practice_precision   how much of that date is known: day, month, quarter or year
--   published_on         first day of the date of publication
--   published_precision  how much of that date is known: day, month, quarter or year
--   finding_ref          the source's own reference of the finding
--   position             place of the finding in its review, from 1
--   statement            the finding, in the review's words
--   appraisal            problem, strength, mixed or neutral
--   factor_id            code of the factor in its framework
--   factor_label         name of the factor
--   layer                code of the layer that the factor belongs to, blank if it has none
--   pattern              name of the kind of underlying pattern, blank if not recorded
--   perspective          whose account the finding rests on, blank if not recorded
--   quotation            words of the review that the finding rests on
--   page                 page of the review
--   locator              where else it stands: paragraph, section, line
--   found_at             agencies at which it is found, or which stand in the same review
--   attribution          coded: found at those agencies; review: only in the same review as they
--   coders               people named who coded it alone; 1 if none is named, 0 if all is consensus
--   coders_agreeing      how many of them chose this factor; 0 if only somebody not named did
--   is_consensus         true where the coders settled on this factor together
--   link                 where the review can be read
with review_rows as (
    select
        review_id,
        count(*) as rows_of_review
    from listed_findings
    group by review_id
),

reviews_in_order as (
    select
        review_rows.review_id,
        review_rows.rows_of_review,
        cast(
            sum(review_rows.rows_of_review) over (
                order by review.source_id, review.review_ref
            ) as bigint
        ) as last_place
    from review_rows
    join review on review_rows.review_id = review.review_id
    where cast($review as varchar) is null or review.review_ref = cast($review as varchar)
),

-- only the findings of the reviews that are shown need be put in order
shown_reviews as (
    select
        review_id,
        last_place - rows_of_review as places_before
    from reviews_in_order
    where
        last_place > coalesce(cast($after as bigint), 0)
        and (
            cast($most as bigint) is null
            or last_place - rows_of_review
            < coalesce(cast($after as bigint), 0) + cast($most as bigint)
        )
),

placed as (
    select
        listed_findings.review_id,
        listed_findings.finding_id,
        listed_findings.factor_id,
        shown_reviews.places_before
        + row_number() over (
            partition by listed_findings.review_id
            order by finding.position, finding.finding_ref, selected_factors.position
        ) as place
    from listed_findings
    join shown_reviews on listed_findings.review_id = shown_reviews.review_id
    join finding on listed_findings.finding_id = finding.finding_id
    join selected_factors on listed_findings.factor_id = selected_factors.factor_id
),

-- what the rest of the question costs is paid for these rows only
shown as (
    select
        review_id,
        finding_id,
        factor_id,
        place
    from placed
    where
        place > coalesce(cast($after as bigint), 0)
        and (
            cast($most as bigint) is null
            or place <= coalesce(cast($after as bigint), 0) + cast($most as bigint)
        )
),

shown_findings as (
    select distinct finding_id
    from shown
),

agencies as (
    select
        finding_agency.finding_id,
        string_agg(agency.label, '; ' order by agency.label) as found_at,
        min(finding_agency.attribution) as attribution
    from finding_agency
    join shown_findings on finding_agency.finding_id = shown_findings.finding_id
    join agency on finding_agency.agency_id = agency.agency_id
    where finding_agency.role <> 'affected'
    group by finding_agency.finding_id
),

coders as (
    select
        finding_factor.finding_id,
        greatest(
            count(distinct finding_factor.coder) filter (where finding_factor.coder <> 'not named'),
            1
        ) as coders,
        bool_or(finding_factor.coder <> 'not named') as is_any_named
    from finding_factor
    join shown_findings on finding_factor.finding_id = shown_findings.finding_id
    where finding_factor.framework_id = $framework and not finding_factor.is_consensus
    group by finding_factor.finding_id
),

codings as (
    select
        finding_factor.finding_id,
        finding_factor.factor_id,
        count(distinct finding_factor.coder) filter (
            where
                not finding_factor.is_consensus
                and (finding_factor.coder <> 'not named' or not coders.is_any_named)
        ) as coders_agreeing,
        bool_or(finding_factor.is_consensus) as is_consensus
    from finding_factor
    join shown_findings on finding_factor.finding_id = shown_findings.finding_id
    left join coders on finding_factor.finding_id = coders.finding_id
    where finding_factor.framework_id = $framework
    group by finding_factor.finding_id, finding_factor.factor_id
)

select
    review.source_id,
    review.review_ref,
    review.title,
    review.review_type,
    review.board,
    review.is_ordinary_work,
    practice.first_day as practice_on,
    practice.precision as practice_precision,
    review.published_on,
    review.published_on_precision as published_precision,
    finding.finding_ref,
    finding.position,
    finding.statement,
    finding.appraisal,
    shown.factor_id,
    selected_factors.label as factor_label,
    selected_factors.layer_id as layer,
    pattern.label as pattern,
    finding.perspective,
    finding.quotation,
    finding.page,
    finding.locator,
    agencies.found_at,
    agencies.attribution,
    coalesce(coders.coders, 0) as coders,
    codings.coders_agreeing,
    codings.is_consensus,
    review.link
from shown
join finding on shown.finding_id = finding.finding_id
join review on shown.review_id = review.review_id
join selected_factors on shown.factor_id = selected_factors.factor_id
join codings on shown.finding_id = codings.finding_id and shown.factor_id = codings.factor_id
left join coders on shown.finding_id = coders.finding_id
left join agencies on shown.finding_id = agencies.finding_id
left join factor as pattern
    on finding.pattern_id = pattern.factor_id and pattern.framework_id = 'scie-patterns'
left join review_date as practice
    on shown.review_id = practice.review_id and practice.basis = 'practice'
order by shown.place
