"""Many items are tested at once; Holm's adjustment keeps chance from looking like a finding.

It comes after the disclosure gate and is made of published p-values only, so that it can tell
nothing of those that are suppressed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.sources import join_sources
from flows.aggregate.statistics.holm import holm
from flows.programme.indicator_names import Measure

ADJUSTED = {
    Measure.SIGN_TEST_P: Measure.SIGN_TEST_P_HOLM,
    Measure.WILCOXON_P: Measure.WILCOXON_P_HOLM,
}


def adjust_for_many_tests(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the adjusted p-value beside each p-value; it is missing where that one is.

    A family is one test of all items against one baseline. The base is the tests in it, and
    the sources are the cells of all of them.
    """
    families: dict[object, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        if indicator.name.measure in ADJUSTED:
            families[indicator.name.measure, indicator.name.group].append(indicator)
    for family in families.values():
        yield from adjust_family(family)


def adjust_family(family: list[Indicator]) -> Iterator[Indicator]:
    """Yield the adjusted p-values of one family of tests."""
    known = {each.name: each.value for each in family if each.value is not None}
    adjusted = dict(zip(known, holm(list(known.values())), strict=True))
    sources = join_sources(
        source for each in family if each.name in known for source in each.sources
    )
    for each in family:
        name = replace(each.name, measure=ADJUSTED[each.name.measure])
        if each.name in adjusted:
            yield make_figure(name, adjusted[each.name], len(known), sources)
        else:
            yield make_gap(name, each.status)
