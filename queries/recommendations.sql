-- What do the selected reviews recommend, and is it tied to a finding and to an action?
--
-- Parameters:
--   without_action    true: only those that have no action; blank for all
--   without_finding   true: only those that do not say which finding they answer; blank for all
--   most              rows to return at most; blank for all
--
-- Returns one row per recommendation, by review and reference, in this order:
--   source_id            code of the source
--   review_ref           the source's own reference of the review
--   board                board that commissioned the review
--   recommendation_ref   the source's own reference of the recommendation
--   recommendation       what the review asks
--   kind                 code of the kind of recommendation, blank if not recorded
--   addressed_to         name of the agency that it asks, blank if not recorded
--   made_on              first day of the date on which it was made
--   made_on_precision    how much of that date is known: day, month, quarter or year
--   finding_ref          reference of the finding that it answers, blank if not recorded
--   factors              names of the factors of that finding
--   actions              actions that answer it; blank where the source records no actions
--   tracked              how far these have come, each word once
with acted as (
    select
        recommendation_id,
        count(*) as actions,
        string_agg(distinct tracked, '; ' order by tracked) as tracked
    from tracked_actions
    group by recommendation_id
),

placed as (
    select
        selected_recommendations.finding_id,
        selected_reviews.source_id,
        selected_reviews.review_ref,
        selected_reviews.board,
        recommendation.recommendation_ref,
        recommendation.statement as recommendation,
        recommendation.kind,
        recommendation.addressed_to,
        recommendation.made_on,
        recommendation.made_on_precision,
        case when answering_sources.has_actions then coalesce(acted.actions, 0) end as actions,
        acted.tracked,
        row_number() over (
            order by
                selected_reviews.source_id,
                selected_reviews.review_ref,
                recommendation.recommendation_ref
        ) as place
    from selected_recommendations
    join selected_reviews on selected_recommendations.review_id = selected_reviews.review_id
    join answering_sources on selected_reviews.source_id = answering_sources.source_id
    join recommendation
        on selected_recommendations.recommendation_id = recommendation.recommendation_id
    left join acted on selected_recommendations.recommendation_id = acted.recommendation_id
    where
        (
            not coalesce(cast($without_action as boolean), false)
            or (acted.recommendation_id is null and answering_sources.has_actions)
        )
        and (
            not coalesce(cast($without_finding as boolean), false)
            or selected_recommendations.finding_id is null
        )
),

-- what the rest of the question costs is paid for these rows only
shown as (
    select
        finding_id,
        source_id,
        review_ref,
        board,
        recommendation_ref,
        recommendation,
        kind,
        addressed_to,
        made_on,
        made_on_precision,
        actions,
        tracked
    from placed
    where cast($most as bigint) is null or place <= cast($most as bigint)
),

answered as (
    select
        finding_id,
        string_agg(label, '; ' order by position) as factors
    from named_factors
    where finding_id in (select shown.finding_id from shown)
    group by finding_id
)

select
    shown.source_id,
    shown.review_ref,
    shown.board,
    shown.recommendation_ref,
    shown.recommendation,
    shown.kind,
    coalesce(agency.label, shown.addressed_to) as addressed_to,
    shown.made_on,
    shown.made_on_precision,
    finding.finding_ref,
    answered.factors,
    shown.actions,
    shown.tracked
from shown
left join agency on shown.addressed_to = agency.agency_id
left join finding on shown.finding_id = finding.finding_id
left join answered on shown.finding_id = answered.finding_id
order by shown.source_id, shown.review_ref, shown.recommendation_ref
