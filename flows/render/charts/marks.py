"""Marks: what a chart is drawn with. All lengths are in points, from the upper left corner."""

from dataclasses import dataclass
from enum import StrEnum

from flows.render.charts.palette import INK, TEXT_SIZE


class Anchor(StrEnum):
    """Which end of a label stands at its point."""

    START = "left"
    MIDDLE = "center"
    END = "right"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; `x` and `y` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    end_x: float
    end_y: float
    colour: str
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around `x` and `y`; one with a white `fill` is a ring."""

    x: float
    y: float
    radius: float
    fill: str
    outline: str


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text whose letters stand on `y`."""

    x: float
    y: float
    text: str
    anchor: Anchor = Anchor.START
    colour: str = INK
    size: float = TEXT_SIZE
    is_bold: bool = False


Mark = Bar | Rule | Dot | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks on a surface, the last ones on top.

    `alternative` says in full sentences what the drawing shows, for those who cannot see it.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    alternative: str
