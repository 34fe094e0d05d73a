"""Matrices: a number in each square, and a darker square for a larger one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.render.charts.labels import LINE_HEIGHT, fit_lines, place_lines, place_text
from flows.render.charts.marks import Anchor, Bar, Drawing, Mark
from flows.render.charts.palette import (
    CHART_WIDTH,
    MUTED,
    SMALL_TEXT_SIZE,
    TEXT_SIZE,
    heat,
    letters_on,
)

LABEL_WIDTH = 118.0
HEADING_HEIGHT = 15.0
LEAST_ROW_HEIGHT = 21.0
SPACE = 2.0
WIDEST_COLUMN = 60.0


@dataclass(frozen=True, slots=True)
class Square:
    """One number as it is printed; `depth` from 0 to 1 is its colour, None is no value."""

    text: str
    depth: float | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of squares."""

    label: str
    squares: tuple[Square, ...]
    is_total: bool = False


def draw_matrix(
    headings: Sequence[str],
    rows: Sequence[MatrixRow],
    alternative: str,
    *,
    label_width: float = LABEL_WIDTH,
) -> Drawing:
    """Return the squares of `rows` below `headings`."""
    column_width = min(WIDEST_COLUMN, (CHART_WIDTH - label_width) / max(1, len(headings)))
    marks: list[Mark] = [
        place_text(
            heading,
            label_width + column_width * (number + 0.5),
            HEADING_HEIGHT / 2 - 1,
            anchor=Anchor.MIDDLE,
            colour=MUTED,
            size=SMALL_TEXT_SIZE,
        )
        for number, heading in enumerate(headings)
    ]
    y = HEADING_HEIGHT
    for row in rows:
        lines = fit_lines(row.label, label_width - 8, most=4)
        height = max(LEAST_ROW_HEIGHT, LINE_HEIGHT * TEXT_SIZE * len(lines) + 6)
        marks += place_lines(lines, 0, y + height / 2, is_bold=row.is_total)
        marks += draw_squares(row, y, height, label_width, column_width)
        y += height
    return Drawing(CHART_WIDTH, y + 1, tuple(marks), alternative)


def draw_squares(
    row: MatrixRow, top: float, height: float, left: float, width: float
) -> Iterator[Mark]:
    """Yield the squares of one row."""
    for number, square in enumerate(row.squares):
        x = left + number * width
        colour = MUTED
        if square.depth is not None:
            fill = heat(square.depth)
            colour = letters_on(fill)
            yield Bar(x + SPACE / 2, top + SPACE / 2, width - SPACE, height - SPACE, fill)
        yield place_text(
            square.text,
            x + width / 2,
            top + height / 2,
            anchor=Anchor.MIDDLE,
            colour=colour,
            size=SMALL_TEXT_SIZE + 0.5,
            is_bold=row.is_total,
        )
