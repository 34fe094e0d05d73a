"""Indicators made of values: each with the unit and the printed definition of its measure."""

from functools import cache

from flows.aggregate.definitions import DEFINITIONS
from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.statistics.scipy_functions import scipy_version
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.languages import Bilingual
from flows.programme.translations import bilingual


@cache
def definition_of(measure: Measure) -> Bilingual:
    """Return what `measure` counts, in both languages, with the version of what counted it."""
    return bilingual(DEFINITIONS[measure].sentence, **versions_of(measure))


def versions_of(measure: Measure) -> dict[str, str]:
    """Return the versions that the definition of `measure` names."""
    return {"scipy": scipy_version()} if "{" in DEFINITIONS[measure].sentence else {}


def make_figure(
    name: IndicatorName, value: float, base: int | None, sources: tuple[SourceCells, ...]
) -> Indicator:
    """Return the indicator `name` with its value; `base` is None for a plain total."""
    return indicator_of(name, value, base, Status.PUBLISHED, sources)


def make_gap(
    name: IndicatorName,
    status: Status,
    sources: tuple[SourceCells, ...] = (),
    base: int | None = None,
) -> Indicator:
    """Return the indicator `name` without a value: not asked (no base) or unanswered (base 0).

    `base` is how many pairs there are where too few of them changed, and how many people
    answered where all did so alike.
    """
    return indicator_of(name, None, 0 if status is Status.NO_ANSWERS else base, status, sources)


def make_fraction(
    name: IndicatorName, count: float, base: int, sources: tuple[SourceCells, ...]
) -> Indicator:
    """Return `count` as a fraction of `base`; a gap where `base` is 0."""
    if base == 0:
        return make_gap(name, Status.NO_ANSWERS, sources)
    return make_figure(name, count / base, base, sources)


def indicator_of(
    name: IndicatorName,
    value: float | None,
    base: int | None,
    status: Status,
    sources: tuple[SourceCells, ...],
) -> Indicator:
    """Return the indicator `name` with the unit and the definition of its measure."""
    unit = DEFINITIONS[name.measure].unit
    return Indicator(name, value, base, unit, status, definition_of(name.measure), sources)
