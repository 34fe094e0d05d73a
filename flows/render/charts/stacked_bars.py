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
    PAPER,
    RULE,
    SMALL_TEXT_SIZE,
    letters_on,
)

LABEL_WIDTH = 92.0
COLUMN_WIDTH = 42.0
GAP = 8.0
HEADING_HEIGHT = 15.0
ROW_HEIGHT = 13.2
BAR_HEIGHT = 10.4
TOTAL_GAP = 5.0
NARROWEST_LABELLED_BAR = 11.0
SEAM = 0.8


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


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the bars of a chart lie, and their colours, lowest answer first."""

    colours: tuple[str, ...]
    extent: Extent
    right_edge: float

    @property
    def scale(self) -> float:
        """Points for a share of 1."""
        width = self.right_edge - LABEL_WIDTH - GAP
        return width / ((self.extent.left + self.extent.right) or 1)

    @property
    def line_x(self) -> float:
        """Where bars diverge."""
        return LABEL_WIDTH + self.extent.left * self.scale

    def start_x(self, shares: Sequence[float]) -> float:
        """Return where the bar of `shares` starts."""
        return self.line_x - (left_share(shares) * self.scale if self.extent.left else 0)

    def column_x(self, number: int) -> float:
        """Return the right end of a column of numbers beside the bars."""
        return self.right_edge + COLUMN_WIDTH * (number + 1)


def draw_stacked_bars(
    rows: Sequence[StackedRow],
    headings: Sequence[str],
    colours: Sequence[str],
    extent: Extent,
    alternative: str,
) -> Drawing:
    """Return the bars of `rows`, diverging unless the extent has no left side."""
    plot = Plot(tuple(colours), extent, CHART_WIDTH - COLUMN_WIDTH * len(headings))
    height = HEADING_HEIGHT + sum(map(row_height, rows))
    marks: list[Mark] = [
        place_text(
            heading,
            plot.column_x(number),
            HEADING_HEIGHT / 2 - 2,
            anchor=Anchor.END,
            colour=MUTED,
            size=SMALL_TEXT_SIZE,
        )
        for number, heading in enumerate(headings)
    ]
    if extent.left:
        marks.append(Rule(plot.line_x, HEADING_HEIGHT - 4, plot.line_x, height + 2, MUTED, 0.7))
    y = HEADING_HEIGHT
    for row in rows:
        marks += draw_row(row, y + ROW_HEIGHT / 2, plot)
        y += row_height(row)
    return Drawing(CHART_WIDTH, height + 2, tuple(marks), alternative)


def row_height(row: StackedRow) -> float:
    """Return the height of a row with the space that sets a total apart."""
    return ROW_HEIGHT + (TOTAL_GAP if row.is_total else 0)


def draw_row(row: StackedRow, middle: float, plot: Plot) -> Iterator[Mark]:
    """Yield the marks of one row around the height `middle`."""
    yield place_text(row.label, 0, middle, is_bold=row.is_total)
    for number, text in enumerate(row.columns):
        is_bold = row.is_total or number == 0
        yield place_text(text, plot.column_x(number), middle, anchor=Anchor.END, is_bold=is_bold)
    if row.is_total:
        edge = middle + (ROW_HEIGHT + TOTAL_GAP) / 2
        yield Rule(0, edge, CHART_WIDTH, edge, RULE)
    if row.reason:
        yield place_text(row.reason, LABEL_WIDTH, middle, colour=MUTED, size=SMALL_TEXT_SIZE)
    else:
        yield from draw_bar(row, middle, plot)


def draw_bar(row: StackedRow, middle: float, plot: Plot) -> Iterator[Mark]:
    """Yield the parts of one bar with a thin line between them and the texts that fit on them."""
    x = plot.start_x(row.shares)
    top = middle - BAR_HEIGHT / 2
    is_first = True
    for share, text, colour in zip(row.shares, row.texts, plot.colours, strict=True):
        width = share * plot.scale
        if width:
            yield Bar(x, top, width, BAR_HEIGHT, colour)
            if not is_first:
                yield Rule(x, top, x, top + BAR_HEIGHT, PAPER, SEAM)
            is_first = False
        if width >= NARROWEST_LABELLED_BAR:
            yield place_text(
                text,
                x + width / 2,
                middle,
                anchor=Anchor.MIDDLE,
                colour=letters_on(colour),
                size=SMALL_TEXT_SIZE,
            )
        x += width
