"""The filters as options of a command: the same wherever something is counted from the shell."""

import inspect
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand

from dashboard.asking import options

FILTERS: dict[str, Any] = {
    "source": options.Sources,
    "framework": options.Framework,
    "review_type": options.ReviewTypes,
    "board": options.Boards,
    "region": options.Regions,
    "agency": options.Agencies,
    "factor": options.Factors,
    "layer": options.Layers,
    "pattern": options.Patterns,
    "perspective": options.Perspectives,
    "appraisal": options.Appraisals,
    "work": options.Work,
    "basis": options.Basis,
    "from_": options.From,
    "to": options.To,
    "text": options.Text,
}


class FilterCommand(TyperCommand):
    """Takes the filters beside its own options.

    What was given of them stands in the context's `obj`, by name; None where nothing was.
    """

    def get_params(self, ctx: Any) -> Any:
        """Return the command's own options, then the filters, and the help last."""
        *own, for_help = super().get_params(ctx)
        return [*own, *filter_options(), for_help]

    def invoke(self, ctx: Any) -> Any:
        """Keep the filters apart from the command's own options, and run the command."""
        ctx.obj = {name: ctx.params.pop(name) or None for name in FILTERS}
        return super().invoke(ctx)


@cache
def filter_options() -> tuple[Any, ...]:
    """Make the options of the filters."""
    return options_of(
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in FILTERS.items()
    )


def options_of(parameters: Any) -> tuple[Any, ...]:
    """Make options of the parameters of a function: Typer reads them from its signature."""

    def takes() -> None:
        """Stand for a command that takes them."""

    signature = inspect.Signature(list(parameters))
    setattr(takes, "__signature__", signature)  # noqa: B010, a function's type has no such field
    command = typer.Typer(add_completion=False)
    command.command()(takes)
    return tuple(typer.main.get_command(command).params)
