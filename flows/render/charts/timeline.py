"""The timeline: the sessions on the project's months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flows.render.charts.labels import place_text
from flows.render.charts.marks import Anchor, Bar, Dot, Drawing, Mark, Rule
from flows.render.charts.palette import (
    ACCENT,
    CHART_WIDTH,
    FAINT,
    MUTED,
    PAPER,
    SMALL_TEXT_SIZE,
)

BAND_TOP = 14.0
BAND_HEIGHT = 24.0
HEIGHT = 56.0
RADIUS = 7.5
SMALL_RADIUS = 3.0
MOST_NUMBERED_DOTS = 24
NARROWEST_LABELLED_MONTH = 16.0


@dataclass(frozen=True, slots=True)
class TimelineDot:
    """One session on its day."""

    held_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Month:
    """The first day of a month, and how it is written."""

    starts_on: date
    text: str


def draw_timeline(
    months: Sequence[Month], ends_on: date, dots: Sequence[TimelineDot], alternative: str
) -> Drawing:
    """Return `dots` on `months`, of which the last one ends on `ends_on`."""
    first = months[0].starts_on
    days = max(1, (ends_on - first).days)

    def x(day: date) -> float:
        return RADIUS + min(1.0, max(0.0, (day - first).days / days)) * (CHART_WIDTH - 2 * RADIUS)

    middle = BAND_TOP + BAND_HEIGHT / 2
    marks: list[Mark] = [Bar(0, BAND_TOP, CHART_WIDTH, BAND_HEIGHT, FAINT)]
    month_width = CHART_WIDTH / len(months)
    for month in months:
        edge = x(month.starts_on)
        marks.append(Rule(edge, BAND_TOP, edge, BAND_TOP + BAND_HEIGHT, PAPER))
        if month.starts_on.month == 1 or month is months[0]:
            year = str(month.starts_on.year)
            marks.append(place_text(year, edge, BAND_TOP - 7, colour=MUTED, size=SMALL_TEXT_SIZE))
        if month_width >= NARROWEST_LABELLED_MONTH:
            marks.append(
                place_text(
                    month.text,
                    edge + month_width / 2,
                    BAND_TOP + BAND_HEIGHT + 9,
                    anchor=Anchor.MIDDLE,
                    colour=MUTED,
                    size=SMALL_TEXT_SIZE,
                )
            )
    are_numbered = len(dots) <= MOST_NUMBERED_DOTS
    for dot in dots:
        radius = RADIUS if are_numbered else SMALL_RADIUS
        marks.append(Dot(x(dot.held_on), middle, radius, ACCENT, PAPER))
    marks += [
        place_text(
            dot.text,
            x(dot.held_on),
            middle,
            anchor=Anchor.MIDDLE,
            colour=PAPER,
            size=SMALL_TEXT_SIZE,
            is_bold=True,
        )
        for dot in dots
        if are_numbered
    ]
    return Drawing(CHART_WIDTH, HEIGHT, tuple(marks), alternative)
