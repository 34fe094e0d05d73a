"""Indicators: figures with their base, unit, status, definition and source cells."""

from dataclasses import dataclass
from enum import StrEnum

from flows.programme.indicator_names import IndicatorName
from flows.programme.languages import Bilingual


class Unit(StrEnum):
    """What an indicator's value counts."""

    PERSONS = "persons"
    SESSIONS = "sessions"
    RESPONSES = "responses"
    ANSWERS = "answers"
    PAIRS = "pairs"
    PROJECTS = "projects"
    COMMENTS = "comments"
    FRACTION = "fraction"  # from 0 to 1
    POINTS = "points"  # on the item's scale
    SEK = "SEK"


class Status(StrEnum):
    """Whether the value is there, and if not, why."""

    PUBLISHED = "published"
    SUPPRESSED = "suppressed"
    NOT_ASKED = "not asked"
    NO_ANSWERS = "no answers"


@dataclass(frozen=True, slots=True)
class SourceCells:
    """Cells of one sheet, folded to ranges in reading order: "F2:F16, F18"."""

    file: str
    sheet: str
    cells: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure. `value` is None unless `status` is PUBLISHED; `base` is its denominator (n).

    The base of a suppressed indicator is None as well.
    """

    name: IndicatorName
    value: float | None
    base: int | None
    unit: Unit
    status: Status
    definition: Bilingual
    sources: tuple[SourceCells, ...]
