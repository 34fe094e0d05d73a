"""Attendance as dots: a column for each session, a filled dot for each person present."""

from collections.abc import Sequence

from flows.render.charts.marks import Dot, Drawing
from flows.render.charts.palette import ACCENT, ACCENT_LIGHT, CHART_WIDTH, PAPER

MOST_PITCH = 11.5
RADIUS_SHARE = 0.34
DOTS_ACROSS = 3
"""How many dots stand beside each other in a column."""


def draw_attendance_dots(present: Sequence[int], enrolled: int, alternative: str) -> Drawing:
    """Return a block of `enrolled` dots for each session, those `present` filled, from below."""
    block_width = CHART_WIDTH / len(present)
    pitch = min(MOST_PITCH, block_width / (DOTS_ACROSS + 1))
    rows = -(-enrolled // DOTS_ACROSS)
    radius = RADIUS_SHARE * pitch
    height = rows * pitch + 2
    dots = tuple(
        Dot(
            session * block_width + (place % DOTS_ACROSS + 0.5) * pitch,
            height - (place // DOTS_ACROSS + 0.5) * pitch - 1,
            radius,
            ACCENT if place < count else PAPER,
            ACCENT if place < count else ACCENT_LIGHT,
        )
        for session, count in enumerate(present)
        for place in range(enrolled)
    )
    return Drawing(CHART_WIDTH, height, dots, alternative)
