-- What can each filter be set to, and how many reviews has each choice?
--
-- Parameters: none of its own
--
-- Returns one row per filter and value, in this order:
--   filter    review_type, board, region, agency, factor, layer, pattern, perspective or appraisal
--   value     what the filter is set to; none: not recorded, or a factor without a layer
--   label     what the reader is shown
--   reviews   reviews of the chosen sources that have it; blank where it is not a thing of reviews
with source_reviews as (
    select
        review_id,
        review_type,
        board,
        region
    from review
    where list_contains($sources, source_id)
),

of_reviews as (
    select
        'review_type' as filter,
        source_reviews.review_type as value,
        coalesce(term.label, source_reviews.review_type) as label,
        count(*) as reviews
    from source_reviews
    left join term
        on term.vocabulary = 'review_type' and source_reviews.review_type = term.term
    group by source_reviews.review_type, coalesce(term.label, source_reviews.review_type)
    union all
    select
        'board' as filter,
        board as value,
        board as label,
        count(*) as reviews
    from source_reviews
    where board is not null
    group by board
    union all
    select
        'region' as filter,
        region as value,
        region as label,
        count(*) as reviews
    from source_reviews
    where region is not null
    group by region
    union all
    select
        'agency' as filter,
        review_agency.agency_id as value,
        agency.label,
        count(*) as reviews
    from source_reviews
    join review_agency on source_reviews.review_id = review_agency.review_id
    join agency on review_agency.agency_id = agency.agency_id
    where review_agency.involvement <> 'no contact'
    group by review_agency.agency_id, agency.label
),

-- where none at all has any, there is nothing to choose between
recorded as (
    select
        count(*) as findings,
        count(finding.pattern_id) as patterns,
        count(finding.perspective) as perspectives
    from finding
    join source_reviews on finding.review_id = source_reviews.review_id
),

of_findings as (
    select
        'factor' as filter,
        factor_id as value,
        label,
        cast(null as bigint) as reviews,
        position
    from factor
    where framework_id = $framework
    union all
    select
        'layer' as filter,
        layer_id as value,
        label,
        cast(null as bigint) as reviews,
        position
    from layer
    where framework_id = $framework
    union all
    select distinct
        'layer' as filter,
        'none' as value,
        'No layer' as label,
        cast(null as bigint) as reviews,
        cast(null as integer) as position
    from factor
    join layer on factor.framework_id = layer.framework_id
    where factor.framework_id = $framework and factor.layer_id is null
    union all
    select
        'pattern' as filter,
        factor.factor_id as value,
        factor.label,
        cast(null as bigint) as reviews,
        factor.position
    from factor
    where
        factor.framework_id = 'scie-patterns'
        and factor.factor_id in (
            select finding.pattern_id
            from finding
            join source_reviews on finding.review_id = source_reviews.review_id
        )
    union all
    select
        'pattern' as filter,
        'none' as value,
        'Not recorded' as label,
        cast(null as bigint) as reviews,
        cast(null as integer) as position
    from recorded
    where patterns > 0 and patterns < findings
    union all
    select
        'perspective' as filter,
        term.term as value,
        term.label,
        cast(null as bigint) as reviews,
        term.position
    from term
    where
        term.vocabulary = 'perspective'
        and term.term in (
            select finding.perspective
            from finding
            join source_reviews on finding.review_id = source_reviews.review_id
        )
    union all
    select
        'perspective' as filter,
        'none' as value,
        'Not recorded' as label,
        cast(null as bigint) as reviews,
        cast(null as integer) as position
    from recorded
    where perspectives > 0 and perspectives < findings
    union all
    select distinct
        'appraisal' as filter,
        source_appraisal.appraisal as value,
        term.label,
        cast(null as bigint) as reviews,
        term.position
    from source_appraisal
    join term on term.vocabulary = 'appraisal' and source_appraisal.appraisal = term.term
    where
        list_contains($sources, source_appraisal.source_id)
        and source_appraisal.framework_id = $framework
),

every_choice as (
    select
        filter,
        value,
        label,
        reviews,
        0 as position
    from of_reviews
    union all
    select
        filter,
        value,
        label,
        reviews,
        position
    from of_findings
)

select
    filter,
    value,
    label,
    reviews
from every_choice
order by filter, position nulls last, reviews desc, label, value
