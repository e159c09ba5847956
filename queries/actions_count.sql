-- How long is the list of actions behind a number?
--
-- Parameters:
--   owner           code of the agency that owns it, or none if not recorded; blank for any
--   tracked         one of signed off, awaiting sign-off, complete, open, overdue, set aside or not recorded; blank for any
--   overdue_for     one of under 3 months, 3 to 6 months, 6 to 12 months, 12 months or more or not known; blank for any
--   contradicting   true: only those of which something is said that cannot be so; blank for all
--   without         one of owner, due date or evidence: only those without it; blank for all
--   strength        one of strong, intermediate, weak or none (not known); blank for any
--   strength_by     one of recorded (as the source says, else by type) or type (by the type alone); blank for recorded
--   action_type     one of training, procedure, tool, resource, audit, commissioning, culture, national ask or none (not recorded); blank for any
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
