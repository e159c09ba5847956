-- The selected recommendations, each with the agency that it asks and, where it cannot be compared
-- with those made before, why not.
--
-- A recommendation asks whom it is addressed to; where that is not recorded, the one agency at which
-- the finding that it answers is found. The board is an addressee like any other. An agency counts as
-- the last that took its place. The findings are those that the filters leave: what a recommendation
-- answers is read from them.
select
    selected_recommendations.recommendation_id,
    selected_recommendations.review_id,
    selected_recommendations.finding_id,
    made.first_day as made_first,
    made.last_day as made_last,
    made.precision as made_precision,
    coalesce(addressed.group_id, found_at.group_id) as agency_id,
    coalesce(addressed.label, found_at.label) as agency_label,
    case
        when selected_recommendations.finding_id is null then 'no finding'
        when coded.finding_id is null then 'no factor'
        when coalesce(addressed.group_id, found_at.group_id) is null then 'no agency'
        when made.first_day is null then 'no date'
    end as not_compared_for
from selected_recommendations
left join (
    select distinct selected_findings.finding_id
    from selected_findings
    where
        selected_findings.finding_id in (
            select selected_recommendations.finding_id
            from selected_recommendations
        )
) as coded
    on selected_recommendations.finding_id = coded.finding_id
left join answer_date as made
    on
        selected_recommendations.recommendation_id = made.recommendation_id
        and made.step = 'made'
left join present_agencies as addressed
    on selected_recommendations.addressed_to = addressed.agency_id
left join (
    select
        finding_agency.finding_id,
        min(present_agencies.group_id) as group_id,
        min(present_agencies.label) as label
    from finding_agency
    join present_agencies on finding_agency.agency_id = present_agencies.agency_id
    where
        finding_agency.attribution = 'coded'
        and finding_agency.role <> 'affected'
        and finding_agency.finding_id in (
            select selected_recommendations.finding_id
            from selected_recommendations
            where selected_recommendations.addressed_to is null
        )
    group by finding_agency.finding_id
    having count(distinct present_agencies.group_id) = 1
) as found_at on selected_recommendations.finding_id = found_at.finding_id
