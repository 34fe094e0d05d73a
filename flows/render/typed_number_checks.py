"""Numbers typed by hand in a text, held against the figures that they seem to mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from flows.aggregate.indicators import Indicator, Unit
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.problems import Problem, problem
from flows.render.number_words import find_number_words
from flows.render.paragraphs import Paragraph
from flows.render.placeholders import Replacements
from flows.render.typed_numbers import NumberKind, TypedNumber, find_typed_numbers

SHARES = frozenset({Unit.FRACTION, Unit.RATIO})
UNITS = {
    NumberKind.COUNT: frozenset(Unit) - SHARES,
    NumberKind.PERCENT: SHARES,
    NumberKind.MONEY: frozenset({Unit.SEK}),
    NumberKind.PART: frozenset(Unit),
}
"""The units of the figures that a number of each kind may be."""

FEWEST_DECIMALS = {Unit.POINTS: 1, Unit.PROBABILITY: 2, Unit.COEFFICIENT: 2}
"""A whole number is no mean, and 0.1 no p-value: nearly every number would be some figure."""

DEVIATIONS = frozenset({Measure.DEVIATION, Measure.DEVIATION_SHARE})
"""They have a sign, and texts say "less" in its place."""

MOST_PARTS = 10
"""Halves to tenths are said of shares; 19/24 is so many of so many."""

OF_PEOPLE = frozenset({Unit.PERSONS, Unit.PAIRS, Unit.RESPONSES, Unit.ANSWERS})


@dataclass(frozen=True, slots=True)
class JudgedNumber:
    """What is to be said of a typed number that ends at `end`, and the figure that it is.

    `figure` is None where nothing tells which figure is meant.
    """

    problem: Problem
    end: int
    figure: Indicator | None = None


def judge_typed_numbers(
    prose: str, paragraph: Paragraph, replacements: Replacements
) -> Iterator[JudgedNumber]:
    """Yield each number typed in `prose`: it differs, is unknown, or may grow old."""
    registration_number = str(replacements.facts["project.registration_number"])
    for typed in find_typed_numbers(prose, paragraph, registration_number):
        meant = find_meant(typed.counted, replacements)
        if meant and is_value(typed, meant):
            yield JudgedNumber(say_typed(typed, meant), typed.end, meant)
        elif meant:
            expected = replacements.notation.value(meant)
            values = {"number": typed.words, "expected": expected, "name": str(meant.name)}
            yield JudgedNumber(problem("number-differs", typed.place, **values), typed.end)
        else:
            yield JudgedNumber(judge_unnamed(typed, replacements), typed.end)


def find_meant(counted: Measure | None, replacements: Replacements) -> Indicator | None:
    """Return the figure that the noun after a number names, where it has a value."""
    indicator = replacements.indicators.find(IndicatorName(counted)) if counted else None
    return indicator if indicator and indicator.value is not None else None


def judge_unnamed(typed: TypedNumber, replacements: Replacements) -> Problem:
    """Return what is to be said of a number of which nothing tells what it counts."""
    for indicator in replacements.indicators.by_name.values():
        if is_value(typed, indicator):
            return say_typed(typed, indicator)
    return problem("number-unsupported", typed.place, number=typed.words)


def say_typed(typed: TypedNumber, figure: Indicator) -> Problem:
    """Return the note that a number is what `figure` is now."""
    return problem("number-typed", typed.place, number=typed.words, name=str(figure.name))


def is_value(typed: TypedNumber, figure: Indicator) -> bool:
    """Tell whether `figure`, rounded to the decimals that were typed, is the number."""
    if figure.value is None or figure.unit not in UNITS[typed.kind]:
        return False
    if typed.kind is NumberKind.PART:
        return is_part(typed, figure)
    value = Decimal(str(figure.value)) / typed.factor
    is_unsigned = not typed.has_sign and figure.name.measure in DEVIATIONS
    return any(
        is_rounded(abs(value) if is_unsigned else value, reading)
        for reading in typed.readings
        if decimals_of(reading) >= FEWEST_DECIMALS.get(figure.unit, 0)
    )


def is_part(typed: TypedNumber, figure: Indicator) -> bool:
    """Tell whether `figure` is so many of so many; of a few, also the same share in percent."""
    (number,) = typed.readings
    if figure.unit in SHARES and 0 < typed.whole <= MOST_PARTS:
        share = (number / typed.whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return is_rounded(Decimal(str(figure.value)), share)
    return figure.base == typed.whole and figure.value == float(number)


def is_rounded(value: Decimal, number: Decimal) -> bool:
    """Tell whether `value` is `number` when rounded to the decimals of that."""
    if abs(value - number) >= 1:
        return False
    return value.quantize(Decimal(1).scaleb(-decimals_of(number)), ROUND_HALF_UP) == number


def decimals_of(number: Decimal) -> int:
    """Return how many decimals `number` is written with."""
    return max(0, -int(number.as_tuple().exponent))


def judge_number_words(
    prose: str, paragraph: Paragraph, replacements: Replacements
) -> Iterator[Problem]:
    """Yield a note for each number in words that is no figure of what its noun names.

    Of sessions, goals and the like only more than there are, or "all" with another number, is
    told: three of ten sessions are no figure, and may well be true. People are counted so often
    that a number of them which no figure is deserves a look.
    """
    for found in find_number_words(prose, paragraph):
        meant = find_meant(found.counted, replacements)
        if meant is None or meant.value is None or meant.value == found.number:
            continue
        is_figure = found.number in count_people(replacements)
        is_of_people = meant.unit in OF_PEOPLE
        if found.is_all or found.number > meant.value or (is_of_people and not is_figure):
            yield problem(
                "number-word-differs",
                found.place,
                words=found.words,
                name=str(meant.name),
                expected=replacements.notation.value(meant),
            )


def count_people(replacements: Replacements) -> frozenset[float]:
    """Return every number of people, pairs, responses and answers that the report may print."""
    return frozenset(
        figure.value
        for figure in replacements.indicators.by_name.values()
        if figure.value is not None and figure.unit in OF_PEOPLE
    )
