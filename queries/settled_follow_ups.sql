-- What became of what was put right: one row per followed action, factor and agency, with its later
-- practice counted and its state.
--
-- strict takes practice that began after the sign-off; lenient also takes what ended after it. The
-- state is seen again where strict says so; overlaps where only lenient does; not seen where there was
-- later practice without it; too early where no practice that could have shown it began later.
with counted as (
    select
        origin_id,
        factor_id,
        agency_id,
        since_first,
        since_last,
        count(*) filter (where placed = 'after') as reviews_after,
        count(*) filter (where placed = 'after' and is_found) as reviews_after_with,
        count(*) filter (where placed = 'straddles') as reviews_straddling,
        count(*) filter (where placed = 'straddles' and is_found) as reviews_straddling_with,
        count(*) filter (where placed = 'not known') as reviews_not_placed,
        min(began_on) filter (where placed = 'after' and is_found) as strict_event_on,
        max(began_on) filter (where placed = 'after') as strict_last_on,
        min(ended_on) filter (where placed in ('after', 'straddles') and is_found) as lenient_event_on,
        max(ended_on) filter (where placed in ('after', 'straddles')) as lenient_last_on
    from later_practice
    group by origin_id, factor_id, agency_id, since_first, since_last
)

select
    followed_actions.action_id,
    followed_actions.recommendation_id,
    followed_actions.review_id,
    followed_actions.finding_id,
    followed_actions.factor_id,
    followed_actions.agency_id,
    followed_actions.strength,
    followed_actions.evidence_grade,
    followed_actions.since_first,
    followed_actions.since_last,
    followed_actions.since_precision,
    coalesce(counted.reviews_after, 0) as reviews_after,
    coalesce(counted.reviews_after_with, 0) as reviews_after_with,
    coalesce(counted.reviews_straddling, 0) as reviews_straddling,
    coalesce(counted.reviews_straddling_with, 0) as reviews_straddling_with,
    coalesce(counted.reviews_not_placed, 0) as reviews_not_placed,
    counted.strict_event_on,
    counted.strict_last_on,
    counted.lenient_event_on,
    counted.lenient_last_on,
    case
        when counted.reviews_after_with > 0 then 'seen again'
        when counted.reviews_straddling_with > 0 then 'overlaps'
        when counted.reviews_after > 0 then 'not seen'
        else 'too early'
    end as state,
    case
        when counted.reviews_after_with > 0 then 'seen again'
        when counted.reviews_after > 0 then 'not seen'
        else 'too early'
    end as strict_state,
    case
        when counted.reviews_after_with + counted.reviews_straddling_with > 0 then 'seen again'
        when counted.reviews_after + counted.reviews_straddling > 0 then 'not seen'
        else 'too early'
    end as lenient_state
from followed_actions
left join counted
    on
        followed_actions.review_id = counted.origin_id
        and followed_actions.factor_id = counted.factor_id
        and followed_actions.agency_id = counted.agency_id
        and followed_actions.since_first = counted.since_first
        and followed_actions.since_last = counted.since_last
