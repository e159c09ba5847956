"""The filters of `ask` as options, each with its help."""

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
Format = Annotated[
    values.Format, typer.Option("--format", metavar="FORMAT", help="table, csv or json.")
]
