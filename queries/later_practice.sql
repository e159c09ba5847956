-- Where what was put right could have come back: one row per followed action, factor and agency, and
-- other review of the same board in which that agency was involved and the factor was assessed.
--
-- It is placed by when the practice took place, never by publication. placed is after (all of it
-- began later), straddles (it was under way then, or when it began is not recorded), before, or
-- not known (no date of practice is recorded, or only that it began by then and not when it ended). A
-- date known only to its month, quarter or year: it is after only if it must be, and before only if it
-- must be. An incident that is recorded as before the beginning of practice is where practice began.
--
-- Looked for in all reviews of the chosen sources: what else is chosen cannot make anything not come
-- back.
with followed as (
    select distinct
        followed_actions.review_id,
        followed_actions.factor_id,
        followed_actions.agency_id,
        followed_actions.since_first,
        followed_actions.since_last,
        review.board,
        review.source_id
    from followed_actions
    join review on followed_actions.review_id = review.review_id
),

-- one board is one board in whichever source; where none is recorded, a source stands for it
assessed as (
    select
        review.review_id,
        coalesce(review.board, '') as board,
        case when review.board is null then review.source_id else '' end as source_id,
        case
            when review.practice_from > review_date.last_day then review_date.first_day
            else review.practice_from
        end as began_on,
        case
            when review.practice_from > review_date.last_day then review.practice_from
            else review_date.last_day
        end as ended_on,
        review.practice_to is not null or review.incident_on is not null as is_end_known,
        review_framework.assessed_on
    from review
    join review_framework
        on
            review.review_id = review_framework.review_id
            and review_framework.framework_id = $framework
    left join review_date
        on review.review_id = review_date.review_id and review_date.basis = 'practice'
    where
        list_contains($sources, review.source_id)
        and coalesce(review.board, '') in (select coalesce(followed.board, '') from followed)
),

involved as (
    select distinct
        review_agency.review_id,
        agency_rollup.group_id as agency_id
    from review_agency
    join assessed on review_agency.review_id = assessed.review_id
    join agency_rollup
        on
            review_agency.agency_id = agency_rollup.agency_id
            and agency_rollup.agencies_as = 'named'
            and agency_rollup.is_followed
    where review_agency.involvement <> 'no contact'
),

found as (
    select distinct
        review_agency_factor.review_id,
        review_agency_factor.factor_id,
        agency_rollup.group_id as agency_id
    from review_agency_factor
    join assessed on review_agency_factor.review_id = assessed.review_id
    join agency_rollup
        on
            review_agency_factor.agency_id = agency_rollup.agency_id
            and agency_rollup.agencies_as = 'named'
            and agency_rollup.is_followed
    where
        review_agency_factor.framework_id = $framework
        and review_agency_factor.appraisal in ('problem', 'mixed')
)

select
    followed.review_id as origin_id,
    followed.factor_id,
    followed.agency_id,
    followed.since_first,
    followed.since_last,
    assessed.review_id,
    assessed.began_on,
    assessed.ended_on,
    assessed.is_end_known,
    case
        when assessed.ended_on is null then 'not known'
        when assessed.began_on > followed.since_last then 'after'
        when not assessed.is_end_known then 'not known'
        when assessed.ended_on > followed.since_first then 'straddles'
        else 'before'
    end as placed,
    found.review_id is not null as is_found
from followed
join assessed
    on
        coalesce(followed.board, '') = assessed.board
        and (case when followed.board is null then followed.source_id else '' end) = assessed.source_id
        and followed.review_id <> assessed.review_id
join involved
    on assessed.review_id = involved.review_id and followed.agency_id = involved.agency_id
join selected_factors
    on
        followed.factor_id = selected_factors.factor_id
        and (
            selected_factors.valid_from is null
            or coalesce(assessed.assessed_on >= selected_factors.valid_from, false)
        )
        and (
            selected_factors.valid_to is null
            or coalesce(assessed.assessed_on <= selected_factors.valid_to, false)
        )
left join found
    on
        assessed.review_id = found.review_id
        and followed.factor_id = found.factor_id
        and followed.agency_id = found.agency_id
