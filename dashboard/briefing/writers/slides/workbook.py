"""The numbers beneath a chart on a slide, and the workbook in which they are edited."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO

from pptx.chart.data import CategoryChartData
from xlsxwriter import Workbook

from dashboard.briefing.figures import Series
from dashboard.briefing.text import on_a_line

Labels = Sequence[str] | Sequence[tuple[str, str]]
"""The categories: names, or names under which others stand, such as years and their quarters."""
Values = Mapping[Series, Sequence[float | None]]

_NO_CLOCK = datetime(2000, 1, 1)  # every date of the file is settled when it is written


class Data(CategoryChartData):
    """The numbers beneath a chart: in the chart, and in the workbook in which they are edited.

    A text is a text in the workbook, whatever it begins with: never a formula, never a link.
    """

    def __init__(self, labels: Labels, values: Values, beside: Values, form: str):
        """Take the numbers.

        Args:
            labels: the categories, in the order given, of letters that can be shown.
            values: for each series a value a category; None where there is none.
            beside: columns that stand in the workbook to the right of the series.
            form: how a value is written: "0%".
        """
        super().__init__(number_format=form)
        self._labels = [(label,) if isinstance(label, str) else label for label in labels]
        self._set_categories()
        self._columns = [(on_a_line(one.name), list(held)) for one, held in values.items()]
        self._beside = [(on_a_line(one.name), list(held)) for one, held in beside.items()]
        for name, held in self._columns:
            self.add_series(name, held)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        written = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(written, options) as book:
            book.set_properties({"created": _NO_CLOCK})
            sheet = book.add_worksheet("Sheet1")
            form = book.add_format({"num_format": self.number_format})
            sheet.set_column(0, 0, 48)
            for row, label in enumerate(self._labels, 1):
                is_same = row > 1 and label[:-1] == self._labels[row - 2][:-1]
                for column, name in enumerate(label):
                    if not is_same or column == len(label) - 1:  # a year stands at its first
                        sheet.write_string(row, column, name)
            depth = self.categories.depth
            for column, (name, held) in enumerate([*self._columns, *self._beside], depth):
                sheet.write_string(0, column, name)
                sheet.write_column(1, column, held, form)
        return written.getvalue()

    def _set_categories(self) -> None:
        """Set the categories, each under the one that it stands under, if any."""
        above = None
        for *group, name in self._labels:
            if not group:
                self.add_category(name)
                continue
            if above is None or above.label != group[0]:
                above = self.add_category(group[0])
            above.add_sub_category(name)


def cells(column: int, rows: int) -> str:
    """Return the cells of a column of the workbook, the first being 0 and holding the labels."""
    return f"Sheet1!${chr(ord('A') + column)}$2:${chr(ord('A') + column)}${rows + 1}"
