"""What a briefing reads may hold anything at all: it is followed, or what is wrong is said."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.briefing.compose import KNOWN
from dashboard.briefing.manifest import (
    ManifestFault,
    files_loaded,
    manifest,
    read_manifest,
    request_of,
    to_json,
)
from dashboard.briefing.quarter import Quarter, QuarterFault, read_quarter
from dashboard.briefing.request import Request
from dashboard.briefing.template import TemplateFault, read_template, template_of
from queries.selection import Selection

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
TEMPLATE = read_template("quarterly", KNOWN)
GOOD = manifest(
    Request(Quarter(2025, 1), Selection(sources=("a",), framework="f"), TEMPLATE),
    [],
    date(2026, 1, 1),
    "0f1e2d3c",
    "1.2.3",
)


def holds(work: Callable[[], Any], fault: type[Exception]) -> None:
    """See that work is done, or refused with a sentence."""
    said = "done"
    try:
        work()
    except fault as refusal:
        said = str(refusal)
    assert said


@given(st.binary(max_size=200))
def test_any_bytes_for_a_manifest(text: bytes):
    holds(lambda: read_manifest(text, "m.json"), ManifestFault)


@given(st.sampled_from(sorted(GOOD)), PLAIN)
def test_any_value_in_a_manifest(name: str, value: Any):
    held = {**GOOD, name: value}
    holds(lambda: request_of(held, KNOWN, "m.json"), ManifestFault)


@given(PLAIN | st.lists(st.fixed_dictionaries({"source_id": PLAIN, "files": PLAIN})))
def test_any_value_for_the_files_that_were_loaded(sources: Any):
    holds(lambda: files_loaded({"sources": sources}, "m.json"), ManifestFault)


@given(st.dictionaries(st.sampled_from([*GOOD["selection"], "text", "work", "x"]), PLAIN))
def test_any_filters_in_a_manifest(selection: dict[str, Any]):
    holds(lambda: request_of({**GOOD, "selection": selection}, KNOWN, "m"), ManifestFault)


@given(st.text(max_size=20) | st.from_regex(r"\d{4}/\d\d-Q\d"))
def test_any_text_for_a_quarter(text: str):
    holds(lambda: read_quarter(text), QuarterFault)


NAMES = st.sampled_from(["title", "about", "part", "parts", "show", "heading", "most", "x"])
PARTS = st.dictionaries(
    st.sampled_from(["show", "heading", "introduction", "most", "x"]),
    PLAIN | st.sampled_from(sorted(KNOWN)),
)


@settings(max_examples=300)
@given(st.dictionaries(NAMES, PLAIN | st.lists(PARTS | PLAIN, max_size=3)))
def test_any_values_in_a_template(read: dict[str, Any]):
    holds(lambda: template_of(read, KNOWN, "ours.toml"), TemplateFault)


@given(st.binary(max_size=100))
def test_any_bytes_for_a_template(tmp_path_factory, text: bytes):
    path = tmp_path_factory.mktemp("fuzz") / "ours.toml"
    path.write_bytes(text)
    holds(lambda: read_template(str(path), KNOWN), TemplateFault)


def test_the_good_manifest_is_followed():
    request = request_of(read_manifest(to_json(GOOD, {}), "m"), KNOWN, "m")
    assert request.quarter.code == "2025/26-Q1"
