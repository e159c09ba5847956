-- The names of the factors of each finding that a selected recommendation answers, in the order of the
-- codebook.
select
    counted_coding.finding_id,
    string_agg(factor.label, '; ' order by factor.position) as factors
from counted_coding
join factor
    on
        counted_coding.framework_id = factor.framework_id
        and counted_coding.factor_id = factor.factor_id
where
    counted_coding.framework_id = $framework
    and counted_coding.finding_id in (
        select selected_recommendations.finding_id
        from selected_recommendations
    )
group by counted_coding.finding_id
