"""Paired dots: before and after on one line, with an arrow's length between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.render.charts.labels import LINE_HEIGHT, fit_lines, place_lines, place_text
from flows.render.charts.marks import Anchor, Bar, Dot, Drawing, Mark, Rule
from flows.render.charts.palette import (
    ACCENT,
    ACCENT_LIGHT,
    CHART_WIDTH,
    FAINT,
    MUTED,
    NEUTRAL,
    PAPER,
    SMALL_TEXT_SIZE,
    TEXT_SIZE,
    UNFAVOURABLE,
    WARM,
    letters_on,
)

LABEL_WIDTH = 158.0
CHANGE_WIDTH = 120.0
GAP = 22.0
HEADING_HEIGHT = 26.0
LEAST_ROW_HEIGHT = 27.0
RADIUS = 4.0
BAR_HEIGHT = 12.0
NARROWEST_LABELLED_BAR = 4.5
SEAM = 0.8
CHANGE_COLOURS = (ACCENT, NEUTRAL, UNFAVOURABLE[-1])


@dataclass(frozen=True, slots=True)
class PairedRow:
    """One item: its means before and after in points, and the counts that rose, stayed, fell.

    Values are None and `changes` empty where they may not be printed; `reason` says why.
    """

    label: str
    before: float | None
    after: float | None
    texts: tuple[str, str]
    changes: tuple[float, ...]
    change_texts: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `lowest` to `highest` points with a text at each tick."""

    lowest: float
    highest: float
    ticks: tuple[tuple[float, str], ...]

    def x(self, value: float) -> float:
        """Return where `value` stands on the paper."""
        share = (value - self.lowest) / ((self.highest - self.lowest) or 1)
        return LABEL_WIDTH + share * PLOT_WIDTH


PLOT_WIDTH = CHART_WIDTH - LABEL_WIDTH - GAP - CHANGE_WIDTH
CHANGE_X = CHART_WIDTH - CHANGE_WIDTH


def draw_paired_dots(
    rows: Sequence[PairedRow], axis: Axis, headings: tuple[str, str], alternative: str
) -> Drawing:
    """Return one line for each of `rows`; `headings` stand over the dots and the changes."""
    marks: list[Mark] = []
    y = HEADING_HEIGHT
    for row in rows:
        lines = fit_lines(row.label, LABEL_WIDTH - 14)
        height = max(LEAST_ROW_HEIGHT, LINE_HEIGHT * TEXT_SIZE * len(lines) + 9)
        marks += place_lines(lines, 0, y + height / 2)
        marks += draw_dots(row, axis, y + height / 2)
        marks += draw_changes(row, y + height / 2)
        y += height
    return Drawing(CHART_WIDTH, y + 1, (*draw_axis(axis, headings, y), *marks), alternative)


def draw_axis(axis: Axis, headings: tuple[str, str], bottom: float) -> Iterator[Mark]:
    """Yield headings, ticks and their thin lines down to `bottom`."""
    for heading, x in zip(headings, (LABEL_WIDTH, CHANGE_X), strict=True):
        yield place_text(heading, x, 6, colour=MUTED, size=SMALL_TEXT_SIZE)
    for value, text in axis.ticks:
        x = axis.x(value)
        yield Rule(x, HEADING_HEIGHT - 3, x, bottom, FAINT, 0.8)
        yield place_text(text, x, 17, anchor=Anchor.MIDDLE, colour=MUTED, size=SMALL_TEXT_SIZE)


def draw_dots(row: PairedRow, axis: Axis, middle: float) -> Iterator[Mark]:
    """Yield the ring of before, the dot of after and the line between them.

    Means that are printed alike are one grey dot: neither has risen for whoever reads them.
    """
    if row.before is None or row.after is None:
        yield place_text(row.reason, LABEL_WIDTH, middle, colour=MUTED, size=SMALL_TEXT_SIZE)
        return
    before_x, after_x = axis.x(row.before), axis.x(row.after)
    if row.texts[0] == row.texts[1]:
        yield Dot(after_x, middle, RADIUS, MUTED, MUTED)
        yield place_text(row.texts[1], after_x + RADIUS + 3, middle - 0.5, is_bold=True)
        return
    has_risen = after_x >= before_x
    colour = ACCENT if has_risen else WARM
    yield Rule(before_x, middle, after_x, middle, ACCENT_LIGHT if has_risen else UNFAVOURABLE[0], 3)
    yield Dot(before_x, middle, RADIUS, PAPER, colour)
    yield Dot(after_x, middle, RADIUS, colour, colour)
    outwards = RADIUS + 3 if has_risen else -RADIUS - 3
    anchors = (Anchor.END, Anchor.START) if has_risen else (Anchor.START, Anchor.END)
    yield place_text(
        row.texts[0],
        before_x - outwards,
        middle - 0.5,
        anchor=anchors[0],
        colour=MUTED,
        size=SMALL_TEXT_SIZE,
    )
    yield place_text(
        row.texts[1], after_x + outwards, middle - 0.5, anchor=anchors[1], is_bold=True
    )


def draw_changes(row: PairedRow, middle: float) -> Iterator[Mark]:
    """Yield how many rose, stayed and fell as one bar with its numbers."""
    total = sum(row.changes)
    x = CHANGE_X
    for count, text, colour in zip(row.changes, row.change_texts, CHANGE_COLOURS, strict=False):
        width = CHANGE_WIDTH * count / total if total else 0
        if width:
            yield Bar(x, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT, colour)
            if x > CHANGE_X:
                top = middle - BAR_HEIGHT / 2
                yield Rule(x, top, x, top + BAR_HEIGHT, PAPER, SEAM)
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
