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
    typer.Option(metavar="AGENCY", help="For follow-ups: the agency that is followed."),
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
Format = Annotated[
    values.Format, typer.Option("--format", metavar="FORMAT", help="table, csv or json.")
]
