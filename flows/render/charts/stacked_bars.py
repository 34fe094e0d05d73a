"""Stacked bars: how answers are spread, one bar for each occasion.

On an agreement scale the bars diverge: unfavourable answers reach to the left of a common
line, favourable ones to the right, and the neutral ones lie across it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.render.charts.labels import place_text
from flows.render.charts.marks import Anchor, Bar, Drawing, Mark, Rule
from flows.render.charts.palette import (
    CHART_WIDTH,
    MUTED,
    RULE,
    SMALL_TEXT_SIZE,
    text_colour_on,
)

LABEL_WIDTH = 92.0
COLUMN_WIDTH = 42.0
GAP = 8.0
HEADING_HEIGHT = 15.0
ROW_HEIGHT = 13.2
BAR_HEIGHT = 10.4
TOTAL_GAP = 5.0
NARROWEST_LABELLED_BAR = 11.0


@dataclass(frozen=True, slots=True)
class StackedRow:
    """One bar: its `shares` of 1 with the `texts` printed on them, lowest answer first.

    `columns` stand to the right. Where there are no shares, `reason` says why. The row of a
    total is set apart from the others.
    """

    label: str
    shares: tuple[float, ...]
    texts: tuple[str, ...]
    columns: tuple[str, ...]
    reason: str = ""
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the longest bars reach to the left and to the right of the line, as shares."""

    left: float
    right: float


FROM_THE_LEFT = Extent(0.0, 1.0)


def left_share(shares: Sequence[float]) -> float:
    """Return how much of a diverging bar lies to the left: the lower half of the answers."""
    half = len(shares) // 2
    middle = shares[half] / 2 if len(shares) % 2 else 0.0
    return sum(shares[:half]) + middle


def common_extent(bars: Sequence[Sequence[float]]) -> Extent:
    """Return the extent that holds all diverging `bars`, so that charts can be compared."""
    lefts = [left_share(shares) for shares in bars if shares]
    rights = [sum(shares) - left_share(shares) for shares in bars if shares]
    return Extent(max(lefts, default=0.5), max(rights, default=0.5))


def draw_stacked_bars(
    rows: Sequence[StackedRow],
    headings: Sequence[str],
    colours: Sequence[str],
    extent: Extent,
    alternative: str,
) -> Drawing:
    """Return the bars of `rows`, diverging unless the extent has no left side."""
    right_edge = CHART_WIDTH - COLUMN_WIDTH * len(headings)
    plot_width = right_edge - LABEL_WIDTH - GAP
    scale = plot_width / (extent.left + extent.right)
    line_x = LABEL_WIDTH + extent.left * scale
    marks: list[Mark] = [
        place_text(
            heading,
            column_x(right_edge, number),
            HEADING_HEIGHT / 2 - 2,
            anchor=Anchor.END,
            colour=MUTED,
            size=SMALL_TEXT_SIZE,
        )
        for number, heading in enumerate(headings)
    ]
    height = HEADING_HEIGHT + sum(map(row_height, rows))
    if extent.left:
        marks.append(Rule(line_x, HEADING_HEIGHT - 4, line_x, height + 2, MUTED, 0.7))
    y = HEADING_HEIGHT
    for row in rows:
        marks += draw_row(row, y + ROW_HEIGHT / 2, colours, extent, scale, line_x, right_edge)
        y += row_height(row)
    return Drawing(CHART_WIDTH, height + 2, tuple(marks), alternative)


def row_height(row: StackedRow) -> float:
    """Return the height of a row with the space that sets a total apart."""
    return ROW_HEIGHT + (TOTAL_GAP if row.is_total else 0)


def column_x(right_edge: float, number: int) -> float:
    """Return the right end of a column of numbers."""
    return right_edge + COLUMN_WIDTH * (number + 1)


def draw_row(
    row: StackedRow,
    middle: float,
    colours: Sequence[str],
    extent: Extent,
    scale: float,
    line_x: float,
    right_edge: float,
) -> Iterator[Mark]:
    """Return the marks of one bar around the height `middle`."""
    yield place_text(row.label, 0, middle, is_bold=row.is_total)
    for number, text in enumerate(row.columns):
        yield place_text(
            text,
            column_x(right_edge, number),
            middle,
            anchor=Anchor.END,
            is_bold=row.is_total or number == 0,
        )
    if row.is_total:
        edge = middle + (ROW_HEIGHT + TOTAL_GAP) / 2
        yield Rule(0, edge, CHART_WIDTH, edge, RULE)
    if row.reason:
        yield place_text(row.reason, LABEL_WIDTH, middle, colour=MUTED, size=SMALL_TEXT_SIZE)
        return
    x = line_x - (left_share(row.shares) * scale if extent.left else 0)
    for share, text, colour in zip(row.shares, row.texts, colours, strict=True):
        width = share * scale
        if width:
            yield Bar(x, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT, colour)
        if width >= NARROWEST_LABELLED_BAR:
            yield place_text(
                text,
                x + width / 2,
                middle,
                anchor=Anchor.MIDDLE,
                colour=text_colour_on(colour),
                size=SMALL_TEXT_SIZE,
            )
        x += width
