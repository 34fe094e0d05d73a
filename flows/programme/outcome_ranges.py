"""What the figure that a goal names can be at all: a target outside that range is mistyped."""

from collections.abc import Iterable
from math import inf

from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.workbook_rows import WorkbookRow

FRACTIONS = frozenset(
    {
        Measure.ATTENDANCE_RATE,
        Measure.RESPONSE_RATE,
        Measure.RESPONSE_RATE_ENROLLED,
        Measure.COMPLETE_RATE,
        Measure.COMPLETE_RATE_ENROLLED,
        Measure.SHARE,
        Measure.SHARE_FAVOURABLE,
        Measure.SHARE_FAVOURABLE_LOW,
        Measure.SHARE_FAVOURABLE_HIGH,
        Measure.SHARE_ROSE_LOW,
        Measure.SHARE_ROSE_HIGH,
        Measure.AGREEMENT,
    }
)
"""The measures whose values lie between 0 and 1, and are written in percent."""

PROBABILITIES = frozenset(
    {
        Measure.SIGN_TEST_P,
        Measure.SIGN_TEST_P_HOLM,
        Measure.WILCOXON_P,
        Measure.WILCOXON_P_HOLM,
    }
)
POINTS = frozenset({Measure.MEDIAN, Measure.MEAN, Measure.MEDIAN_PAIRED})
SHIFTS = frozenset({Measure.SHIFT, Measure.SHIFT_LOW, Measure.SHIFT_HIGH})
CORRELATIONS = frozenset({Measure.RANK_BISERIAL, Measure.KAPPA})
RELIABILITIES = frozenset({Measure.ALPHA, Measure.ALPHA_LOW, Measure.ALPHA_HIGH})
ANY_NUMBER = frozenset(
    {
        Measure.BUDGET,
        Measure.OUTCOME,
        Measure.DEVIATION,
        Measure.DEVIATION_SHARE,
        Measure.GRANT,
        Measure.CO_FUNDING,
        Measure.REMAINS,
        Measure.TARGET,
        Measure.UPPER_TARGET,
        Measure.PARTLY_TARGET,
    }
)
"""Amounts, and what has the unit of another figure; all that is in no set here is a count."""

Range = tuple[float, float]
"""The lowest and the highest value."""


def can_be(name: IndicatorName, value: float, values_of_item: Iterable[float]) -> bool:
    """Tell whether the figure called `name` can have `value`.

    `values_of_item` are those of the scale of its item, none where it has none. A count is a
    whole number: 30 % typed for 30 people would be 0.3 of one, and every programme has that.
    """
    lowest, highest = range_of(name.measure, tuple(values_of_item))
    is_count = name.measure not in (
        *(*FRACTIONS, *PROBABILITIES, *POINTS, *SHIFTS, *CORRELATIONS, *RELIABILITIES),
        *ANY_NUMBER,
    )
    return lowest <= value <= highest and (not is_count or value == int(value))


def range_of(measure: Measure, values: tuple[float, ...]) -> Range:
    """Return the least and the greatest value of `measure` on a scale with `values`."""
    if measure in ANY_NUMBER or (measure in POINTS | SHIFTS and not values):
        return -inf, inf
    if measure in POINTS:
        return min(values), max(values)
    if measure in SHIFTS:
        return min(values) - max(values), max(values) - min(values)
    if measure in CORRELATIONS:
        return -1, 1
    if measure in RELIABILITIES:
        return -inf, 1
    return 0, 1 if measure in FRACTIONS | PROBABILITIES else inf


def values_by_item(
    items: Iterable[WorkbookRow], scales: Iterable[WorkbookRow]
) -> dict[str, set[float]]:
    """Return the values of each item's scale, by the item's id."""
    by_scale: dict[str, set[float]] = {}
    for row in scales:
        value = row.number("value")
        if value is not None:
            by_scale.setdefault(row.text("scale_id"), set()).add(value)
    return {row.text("item_id"): by_scale.get(row.text("scale_id"), set()) for row in items}
