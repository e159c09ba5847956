-- In how many of the selected reviews is a factor of each layer found?
--
-- A review counts once for a layer, however many of its factors it holds. Grouped by agency, a
-- review counts for each agency that was involved in it, with what is found at that agency; where
-- the source ties its findings only to the review, what is found in the same review.
--
-- Parameters:
--   by   one of agency, board, review_type or method; blank for all reviews together
--
-- Returns one row per group, layer and appraisal, in this order:
--   group_id           code of the group; blank: not recorded, or all reviews together
--   group_label        name of the group
--   attribution        by agency, coded: found at it; review: only in the same review; else blank
--   layer              code of the layer; blank: findings that hold only factors without a layer
--   layer_label        name of the layer
--   appraisal          problem, strength, mixed or neutral
--   reviews_with       reviews of the group in which the layer is found; blank if not assessed
--   reviews_assessed   its reviews in which a factor of the layer was; blank if not recorded
--   reviews_selected   reviews of the group that the filters chose, assessed or not
--   findings           findings that hold a factor of the layer; blank if not assessed
--   findings_of        findings of the group so appraised, coded or not
--   findings_uncoded   of these, findings with no factor of the framework
with group_reviews as (
    select
        group_id,
        attribution,
        review_id,
        is_recorded
    from selected_review_groups
    where grouped_by = coalesce(cast($by as varchar), 'all')
),

groups as (
    select
        group_id,
        attribution,
        bool_and(is_recorded) as is_recorded,
        count(*) as reviews_selected
    from group_reviews
    group by group_id, attribution
),

layers as (
    select distinct
        layer_id,
        span
    from selected_factors
),

assessed as (
    select
        group_reviews.group_id,
        group_reviews.attribution,
        layers.layer_id,
        count(distinct group_reviews.review_id) as reviews_assessed
    from group_reviews
    join selected_assessments on group_reviews.review_id = selected_assessments.review_id
    join layers on selected_assessments.span = layers.span
    group by group_reviews.group_id, group_reviews.attribution, layers.layer_id
),

-- where factors or words are chosen, only some of a finding's factors count, and these are looked
-- through; else what the pipeline has worked out for each finding serves
held as (
    select
        finding_layer.review_id,
        finding_layer.finding_id,
        finding_layer.appraisal,
        finding_layer.layer_id
    from finding_layer
    join selected_reviews on finding_layer.review_id = selected_reviews.review_id
    where
        finding_layer.framework_id = $framework
        and (
            array_length($layers) = 0
            or list_contains($layers, coalesce(finding_layer.layer_id, 'none'))
        )
        and (
            array_length($patterns) = 0
            or list_contains($patterns, coalesce(finding_layer.pattern_id, 'none'))
        )
        and (
            array_length($perspectives) = 0
            or list_contains($perspectives, coalesce(finding_layer.perspective, 'none'))
        )
        and (
            array_length($appraisals) = 0
            or list_contains($appraisals, finding_layer.appraisal)
        )
        and array_length($factors) = 0
        and cast($text as varchar) is null
    union all
    select distinct
        selected_findings.review_id,
        selected_findings.finding_id,
        selected_findings.appraisal,
        selected_factors.layer_id
    from selected_findings
    join selected_factors on selected_findings.factor_id = selected_factors.factor_id
    join finding_layer
        on
            selected_findings.finding_id = finding_layer.finding_id
            and finding_layer.framework_id = $framework
            and selected_factors.layer_id is not distinct from finding_layer.layer_id
    where array_length($factors) > 0 or cast($text as varchar) is not null
),

found_in as (
    select
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.layer_id,
        held.appraisal,
        count(*) as findings
    from held
    join group_reviews on held.review_id = group_reviews.review_id
    where group_reviews.attribution is null
    group by
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.layer_id,
        held.appraisal
    union all
    select
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.layer_id,
        held.appraisal,
        count(*) as findings
    from held
    join finding_agency on held.finding_id = finding_agency.finding_id
    join group_reviews
        on
            held.review_id = group_reviews.review_id
            and finding_agency.agency_id = group_reviews.group_id
    where
        finding_agency.role <> 'affected'
        and cast($by as varchar) = 'agency'
    group by
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.layer_id,
        held.appraisal
),

found as (
    select
        group_id,
        attribution,
        layer_id,
        appraisal,
        count(*) as reviews_with,
        cast(sum(findings) as bigint) as findings
    from found_in
    group by group_id, attribution, layer_id, appraisal
),

coded_or_not as (
    select
        group_reviews.group_id,
        group_reviews.attribution,
        selected_coded_or_not.appraisal,
        count(*) as findings_of,
        count(*) filter (where selected_coded_or_not.is_uncoded) as findings_uncoded
    from selected_coded_or_not
    join group_reviews on selected_coded_or_not.review_id = group_reviews.review_id
    where group_reviews.attribution is null
    group by
        group_reviews.group_id,
        group_reviews.attribution,
        selected_coded_or_not.appraisal
    union all
    select
        group_reviews.group_id,
        group_reviews.attribution,
        selected_coded_or_not.appraisal,
        count(*) as findings_of,
        count(*) filter (where selected_coded_or_not.is_uncoded) as findings_uncoded
    from selected_coded_or_not
    join finding_agency on selected_coded_or_not.finding_id = finding_agency.finding_id
    join group_reviews
        on
            selected_coded_or_not.review_id = group_reviews.review_id
            and finding_agency.agency_id = group_reviews.group_id
    where
        finding_agency.role <> 'affected'
        and cast($by as varchar) = 'agency'
    group by
        group_reviews.group_id,
        group_reviews.attribution,
        selected_coded_or_not.appraisal
),

appraisals as (
    select appraisal
    from appraisals_in_use
    union
    select appraisal
    from selected_coded_or_not
),

asked as (
    select
        groups.group_id,
        groups.attribution,
        groups.is_recorded,
        groups.reviews_selected,
        appraisals.appraisal,
        layers.layer_id
    from groups
    cross join appraisals
    cross join (select distinct layer_id from layers) as layers
)

select
    asked.group_id,
    coalesce(agency.label, term.label, asked.group_id) as group_label,
    asked.attribution,
    asked.layer_id as layer,
    layer.label as layer_label,
    asked.appraisal,
    case when assessed.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end
        as reviews_with,
    case when asked.is_recorded then coalesce(assessed.reviews_assessed, 0) end
        as reviews_assessed,
    asked.reviews_selected,
    case when assessed.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings,
    coalesce(coded_or_not.findings_of, 0) as findings_of,
    coalesce(coded_or_not.findings_uncoded, 0) as findings_uncoded
from asked
left join layer on layer.framework_id = $framework and asked.layer_id = layer.layer_id
left join agency on cast($by as varchar) = 'agency' and asked.group_id = agency.agency_id
left join term
    on
        cast($by as varchar) = 'review_type'
        and term.vocabulary = 'review_type'
        and asked.group_id = term.term
left join assessed
    on
        asked.group_id is not distinct from assessed.group_id
        and asked.attribution is not distinct from assessed.attribution
        and asked.layer_id is not distinct from assessed.layer_id
left join found
    on
        asked.group_id is not distinct from found.group_id
        and asked.attribution is not distinct from found.attribution
        and asked.layer_id is not distinct from found.layer_id
        and asked.appraisal = found.appraisal
left join coded_or_not
    on
        asked.group_id is not distinct from coded_or_not.group_id
        and asked.attribution is not distinct from coded_or_not.attribution
        and asked.appraisal = coded_or_not.appraisal
order by
    group_label nulls last,
    asked.group_id,
    asked.attribution,
    layer.position nulls last,
    asked.layer_id,
    asked.appraisal
