-- The factors asked about: those of the chosen framework, and of the chosen factors and layers. The
-- layer 'none' is chosen for factors without a layer.
--
-- `span` numbers the stretches of time for which factors of this framework exist, so that who was
-- assessed is worked out once for each stretch and not once for each factor.
select
    factor_id,
    label,
    layer_id,
    parent_id,
    position,
    valid_from,
    valid_to,
    dense_rank() over (order by valid_from, valid_to) as span
from factor
where
    framework_id = $framework
    and (array_length($factors) = 0 or list_contains($factors, factor_id))
    and (array_length($layers) = 0 or list_contains($layers, coalesce(layer_id, 'none')))
