-- In how many of the selected reviews is each kind of underlying pattern found?
--
-- A review counts once for a pattern, in however many of its findings it shows. Counted are findings
-- that hold a factor of the framework, as everywhere; those that show the pattern and hold none are
-- told beside it. Where no finding of a source has a pattern, its reviews are not counted as having
-- none: patterns are not recorded there. Groups are those of layer_balance.
--
-- Parameters:
--   by   one of agency, board, review_type or method; blank for all reviews together
--
-- Returns one row per group, pattern and appraisal, in this order:
--   group_id                code of the group; blank: not recorded, or all reviews together
--   group_label             name of the group
--   attribution             by agency, coded: found at it; review: only in the same review
--   pattern_id              code of the pattern; blank: findings whose pattern is not recorded
--   pattern_label           name of the pattern
--   appraisal               problem, strength, mixed or neutral
--   reviews_with            reviews of the group in which it is found; blank if not assessed
--   reviews_assessed        its reviews assessed whose source records patterns; blank: not recorded
--   reviews_selected        reviews of the group that the filters chose, assessed or not
--   findings                findings that show the pattern and hold a factor; blank if not assessed
--   findings_uncoded_with   findings that show the pattern and hold no factor: not counted before
--   findings_of             findings of the group so appraised, coded or not
--   findings_uncoded        of these, findings with no factor of the framework
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

patterns as (
    select
        factor_id as pattern_id,
        label,
        position
    from factor
    where
        framework_id = 'scie-patterns'
        and (array_length($patterns) = 0 or list_contains($patterns, factor_id))
    union all
    select
        cast(null as varchar) as pattern_id,
        cast(null as varchar) as label,
        cast(null as integer) as position
    from (
        select array_length($patterns) = 0 or list_contains($patterns, 'none') as is_asked
    ) as choice
    where choice.is_asked
),

recording as (
    select source_id
    from recording_sources
    where recorded = 'pattern'
),

assessed as (
    select
        group_reviews.group_id,
        group_reviews.attribution,
        count(distinct group_reviews.review_id) as reviews_assessed,
        count(distinct group_reviews.review_id) filter (where recording.source_id is not null)
            as reviews_recording
    from group_reviews
    join selected_assessments on group_reviews.review_id = selected_assessments.review_id
    join selected_reviews on group_reviews.review_id = selected_reviews.review_id
    left join recording on selected_reviews.source_id = recording.source_id
    group by group_reviews.group_id, group_reviews.attribution
),

coded as (
    select finding_layer.finding_id
    from finding_layer
    where
        finding_layer.framework_id = $framework
        and (
            array_length($layers) = 0
            or coalesce(list_contains($layers, finding_layer.layer_id), false)
        )
        and not list_contains($layers, 'none')
        and array_length($factors) = 0
    union all
    select selected_findings.finding_id
    from selected_findings
    where array_length($factors) > 0 or list_contains($layers, 'none')
),

held as (
    select
        selected_coded_or_not.review_id,
        selected_coded_or_not.finding_id,
        selected_coded_or_not.appraisal,
        selected_coded_or_not.pattern_id,
        selected_coded_or_not.finding_id in (select coded.finding_id from coded) as is_coded,
        selected_coded_or_not.is_uncoded
    from selected_coded_or_not
),

found_in as (
    select
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.pattern_id,
        held.appraisal,
        count(*) as findings_of,
        count(*) filter (where held.is_coded) as findings,
        count(*) filter (where held.is_uncoded) as findings_uncoded_with
    from held
    join group_reviews on held.review_id = group_reviews.review_id
    where group_reviews.attribution is null
    group by
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.pattern_id,
        held.appraisal
    union all
    select
        group_reviews.group_id,
        group_reviews.attribution,
        held.review_id,
        held.pattern_id,
        held.appraisal,
        count(*) as findings_of,
        count(*) filter (where held.is_coded) as findings,
        count(*) filter (where held.is_uncoded) as findings_uncoded_with
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
        held.pattern_id,
        held.appraisal
),

found as (
    select
        group_id,
        attribution,
        pattern_id,
        appraisal,
        count(*) filter (where findings > 0) as reviews_with,
        cast(sum(findings) as bigint) as findings,
        cast(sum(findings_uncoded_with) as bigint) as findings_uncoded_with
    from found_in
    group by group_id, attribution, pattern_id, appraisal
),

coded_or_not as (
    select
        group_id,
        attribution,
        appraisal,
        cast(sum(findings_of) as bigint) as findings_of,
        cast(sum(findings_uncoded_with) as bigint) as findings_uncoded
    from found_in
    group by group_id, attribution, appraisal
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
        patterns.pattern_id,
        patterns.label,
        patterns.position,
        case
            when patterns.pattern_id is null then coalesce(assessed.reviews_assessed, 0)
            else coalesce(assessed.reviews_recording, 0)
        end as reviews_assessed
    from groups
    cross join appraisals
    cross join patterns
    left join assessed
        on
            groups.group_id is not distinct from assessed.group_id
            and groups.attribution is not distinct from assessed.attribution
)

select
    asked.group_id,
    coalesce(agency.label, term.label, asked.group_id) as group_label,
    asked.attribution,
    asked.pattern_id,
    asked.label as pattern_label,
    asked.appraisal,
    case when asked.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end as reviews_with,
    case when asked.is_recorded then asked.reviews_assessed end as reviews_assessed,
    asked.reviews_selected,
    case when asked.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings,
    coalesce(found.findings_uncoded_with, 0) as findings_uncoded_with,
    coalesce(coded_or_not.findings_of, 0) as findings_of,
    coalesce(coded_or_not.findings_uncoded, 0) as findings_uncoded
from asked
left join agency on cast($by as varchar) = 'agency' and asked.group_id = agency.agency_id
left join term
    on
        cast($by as varchar) = 'review_type'
        and term.vocabulary = 'review_type'
        and asked.group_id = term.term
left join found
    on
        asked.group_id is not distinct from found.group_id
        and asked.attribution is not distinct from found.attribution
        and asked.pattern_id is not distinct from found.pattern_id
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
    asked.position nulls last,
    asked.appraisal
