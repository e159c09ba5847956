"""A briefing as a Word document: what it is made of, and that its bytes hang on nothing else."""

import os
import subprocess
import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from dashboard.briefing.document import Subheading
from dashboard.briefing.figure_numbers import numbers
from dashboard.briefing.gathered import the_numbers
from dashboard.briefing.template import Part
from dashboard.briefing.writers.word import to_docx
from tests.dashboard.briefing.documents_drawn import BARS, DOTS, HOSTILE, TREND, document
from tests.dashboard.briefing.writers.word.read_back import (
    cells,
    headings,
    of_sections,
    read,
)

ROOT = Path(__file__).resolve().parents[5]


def test_every_section_is_a_heading_and_every_subheading_one_beneath_it():
    drawn = document()
    expected = [
        pair
        for section in drawn.sections
        for pair in [
            (1, section.heading),
            *((2, block.text) for block in section.blocks if isinstance(block, Subheading)),
        ]
    ]
    assert headings(read(drawn)) == expected
    assert {level for level, _ in expected} == {1, 2}


def test_the_numbers_of_every_figure_stand_in_the_document():
    sections = document().sections
    part = Part("numbers", "The numbers in the figures")
    word = read(of_sections(*sections, the_numbers(sections, part)))
    held = [row for table in word.tables for row in cells(table)]
    for figure in (DOTS, BARS, TREND):
        of_figure = numbers(figure)
        assert of_figure.columns in held
        for row in of_figure.rows:
            assert tuple(" ".join(cell.split()) for cell in row) in held


def test_letters_that_a_format_might_read_are_letters():
    word = read(document())
    assert any(HOSTILE in paragraph.text for paragraph in word.paragraphs)
    parts = word.element.body.xpath('w:p[not(w:pPr/w:pStyle[@w:val="toc1"])] | w:tbl')
    fields = [one.xpath(".//w:fldSimple | .//w:instrText | .//w:hyperlink") for one in parts]
    assert not any(fields)


def test_the_same_briefing_is_the_same_bytes():
    assert to_docx(document()) == to_docx(document())


def test_another_day_and_another_place_change_no_byte():
    expected = to_docx(document())
    code = (
        "import sys, time; time.time = lambda: 2_000_000_000.0; "
        "time.localtime = lambda *_: time.gmtime(2_000_000_000.0);"
        "from dashboard.briefing.writers.word import to_docx;"
        "from tests.dashboard.briefing.documents_drawn import document;"
        "sys.stdout.buffer.write(to_docx(document()))"
    )
    elsewhere = {
        **os.environ,
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(ROOT),
    }
    run = subprocess.run(
        [sys.executable, "-c", code], env=elsewhere, capture_output=True, check=True, cwd=ROOT
    )
    assert run.stdout == expected


def test_no_entry_and_no_property_bears_another_date_than_that_of_the_data():
    drawn = document()
    written = to_docx(drawn)
    day = drawn.data_date
    dates = {date(*entry.date_time[:3]) for entry in ZipFile(BytesIO(written)).infolist()}
    assert dates == {day}
    properties = read(drawn).core_properties
    times = {properties.created, properties.modified, properties.last_printed}
    assert {moment.replace(tzinfo=None) for moment in times} == {
        datetime(day.year, day.month, day.day)
    }
