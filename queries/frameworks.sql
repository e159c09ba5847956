-- Which frameworks do the chosen sources code with?
--
-- Parameters: none of its own
--
-- Returns one row per framework, the sources' default first, in this order:
--   framework_id   code of the framework
--   title          name of the framework
--   about          what it is, in our words
--   citation       how to cite it
--   licence        terms on which it may be used
--   version        version of its codebook here
select
    framework.framework_id,
    framework.title,
    framework.about,
    framework.citation,
    framework.licence,
    framework.version
from framework
join source_framework on framework.framework_id = source_framework.framework_id
join source on source_framework.source_id = source.source_id
where list_contains($sources, source.source_id)
group by
    framework.framework_id,
    framework.title,
    framework.about,
    framework.citation,
    framework.licence,
    framework.version
order by min(source.position), min(source_framework.position), framework.framework_id
