"""One bar for each theme, below its name: a picture of its own, so that quotes stand beside it."""

from flows.render.charts.labels import LINE_HEIGHT, fit_lines, place_lines, place_text
from flows.render.charts.marks import Anchor, Bar, Drawing, Mark
from flows.render.charts.palette import ACCENT, CHART_WIDTH, FAINT, TEXT_SIZE

NARROW_WIDTH = 168.0
"""The width of a bar with quotes beside it; without any it takes the whole width."""

NUMBER_WIDTH = 20.0
BAR_HEIGHT = 10.0
GAP = 3.0
LABEL_SIZE = 9.0


def draw_theme_bar(
    name: str, length: float, number: str, alternative: str, *, has_quotes: bool
) -> Drawing:
    """Return the bar of one theme; `length` is a share of the longest bar's."""
    width = NARROW_WIDTH if has_quotes else CHART_WIDTH
    lines = fit_lines(name, width, LABEL_SIZE)
    top = LINE_HEIGHT * LABEL_SIZE * len(lines) + GAP
    track = width - NUMBER_WIDTH
    marks: tuple[Mark, ...] = (
        *place_lines(lines, 0, LINE_HEIGHT * LABEL_SIZE * len(lines) / 2, size=LABEL_SIZE),
        Bar(0, top, track, BAR_HEIGHT, FAINT),
        Bar(0, top, length * track, BAR_HEIGHT, ACCENT),
        place_text(
            number, width, top + BAR_HEIGHT / 2, anchor=Anchor.END, size=TEXT_SIZE, is_bold=True
        ),
    )
    return Drawing(width, top + BAR_HEIGHT + 1, marks, alternative)
