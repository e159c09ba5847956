"""The options of `ask`, each with its help: first the filters, then what some questions take."""

from typing import Annotated

import typer

from dashboard.asking import values

Question = Annotated[
    str, typer.Argument(metavar="QUESTION", help="One of the questions listed below.")
]

Sources = Annotated[list[str] | None, typer.Option(metavar="SOURCE", help="Source; may repeat.")]
Framework = Annotated[
    str | None, typer.Option(metavar="FRAMEWORK", help="The one framework to count in.")
]
ReviewTypes = Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Type of review.")]
Boards = Annotated[list[str] | None, typer.Option(metavar="BOARD", help="Board.")]
Regions = Annotated[list[str] | None, typer.Option(metavar="REGION", help="Region.")]
Agencies = Annotated[
    list[str] | None, typer.Option(metavar="AGENCY", help="Agency that was involved.")
]
Factors = Annotated[
    list[str] | None, typer.Option(metavar="FACTOR", help="Factor, by its code or name.")
]
Layers = Annotated[list[str] | None, typer.Option(metavar="LAYER", help="Layer, or none.")]
Patterns = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Kind of underlying pattern; none if not recorded."),
]
Perspectives = Annotated[
    list[values.Perspective] | None,
    typer.Option(
        metavar="ACCOUNT",
        help="Account of practitioner, manager, family or record; none if not recorded.",
    ),
]
Appraisals = Annotated[
    list[values.Appraisal] | None,
    typer.Option(metavar="APPRAISAL", help="Problem, strength, mixed or neutral."),
]
Work = Annotated[
    values.Work | None,
    typer.Option(metavar="WORK", help="Only ordinary work, or only case reviews."),
]
Basis = Annotated[
    values.Basis | None,
    typer.Option(metavar="BASIS", help="What places a review in time: practice, or published."),
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="First day, month, quarter or year."),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="Last day, month, quarter or year.")
]
Text = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words in a finding or its review.")
]
PeriodKind = Annotated[
    values.PeriodKind | None,
    typer.Option(
        metavar="KIND",
        help="For questions of periods: financial_quarter, financial_year, calendar_quarter "
        "or calendar_year.",
    ),
]
FoundAt = Annotated[
    str | None,
    typer.Option(metavar="AGENCY", help="For findings: the agency at which they are found."),
]
AgenciesAs = Annotated[
    values.AgenciesAs | None,
    typer.Option(metavar="GROUP", help="Count agencies as named, kind or sector."),
]
FollowSuccessors = Annotated[
    bool | None,
    typer.Option("--follow-successors", help="Count an agency as the one that took its place."),
]
EveryFactor = Annotated[
    bool | None,
    typer.Option("--every-factor", help="For findings: of reviews that hold each chosen factor."),
]
One = Annotated[
    str | None,
    typer.Option(metavar="AGENCY", help="For agencies_together: the one agency."),
]
Other = Annotated[
    str | None,
    typer.Option(metavar="AGENCY", help="For agencies_together: the other agency."),
]
LayerFramework = Annotated[
    str | None,
    typer.Option(
        metavar="FRAMEWORK",
        help="For layers: the framework they are of; the one counted in, if not named.",
    ),
]
BesideLayer = Annotated[
    str | None,
    typer.Option(
        metavar="LAYER",
        help="For findings: of those that also hold a factor of this layer; none for of no layer.",
    ),
]
Review = Annotated[
    str | None,
    typer.Option(metavar="REVIEW", help="For questions of one review: its reference."),
]
By = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT",
        help="For questions that count by groups: agency, board, review_type, strength ...",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="STEP", help="For follow-ups of actions: since signed off, or completed."),
]
State = Annotated[
    str | None,
    typer.Option(
        metavar="STATE", help="For follow-ups: seen again, overlaps, not seen or too early."
    ),
]
Reading = Annotated[
    str | None,
    typer.Option(metavar="READING", help="For follow-ups: the state by strict or lenient reading."),
]
At = Annotated[
    str | None,
    typer.Option(
        metavar="AGENCY",
        help="For follow-ups and the timeline: the agency, or the one that took its place.",
    ),
]
Action = Annotated[
    str | None,
    typer.Option(metavar="ACTION", help="For follow_up_reviews: the reference of one action."),
]
Strength = Annotated[
    str | None,
    typer.Option(metavar="STRENGTH", help="For actions: strong, intermediate, weak or none."),
]
Evidence = Annotated[
    str | None,
    typer.Option(
        metavar="GRADE",
        help="For follow-ups: outcome, practice, output, none (shown to be none) or not recorded.",
    ),
]
Placed = Annotated[
    str | None,
    typer.Option(metavar="WHEN", help="For follow_up_reviews: after, straddles or not known."),
]
IsFound = Annotated[
    bool | None,
    typer.Option("--is-found", help="For follow_up_reviews: only where it is found again."),
]
ResponseStatus = Annotated[
    str | None,
    typer.Option(
        metavar="STATUS",
        help="For responses: completed, partial, overdue, pending, or as a source spells it.",
    ),
]
Involved = Annotated[
    str | None,
    typer.Option(metavar="AGENCY", help="For responses: an agency, or group, that was involved."),
]
Through = Annotated[
    str | None,
    typer.Option(
        metavar="FRAMEWORK", help="For crosswalk_recurrence and _coverage: the other framework."
    ),
]
Relations = Annotated[
    list[values.Relation] | None,
    typer.Option(
        metavar="RELATION",
        help="For the same: a relation that counts: exact, close, broad, narrow or related.",
    ),
]
Each = Annotated[
    values.Each | None,
    typer.Option(metavar="WHAT", help="For crosswalk_recurrence: factor or layer."),
]
Event = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT",
        help='For factor_timeline: practice, made, due, completed or "signed off".',
    ),
]
Owner = Annotated[
    str | None,
    typer.Option(
        metavar="AGENCY", help="For actions: the agency that owns them; none if not recorded."
    ),
]
Tracked = Annotated[
    values.Tracked | None,
    typer.Option(
        metavar="HOW_FAR",
        help="For actions: signed off, awaiting sign-off, complete, open, overdue, set aside or "
        "not recorded.",
    ),
]
OverdueFor = Annotated[
    values.OverdueFor | None,
    typer.Option(
        metavar="HOW_LONG",
        help="For actions: overdue under 3 months, 3 to 6 months, 6 to 12 months, 12 months or "
        "more, or not known.",
    ),
]
Contradicting = Annotated[
    bool | None,
    typer.Option("--contradicting", help="For actions: whose dates or status contradict."),
]
Without = Annotated[
    values.Without | None,
    typer.Option(metavar="WHAT", help="For actions: without owner, due date or evidence."),
]
StrengthBy = Annotated[
    values.StrengthBy | None,
    typer.Option(metavar="WHAT", help="For actions: strength as recorded, or by type alone."),
]
ActionType = Annotated[
    values.ActionType | None,
    typer.Option(
        metavar="TYPE",
        help="For actions: training, procedure, tool, resource, audit, commissioning, culture, "
        "national ask, or none if not recorded.",
    ),
]
FindingLayer = Annotated[
    str | None,
    typer.Option(
        metavar="LAYER", help="For actions: the layer of the finding that they answer, or none."
    ),
]
ActionLayer = Annotated[
    str | None,
    typer.Option(metavar="LAYER", help="For actions: the layer at which they act, or none."),
]
ActionsBy = Annotated[
    values.ActionsBy | None,
    typer.Option(metavar="WHAT", help="For action_progress: owner or board."),
]
WithoutAction = Annotated[
    bool | None,
    typer.Option("--without-action", help="For recommendations: that have no action."),
]
WithoutFinding = Annotated[
    bool | None,
    typer.Option("--without-finding", help="For recommendations: that answer no finding."),
]
Format = Annotated[
    values.Format, typer.Option("--format", metavar="FORMAT", help="table, csv or json.")
]
