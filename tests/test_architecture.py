"""The house rules: who imports whom, what may stand where, and that all of it says what it does."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"dashboard", "pipeline", "queries"}
TOP_LEVEL = {
    *("dashboard", "pipeline", "data", "queries", "tests"),
    *("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
}
# Pure functions of rows: they can be tested, and printed, without a page or a database.
PURE = (
    *("charts", "sentences", "downloads", "briefing", "saved"),
    *(
        "estimates",
        "recurrence",
        "theme",
        "comparison",
        "course",
        "movement",
        "between",
        "versions",
        "events",
    ),
    *("action_strength", "progress", "repeats", "responses", "answers", "chosen", "timeline"),
)
PAGES = ("dashboard/app.py", "dashboard/sidebar.py", "dashboard/database.py", "dashboard/views/")
LISTS = {"st.selectbox", "st.multiselect"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
SLOW = {"pandas", "plotly", "streamlit", "scipy", "pyarrow"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Read every module of the product, with its place in the project."""
    for package in sorted(PACKAGES):
        for path in sorted((ROOT / package).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            yield place, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """List the modules that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "an import says the whole name of what it imports"
            found.add(node.module or "")
    return found


def packages(tree: ast.Module) -> set[str]:
    """List the packages that a module imports from."""
    return {name.split(".")[0] for name in imported(tree)}


def may_import(place: str) -> set[str]:
    """List which of our packages a module may import from."""
    if place.startswith("queries/"):
        return {"queries"}
    if place.startswith("pipeline/"):
        return {"pipeline", "queries"}
    if place == "dashboard/cli.py":
        return {"dashboard", "pipeline", "queries"}
    return {"dashboard", "queries"}


def public_functions(tree: ast.Module) -> Iterator[Function]:
    """List the functions and methods of a module that others may call."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for holder in [tree, *(one for one in classes if not one.name.startswith("_"))]:
        for node in holder.body:
            if isinstance(node, Function) and not node.name.startswith("_"):
                yield node


def is_typed(function: Function) -> bool:
    """Say whether everything that a function takes and returns has a type."""
    given = function.args
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    named = [one for one in arguments if one is not None and one.arg not in ("self", "cls")]
    return function.returns is not None and all(one.annotation for one in named)


def test_a_package_imports_only_what_stands_below_it():
    for place, tree in modules():
        assert packages(tree) & {*PACKAGES, "tests"} <= may_import(place), place


def test_streamlit_stays_in_the_pages():
    for place, tree in modules():
        assert place.startswith(PAGES) or "streamlit" not in packages(tree), place


def test_what_draws_estimates_and_says_is_a_pure_function_of_rows():
    pure = [one for one in modules() if one[0].split("/")[1].removesuffix(".py") in PURE]
    assert len(pure) > 10
    for place, tree in pure:
        assert not packages(tree) & {"streamlit", "duckdb"}, place
        assert not imported(tree) & {"queries.ask", "queries.store", "dashboard.database"}, place


def test_figures_are_drawn_from_graph_objects():
    for place, tree in modules():
        assert "plotly.express" not in imported(tree), place


def test_what_is_typed_into_a_list_finds_only_the_names_that_hold_it():
    """Streamlit's own way also finds letters far apart: "prison" chose "Wales, prevention of"."""
    lists = [
        (place, {keyword.arg: keyword.value for keyword in node.keywords}.get("filter_mode"))
        for place, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in LISTS
    ]
    assert len(lists) > 10
    for place, mode in lists:
        assert isinstance(mode, ast.Constant), place
        assert mode.value == "contains", place


def test_no_module_of_the_dashboard_hides_another():
    """Streamlit puts dashboard/ first on the path, where a module hides any other of its name."""
    names = {path.stem for path in (ROOT / "dashboard").iterdir() if not path.name.startswith("__")}
    assert not names & (sys.stdlib_module_names | PACKAGES | SLOW | {"tests", "duckdb"})
    assert "pages" not in names, "Streamlit would show its files as pages of its own"


def test_every_module_is_named_after_what_it_is_for():
    for place, _ in modules():
        assert not set(place.removesuffix(".py").split("/")) & VAGUE, place


def test_the_top_level_holds_only_what_belongs_there():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this copy is not a checkout")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("module", ["dashboard.cli", "queries.resolve", "pipeline.builds"])
def test_nothing_slow_is_imported_at_the_start(module):
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(run.stdout.split()) & SLOW


def test_every_module_and_public_function_says_what_it_is_for():
    for place, tree in modules():
        assert ast.get_docstring(tree), place
        for function in public_functions(tree):
            assert ast.get_docstring(function), f"{place}, {function.name}"


def test_every_public_function_is_typed():
    for place, tree in modules():
        for function in public_functions(tree):
            assert is_typed(function), f"{place}, {function.name}"
