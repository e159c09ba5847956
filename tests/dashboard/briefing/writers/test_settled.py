"""Office files without a clock."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import docx
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from xlsxwriter import Workbook

from dashboard.briefing.writers.settled import settled

DAY = date(2026, 9, 30)


def workbook(made: datetime) -> bytes:
    """Return a workbook that says when it was made."""
    out = BytesIO()
    with Workbook(out) as book:
        book.set_properties({"created": made})
        book.add_worksheet().write(0, 0, "12 of 20")
    return out.getvalue()


def package(made: datetime, system: int = 3) -> bytes:
    """Return a package with a workbook within, each entry bearing when and where it was made."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as written:
        for name, content in (
            ("[Content_Types].xml", b"<Types/>"),
            ("ppt/embeddings/book.xlsx", workbook(made)),
        ):
            entry = ZipInfo(name, made.timetuple()[:6])
            entry.create_system = system
            written.writestr(entry, content)
    return out.getvalue()


def entries(package: bytes) -> list[ZipInfo]:
    return ZipFile(BytesIO(package)).infolist()


def within(package: bytes, name: str) -> bytes:
    return ZipFile(BytesIO(package)).read(name)


def test_what_was_made_at_two_times_on_two_systems_is_the_same():
    monday = package(datetime(2026, 10, 5, 9, 30), system=3)
    tuesday = package(datetime(2027, 2, 9, 17, 1), system=0)
    assert monday != tuesday
    assert settled(monday, DAY) == settled(tuesday, DAY)


def test_every_entry_bears_the_day_also_within_a_workbook_within():
    made = settled(package(datetime(2026, 10, 5)), DAY)
    held = [*entries(made), *entries(within(made, "ppt/embeddings/book.xlsx"))]
    assert len(held) > 8
    assert {entry.date_time for entry in held} == {(2026, 9, 30, 0, 0, 0)}


def test_the_entries_keep_their_order_and_what_they_say():
    book = workbook(datetime(2026, 10, 5))
    names = [entry.filename for entry in entries(book)]
    made = settled(book, DAY)
    assert [entry.filename for entry in entries(made)] == names
    sheet = "xl/worksheets/sheet1.xml"
    assert within(made, sheet) == within(book, sheet)


def test_the_properties_say_the_day_in_place_of_each_time():
    document = docx.Document()
    document.core_properties.last_printed = datetime(2026, 12, 24, 18)
    out = BytesIO()
    document.save(out)
    properties = docx.Document(BytesIO(settled(out.getvalue(), DAY))).core_properties
    times = (properties.created, properties.modified, properties.last_printed)
    assert [time and time.date() for time in times] == [DAY, DAY, DAY]


def test_a_day_before_1980_stands_in_the_properties_and_as_1980_in_the_entries():
    made = settled(workbook(datetime(2026, 10, 5)), date(1974, 1, 7))
    assert {entry.date_time[0] for entry in entries(made)} == {1980}
    assert b"1974-01-07T00:00:00Z" in within(made, "docProps/core.xml")


def test_settling_twice_changes_nothing():
    once = settled(package(datetime(2026, 10, 5)), DAY)
    assert settled(once, DAY) == once


def test_slides_with_a_chart_open_again_with_its_numbers():
    slides = Presentation()
    chart: Any = CategoryChartData()
    chart.categories = ["Supervision"]
    chart.add_series("Problem", (12,))
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    place = (Cm(1), Cm(1), Cm(9), Cm(9))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, chart)
    out = BytesIO()
    slides.save(out)
    again = Presentation(BytesIO(settled(out.getvalue(), DAY)))
    shape: Any = again.slides[0].shapes[0]
    assert list(shape.chart.plots[0].series[0].values) == [12]
