"""The canvas: turns marks into SVG. The only module that knows Matplotlib."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from io import StringIO

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from flows.programme.locations import TEMPLATES
from flows.render.charts.marks import Bar, Dot, Drawing, Label, Mark, Rule

FONTS = TEMPLATES / "fonts" / "source-sans-3"
FONT_FAMILY = "Source Sans 3"
POINTS_PER_INCH = 72
BOLD_WEIGHT = 600
OUTLINE_WIDTH = 1.2
TOPMOST = 1000
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
        from_below = Affine2D().scale(1, -1).translate(0, drawing.height)
        for layer, shapes in enumerate(group_shapes(drawing.marks)):
            figure.add_artist(make_patch(shapes, from_below, layer))
        for label in (mark for mark in drawing.marks if isinstance(mark, Label)):
            add_label(figure, label, drawing.height)
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


Shape = Bar | Rule | Dot


def group_shapes(marks: Sequence[Mark]) -> list[list[Shape]]:
    """Return the shapes that look alike together, in the order in which each look first appears.

    A hundred bars of one colour become one path: the time that a PDF takes is in its nodes.
    """
    groups: dict[tuple[type[Shape], *tuple[str | float, ...]], list[Shape]] = defaultdict(list)
    for mark in marks:
        if not isinstance(mark, Label):
            groups[look_of(mark)].append(mark)
    return list(groups.values())


def look_of(shape: Shape) -> tuple[type[Shape], *tuple[str | float, ...]]:
    """Return what shapes of one look share."""
    match shape:
        case Bar():
            return (Bar, shape.fill)
        case Rule():
            return (Rule, shape.colour, shape.thickness)
        case Dot():
            return (Dot, shape.fill, shape.outline)


def make_patch(shapes: Sequence[Shape], from_below: Affine2D, layer: int) -> PathPatch:
    """Return `shapes`, which look alike, as one path; its points count from below."""
    path = Path.make_compound_path(*map(outline, shapes)).transformed(from_below)
    patch = PathPatch(path, transform=None, zorder=layer, lw=0)
    match shapes[0]:
        case Bar(fill=fill):
            patch.set(facecolor=fill)
        case Rule(colour=colour, thickness=thickness):
            patch.set(fill=False, edgecolor=colour, linewidth=thickness, capstyle="butt")
        case Dot(fill=fill, outline=colour):
            patch.set(facecolor=fill, edgecolor=colour, linewidth=OUTLINE_WIDTH)
    return patch


def outline(shape: Shape) -> Path:
    """Return the path around or along a shape."""
    match shape:
        case Bar(x, y, width, height):
            right, bottom = x + width, y + height
            corners = [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
            return Path(corners, closed=True)
        case Rule(x, y, end_x, end_y):
            return Path([(x, y), (end_x, end_y)])
        case Dot(x, y, radius):
            return Path.circle((x, y), radius)


def add_label(figure: Figure, label: Label, height: float) -> None:
    """Put `label` on `figure`, above every shape."""
    text = figure.text(
        label.x, height - label.y, label.text, color=label.colour, fontsize=label.size
    )
    text.set(ha=label.anchor.value, va="baseline", parse_math=False, transform=None)
    text.set(zorder=TOPMOST, fontweight=BOLD_WEIGHT if label.is_bold else "normal")
