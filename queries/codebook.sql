-- What does each factor of the framework mean, and when did it exist?
--
-- Parameters: none of its own
--
-- Returns one row per factor, in the order of the codebook, with these columns in this order:
--   framework_id   code of the framework
--   factor_id      code of the factor
--   label          name of the factor
--   definition     what it means, in our words
--   layer          code of the layer that the factor belongs to, blank if it has none
--   layer_label    name of that layer
--   parent_id      code of the factor that it is a part of, blank if it is not
--   pattern_id     code of the kind of underlying pattern that it belongs to, blank if not said
--   valid_from     first day on which it existed, blank if always
--   valid_to       last day on which it existed, blank if it still does
--   version        version of the codebook in which its definition was last changed
--   standing       verified, remembered, derived or proposed
select
    factor.framework_id,
    factor.factor_id,
    factor.label,
    factor.definition,
    factor.layer_id as layer,
    layer.label as layer_label,
    factor.parent_id,
    factor.pattern_id,
    factor.valid_from,
    factor.valid_to,
    factor.version,
    factor.standing
from selected_factors
join factor
    on selected_factors.factor_id = factor.factor_id and factor.framework_id = $framework
left join layer
    on factor.framework_id = layer.framework_id and factor.layer_id = layer.layer_id
order by factor.position, factor.factor_id
