"""The counts among the figures of a cell: what an adversary adds up and subtracts."""

from collections.abc import Iterable, Mapping

from flows.aggregate.indicators import Indicator, Unit
from flows.aggregate.protected_tables import Cell
from flows.programme.indicator_names import Measure

CountName = tuple[Measure, str]
"""What is counted in a cell, whatever its group: a measure with its answer."""

COUNTED_UNITS = frozenset({Unit.PERSONS, Unit.RESPONSES, Unit.ANSWERS, Unit.PAIRS})
ALIKE_MEASURES = frozenset({Measure.ANSWERS, Measure.ROSE, Measure.SAME, Measure.FELL})
"""Counts that tell what each one answered when they reach their base."""
TELLING_MEASURES = ALIKE_MEASURES | {Measure.MISSING, Measure.THEME_COMMENTS}
"""Counts that tell what each newcomer said when they grow by as much as their base."""
VALID = (Measure.ANSWERS, "")
"""How many gave a valid answer, which is also the base of shares and means."""


def is_count(figure: Indicator) -> bool:
    """Tell whether `figure` is a number of people, responses, answers or pairs."""
    return figure.unit in COUNTED_UNITS


def counts_of(cell: Cell) -> dict[CountName, int]:
    """Return every count among the figures of `cell`, a gap as zero, and how many are valid.

    Numbers that people typed are counted one by one: their mean tells of a few what a count of
    each would.
    """
    counts: dict[CountName, int] = {
        (Measure.ANSWERS, repr(number)): people for number, people in cell.numbers
    }
    for figure in cell.figures:
        if is_count(figure):
            counts[figure.name.measure, figure.name.answer] = int(figure.value or 0)
            if figure.name.measure is Measure.ANSWERS:
                counts[VALID] = figure.base or 0
    return counts


def records_of(figures: Iterable[Indicator]) -> int:
    """Return how many records `figures` count: answers with the missing ones, or pairs."""
    return max((figure.base or 0 for figure in figures if is_count(figure)), default=0)


def are_answers_alike(figures: Iterable[Indicator]) -> bool:
    """Tell whether every valid answer is the same, or stands on the same side of the scale.

    In multiple choice, one choice that everybody made is enough.
    """
    return any(
        (figure.name.measure in ALIKE_MEASURES and is_whole(figure))
        or (figure.name.measure is Measure.SHARE_FAVOURABLE and figure.value in (0, 1))
        for figure in figures
    )


def are_all_missing_alike(figures: Iterable[Indicator]) -> bool:
    """Tell whether everybody who was asked gave no answer, for one and the same reason."""
    return any(figure.name.measure is Measure.MISSING and is_whole(figure) for figure in figures)


def is_whole(figure: Indicator) -> bool:
    """Tell whether a count is all of its base; that of typed numbers always is."""
    return bool(figure.value) and figure.value == figure.base and not is_plain_number(figure)


def is_plain_number(figure: Indicator) -> bool:
    """Tell whether `figure` counts those who typed any number: it tells nothing of which."""
    return figure.name.measure is Measure.ANSWERS and not figure.name.answer


def are_new_alike(figure: Indicator, earlier_value: float | None, earlier_base: int | None) -> bool:
    """Tell whether all that is new in the base of `figure` is in its value as well.

    Of a favourable share, it tells as well whether none of it is: all on the other side.
    """
    if figure.value is None or not figure.base or earlier_value is None or earlier_base is None:
        return False
    new, measure = figure.base - earlier_base, figure.name.measure
    if measure is Measure.SHARE_FAVOURABLE:
        favourable = round(figure.value * figure.base) - round(earlier_value * earlier_base)
        return new > 0 and favourable in (0, new)
    is_of_base = measure in TELLING_MEASURES and not is_plain_number(figure)
    return new > 0 and is_of_base and figure.value - earlier_value == new


def subtract(
    counts: Mapping[CountName, int], others: Iterable[Mapping[CountName, int]]
) -> dict[CountName, int]:
    """Return `counts` without all the `others`."""
    rest = dict(counts)
    for part in others:
        for name, count in part.items():
            rest[name] = rest.get(name, 0) - count
    return rest
