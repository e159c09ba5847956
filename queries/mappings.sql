-- How each factor asked about reads in other frameworks: one row per factor, other factor and
-- relation.
--
-- The crosswalk is read from either end; read backwards, broad and narrow change places. A factor
-- without a row of its own in another framework reads as the wider factor that it is a part of: what
-- is found in the part is found in the whole, so that what the whole is close to, or within, is
-- wider than the part; what else the whole has to do with is no more than related.
with crossed as (
    select
        from_framework_id as framework_id,
        from_factor_id as factor_id,
        relation,
        to_framework_id as other_framework_id,
        to_factor_id as other_factor_id,
        standing
    from crosswalk
    union
    select
        to_framework_id as framework_id,
        to_factor_id as factor_id,
        case
            when relation = 'broad' then 'narrow'
            when relation = 'narrow' then 'broad'
            else relation
        end as relation,
        from_framework_id as other_framework_id,
        from_factor_id as other_factor_id,
        standing
    from crosswalk
),

of_its_own as (
    select
        selected_factors.factor_id,
        crossed.relation,
        crossed.other_framework_id,
        crossed.other_factor_id,
        crossed.standing
    from selected_factors
    join crossed
        on crossed.framework_id = $framework and selected_factors.factor_id = crossed.factor_id
)

select
    factor_id,
    relation,
    other_framework_id,
    other_factor_id,
    standing
from of_its_own
union
select
    selected_factors.factor_id,
    case when crossed.relation in ('exact', 'close', 'broad') then 'broad' else 'related' end
        as relation,
    crossed.other_framework_id,
    crossed.other_factor_id,
    'derived' as standing
from selected_factors
join crossed
    on crossed.framework_id = $framework and selected_factors.parent_id = crossed.factor_id
left join of_its_own
    on
        selected_factors.factor_id = of_its_own.factor_id
        and crossed.other_framework_id = of_its_own.other_framework_id
where of_its_own.factor_id is null
