"""Indicators: figures with their base, unit, status, definition and source cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.items import Wave
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
    GOALS = "goals"
    TABLES = "tables"
    ROWS = "rows"
    FIGURES = "figures"
    VALUES = "values"
    PROBLEMS = "problems"
    FRACTION = "fraction"  # from 0 to 1
    RATIO = "ratio"  # of a base, of any size and sign
    POINTS = "points"  # on the item's scale
    PROBABILITY = "probability"  # from 0 to 1
    COEFFICIENT = "coefficient"  # at most 1
    SEK = "SEK"


class Status(StrEnum):
    """Whether the value is there, and if not, why."""

    PUBLISHED = "published"
    SUPPRESSED = "suppressed"
    NOT_ASKED = "not asked"
    NO_ANSWERS = "no answers"
    NO_VARIATION = "no variation"  # answered, and everybody alike, so that nothing goes together
    TOO_FEW_PAIRS = "too few pairs"  # answered, and too few changed for a test to tell anything


class Suppression(StrEnum):
    """Why figures are suppressed, told so that the reason gives nothing away."""

    FEW_OR_ALIKE = (
        "few_or_alike"  # one reason, since the two told apart would tell how many there are
    )
    PART = "part"  # a part that is such a figure, or one that would tell it
    TELLING = "telling"  # shown, it would leave a hidden count too few values
    EARLIER = "earlier"  # beside which the figure would tell of a few people


@dataclass(frozen=True, slots=True)
class SourceCells:
    """Cells of one sheet, folded to ranges in reading order: "F2:F16, F18"."""

    file: str
    sheet: str
    cells: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure. `value` is None unless `status` is PUBLISHED; `base` is its denominator (n).

    A suppressed indicator has neither base nor sources: both would tell how few they are. It
    has a `suppression`, and no other has one.
    """

    name: IndicatorName
    value: float | None
    base: int | None
    unit: Unit
    status: Status
    definition: Bilingual
    sources: tuple[SourceCells, ...]
    suppression: Suppression | None = None


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Indicators that are found by their name."""

    by_name: Mapping[IndicatorName, Indicator]

    def find(self, name: IndicatorName) -> Indicator | None:
        """Return the indicator called `name`, or None where there is none."""
        return self.by_name.get(name)


def index_indicators(indicators: Iterable[Indicator]) -> IndicatorTable:
    """Return `indicators` as a table."""
    return IndicatorTable({indicator.name: indicator for indicator in indicators})


def sort_indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return `indicators` by measure, item, group and answer; totals before their parts."""
    return tuple(sorted(indicators, key=reading_order))


MEASURE_POSITIONS = {measure: position for position, measure in enumerate(Measure)}
WAVE_POSITIONS = {wave: position for position, wave in enumerate(Wave, 1)}


def reading_order(indicator: Indicator) -> tuple[object, ...]:
    """Return what indicators sort by. It is made of the name alone, never of the input's order."""
    name, group = indicator.name, indicator.name.group
    return (
        MEASURE_POSITIONS[name.measure],
        name.item,
        group.session or 0,
        WAVE_POSITIONS[group.wave] if group.wave else 0,
        (group.role, group.organisation_type, group.category, group.party),
        answer_order(name.answer),
    )


def answer_order(answer: str) -> tuple[bool, float, str]:
    """Return what answers sort by: "9" before "10", numbers before words."""
    is_number = answer.removeprefix("-").replace(".", "", 1).isdecimal()
    return (not is_number, float(answer) if is_number else 0.0, answer)
