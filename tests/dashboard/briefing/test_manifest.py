"""The manifest: it says what the briefing was made from, and asks for the same again."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import places
from dashboard.briefing.compose import KNOWN
from dashboard.briefing.manifest import (
    ManifestFault,
    manifest,
    read_manifest,
    request_of,
    to_json,
)
from dashboard.briefing.quarter import Quarter
from dashboard.briefing.request import Request
from dashboard.briefing.template import read_template
from queries.selection import Selection

TEMPLATE = read_template("quarterly", KNOWN)
WORDS = st.text(min_size=1, max_size=20)
SEVERAL = st.lists(WORDS, max_size=3).map(tuple)
SELECTIONS = st.builds(
    Selection,
    sources=SEVERAL,
    framework=WORDS,
    boards=SEVERAL,
    factors=SEVERAL,
    work=st.sampled_from([None, "ordinary", "case"]),
    basis=st.sampled_from(["practice", "published"]),
    period_from=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    text=st.none() | WORDS,
)


@given(SELECTIONS, st.integers(1990, 2090), st.integers(1, 4), st.none() | WORDS, st.none() | WORDS)
def test_what_is_read_is_what_was_written(selection, year, number, review, source):
    asked = Request(
        Quarter(year, number), selection, TEMPLATE, "quarterly", "official", review, source
    )
    written = to_json(manifest(asked, [], date(2026, 1, 1), "0f1e2d3c", "1.2.3"), {})
    assert request_of(read_manifest(written, "m"), KNOWN, "m") == asked


def test_it_names_the_build_the_version_and_each_file_with_its_sha_256(briefing):
    held = briefing("2024/25-Q2", sources=("anytown",), marking="official-sensitive").manifest
    assert (held["build"], held["version"], held["quarter"]) == ("0f1e2d3c", "1.2.3", "2024/25-Q2")
    [source] = held["sources"]
    folder = places.sources() / "anytown"
    assert (source["source_id"], source["is_made_up"]) == ("anytown", True)
    assert {file["file"]: file["sha256"] for file in source["files"]} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.csv")
    }
    assert held["command"] == (
        "crossreview briefing --quarter 2024/25-Q2 --marking official-sensitive --source anytown "
        "--framework scie-learning-together --basis published --out briefing.pdf"
    )


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b'{"kind": "other"}', b"\xff", b"not json", b"[" * 99_999]
)
def test_another_file_is_no_manifest(text: bytes):
    with pytest.raises(ManifestFault, match=r'"a\.json" is not the manifest of a briefing'):
        read_manifest(text, "a.json")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("quarter", "2025/26-Q7", '"2025/26-Q7" is not a quarter.'),
        ("selection", {"nonsense": 1}, '"nonsense" is not a filter.'),
        ("selection", {"period_from": "yesterday"}, "period_from must be a day such as"),
        ("selection", {"period_from": 5}, "period_from must be a day such as"),
        ("selection", [], "names nothing"),
        ("template", {"title": "x", "parts": [{"show": "none", "heading": "x"}]}, "is not a part"),
        ("marking", "SECRET", '"SECRET" is not a marking.'),
        ("marking", ["none"], "is not a marking."),
    ],
)
def test_one_that_was_changed_says_what_cannot_be_followed(
    briefing, name: str, value: object, said: str
):
    held = dict(briefing("2024/25-Q2", sources=("anytown",)).manifest)
    held[name] = value
    with pytest.raises(ManifestFault, match=r"a\.json.*cannot be followed: ") as fault:
        request_of(read_manifest(to_json(held, {}), "a.json"), KNOWN, "a.json")
    assert said in str(fault.value)


@pytest.mark.parametrize("missing", ["quarter", "selection", "template", "marking", "review"])
def test_one_in_which_something_is_missing_says_so(briefing, missing: str):
    held = dict(briefing("2024/25-Q2", sources=("anytown",)).manifest)
    del held[missing]
    with pytest.raises(ManifestFault, match=f"cannot be followed.*{missing}"):
        request_of(held, KNOWN, "a.json")


def test_the_last_page_says_what_the_manifest_says(briefing):
    document = briefing("2024/25-Q2", sources=("anytown",))
    page = repr(document.sections[-1])
    held = document.manifest
    for said in (held["build"], held["version"], held["command"]):
        assert said in page
    for file in held["sources"][0]["files"]:
        assert file["sha256"] in page.replace(" ", "")


def test_it_is_plain_json_that_a_person_can_read(briefing, tmp_path: Path):
    held = briefing("2024/25-Q2", sources=("anytown",)).manifest
    written = to_json(held, {"briefing.md": "00"})
    assert json.loads(written)["files"] == {"briefing.md": "00"}
    assert json.loads(written).keys() == {*held, "files"}
    assert written.decode("utf-8").startswith('{\n  "kind": "crossreview briefing",')
