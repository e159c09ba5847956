-- The factors of each finding by name, with their place in the codebook: one row per finding and factor,
-- for lists that name all factors of the findings that they show.
select
    counted_coding.finding_id,
    factor.label,
    factor.position
from counted_coding
join factor
    on
        counted_coding.framework_id = factor.framework_id
        and counted_coding.factor_id = factor.factor_id
where counted_coding.framework_id = $framework
