"""The commands. Each imports what it needs when it runs, so that `ask` answers at once."""

import os
import sys
from collections.abc import Iterable
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard import places
from queries.selection import Selection
from queries.store import NoBuild

app = typer.Typer(
    help="Which contributory factors recur across safeguarding reviews, and in which agencies.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

PORT = 8501

Paths = Annotated[list[Path], typer.Argument(help="Files or folders of coded reviews.")]
Build = Annotated[
    Path | None,
    typer.Option("--build", help="Folder of the builds.", show_default="data/build"),
]
Port = Annotated[int, typer.Option("--port", help="Port on this computer.", min=1, max=65535)]


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class PeriodKind(StrEnum):
    """Into which periods reviews are put."""

    FINANCIAL_QUARTER = "financial_quarter"
    FINANCIAL_YEAR = "financial_year"
    CALENDAR_QUARTER = "calendar_quarter"
    CALENDAR_YEAR = "calendar_year"


class Basis(StrEnum):
    """What places a review in time."""

    PRACTICE = "practice"
    PUBLISHED = "published"


class Work(StrEnum):
    """Which kind of work was reviewed."""

    ORDINARY = "ordinary"
    CASE = "case"


class Appraisal(StrEnum):
    """How practice was appraised."""

    PROBLEM = "problem"
    STRENGTH = "strength"
    MIXED = "mixed"
    NEUTRAL = "neutral"


def main() -> None:
    """Run a command. What the reader can put right is said in a sentence, never as a traceback."""
    app()


def _say(message: str) -> None:
    """Tell the person at the terminal, apart from what a script would read."""
    typer.echo(message, err=True)


def _stop(message: str, code: int = 1) -> typer.Exit:
    """Say why nothing more is done: 1 for what needs attention, 2 for wrong usage."""
    _say(message)
    return typer.Exit(code)


@contextmanager
def _reader_faults() -> Iterable[None]:  # type: ignore[misc]
    """Turn what the reader can put right into a message and exit code 1."""
    from pipeline.codebooks import CodebookFault
    from pipeline.source import SourceFault

    try:
        yield
    except (SourceFault, CodebookFault, NoBuild) as fault:
        raise _stop(str(fault)) from None
    except PermissionError as fault:
        raise _stop(
            f'"{fault.filename}" may not be written or read. Close it in other programs, '
            "or choose a folder of your own with --build."
        ) from None


@app.command()
def demo(build: Build = None, port: Port = PORT) -> None:
    """Load the shipped real data and open the dashboard."""
    _load([places.sources()], build or places.builds(), quarantine=False, shows_warnings=False)
    _open(build or places.builds(), port)


@app.command()
def check(paths: Paths) -> None:
    """Say what is wrong with coded reviews; load nothing."""
    from pipeline.load import check as check_sources

    with _reader_faults():
        examination = check_sources(paths, places.codebooks(), _say)
    for problem in examination.problems:
        typer.echo(f"{problem.severity}: {problem}")
    _sum_up(examination.problems)
    if not examination.may_load:
        raise typer.Exit(1)


@app.command()
def load(
    paths: Paths,
    build: Build = None,
    quarantine: Annotated[
        bool, typer.Option(help="Load the good rows; keep the others aside with their reasons.")
    ] = False,
) -> None:
    """Check coded reviews and publish them for the dashboard: all of them, or nothing."""
    _load(paths, build or places.builds(), quarantine, shows_warnings=True)


def _load(paths: list[Path], builds: Path, quarantine: bool, shows_warnings: bool) -> None:
    """Load, and say what came of it."""
    from pipeline.load import load as load_sources

    with _reader_faults():
        loaded = load_sources(paths, places.codebooks(), builds, quarantine, _say)
    if loaded.examination is not None:
        for problem in loaded.examination.problems:
            if problem.severity == "error" or shows_warnings:
                _say(f"{problem.severity}: {problem}")
        _sum_up(loaded.examination.problems)
    if loaded.build is None:
        raise _stop(
            "Nothing was loaded; what was loaded before is still served. Mend the rows named "
            "above, or load the good rows alone with --quarantine."
        )
    rejected = len(loaded.examination.rejected) if loaded.examination else 0
    if rejected:
        _say(f"{_count(rejected, 'row')} kept aside; the page About the data lists them.")
    done = "Loaded" if loaded.is_new else "Nothing has changed since this was loaded:"
    typer.echo(f"{done} {_reviews_of(loaded.build.sources)} ({loaded.build.path.name})")


def _sum_up(problems: tuple) -> None:
    """Say how many problems there are of each kind."""
    kinds = [problem.severity for problem in problems]
    parts = [
        _count(kinds.count("error"), "error"),
        _count(kinds.count("warning"), "warning"),
        *([f"{_count(kinds.count('left out'), 'row')} left out"] if "left out" in kinds else []),
    ]
    _say(", ".join(parts))


def _count(number: int, of: str) -> str:
    """Write a number with its noun: 1 review, 2,869 reviews."""
    return f"{number:,} {of}{'' if number == 1 else 's'}"


def _reviews_of(sources: dict[str, int]) -> str:
    """List the sources of a build with their reviews."""
    return ", ".join(
        f"{source}: {_count(reviews, 'review')}" for source, reviews in sources.items()
    )


@app.command("open")
def open_(build: Build = None, port: Port = PORT) -> None:
    """Open the dashboard on this computer."""
    _open(build or places.builds(), port)


def _open(builds: Path, port: int) -> None:
    """Start Streamlit on the builds, and stay until it ends."""
    import socket
    import subprocess

    from queries.store import current_build

    with _reader_faults():
        current_build(builds)
    with socket.socket() as probe:
        if probe.connect_ex(("localhost", port)) == 0:
            raise _stop(
                f"Port {port} is in use, perhaps by a dashboard that is already open at "
                f"http://localhost:{port}. Choose another: crossreview open --port {port + 1}"
            )
    script = Path(__file__).with_name("app.py")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    environment = os.environ | {places.BUILD_VARIABLE: str(builds.resolve())}
    try:
        code = subprocess.call(command, cwd=places.streamlit_home(), env=environment)
    except KeyboardInterrupt:
        code = 0
    raise typer.Exit(code)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="One of: {questions}", show_default=False)],
    build: Build = None,
    source: Annotated[list[str] | None, typer.Option(help="Source; may repeat.")] = None,
    framework: Annotated[str | None, typer.Option(help="The one framework to count in.")] = None,
    review_type: Annotated[list[str] | None, typer.Option(help="Type of review.")] = None,
    board: Annotated[list[str] | None, typer.Option(help="Board.")] = None,
    region: Annotated[list[str] | None, typer.Option(help="Region.")] = None,
    agency: Annotated[list[str] | None, typer.Option(help="Agency that was involved.")] = None,
    factor: Annotated[list[str] | None, typer.Option(help="Factor, by its code or name.")] = None,
    layer: Annotated[list[str] | None, typer.Option(help="Layer.")] = None,
    pattern: Annotated[list[str] | None, typer.Option(help="Kind of underlying pattern.")] = None,
    appraisal: Annotated[list[Appraisal] | None, typer.Option(help="How appraised.")] = None,
    work: Annotated[Work | None, typer.Option(help="Ordinary work or case reviews.")] = None,
    basis: Annotated[Basis | None, typer.Option(help="What places a review in time.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="First day, month, quarter or year.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help="Last day, month, quarter or year.")
    ] = None,
    text: Annotated[str | None, typer.Option(help="Words in a finding or its review.")] = None,
    period_kind: Annotated[PeriodKind | None, typer.Option(help="For factor_by_period.")] = None,
    found_at: Annotated[
        str | None, typer.Option(help="For findings: the agency at which they are found.")
    ] = None,
    review: Annotated[
        str | None, typer.Option(help="For questions of one review: its reference.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TABLE,
) -> None:
    """Ask any question of the loaded reviews and print its answer.

    Options of one kind that repeat are joined by "or", options of different kinds by "and".
    """
    from dashboard.printing import printed
    from queries.ask import ask as ask_question
    from queries.question import names
    from queries.resolve import SelectionFault, settle
    from queries.store import connect, current_build

    if question not in names():
        raise _stop(f'"{question}" is not a question. There are: {", ".join(names())}.', code=2)
    selection = Selection(
        sources=tuple(source or ()),
        framework=framework,
        review_types=tuple(review_type or ()),
        boards=tuple(board or ()),
        regions=tuple(region or ()),
        agencies=tuple(agency or ()),
        factors=tuple(factor or ()),
        layers=tuple(layer or ()),
        patterns=tuple(pattern or ()),
        appraisals=tuple(one.value for one in appraisal or ()),
        work=work.value if work else None,  # type: ignore[arg-type]
        basis=basis.value if basis else None,  # type: ignore[arg-type]
        period_from=_day(from_, "--from", is_last=False),
        period_to=_day(to, "--to", is_last=True),
        text=text or None,
    )
    own = _own_parameters(question, period_kind=period_kind, found_at=found_at, review=review)
    try:
        with connect(current_build(build or places.builds())) as connection:
            settled, faults = settle(connection, selection)
            if faults:
                raise _stop("\n".join(faults), code=2)
            answer = ask_question(connection, question, settled, **own)
    except NoBuild as fault:
        raise _stop(str(fault)) from None
    except SelectionFault as fault:
        raise _stop(str(fault), code=2) from None
    typer.echo(printed(answer, format_.value), nl=False)


def _day(text: str | None, option: str, is_last: bool) -> Any:
    """Read a day, month, quarter or year as the first or the last day of it."""
    if text is None:
        return None
    from pipeline.dates import read_date

    read = read_date(text)
    if read.fault is not None:
        raise _stop(f'{option}: "{text}" {read.fault}', code=2)
    return read.last_day if is_last else read.first_day


def _own_parameters(name: str, **given: str | None) -> dict[str, str]:
    """Keep the parameters that a question takes; say so where one is given that it does not."""
    from queries.question import question

    known = {parameter.name for parameter in question(name).parameters}
    own = {key: str(value) for key, value in given.items() if value is not None}
    for key in own:
        if key not in known:
            raise _stop(f"{name} takes no --{key.replace('_', '-')}.", code=2)
    if "period_kind" in known:
        own.setdefault("period_kind", PeriodKind.FINANCIAL_QUARTER.value)
    return own


@app.command()
def history(build: Build = None) -> None:
    """List what has been loaded, latest first."""
    from pipeline.builds import history as list_builds

    builds = list_builds(build or places.builds())
    if not builds:
        raise _stop(f'Nothing is loaded in "{build or places.builds()}".')
    for one in builds:
        mark = "served" if one.is_served else "      "
        typer.echo(f"{mark}  {one.path.name}  {_reviews_of(one.sources)}")


@app.command()
def rollback(
    name: Annotated[
        str | None, typer.Argument(help="Build to serve; the one before, if not named.")
    ] = None,
    build: Build = None,
) -> None:
    """Serve an earlier build again."""
    from pipeline.builds import rollback as roll_back

    with _reader_faults():
        served = roll_back(build or places.builds(), name)
    typer.echo(f"Serving {served.path.name}: {_reviews_of(served.sources)}")


@app.command()
def synthesise(
    out: Annotated[Path, typer.Argument(help="Folder to write.")],
    reviews: Annotated[int, typer.Option(help="How many reviews.", min=1)] = 40,
    seed: Annotated[int, typer.Option(help="The same seed makes the same reviews.")] = 2008,
) -> None:
    """Make made-up reviews of realistic shape, for tests and benchmarks."""
    from pipeline.synthesise import synthesise as make

    try:
        make(out, reviews, seed, places.codebooks(), on_progress=_say)
    except (FileExistsError, PermissionError) as fault:
        raise _stop(str(fault)) from None
    typer.echo(f'Made {_count(reviews, "review")} up in "{out}"')


if __name__ == "__main__":
    main()
