"""The canvas: turns marks into SVG. The only module that knows the SVG library."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal

import svg

from flows.render.charts.marks import Anchor, Bar, Dot, Drawing, Label, Mark, Rule

NAMED = "--chart-{name}"
"""A colour or the font by its name: the theme says what it is."""

BOLD_WEIGHT: Literal["600"] = "600"
OUTLINE_WIDTH = 1.2
DECIMALS = 2
"""A hundredth of a point is less than any printer shows."""

ANCHORS: dict[Anchor, Literal["middle", "end"]] = {Anchor.MIDDLE: "middle", Anchor.END: "end"}


def draw_svg(drawing: Drawing) -> str:
    """Return `drawing` as inline SVG whose first child, its title, is the alternative text.

    It has no identifiers, so that many of them can stand in one page. Its colours and its font
    are names until the page is painted in a theme.
    """
    labels = (mark for mark in drawing.marks if isinstance(mark, Label))
    picture = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, shorten(drawing.width), shorten(drawing.height)),
        width=svg.Length(shorten(drawing.width), "pt"),
        height=svg.Length(shorten(drawing.height), "pt"),
        extra={"role": "img", "font-family": name_in_theme("font")},
        elements=[
            svg.Title(text=escape(drawing.alternative, quote=False)),
            *map(draw_shapes, group_shapes(drawing.marks)),
            *map(draw_label, labels),
        ],
    )
    return picture.as_str()


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


def draw_shapes(shapes: Sequence[Shape]) -> svg.Path:
    """Return `shapes`, which look alike, as one path."""
    path = [step for shape in shapes for step in outline(shape)]
    match shapes[0]:
        case Bar(fill=fill):
            return svg.Path(d=path, fill=name_in_theme(fill))
        case Rule(colour=colour, thickness=thickness):
            return svg.Path(
                d=path, fill="none", stroke=name_in_theme(colour), stroke_width=thickness
            )
        case Dot(fill=fill, outline=colour):
            return svg.Path(
                d=path,
                fill=name_in_theme(fill),
                stroke=name_in_theme(colour),
                stroke_width=OUTLINE_WIDTH,
            )


def outline(shape: Shape) -> Iterator[svg.PathData]:
    """Yield the steps of the path around or along a shape."""
    match shape:
        case Bar(x, y, width, height):
            yield svg.M(shorten(x), shorten(y))
            yield from (svg.h(shorten(width)), svg.v(shorten(height)), svg.h(-shorten(width)))
            yield svg.Z()
        case Rule(x, y, end_x, end_y):
            yield svg.M(shorten(x), shorten(y))
            yield svg.L(shorten(end_x), shorten(end_y))
        case Dot(x, y, radius):
            yield svg.M(shorten(x - radius), shorten(y))
            for across in (2 * radius, -2 * radius):
                yield svg.a(radius, radius, 0, False, True, shorten(across), 0)
            yield svg.Z()


def draw_label(label: Label) -> svg.Text:
    """Return one line of text."""
    return svg.Text(
        x=shorten(label.x),
        y=shorten(label.y),
        text=escape(label.text, quote=False),
        text_anchor=ANCHORS.get(label.anchor),
        fill=name_in_theme(label.colour),
        font_size=shorten(label.size),
        font_weight=BOLD_WEIGHT if label.is_bold else None,
    )


def name_in_theme(name: str) -> str:
    """Return how a picture names what the theme gives."""
    return NAMED.format(name=name)


def shorten(length: float) -> float:
    """Return `length` in points with the decimals that can be seen."""
    rounded = round(length, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
