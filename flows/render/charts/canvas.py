"""The canvas: turns marks into SVG. The only module that knows Matplotlib."""

import re
from functools import cache
from io import StringIO
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle

from flows.render.charts.marks import Bar, Dot, Drawing, Label, Mark, Rule

FONTS = Path(__file__).resolve().parents[3] / "templates" / "fonts" / "source-sans-3"
FONT_FAMILY = "Source Sans 3"
POINTS_PER_INCH = 72
BOLD_WEIGHT = 600
LETTERS_STAY_LETTERS = "none"
"""Searchable in the PDF, and a tenth of the nodes that outlines need."""

NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
SUPERFLUOUS = re.compile(
    r' id="[^"]*"'  # two charts in one page would share them
    r"|<metadata>.*?</metadata>"
    r"|<defs>\s*<style.*?</defs>"  # a style for every element, also those of other charts
    r"|</?g>"  # groups of one: half of all nodes, and nodes are what the PDF takes time for
    r'| transform="rotate\(-0 [^"]*"',
    re.DOTALL,
)
STYLES = re.compile(r' style="([^"]*)"')
BLANKS = re.compile(r"[ \n]+")
GROUP_IDENTIFIERS = re.compile(r'<g id="[^"]*">')


def draw_svg(drawing: Drawing) -> str:
    """Return `drawing` as inline SVG whose first child, its title, is the alternative text.

    It has no identifiers, so that many of them can stand in one page.
    """
    add_fonts()
    with mpl.rc_context(
        {
            "svg.fonttype": LETTERS_STAY_LETTERS,
            "svg.hashsalt": "slutrapport",
            "font.family": FONT_FAMILY,
        }
    ):
        figure = Figure(
            figsize=(drawing.width / POINTS_PER_INCH, drawing.height / POINTS_PER_INCH),
            dpi=POINTS_PER_INCH,
            frameon=False,
        )
        for mark in drawing.marks:
            add_mark(figure, mark, drawing.height)
        written = StringIO()
        metadata = {"Title": drawing.alternative, **NO_METADATA}
        figure.savefig(written, format="svg", metadata=metadata)
    svg = written.getvalue()
    svg = GROUP_IDENTIFIERS.sub("<g>", svg[svg.index("<svg") :])
    svg = STYLES.sub(write_attributes, SUPERFLUOUS.sub("", svg))
    root = f'<svg role="img" font-family="{FONT_FAMILY}" '
    return BLANKS.sub(" ", svg).strip().replace("<svg ", root, 1).replace("> <", "><")


def write_attributes(style: re.Match[str]) -> str:
    """Return an element's style as attributes, which no page's own styles can override.

    The font stands once, on the whole picture.
    """
    properties = (declaration.split(": ", 1) for declaration in style[1].split("; "))
    return "".join(f' {name}="{value}"' for name, value in properties if name != "font-family")


@cache
def add_fonts() -> None:
    """Make the bundled fonts known to Matplotlib, once in each process."""
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)


def add_mark(figure: Figure, mark: Mark, height: float) -> None:
    """Put `mark` on `figure`, whose points count from below while marks count from above."""
    match mark:
        case Bar(x, y, bar_width, bar_height, fill):
            corner = (x, height - y - bar_height)
            figure.add_artist(
                Rectangle(
                    corner, bar_width, bar_height, facecolor=fill, linewidth=0, transform=None
                )
            )
        case Rule(x, y, end_x, end_y, colour, thickness):
            figure.add_artist(
                Line2D(
                    (x, end_x),
                    (height - y, height - end_y),
                    color=colour,
                    linewidth=thickness,
                    solid_capstyle="butt",
                    transform=None,
                )
            )
        case Dot(x, y, radius, fill, outline):
            circle = Circle(
                (x, height - y), radius, facecolor=fill, edgecolor=outline, linewidth=1.2
            )
            circle.set_transform(None)
            figure.add_artist(circle)
        case Label(x, y, text, anchor, colour, size, is_bold):
            figure.text(
                x,
                height - y,
                text,
                ha=anchor.value,
                va="baseline",
                color=colour,
                fontsize=size,
                fontweight=BOLD_WEIGHT if is_bold else "normal",
                parse_math=False,
                transform=None,
            )
