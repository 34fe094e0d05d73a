"""How large the changes of one item are, and whether chance could have made them."""

from collections.abc import Iterator, Sequence

from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.pairs import Pair
from flows.aggregate.statistics.rank_biserial import rank_biserial
from flows.aggregate.statistics.scipy_functions import wilcoxon_p
from flows.aggregate.statistics.shift import hodges_lehmann, shift_interval
from flows.aggregate.statistics.sign_test import sign_test_p
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Item

FEWEST_CHANGED_PAIRS = 6
"""With five, all in one direction, the sign test gives 2 in 32: it could never tell anything."""

SLOW_MEASURES = (
    Measure.SHIFT_LOW,
    Measure.SHIFT_HIGH,
    Measure.WILCOXON_P,
    Measure.WILCOXON_P_HOLM,
    Measure.ALPHA_LOW,
    Measure.ALPHA_HIGH,
)
"""What a quick count leaves out: thousands of resamples, and what SciPy must be loaded for."""

Value = tuple[Measure, float | None]
"""A measure with its value, None where too few pairs changed."""


def describe_tests(
    item: Item,
    group: Group,
    pairs: Sequence[Pair],
    sources: tuple[SourceCells, ...],
    *,
    is_quick: bool,
) -> Iterator[Indicator]:
    """Yield the shift with its interval, the rank-biserial correlation and the p-values.

    Their base is the pairs. Without pairs there is nothing to test; where fewer than six pairs
    changed there is neither a p-value nor an interval.
    """
    values = measure_changes([pair.change for pair in pairs], is_quick=is_quick)
    for measure, value in values:
        name = IndicatorName(measure, item.item_id, group=group)
        if value is not None:
            yield make_figure(name, value, len(pairs), sources)
        elif pairs:
            yield make_gap(name, Status.TOO_FEW_PAIRS, sources, base=len(pairs))
        else:
            yield make_gap(name, Status.NO_ANSWERS)


def measure_changes(differences: Sequence[float], *, is_quick: bool) -> Iterator[Value]:
    """Yield every measure of `differences`, in scale points, with its value."""
    rose = sum(difference > 0 for difference in differences)
    fell = sum(difference < 0 for difference in differences)
    is_tested = rose + fell >= FEWEST_CHANGED_PAIRS
    yield Measure.SHIFT, hodges_lehmann(differences) if differences else None
    yield Measure.RANK_BISERIAL, rank_biserial(differences)
    yield Measure.SIGN_TEST_P, sign_test_p(rose, fell) if is_tested else None
    if not is_quick:
        low, high = shift_interval(differences) if is_tested else (None, None)
        yield Measure.SHIFT_LOW, low
        yield Measure.SHIFT_HIGH, high
        yield Measure.WILCOXON_P, wilcoxon_p(differences) if is_tested else None
