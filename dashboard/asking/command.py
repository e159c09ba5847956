"""The command `ask`: beside the filters it has an option for each parameter of any question."""

import inspect
from functools import cache
from typing import Annotated, Any

import typer

from dashboard.asking.filters import FilterCommand, options_of
from queries.question import Parameter, names, question

OWN = "crossreview.own"
"""Where a context keeps what was given of the questions' own parameters."""


class AskCommand(FilterCommand):
    """Takes what the headers of the questions say that they take, and lists the questions.

    What was given of it stands in the context's `meta` under OWN, by the name of the parameter.
    """

    def get_params(self, ctx: Any) -> Any:
        """Return the filters, then what some questions take, read only for this command."""
        *filters, for_help = super().get_params(ctx)
        return [*filters, *own_options(), for_help]

    def invoke(self, ctx: Any) -> Any:
        """Keep what the questions take apart from the filters, and run the command."""
        ctx.meta[OWN] = {
            option.name: ctx.params.pop(option.name) or None for option in own_options()
        }
        return super().invoke(ctx)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write each question with what it asks."""
        with formatter.section("Questions"):
            formatter.write_dl([(name, question(name).asks) for name in names()])


@cache
def own_options() -> tuple[Any, ...]:
    """Make an option for each parameter that some question takes, in alphabetical order."""
    taken: dict[str, dict[Parameter, list[str]]] = {}
    for name in names():
        for parameter in question(name).parameters:
            taken.setdefault(parameter.name, {}).setdefault(parameter, []).append(name)
    return options_of(_option(taken[name]) for name in sorted(taken))


def option_of(name: str) -> str:
    """Say how a parameter is given: --found-at."""
    return next(option.opts[0] for option in own_options() if option.name == name)


def _option(meanings: dict[Parameter, list[str]]) -> inspect.Parameter:
    """Write the option of one parameter; its help says what it means to which questions."""
    one = next(iter(meanings))
    kind = bool if one.is_flag else int if one.is_number else list[str] if one.is_several else str
    singular = one.name.removesuffix("s") if one.is_several else one.name
    option = typer.Option(
        f"--{singular.replace('_', '-')}",
        metavar=None if one.is_flag else "NUMBER" if one.is_number else singular.upper(),
        min=1 if one.is_number else None,
        help=" ".join(
            f"For {', '.join(of)}: {parameter.meaning.removeprefix('true: ')}."
            for parameter, of in meanings.items()
        ),
    )
    return inspect.Parameter(
        one.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind | None, option],
    )
