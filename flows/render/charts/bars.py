"""Bars: one length for each row, from zero, with its number and perhaps a mark to reach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.render.charts.labels import LINE_HEIGHT, fit_lines, place_lines, place_text
from flows.render.charts.marks import Bar, Drawing, Mark, Rule
from flows.render.charts.palette import (
    ACCENT,
    ACCENT_LIGHT,
    CHART_WIDTH,
    FAINT,
    INK,
    MUTED,
    RULE,
    TEXT_SIZE,
)

LABEL_WIDTH, SHORT_LABEL_WIDTH = 170.0, 92.0
NUMBER_WIDTH = 106.0
GAP = 10.0
BAR_HEIGHT = 10.0
LEAST_ROW_HEIGHT = 16.0
MARK_OVERHANG = 3.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar. `length` and `goal` are shares of the longest length in the chart.

    `length` is None where there is no value; `text` then says why. A muted bar is paler.
    """

    label: str
    length: float | None
    text: str
    goal: float | None = None
    is_muted: bool = False
    is_total: bool = False


def draw_bars(rows: Sequence[BarRow], alternative: str) -> Drawing:
    """Return the bars of `rows`, from above; where all labels are short, the bars are longer."""
    is_short = all(len(fit_lines(row.label, SHORT_LABEL_WIDTH - GAP)) == 1 for row in rows)
    label_width = SHORT_LABEL_WIDTH if is_short else LABEL_WIDTH
    plot_width = CHART_WIDTH - label_width - GAP - NUMBER_WIDTH
    marks: list[Mark] = []
    y = 0.0
    for row in rows:
        lines = fit_lines(row.label, label_width - GAP)
        tallest = max(len(lines), len(fit_number(row)))
        height = max(LEAST_ROW_HEIGHT, LINE_HEIGHT * TEXT_SIZE * tallest + 5)
        marks += draw_row(row, lines, y + height / 2, label_width, plot_width)
        y += height
        if row.is_total:
            marks.append(Rule(0, y, CHART_WIDTH, y, RULE))
    return Drawing(CHART_WIDTH, max(y, 1) + 1, tuple(marks), alternative)


def draw_row(
    row: BarRow, lines: tuple[str, ...], middle: float, left: float, plot_width: float
) -> Iterator[Mark]:
    """Yield the marks of one bar around the height `middle`."""
    yield from place_lines(lines, 0, middle, is_bold=row.is_total)
    if row.length is None:
        yield place_text(row.text, left, middle, colour=MUTED)
        return
    top = middle - BAR_HEIGHT / 2
    yield Bar(left, top, plot_width, BAR_HEIGHT, FAINT)
    yield Bar(
        left, top, row.length * plot_width, BAR_HEIGHT, ACCENT_LIGHT if row.is_muted else ACCENT
    )
    if row.goal is not None:
        x = left + row.goal * plot_width
        yield Rule(x, top - MARK_OVERHANG, x, top + BAR_HEIGHT + MARK_OVERHANG, INK, 1.4)
    yield from place_lines(fit_number(row), left + plot_width + GAP, middle, is_bold=True)


def fit_number(row: BarRow) -> tuple[str, ...]:
    """Return the lines of the number at the end of a bar; without a bar there is none."""
    return fit_lines(row.text, NUMBER_WIDTH - GAP) if row.length is not None else ()
