-- Which actions answer the recommendations of the selected reviews, and how far has each come?
--
-- How far it has come is decided by its status and its dates together, as at the last day that its
-- source covers, else the day of the load. Set aside: superseded or not accepted. Else signed off: it
-- says so, or has a date of sign-off. Else awaiting sign-off: it says so. Else complete: it says so,
-- or has a date of completion. Else overdue: its due date has wholly passed, or it says so. Else
-- open: it has another status, or a due date. Else not recorded.
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
--   most            rows to return at most; blank for all
--
-- Returns one row per action, by review and reference, in this order:
--   source_id                 code of the source
--   review_ref                the source's own reference of the review
--   board                     board that commissioned the review
--   recommendation_ref        the source's own reference of the recommendation
--   recommendation            what the review asks
--   finding_ref               reference of the finding that it answers, blank if not recorded
--   factors                   names of the factors of that finding
--   action_ref                the source's own reference of the action
--   action                    what is to be done
--   owner_agency_id           code of the agency that owns it, blank if not recorded
--   owner_label               name of that agency
--   action_type               code of the type of action, blank if not recorded
--   strength_recorded         strong, intermediate or weak, as the source says
--   strength_of_type          the same, as the action hierarchy says of its type
--   strength                  the first of these that is known
--   status                    how far it has come, as the source says
--   tracked                   how far it has come, by status and dates together
--   made_on                   first day of the date on which the recommendation was made
--   made_on_precision         how much of that date is known: day, month, quarter or year
--   due_on                    first day of the date by which it is due
--   due_on_precision          how much of that date is known
--   completed_on              first day of the date on which it was done
--   completed_on_precision    how much of that date is known
--   signed_off_on             first day of the date on which it was signed off
--   signed_off_on_precision   how much of that date is known
--   evidence_grade            what shows its effect: none, output, practice or outcome
--   is_overdue                true where it is overdue
--   days_overdue              days since the last that its due date may be, blank if not known
--   days_open                 where not done, days since the recommendation was made, at the least
--   contradictions            what is said that cannot all be so, blank if nothing is
--   as_at                     the day as at which all this is said
with placed as (
    select
        listed_actions.action_id,
        listed_actions.finding_id,
        selected_reviews.source_id,
        selected_reviews.review_ref,
        selected_reviews.board,
        recommendation.recommendation_ref,
        recommendation.statement as recommendation,
        recommendation.made_on,
        recommendation.made_on_precision,
        action.action_ref,
        row_number() over (
            order by
                selected_reviews.source_id,
                selected_reviews.review_ref,
                recommendation.recommendation_ref,
                action.action_ref
        ) as place
    from listed_actions
    join selected_reviews on listed_actions.review_id = selected_reviews.review_id
    join recommendation on listed_actions.recommendation_id = recommendation.recommendation_id
    join action on listed_actions.action_id = action.action_id
),

-- what the rest of the question costs is paid for these rows only
shown as (
    select
        action_id,
        finding_id,
        source_id,
        review_ref,
        board,
        recommendation_ref,
        recommendation,
        made_on,
        made_on_precision,
        place
    from placed
    where cast($most as bigint) is null or place <= cast($most as bigint)
),

answered as (
    select
        finding_id,
        string_agg(label, '; ' order by position) as factors
    from named_factors
    where finding_id in (select shown.finding_id from shown)
    group by finding_id
)

select
    shown.source_id,
    shown.review_ref,
    shown.board,
    shown.recommendation_ref,
    shown.recommendation,
    finding.finding_ref,
    answered.factors,
    action.action_ref,
    action.statement as action,
    listed_actions.owner_agency_id,
    owner.label as owner_label,
    listed_actions.action_type,
    listed_actions.strength_recorded,
    listed_actions.strength_of_type,
    listed_actions.strength,
    listed_actions.status,
    listed_actions.tracked,
    shown.made_on,
    shown.made_on_precision,
    action.due_on,
    action.due_on_precision,
    action.completed_on,
    action.completed_on_precision,
    action.signed_off_on,
    action.signed_off_on_precision,
    listed_actions.evidence_grade,
    listed_actions.tracked = 'overdue' as is_overdue,
    listed_actions.days_overdue,
    listed_actions.days_open,
    listed_actions.contradictions,
    listed_actions.as_at
from shown
join listed_actions on shown.action_id = listed_actions.action_id
join action on shown.action_id = action.action_id
left join finding on shown.finding_id = finding.finding_id
left join answered on shown.finding_id = answered.finding_id
left join agency as owner on listed_actions.owner_agency_id = owner.agency_id
order by shown.source_id, shown.review_ref, shown.recommendation_ref, action.action_ref
