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
-- back. Only where $by_the_end says so, in those alone that are dated by the end of the chosen period,
-- by the chosen basis: what could be known by then.
with followed as (
    select distinct
        followed_actions.review_id,
        followed_actions.factor_id,
        followed_actions.agency_id,
        followed_actions.since_first,
        followed_actions.since_last,
        coalesce(review.board, '') as board,
        case when review.board is null then review.source_id else '' end as source_id
    from followed_actions
    join review on followed_actions.review_id = review.review_id
),

-- Which agencies were involved in which reviews. One board is one board in whichever source; where
-- none is recorded, a source stands for it.
involved as (
    select distinct
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
        review_framework.assessed_on,
        present_agencies.group_id as agency_id
    from review
    join review_framework
        on
            review.review_id = review_framework.review_id
            and review_framework.framework_id = $framework
    join review_agency
        on
            review.review_id = review_agency.review_id
            and review_agency.involvement <> 'no contact'
    join present_agencies on review_agency.agency_id = present_agencies.agency_id
    left join review_date
        on review.review_id = review_date.review_id and review_date.basis = 'practice'
    left join review_date as dated
        on review.review_id = dated.review_id and dated.basis = $basis
    where
        list_contains($sources, review.source_id)
        and coalesce(review.board, '') in (select followed.board from followed)
        and (
            not coalesce(cast($by_the_end as boolean), false)
            or cast($period_to as date) is null
            or coalesce(dated.last_day <= cast($period_to as date), false)
        )
),

looked_at as (
    select
        followed.review_id as origin_id,
        followed.factor_id,
        followed.agency_id,
        followed.since_first,
        followed.since_last,
        involved.review_id,
        involved.began_on,
        involved.ended_on,
        involved.is_end_known,
        case
            when involved.ended_on is null then 'not known'
            when involved.began_on > followed.since_last then 'after'
            when not involved.is_end_known then 'not known'
            when involved.ended_on > followed.since_first then 'straddles'
            else 'before'
        end as placed
    from followed
    join involved
        on
            followed.agency_id = involved.agency_id
            and followed.board = involved.board
            and followed.source_id = involved.source_id
            and followed.review_id <> involved.review_id
    join selected_factors
        on
            followed.factor_id = selected_factors.factor_id
            and (
                selected_factors.valid_from is null
                or coalesce(involved.assessed_on >= selected_factors.valid_from, false)
            )
            and (
                selected_factors.valid_to is null
                or coalesce(involved.assessed_on <= selected_factors.valid_to, false)
            )
)

select
    origin_id,
    factor_id,
    agency_id,
    since_first,
    since_last,
    review_id,
    began_on,
    ended_on,
    is_end_known,
    placed,
    (review_id, factor_id, agency_id) in (
        select
            review_agency_factor.review_id,
            review_agency_factor.factor_id,
            present_agencies.group_id
        from review_agency_factor
        join present_agencies on review_agency_factor.agency_id = present_agencies.agency_id
        where
            review_agency_factor.framework_id = $framework
            and review_agency_factor.appraisal in ('problem', 'mixed')
    ) as is_found
from looked_at
