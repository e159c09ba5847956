"""A matrix: a number in every cell, its depth of one hue the share, and a door behind each.

All cells are of one size, whatever is in them: a table is read along its rows and columns, and
plotly, which lets no one click a heat map, gives a click to the marker whose middle is nearest.
Places are pixels from the top left cell, so that the figure has a size of its own.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.wrapped import as_plotly, wrapped

ROW_NAME = "row"
"""What the annotations that name rows are called, so that they can be found again."""

TEXT_LINE = 16
CHARACTER_WIDTH = 6.8  # pixels, of a letter in a wide font at the size of labels
BOLD = 1.12  # how much wider a letter is in bold
SMALLEST_CELL = (72, 42)
ROW_LABEL_WIDTH = 170
ROW_LABEL_LINE = 24  # characters
HEADING_HEIGHT = 26
GAP = 2
ABOVE_CELLS = 6
GLYPHS = {"more": "▲", "less": "▼", "framed": "", "": ""}
UNSEEN = "rgba(0,0,0,0)"


class Line(NamedTuple):
    """A row or a column."""

    key: str
    label: str
    group: str = ""  # heading over the rows or columns that stand together
    note: str = ""  # text of second rank under the label


class Cell(NamedTuple):
    """What stands where a row and a column meet.

    Attributes:
        row: key of the row.
        column: key of the column.
        shade: depth of the hue, 0 to 1; None for no fill, where there is no share to show.
        text: what the cell says, its lines parted by a line break.
        hover: what it says when pointed at, as plotly text.
        customdata: what a click on it hands over; a cell without any opens nothing.
        mark: "more" or "less" where the cell stands out, "framed" where its text says why it does.
        is_faint: whether its text is of second rank.
    """

    row: str
    column: str
    shade: float | None
    text: str
    hover: str = ""
    customdata: tuple[Any, ...] = ()
    mark: str = ""
    is_faint: bool = False


class _Grid(NamedTuple):
    """Where the cells are."""

    rows: dict[str, float]  # key -> top
    columns: dict[str, float]  # key -> left
    width: float  # of a cell
    height: float

    def middle(self, cell: Cell) -> tuple[float, float]:
        """Return the middle of a cell."""
        x, y = self.columns[cell.column], self.rows[cell.row]
        return x + self.width / 2, y + self.height / 2

    @property
    def end(self) -> tuple[float, float]:
        """Return the corner of the last cell."""
        right = max(self.columns.values(), default=0) + self.width
        return right, max(self.rows.values(), default=0) + self.height


def matrix(
    rows: Sequence[Line],
    columns: Sequence[Line],
    cells: Sequence[Cell],
    mode: theme.Mode,
    hue: str,
) -> go.Figure:
    """Draw rows and columns with a number in each cell.

    Args:
        rows: from the top; a heading stands above each group of them.
        columns: from the left; a heading stands above each group of them.
        cells: in any order; where none is given nothing is drawn.
        mode: "light" or "dark".
        hue: the colour that a share of 1 has, such as that of an appraisal.

    Returns:
        A figure with a width and a height of its own. A click on a cell hands over its
        `customdata`.
    """
    grid = _placed(rows, columns, cells)
    head = _head_height(columns, grid)
    right, bottom = grid.end
    return go.Figure(
        {
            "data": [
                *_fills(cells, grid, mode, hue),
                *_texts(cells, grid, mode, hue),
                _doors(cells, grid),
            ],
            "layout": {
                "template": theme.template(mode),
                "width": round(ROW_LABEL_WIDTH + right + GAP),
                "height": round(head + bottom + GAP),
                "margin": {"l": ROW_LABEL_WIDTH, "r": GAP, "t": round(head), "b": GAP},
                "xaxis": {"range": [0, right], "visible": False, "fixedrange": True},
                "yaxis": {"range": [bottom, 0], "visible": False, "fixedrange": True},
                "shapes": [*_frames(cells, grid, mode), *_brackets(columns, grid, mode)],
                "annotations": [
                    *_row_names(rows, grid, mode),
                    *_column_names(columns, grid, mode),
                ],
                "hovermode": "closest",
                "hoverdistance": int(grid.width / 2),
                "dragmode": False,
                "showlegend": False,
            },
        }
    )


def parted(figure: go.Figure) -> tuple[go.Figure, go.Figure]:
    """Part a matrix into the names of its rows and the rest.

    On a telephone the names stand still while the rest is scrolled under them.

    Args:
        figure: a matrix.

    Returns:
        Two figures of the same height, to stand side by side without a gap.
    """
    drawn = figure.to_plotly_json()
    layout, left = drawn["layout"], drawn["layout"]["margin"]["l"]
    names = [one for one in layout["annotations"] if one.get("name") == ROW_NAME]
    others = [one for one in layout["annotations"] if one.get("name") != ROW_NAME]
    beside = {"annotations": names, "shapes": [], "width": left}
    rest = {"annotations": others, "width": layout["width"] - left}
    margin = layout["margin"]
    return (
        go.Figure({"data": [], "layout": layout | beside | {"margin": margin | {"r": 0}}}),
        go.Figure({"data": drawn["data"], "layout": layout | rest | {"margin": margin | {"l": 0}}}),
    )


def _placed(rows: Sequence[Line], columns: Sequence[Line], cells: Sequence[Cell]) -> _Grid:
    """Find the one size that serves all cells, and their places."""
    smallest_width, smallest_height = SMALLEST_CELL
    texts = [f"{column.label} {column.note}" for column in columns]
    words = [part for text in texts for part in re.findall(r"[^\s-]+-?|-", text)]
    longest = max([*map(len, words), *map(_longest_line, cells)], default=0)
    most = max((len(cell.text.split("\n")) for cell in cells), default=1)
    named = max((len(_row_label(row)) for row in rows), default=1)
    width = max(smallest_width, longest * CHARACTER_WIDTH + 8)
    height = max(smallest_height, most * TEXT_LINE + 8, named * TEXT_LINE + 8)
    tops, y = {}, 0.0
    for group, members in groupby(rows, key=lambda row: row.group):
        y += HEADING_HEIGHT if group else 0
        for row in members:
            tops[row.key] = y
            y += height
    lefts = {column.key: place * width for place, column in enumerate(columns)}
    return _Grid(tops, lefts, width, height)


def _longest_line(cell: Cell) -> float:
    """Return the length of a cell's longest line, in letters; one that stands out is in bold."""
    *others, last = cell.text.split("\n")
    if not cell.mark:
        return max(map(len, [*others, last]))
    return BOLD * max(map(len, [*others, f"{last} {GLYPHS[cell.mark]}".rstrip()]))


def _row_label(line: Line) -> list[str]:
    """Return the lines of a row's label."""
    return [*wrapped(line.label, ROW_LABEL_LINE), *([line.note] if line.note else [])]


def _column_label(line: Line, grid: _Grid) -> tuple[list[str], list[str]]:
    """Return the lines of a column's label and of its note."""
    characters = int((grid.width - 6) / CHARACTER_WIDTH)
    note = wrapped(line.note, characters) if line.note else []
    return wrapped(line.label, characters), note


def _head_height(columns: Sequence[Line], grid: _Grid) -> float:
    """Return the height of what stands above the cells."""
    lines = max((sum(map(len, _column_label(column, grid))) for column in columns), default=0)
    groups = _groups(columns, grid)
    most = max((len(_group_label(group, span)) for group, span in groups), default=0)
    return lines * TEXT_LINE + ABOVE_CELLS + (most * TEXT_LINE + 12 if most else 0) + 4


def _groups(columns: Sequence[Line], grid: _Grid) -> list[tuple[str, tuple[float, float]]]:
    """Return each heading over columns with where it begins and ends."""
    found = []
    for group, members in groupby(columns, key=lambda column: column.group):
        keys = [column.key for column in members]
        if group:
            found.append((group, (grid.columns[keys[0]], grid.columns[keys[-1]] + grid.width)))
    return found


def _group_label(group: str, span: tuple[float, float]) -> list[str]:
    """Return the lines of a heading over columns."""
    return wrapped(group, int((span[1] - span[0] - 6) / CHARACTER_WIDTH))


def _step(cell: Cell, mode: theme.Mode, hue: str) -> theme.Step | None:
    """Return the depth that a cell is filled with."""
    if cell.shade is None:
        return None
    steps = theme.steps(hue, mode)
    return steps[step_of(cell.shade)]


def step_of(shade: float) -> int:
    """Return the number of the step, from 0, that a shade of 0 to 1 falls into.

    The first step is kept for none: what is found nowhere never looks like what is found rarely.
    """
    deeper = len(theme.DEPTHS) - 1
    return 0 if shade <= 0 else min(int(shade * deeper) + 1, deeper)


def _fills(cells: Sequence[Cell], grid: _Grid, mode: theme.Mode, hue: str) -> list[dict[str, Any]]:
    """Return the fills, a heat map for each block of rows: an image costs next to nothing."""
    last = len(theme.DEPTHS) - 1
    scale = [
        [(place + end) / (last + 1), step.fill]
        for place, step in enumerate(theme.steps(hue, mode))
        for end in (0, 1)
    ]
    depths = {
        (cell.row, cell.column): step_of(cell.shade) for cell in cells if cell.shade is not None
    }
    filled = {row for row, _ in depths}
    return [
        {
            "type": "heatmap",
            "x": [place * grid.width for place in range(len(grid.columns) + 1)],
            "y": [grid.rows[block[0]] + place * grid.height for place in range(len(block) + 1)],
            "z": [[depths.get((row, column)) for column in grid.columns] for row in block],
            "zmin": -0.5,
            "zmax": last + 0.5,
            "colorscale": scale,
            "showscale": False,
            "xgap": GAP,
            "ygap": GAP,
            "hoverinfo": "skip",
        }
        for block in _blocks(grid)
        if filled.intersection(block)
    ]


def _blocks(grid: _Grid) -> list[list[str]]:
    """Return the rows that stand one under the other, without a heading between them."""
    blocks: list[list[str]] = []
    under = None
    for row, top in grid.rows.items():
        if top == under:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        under = top + grid.height
    return blocks


def _texts(cells: Sequence[Cell], grid: _Grid, mode: theme.Mode, hue: str) -> list[dict[str, Any]]:
    """Return what the cells say, a trace for each colour of text.

    A trace has one colour, because plotly fades what is not clicked, and can be told one colour
    only to leave it.
    """
    greys = theme.ground(mode)
    of_colour: dict[str, list[Cell]] = {}
    for cell in cells:
        step = _step(cell, mode, hue)
        plain = greys.muted if cell.is_faint else greys.text
        of_colour.setdefault(step.text if step else plain, []).append(cell)
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [grid.middle(cell)[0] for cell in alike],
            "y": [grid.middle(cell)[1] for cell in alike],
            "text": [_said(cell) for cell in alike],
            "textfont": {"color": colour, "size": 12},
            "unselected": {"textfont": {"color": colour}},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
        for colour, alike in of_colour.items()
    ]


def _said(cell: Cell) -> str:
    """Return the text of a cell, with the sign that it stands out."""
    text = as_plotly(cell.text.split("\n"))
    return f"<b>{f'{text} {GLYPHS[cell.mark]}'.rstrip()}</b>" if cell.mark else text


def _doors(cells: Sequence[Cell], grid: _Grid) -> dict[str, Any]:
    """Return the markers that take clicks, one in the middle of each cell."""
    middles = [grid.middle(cell) for cell in cells]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in middles],
        "y": [y for _, y in middles],
        "customdata": [list(cell.customdata) for cell in cells],
        "hovertext": [cell.hover for cell in cells],
        "hoverinfo": "text",
        "marker": {
            "symbol": "square",
            "size": min(grid.width, grid.height),
            "color": UNSEEN,
        },
        "selected": {"marker": {"color": UNSEEN}},
        "unselected": {"marker": {"color": UNSEEN}},
        "cliponaxis": False,
    }


def _frames(cells: Sequence[Cell], grid: _Grid, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return a frame around each cell that stands out."""
    frames = []
    for cell in cells:
        if cell.mark:
            x, y = grid.columns[cell.column], grid.rows[cell.row]
            frames.append(
                {
                    "type": "rect",
                    "x0": x + GAP,
                    "x1": x + grid.width - GAP,
                    "y0": y + GAP,
                    "y1": y + grid.height - GAP,
                    "line": {"color": theme.ground(mode).text, "width": 2},
                }
            )
    return frames


def _brackets(columns: Sequence[Line], grid: _Grid, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return a line under each heading over columns, from its first column to its last."""
    above = _names_height(columns, grid) + ABOVE_CELLS + 4
    return [
        {
            "type": "line",
            "x0": first + 3,
            "x1": last - 3,
            "yref": "paper",
            "ysizemode": "pixel",
            "yanchor": 1,
            "y0": above,
            "y1": above,
            "line": {"color": theme.ground(mode).rule, "width": 1},
        }
        for _, (first, last) in _groups(columns, grid)
    ]


def _names_height(columns: Sequence[Line], grid: _Grid) -> float:
    """Return the height of the names of columns."""
    lines = max((sum(map(len, _column_label(column, grid))) for column in columns), default=0)
    return lines * TEXT_LINE


def _row_names(rows: Sequence[Line], grid: _Grid, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return the names of rows, beside their cells, and the headings over groups of them."""
    names = []
    for group, members in groupby(rows, key=lambda row: row.group):
        for place, row in enumerate(members):
            top = grid.rows[row.key]
            if group and place == 0:
                heading = _muted(as_plotly([group]), mode)
                names.append(_beside(heading, top - HEADING_HEIGHT / 2 + 2))
            names.append(_beside(_named(row, mode), top + grid.height / 2))
    return names


def _named(row: Line, mode: theme.Mode) -> str:
    """Return a row's label and its note."""
    label = as_plotly(wrapped(row.label, ROW_LABEL_LINE))
    return f"{label}<br>{_muted(as_plotly([row.note]), mode)}" if row.note else label


def _beside(text: str, y: float) -> dict[str, Any]:
    """Return a text in the left margin."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -ROW_LABEL_WIDTH, "y": y}
    how = {"align": "left", "showarrow": False, "borderpad": 0, "font": {"size": 12}}
    return {"name": ROW_NAME, "text": text, "yanchor": "middle"} | place | how


def _column_names(columns: Sequence[Line], grid: _Grid, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return the names of columns, standing on their cells, and the headings over groups."""
    names = []
    for column in columns:
        label, note = _column_label(column, grid)
        text = as_plotly(label) + (f"<br>{_muted(as_plotly(note), mode)}" if note else "")
        names.append(_above(text, grid.columns[column.key] + grid.width / 2, ABOVE_CELLS - 3))
    for group, (first, last) in _groups(columns, grid):
        heading = _muted(as_plotly(_group_label(group, (first, last))), mode)
        above = _names_height(columns, grid) + ABOVE_CELLS + 5
        names.append(_above(heading, (first + last) / 2, above))
    return names


def _above(text: str, x: float, shift: float) -> dict[str, Any]:
    """Return a text in the top margin."""
    place = {"x": x, "xanchor": "center", "yref": "paper", "y": 1, "yanchor": "bottom"}
    how = {"yshift": shift, "align": "center", "showarrow": False, "borderpad": 0}
    return {"text": text, "font": {"size": 12}} | place | how


def _muted(text: str, mode: theme.Mode) -> str:
    """Return plotly text of second rank."""
    return f'<span style="color:{theme.ground(mode).muted}">{text}</span>' if text else ""
