"""The commands. Each imports what it needs when it runs, so that `ask` answers at once."""

import difflib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard import places
from dashboard.asking import options, values
from dashboard.asking.command import OWN, AskCommand
from dashboard.asking.filters import FilterCommand
from queries.selection import Selection
from queries.store import NoBuild

if TYPE_CHECKING:
    import duckdb

    from pipeline.problems import Problem
    from queries.ask import Answer

app = typer.Typer(
    help="Which contributory factors recur across safeguarding reviews, and in which agencies.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

PORT = 8501
INTERRUPTED = "Query interrupted"  # what DuckDB makes of Ctrl-C
STOPPED_BY_HAND = 130

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files or folders of coded reviews.")
]
Build = Annotated[
    Path | None,
    typer.Option(
        "--build",
        metavar="FOLDER",
        help="Folder of what was loaded.",
        show_default=f"{places.BUILD_VARIABLE} or data/build",
    ),
]
Views = Annotated[
    Path | None,
    typer.Option(
        "--views",
        metavar="FILE",
        help="File of saved views and notes.",
        show_default=f"{places.VIEWS_VARIABLE} or data/views.toml",
    ),
]
Port = Annotated[
    int,
    typer.Option("--port", metavar="NUMBER", help="Port on this computer.", min=1, max=65535),
]


def main() -> None:
    """Run a command. What the reader can put right is said in a sentence, never as a traceback."""
    try:
        app()
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
        raise SystemExit(STOPPED_BY_HAND) from None


def _say(message: str) -> None:
    """Tell the person at the terminal, apart from what a script would read."""
    typer.echo(message, err=True)


def _stop(message: str, code: int = 1) -> typer.Exit:
    """Say why nothing more is done: 1 for what needs attention, 2 for wrong usage."""
    _say(message)
    return typer.Exit(code)


@contextmanager
def _reader_faults() -> Iterator[None]:
    """Turn what the reader can put right into a message and exit code 1."""
    from pipeline.builds import BuildFault
    from pipeline.codebooks import CodebookFault
    from pipeline.source import SourceFault

    try:
        yield
    except (BuildFault, SourceFault, CodebookFault, NoBuild) as fault:
        raise _stop(str(fault)) from None
    except OSError as fault:
        if fault.filename is None:
            raise
        raise _stop(
            f'"{fault.filename}" cannot be read or written ({fault.strerror}). Close it in other '
            "programs, see that you have the right to it, or choose another folder."
        ) from None


@app.command()
def demo(build: Build = None, views: Views = None, port: Port = PORT) -> None:
    """Load the shipped real data and open the dashboard."""
    _load([places.sources()], build or places.builds(), quarantine=False, shows_warnings=False)
    _open(build or places.builds(), views or places.views_file(), port)


@app.command()
def check(paths: Paths) -> None:
    """Say what is wrong with coded reviews; load nothing."""
    from pipeline.load import check as check_sources

    with _reader_faults():
        examination = check_sources(paths, places.codebooks(), _say)
    for problem in examination.problems:
        typer.echo(_told(problem, examination.problems))
    _sum_up(examination.problems)
    if not examination.may_load:
        raise typer.Exit(1)


@app.command()
def load(
    paths: Paths,
    build: Build = None,
    quarantine: Annotated[
        bool,
        typer.Option(
            "--quarantine", help="Load the good rows; keep the others aside with their reasons."
        ),
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
                _say(_told(problem, loaded.examination.problems))
        _sum_up(loaded.examination.problems)
    if loaded.build is None:
        raise _stop(_nothing_loaded(loaded.examination.problems if loaded.examination else ()))
    rejected = len(loaded.examination.rejected) if loaded.examination else 0
    if rejected:
        _say(f"{_count(rejected, 'row')} kept aside; the page About the data lists them.")
    done = "Loaded" if loaded.is_new else "Nothing has changed since this was loaded:"
    typer.echo(f"{done} {_reviews_of(loaded.build.sources)} ({loaded.build.path.name})")


def _told(problem: "Problem", among: Sequence["Problem"]) -> str:
    """Tell of a problem, and of which source it is where there are several."""
    several = len({one.source_id for one in among}) > 1
    return f"{problem.severity}: {f'{problem.source_id}/' if several else ''}{problem}"


def _nothing_loaded(problems: Sequence["Problem"]) -> str:
    """Say that nothing was loaded, and what would help; one row can be set aside, a file cannot."""
    of_rows = all(problem.record for problem in problems if problem.severity == "error")
    done = "Nothing was loaded; what was loaded before is still served. "
    if of_rows:
        return f"{done}Mend the rows named above, or load the good rows alone with --quarantine."
    return f"{done}Mend what is named above, and load again."


def _sum_up(problems: Sequence["Problem"]) -> None:
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


def _say_tenth(done: int, of: int) -> None:
    """Tell how far something has come, ten times at most."""
    if done * 10 // of > (done - 1) * 10 // of:
        _say(f"{done:,} of {_count(of, 'review')}")


@app.command("open")
def open_(build: Build = None, views: Views = None, port: Port = PORT) -> None:
    """Open the dashboard on this computer."""
    _open(build or places.builds(), views or places.views_file(), port)


def _open(builds: Path, views: Path, port: int) -> None:
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
    environment = os.environ | {
        places.BUILD_VARIABLE: str(builds.resolve()),
        places.VIEWS_VARIABLE: str(views.absolute()),
    }
    try:
        code = subprocess.call(command, cwd=places.streamlit_home(), env=environment)
    except KeyboardInterrupt:
        code = 0
    raise typer.Exit(code)


@app.command(cls=AskCommand)
def ask(
    context: typer.Context,
    question: options.Question,
    build: Build = None,
    format_: options.Format = values.Format.TABLE,
) -> None:
    """Ask any question of the loaded reviews and print its answer.

    Options may repeat: those of one kind are joined by "or", those of different kinds by "and".
    """
    from dashboard.asking.own import AskedWrongly, own_parameters
    from dashboard.printing import printed
    from queries.question import names

    if question not in names():
        near = difflib.get_close_matches(question, names(), n=1)
        hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(names())}."
        raise _stop(f'"{question}" is not a question. {hint}', code=2)
    selection = _selected(context.obj)
    try:
        own = own_parameters(question, context.meta[OWN])
    except AskedWrongly as fault:
        raise _stop(str(fault), code=2) from None
    answer = _answered(build or places.builds(), question, selection, own)
    typer.echo(printed(answer, format_.value), nl=False)


def _selected(given: dict[str, Any]) -> Selection:
    """Make a selection of the filters that were given."""
    from_, to = given["from_"], given["to"]
    period_from, period_to = _day(from_, "--from", is_last=False), _day(to, "--to", is_last=True)
    if period_from and period_to and period_to < period_from:
        raise _stop(f'--to "{to}" is before --from "{from_}". Exchange them.', code=2)
    work, basis = given["work"], given["basis"]
    return Selection(
        sources=tuple(given["source"] or ()),
        framework=given["framework"],
        review_types=tuple(given["review_type"] or ()),
        boards=tuple(given["board"] or ()),
        regions=tuple(given["region"] or ()),
        agencies=tuple(given["agency"] or ()),
        factors=tuple(given["factor"] or ()),
        layers=tuple(given["layer"] or ()),
        patterns=tuple(given["pattern"] or ()),
        perspectives=tuple(one.value for one in given["perspective"] or ()),
        appraisals=tuple(one.value for one in given["appraisal"] or ()),
        work=work.value if work else None,
        basis=basis.value if basis else None,
        period_from=period_from,
        period_to=period_to,
        text=given["text"] or None,
    )


def _answered(builds: Path, question: str, selection: Selection, own: dict[str, Any]) -> "Answer":
    """Ask the build that is served, and say beside the answer what of it is made up."""
    from dashboard.asking.opened import opened
    from dashboard.asking.own import settle_own
    from queries.ask import ask as ask_question
    from queries.resolve import SelectionFault, settle
    from queries.store import current_build

    try:
        with opened(current_build(builds)) as connection:
            settled, faults = settle(connection, selection)
            own, own_faults = settle_own(connection, settled, own, question)
            if faults or own_faults:
                raise _stop("\n".join((*faults, *own_faults)), code=2)
            answer = ask_question(connection, question, settled, **own)
            _say_what_is_made_up(connection, settled)
            return answer
    except NoBuild as fault:
        raise _stop(str(fault)) from None
    except SelectionFault as fault:
        raise _stop(str(fault), code=2) from None


def _say_what_is_made_up(connection: "duckdb.DuckDBPyConnection", settled: Selection) -> None:
    """Say so, beside the answer, where what was counted is made up."""
    from queries.ask import ask as ask_question

    answer = ask_question(connection, "sources", settled)
    source_id, is_made_up = map(answer.columns.index, ("source_id", "is_made_up"))
    for row in answer.rows:
        if row[is_made_up] and row[source_id] in settled.sources:
            _say(
                f'Made-up data: nothing in "{row[source_id]}" happened, '
                "and nothing may be concluded from it."
            )


def _day(text: str | None, option: str, is_last: bool) -> Any:
    """Read a day, month, quarter or year as the first or the last day of it."""
    if text is None:
        return None
    from pipeline.dates import read_date

    read = read_date(text)
    if read.fault is not None:
        fault = read.fault.replace(", or leave the cell blank if it is not known", "")
        raise _stop(f'{option}: "{text}" {fault}', code=2)
    return read.last_day if is_last else read.first_day


@app.command(cls=FilterCommand)
def briefing(
    context: typer.Context,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="File to write: .html, .pdf, .docx, .pptx or .md; a folder for all five.",
        ),
    ] = None,
    quarter: Annotated[
        str, typer.Option(metavar="QUARTER", help="Financial year and quarter, such as 2025/26-Q1.")
    ] = "latest",
    template: Annotated[
        str,
        typer.Option(metavar="TEMPLATE", help="quarterly, seven-minutes, or a TOML file of yours."),
    ] = "quarterly",
    marking: Annotated[
        values.Marking,
        typer.Option(metavar="MARKING", help="none, official or official-sensitive."),
    ] = values.Marking.NONE,
    review: Annotated[
        str | None,
        typer.Option(metavar="REFERENCE", help="The one review that a 7-minute briefing is about."),
    ] = None,
    review_source: Annotated[
        str | None,
        typer.Option(metavar="SOURCE", help="Its source, where several have that reference."),
    ] = None,
    from_manifest: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The manifest of a briefing, which is made again."),
    ] = None,
    build: Build = None,
) -> None:
    """Write the quarterly briefing, or a 7-minute briefing on one factor or one review.

    It tells of the reviews that are out by the end of the quarter: by default the latest whole one
    of the data. Filters are those of `ask`, but for --to: the quarter is the end.
    """
    from dashboard import briefing_command as command

    has_no_name = from_manifest is None if out is None else not out.strip()
    if has_no_name:
        raise _stop("Name the file to write: --out briefing.pdf, or a folder for all formats.", 2)
    if from_manifest is not None and _is_given(context, besides={"out", "from_manifest", "build"}):
        raise _stop("A manifest says what is asked for: leave all options but --out out.", 2)
    builds, place = build or places.builds(), None if out is None else Path(out)
    with _reader_faults(), _briefing_faults():
        if from_manifest is not None:
            written = command.write_again(builds, from_manifest, place, _say)
        else:
            assert place is not None
            selection = _selected(context.obj)
            wanted = command.Wanted(
                quarter, selection, template, marking.value, review, review_source, place
            )
            written = command.write(builds, wanted, _say)
    for path in written:
        typer.echo(str(path))


def _is_given(context: typer.Context, besides: set[str]) -> bool:
    """Tell whether an option was given beside some."""
    from click.core import ParameterSource

    sources = (
        context.get_parameter_source(name)
        for parameter in context.command.params
        if (name := parameter.name) is not None and name not in besides
    )
    is_own = any(source == ParameterSource.COMMANDLINE for source in sources)
    return is_own or any(value is not None for value in context.obj.values())


@contextmanager
def _briefing_faults() -> Iterator[None]:
    """Turn what was asked wrongly into exit code 2, and what cannot be told into 1."""
    from dashboard.asking.own import AskedWrongly
    from dashboard.briefing.manifest import ManifestFault
    from dashboard.briefing.nothing_to_tell import NothingToTell
    from dashboard.briefing.quarter import QuarterFault
    from dashboard.briefing.template import TemplateFault
    from queries.resolve import SelectionFault

    try:
        yield
    except (AskedWrongly, QuarterFault, TemplateFault, SelectionFault) as fault:
        raise _stop(str(fault), code=2) from None
    except NothingToTell as fault:
        other = f" Ask for it with --quarter {fault.quarter.code}" if fault.quarter else ""
        raise _stop(f"{fault}{other}") from None
    except ManifestFault as fault:
        raise _stop(str(fault)) from None


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
        str | None,
        typer.Argument(metavar="NAME", help="Build to serve; the one before, if not named."),
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
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to write.")],
    reviews: Annotated[int, typer.Option(metavar="NUMBER", help="How many reviews.", min=1)] = 40,
    seed: Annotated[
        int, typer.Option(metavar="NUMBER", help="The same seed makes the same reviews.")
    ] = 2008,
) -> None:
    """Make made-up reviews of realistic shape, for tests and benchmarks."""
    from pipeline.synthesise import SynthesiseError
    from pipeline.synthesise import synthesise as make

    try:
        with _reader_faults():
            make(out, reviews, seed, places.codebooks(), on_progress=_say_tenth)
    except SynthesiseError as fault:
        raise _stop(str(fault)) from None
    typer.echo(f'Made up {_count(reviews, "review")} in "{out}"')


if __name__ == "__main__":
    main()
