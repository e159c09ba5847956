-- How long is the list of actions behind a number?
--
-- Parameters:
--   owner           code of the agency that owns it, or none if not recorded; blank for any
--   tracked         how far it has come, such as overdue; blank for any
--   overdue_for     for how long, as in the answer of action_progress: 3 to 6 months; blank for any
--   contradicting   true: only those of which something is said that cannot be so; blank for all
--   without         owner, due date or evidence: only those without it; blank for all
--   strength        strong, intermediate, weak, or none if not known; blank for any
--   strength_by     type: its strength goes by its type alone; blank for as recorded, else by type
--   action_type     code of the type of action, or none if not recorded; blank for any
--   finding_layer   code of a layer: it answers a finding of it; none: of no layer; blank for any
--   action_layer    code of the layer of the framework at which its type acts, or none; blank for any
--
-- Returns one row, with these columns in this order:
--   reviews           reviews in which a listed action answers a recommendation
--   recommendations   recommendations that a listed action answers
--   actions           actions listed
select
    count(distinct review_id) as reviews,
    count(distinct recommendation_id) as recommendations,
    count(*) as actions
from listed_actions
