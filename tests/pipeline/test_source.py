"""What a source is, and every way in which a source.toml cannot be followed."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.load import find_all_sources
from pipeline.source import DEFAULT_FRAMEWORK, SourceFault, find_sources

LAYOUT = """
[reviews]
file = "cases.csv"
[reviews.columns]
review_ref = "No"
"""


def folder(path: Path, settings: str | None = None, *files: str) -> Path:
    path.mkdir(parents=True)
    if settings is not None:
        (path / "source.toml").write_text(settings, encoding="utf-8")
    for file in files:
        (path / file).write_text("review_ref\n", encoding="utf-8")
    return path


# Where sources are found


def test_a_file_is_a_source_by_its_name(tmp_path: Path):
    (path,) = folder(tmp_path / "in", None, "Our board.csv").iterdir()
    (source,) = find_sources(path)
    assert (source.source_id, source.title, source.files) == ("Our board", "Our board", (path,))
    assert source.frameworks == (DEFAULT_FRAMEWORK,)
    assert source.settings is None


def test_a_folder_without_a_source_toml_is_a_source_by_its_name(tmp_path: Path):
    path = folder(tmp_path / "board", None, "reviews.csv", "findings.CSV", "log.xlsx", "notes.docx")
    (source,) = find_sources(path)
    assert source.source_id == "board"
    assert [file.name for file in source.files] == ["findings.CSV", "log.xlsx", "reviews.csv"]


def test_what_excel_leaves_beside_an_open_workbook_is_passed_over(tmp_path: Path):
    path = folder(tmp_path / "board", None, "log.xlsx", "~$log.xlsx", "._log.xlsx")
    (source,) = find_sources(path)
    assert [file.name for file in source.files] == ["log.xlsx"]


def test_a_folder_of_folders_holds_a_source_in_each(tmp_path: Path):
    folder(tmp_path / "all" / "north", "title = 'The North'", "reviews.csv")
    folder(tmp_path / "all" / "south", None, "reviews.csv")
    folder(tmp_path / "all" / "empty")
    folder(tmp_path / "all" / ".hidden", None, "reviews.csv")
    found = find_sources(tmp_path / "all")
    assert [(one.source_id, one.title) for one in found] == [
        ("north", "The North"),
        ("south", "south"),
    ]


def test_a_source_toml_stands_for_its_folder(tmp_path: Path):
    path = folder(tmp_path / "board", "", "reviews.csv")
    assert find_sources(path / "source.toml") == find_sources(path)


def test_what_a_source_toml_says(tmp_path: Path):
    path = folder(
        tmp_path / "board",
        """
        title = "Our board"
        licence = "MIT"
        cautions = ["One.", "Two."]
        is_made_up = true
        attribution = "review"
        frameworks = ["seips-101", "hfacs"]
        covers_from = 2020-04-01
        position = 3
        [reviews]
        file = "cases.csv"
        header_row = 3
        [reviews.columns]
        review_ref = "No"
        board = "Area"
        [reviews.values.board]
        "N." = "North"
        [[agencies]]
        columns = ["Lead", "Others"]
        separator = ";"
        [[codings]]
        framework = "hfacs"
        columns = ["Theme"]
        """,
    )
    (source,) = find_sources(path)
    assert (source.title, source.licence, source.citation) == ("Our board", "MIT", "not stated")
    assert source.cautions == ("One.", "Two.")
    assert (source.is_made_up, source.attribution, source.position) == (True, "review", 3)
    assert source.frameworks == ("seips-101", "hfacs")
    assert (source.covers_from, source.covers_to) == (date(2020, 4, 1), None)
    assert source.files == (path / "cases.csv",)
    layout = source.layout
    assert layout is not None
    assert (layout.header_row, layout.columns) == (3, {"review_ref": "No", "board": "Area"})
    assert layout.values == {"board": {"N.": "North"}}
    assert (layout.agencies[0].columns, layout.agencies[0].separator) == (("Lead", "Others"), ";")
    assert layout.codings[0].blank == "uncoded"


def test_the_frameworks_of_a_layout_are_those_of_its_codings_unless_it_says(tmp_path: Path):
    codings = '[[codings]]\nframework = "hfacs"\ncolumns = ["a"]\n'
    (source,) = find_sources(folder(tmp_path / "board", LAYOUT + codings + codings))
    assert source.frameworks == ("hfacs",)


def test_a_source_toml_saved_by_notepad_is_read(tmp_path: Path):
    path = folder(tmp_path / "board", None, "reviews.csv")
    (path / "source.toml").write_bytes("\ufefftitle = 'Ein Löwe'\r\n".encode())
    assert find_sources(path)[0].title == "Ein Löwe"


def test_real_sources_come_before_made_up_ones_and_then_by_position(tmp_path: Path):
    for name, settings in {
        "a": "is_made_up = true\nposition = 1",
        "b": "",
        "c": "position = 2",
        "d": "position = 1",
    }.items():
        folder(tmp_path / "all" / name, settings, "reviews.csv")
    assert [one.source_id for one in find_all_sources([tmp_path / "all"])] == ["d", "c", "b", "a"]


# What cannot be followed


def test_a_path_that_is_not_there(tmp_path: Path):
    with pytest.raises(SourceFault) as fault:
        find_sources(tmp_path / "nowhere")
    assert str(fault.value) == (
        f'"{tmp_path / "nowhere"}" is not there. '
        "Name a file of reviews, or a folder that holds one."
    )


def test_a_folder_in_which_there_is_nothing_to_read(tmp_path: Path):
    path = folder(tmp_path / "board", None, "notes.docx")
    with pytest.raises(SourceFault) as fault:
        find_sources(path)
    assert str(fault.value) == (
        f'"{path}" holds no reviews: there is no CSV or XLSX file in it, nor in its folders.'
    )


def test_two_sources_of_one_name(tmp_path: Path):
    paths = [folder(tmp_path / one / "board", None, "reviews.csv") for one in ("a", "b")]
    with pytest.raises(SourceFault) as fault:
        find_all_sources(paths)
    assert str(fault.value) == (
        'Two sources are named "board". Rename one of their folders: '
        "a source is known by the name of its folder."
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "title = \nlicence = 'MIT'",
            ", line 1, column 9: this cannot be read as TOML. Look there for a value, a quotation "
            "mark or a bracket that is missing.",
        ),
        (
            "title = 'One",
            ", end of document: this cannot be read as TOML. Look there for a value, a quotation "
            "mark or a bracket that is missing.",
        ),
        ("licens = 'MIT'", ': "licens" is not a setting. Did you mean "licence"?'),
        ("title = 3", ", title: must be a text in quotation marks."),
        ("is_made_up = 'yes'", ", is_made_up: must be true or false."),
        ("position = true", ", position: must be a whole number."),
        ("covers_from = 'April'", ", covers_from: must be a date such as 2025-07-31."),
        ("frameworks = 'hfacs'", ", frameworks: must be a list in square brackets."),
        ("frameworks = [1]", ", frameworks: must be a list of texts in quotation marks."),
        ("frameworks = []", ", frameworks: name at least one framework."),
        (
            "frameworks = ['hfacs', 'hfacs']",
            ', frameworks: "hfacs" stands twice. Name it once.',
        ),
        ("attribution = 'both'", ', attribution: "both" must be one of coded, review.'),
        ("reviews = 'cases.csv'", ", reviews: must be a table."),
        (
            "[[codings]]\nframework = 'a'",
            ", [[codings]]: needs a [reviews] part that names the file.",
        ),
        (
            "[[agencies]]\ncolumns = ['a']",
            ", [[agencies]]: needs a [reviews] part that names the file.",
        ),
        ("[reviews]", ', [reviews]: say which file, such as file = "reviews.csv".'),
        ("[reviews]\nfile = ''", ", [reviews], file: must not be empty. Leave it out, or fill it."),
        (
            "[reviews]\nfile = 'a.csv'",
            ', [reviews.columns]: say which column names the review, such as review_ref = "Ref".',
        ),
        (
            LAYOUT + "publishd_on = 'Out'",
            ', [reviews.columns]: "publishd_on" is not a setting. Did you mean "published_on"?',
        ),
        (LAYOUT + "board = 3", ", [reviews.columns], board: must be a text in quotation marks."),
        (
            LAYOUT + "[reviews.constants]\nreview_typ = 'SAR'",
            ', [reviews.constants]: "review_typ" is not a setting. Did you mean "review_type"?',
        ),
        (
            LAYOUT + "[reviews.constants]\nis_ordinary_work = true",
            ", [reviews.constants], is_ordinary_work: must be a text in quotation marks.",
        ),
        (
            LAYOUT + "[reviews.attributes]\nharm = 1",
            ", [reviews.attributes], harm: must be a text in quotation marks.",
        ),
        (LAYOUT + "[reviews.values]\nboard = 'x'", ", [reviews.values], board: must be a table."),
        (
            LAYOUT + "[reviews.values.board]\n'N.' = 'North'",
            ", [reviews.values.board]: board has no column in [reviews.columns].",
        ),
        (LAYOUT + "[agencies]\ncolumns = ['a']", ", agencies: must be a list in square brackets."),
        (LAYOUT + "[[agencies]]\nopen = true", ", [[agencies]] 1: columns is missing."),
        (
            LAYOUT + "[[agencies]]\ncolumns = 'Lead'",
            ", [[agencies]] 1, columns: must be a list in square brackets.",
        ),
        (
            LAYOUT + "[[agencies]]\ncolumns = ['Lead']\ninvolvement = 'led'",
            ', [[agencies]] 1, involvement: "led" must be one of '
            "involved, contributed, addressed, no contact.",
        ),
        (LAYOUT + "[[codings]]\ncolumns = ['a']", ", [[codings]] 1: framework is missing."),
        (
            LAYOUT + "[[codings]]\nframework = 'hfacs'",
            ", [[codings]] 1: name columns, or flags.",
        ),
        (
            LAYOUT + "[[codings]]\nframework = 'hfacs'\ncolumns = ['a']\nseparator = ''",
            ", [[codings]] 1, separator: must not be empty. Leave it out, or fill it.",
        ),
        (
            LAYOUT + "[[codings]]\nframework = 'hfacs'\nflags = ['a']\ntrue = []",
            ", [[codings]] 1, true: must not be empty. Leave it out, or fill it.",
        ),
        (
            LAYOUT + "[[codings]]\nframework = 'hfacs'\ncolumns = ['a']\nblank = 'no'",
            ', [[codings]] 1, blank: "no" must be one of uncoded, not assessed.',
        ),
        (
            "frameworks = ['a', 'b']\n" + LAYOUT + "[[codings]]\nframework = 'c'\ncolumns = ['x']",
            ', [[codings]] 1, framework: "c" is not one of frameworks. There are: a, b. '
            "Add it, or name one of them.",
        ),
    ],
)
def test_a_source_toml_that_cannot_be_followed(tmp_path: Path, settings: str, said: str):
    with pytest.raises(SourceFault) as fault:
        find_sources(folder(tmp_path / "board", settings, "reviews.csv"))
    assert str(fault.value) == f"board/source.toml{said}"


def test_a_source_toml_that_is_not_text(tmp_path: Path):
    path = folder(tmp_path / "board", None, "reviews.csv")
    (path / "source.toml").write_bytes(b"title = '\xff\xfe'")
    with pytest.raises(SourceFault) as fault:
        find_sources(path)
    assert str(fault.value) == (
        "board/source.toml: this is not text in UTF-8. Save it again as UTF-8."
    )
