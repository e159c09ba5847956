"""A table as a workbook: the data on one sheet, what they are on the other."""

import io
from datetime import date, datetime, time
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.downloads.cells import plain_rows
from dashboard.downloads.read_me import ReadMe, lines

NARROWEST, WIDEST = 10, 60  # characters
LONGEST_TEXT = 32_767  # what a cell of Excel holds
CUT = " … (cut here: a cell holds no more)"
FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
SHARES = (
    *("share", "support", "jaccard", "baseline", "difference", "difference_low"),
    *("difference_high", "low_95", "high_95", "low_998", "high_998"),
)
"""Columns that hold a share, or a difference of shares; others are called `share_...`."""
HEADING = FONT | {"bold": True, "text_wrap": True, "bottom": 1}


def to_xlsx(table: pd.DataFrame, read_me: ReadMe) -> bytes:
    """Return a workbook with the sheets "Data" and "Read me".

    Text is written as text, so that nothing in it runs or becomes a link; numbers and dates are
    real ones. The same table and read-me give the same bytes.

    Args:
        table: rows as shown. Columns that hold shares (0 to 1) appear as percentages.
        read_me: what the table is.
    """
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        moment = datetime.combine(read_me.data_date, time())
        workbook.set_properties({"title": read_me.title, "created": moment})
        formats = {
            "text": workbook.add_format(FONT | {"text_wrap": True}),
            "number": workbook.add_format(FONT | {"num_format": "#,##0.0#####"}),
            "count": workbook.add_format(FONT | {"num_format": "#,##0"}),
            "share": workbook.add_format(FONT | {"num_format": "0%"}),
            "date": workbook.add_format(FONT | {"num_format": "dd/mm/yyyy", "align": "left"}),
            "moment": workbook.add_format(
                FONT | {"num_format": "dd/mm/yyyy hh:mm", "align": "left"}
            ),
            "heading": workbook.add_format(HEADING),
            "title": workbook.add_format(FONT | {"bold": True, "font_size": 14}),
            "name": workbook.add_format(FONT | {"bold": True, "text_wrap": True}),
        }
        _write_data(workbook.add_worksheet("Data"), table, formats)
        _write_read_me(workbook.add_worksheet("Read me"), read_me, formats)
    return written.getvalue()


def _write_data(sheet: Worksheet, table: pd.DataFrame, formats: dict[str, Format]) -> None:
    """Write the table under headings that stay in sight."""
    names = [str(name) for name in table]
    rows = list(plain_rows(table))
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, formats["heading"])
        texts = [name, *(_shown(row[column]) for row in rows)]
        longest = max(len(line) for text in texts for line in text.splitlines() or [""])
        sheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            is_share = names[column] in SHARES or names[column].startswith("share_")
            _write(sheet, (number, column), value, is_share, formats)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    if names:
        sheet.autofilter(0, 0, len(rows), len(names) - 1)


def _write(
    sheet: Worksheet, cell: tuple[int, int], value: Any, is_share: bool, formats: dict[str, Format]
) -> None:
    """Write one cell as what it is; nothing where nothing stands."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_string(*cell, "true" if value else "false", formats["text"])
    elif isinstance(value, (int, float)):
        kind = "share" if is_share else "count" if isinstance(value, int) else "number"
        sheet.write_number(*cell, value, formats[kind])
    elif isinstance(value, datetime):
        sheet.write_datetime(*cell, value.replace(tzinfo=None), formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(*cell, datetime.combine(value, time()), formats["date"])
    else:
        sheet.write_string(*cell, _fitting(value), formats["text"])


def _write_read_me(sheet: Worksheet, read_me: ReadMe, formats: dict[str, Format]) -> None:
    """Write what the table is."""
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, read_me.title, formats["title"])
    for row, (name, text) in enumerate(lines(read_me), start=2):
        sheet.write_string(row, 0, name, formats["heading" if name and not text else "name"])
        sheet.write_string(row, 1, _fitting(text), formats["text"])
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _shown(value: Any) -> str:
    """Return about what a cell shows, for its width."""
    if value is None:
        return ""
    return "00/00/0000 00:00" if isinstance(value, datetime) else str(value)[:LONGEST_TEXT]


def _fitting(text: str) -> str:
    """Return text that a cell holds, and that says so where it was cut."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(CUT)] + CUT
