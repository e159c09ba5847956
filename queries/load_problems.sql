-- What was noticed in the chosen sources when they were loaded?
--
-- Parameters: none of its own
--
-- Returns one row per problem, in the order of the files, with these columns in this order:
--   source_id     code of the source
--   severity      error (the row is not loaded), warning, or left out (on purpose)
--   file          file in which it stands
--   place         line or cell, as an editor or Excel shows it
--   column_name   heading of the column
--   value         what stands there
--   rule          name of the rule that noticed it
--   message       what is to be said of the value
select
    problem.source_id,
    problem.severity,
    problem.file,
    problem.place,
    problem.column_name,
    problem.value,
    problem.rule,
    problem.message
from problem
join source on problem.source_id = source.source_id
where list_contains($sources, problem.source_id)
order by
    source.position,
    problem.severity,
    problem.file,
    problem.rule,
    length(problem.place),
    problem.place,
    problem.column_name,
    problem.value,
    problem.message
