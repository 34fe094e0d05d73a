"""How far the results rest on those who answered: complete cases, and the widest bounds.

A bound asks what the share would be had everybody who is missing answered one way, then the
other. Nothing is assumed about them, so the true share lies between the two.

Source: Manski, Nonparametric Bounds on Treatment Effects (1990),
https://www.jstor.org/stable/2006592.
"""

from collections.abc import Iterator, Sequence
from statistics import median

from flows.aggregate.indicators import Indicator, SourceCells
from flows.aggregate.measures import make_figure
from flows.aggregate.pairs import Pair
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import Item, Wave


def describe_complete_cases(
    item: Item, group: Group, pairs: Sequence[Pair], sources: tuple[SourceCells, ...]
) -> Iterator[Indicator]:
    """Yield the medians before and after, in scale points, of those who answered both times.

    Nothing without a pair, and nothing of the retrospective wave: its medians are its own.
    """
    if not pairs or group != EVERYBODY:
        return
    for wave, values in (
        (Wave.BEFORE, [pair.before for pair in pairs]),
        (Wave.AFTER, [pair.after for pair in pairs]),
    ):
        name = IndicatorName(Measure.MEDIAN_PAIRED, item.item_id, group=Group(wave=wave))
        yield make_figure(name, median(values), len(pairs), sources)


def bound_rises(
    item: Item,
    group: Group,
    pairs: Sequence[Pair],
    enrolled: int,
    sources: tuple[SourceCells, ...],
) -> Iterator[Indicator]:
    """Yield the least and the greatest share of all enrolled who can have risen.

    The base is the participants enrolled. Nothing without a pair.
    """
    base = max(enrolled, len(pairs))
    rose = sum(pair.change > 0 for pair in pairs)
    for measure, count in (
        (Measure.SHARE_ROSE_LOW, rose),
        (Measure.SHARE_ROSE_HIGH, rose + base - len(pairs)),
    ):
        if pairs:
            name = IndicatorName(measure, item.item_id, group=group)
            yield make_figure(name, count / base, base, sources)


def bound_favourable(
    item: Item, favourable: int, valid: int, present: int, sources: tuple[SourceCells, ...]
) -> Iterator[Indicator]:
    """Yield the least and the greatest favourable share that all who were present can have.

    The base is those present, once for each session. Nothing where nobody is known to have
    been, or where more answered than were.
    """
    if not 0 < valid <= present:
        return
    for measure, count in (
        (Measure.SHARE_FAVOURABLE_LOW, favourable),
        (Measure.SHARE_FAVOURABLE_HIGH, favourable + present - valid),
    ):
        name = IndicatorName(measure, item.item_id)
        yield make_figure(name, count / present, present, sources)
