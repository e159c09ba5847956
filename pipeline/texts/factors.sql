-- Each distinct text of a coded factor, beside the framework that it is of.
select distinct framework, factor as text
from staged_finding_factor
where framework is not null and factor is not null
order by framework, text
