"""Stacked bars: how answers are spread, one bar for each occasion.

On an agreement scale the bars diverge: unfavourable answers reach to the left of a common
line, favourable ones to the right, and the neutral ones lie across it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.render.charts.labels import LINE_HEIGHT, fit_lines, place_lines, place_text
from flows.render.charts.marks import Anchor, Bar, Drawing, Mark, Rule
from flows.render.charts.palette import (
    CHART_WIDTH,
    MUTED,
    PAPER,
    RULE,
    SMALL_TEXT_SIZE,
    TEXT_SIZE,
    letters_on,
)

LABEL_WIDTH = 92.0
COLUMN_WIDTH = 42.0
GAP = 8.0
HEADING_HEIGHT = 15.0
ROW_HEIGHT = 13.2
BAR_HEIGHT = 10.4
TOTAL_GAP = 5.0
LEAST_SPACE = 3.6
"""Between the labels of two rows that take several lines."""

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
    label_width: float
    right_edge: float

    @property
    def scale(self) -> float:
        """Points for a share of 1."""
        width = self.right_edge - self.label_width - GAP
        return width / ((self.extent.left + self.extent.right) or 1)

    @property
    def line_x(self) -> float:
        """Where bars diverge."""
        return self.label_width + self.extent.left * self.scale

    def start_x(self, shares: Sequence[float]) -> float:
        """Return where the bar of `shares` starts."""
        return self.line_x - (left_share(shares) * self.scale if self.extent.left else 0)

    def column_x(self, number: int) -> float:
        """Return the right end of a column of numbers beside the bars."""
        return self.right_edge + COLUMN_WIDTH * (number + 1)

    def label_lines(self, row: StackedRow) -> tuple[str, ...]:
        """Return the label of a row in lines that fit beside its bar."""
        return fit_lines(row.label, self.label_width)

    def row_height(self, row: StackedRow) -> float:
        """Return the height of a row, without the space that sets a total apart."""
        lines = LINE_HEIGHT * TEXT_SIZE * len(self.label_lines(row))
        return max(ROW_HEIGHT, lines + LEAST_SPACE)


def draw_stacked_bars(
    rows: Sequence[StackedRow],
    headings: Sequence[str],
    colours: Sequence[str],
    extent: Extent,
    alternative: str,
    *,
    label_width: float = LABEL_WIDTH,
) -> Drawing:
    """Return the bars of `rows`, diverging unless the extent has no left side."""
    right_edge = CHART_WIDTH - COLUMN_WIDTH * len(headings)
    plot = Plot(tuple(colours), extent, label_width, right_edge)
    height = HEADING_HEIGHT + sum(plot.row_height(row) + gap_below(row) for row in rows)
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
        marks += draw_row(row, y + plot.row_height(row) / 2, plot)
        y += plot.row_height(row) + gap_below(row)
    return Drawing(CHART_WIDTH, height + 2, tuple(marks), alternative)


def gap_below(row: StackedRow) -> float:
    """Return the space that sets a total apart from what follows."""
    return TOTAL_GAP if row.is_total else 0.0


def draw_row(row: StackedRow, middle: float, plot: Plot) -> Iterator[Mark]:
    """Yield the marks of one row around the height `middle`."""
    yield from place_lines(plot.label_lines(row), 0, middle, is_bold=row.is_total)
    for number, text in enumerate(row.columns):
        is_bold = row.is_total or number == 0
        yield place_text(text, plot.column_x(number), middle, anchor=Anchor.END, is_bold=is_bold)
    if row.is_total:
        edge = middle + (ROW_HEIGHT + TOTAL_GAP) / 2
        yield Rule(0, edge, CHART_WIDTH, edge, RULE)
    if row.reason:
        yield place_text(row.reason, plot.label_width, middle, colour=MUTED, size=SMALL_TEXT_SIZE)
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
