"""The figures of one item in one group: distribution, median, mean and the missing answers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.measures import make_figure, make_fraction, make_gap
from flows.aggregate.people import make_cell
from flows.aggregate.protected_tables import Cell
from flows.aggregate.sources import fold_cells
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Item, ItemKind
from flows.programme.scales import MissingKind, Scale
from flows.validate.dataset import Answer


@dataclass(frozen=True, slots=True)
class CountedItem:
    """An item with what can be answered to it.

    `codes` are the labels of its scale, lowest first, and empty for numbers;
    `favourable_codes` those that count as favourable. `missing_kinds` are the reasons for a
    missing answer that the scale offers or somebody gave, and that nothing was answered.
    """

    item: Item
    codes: tuple[str, ...]
    favourable_codes: frozenset[str]
    missing_kinds: frozenset[MissingKind]

    @property
    def has_values(self) -> bool:
        """Whether a mean and a median exist."""
        return self.item.kind in (ItemKind.SCALE, ItemKind.NUMBER)


def make_counted_item(item: Item, scale: Scale | None, answers: Iterable[Answer]) -> CountedItem:
    """Return `item` with the answers that `scale` offers.

    A reason that only some of its `answers` give is counted everywhere: where it is counted
    does not tell who gave it.
    """
    labels = scale.labels if scale else ()
    valid_labels = scale.valid_labels if scale else ()
    offered = frozenset(label.missing for label in labels if label.missing)
    given = frozenset(answer.missing for answer in answers if answer.missing)
    return CountedItem(
        item=item,
        codes=tuple(dict.fromkeys(label.code for label in valid_labels)),
        favourable_codes=frozenset(label.code for label in valid_labels if label.is_favourable),
        missing_kinds=offered | given | {MissingKind.NOT_ANSWERED},
    )


def describe_answers(
    counted: CountedItem,
    group: Group,
    answers: Sequence[Answer],
    sources: tuple[SourceCells, ...] | None = None,
) -> Cell:
    """Return everything that `answers`, all of them to `counted`, tell about `group`.

    Every figure cites the cells of all `answers`, missing ones as well, or `sources`.
    """
    valid = [answer for answer in answers if answer.missing is None]
    if sources is None:
        sources = fold_cells(place for answer in answers for place in answer.places)
    figures: list[Indicator] = []
    if counted.has_values:
        figures += describe_values(counted, group, valid, sources)
    figures += describe_choices(counted, group, valid, sources)
    figures += count_missing(counted, group, answers, sources)
    return make_cell(figures, answers)


def describe_values(
    counted: CountedItem,
    group: Group,
    valid: Sequence[Answer],
    sources: tuple[SourceCells, ...],
) -> Iterator[Indicator]:
    """Yield median and mean in scale points; of numbers also how many there are."""
    values = [answer.value for answer in valid if answer.value is not None]
    for measure, calculate in ((Measure.MEDIAN, median), (Measure.MEAN, fmean)):
        name = IndicatorName(measure, counted.item.item_id, group=group)
        if values:
            yield make_figure(name, calculate(values), len(values), sources)
        else:
            yield make_gap(name, Status.NO_ANSWERS, sources)
    if counted.item.kind is ItemKind.NUMBER:
        name = IndicatorName(Measure.ANSWERS, counted.item.item_id, group=group)
        yield make_figure(name, len(values), len(values), sources)


def describe_choices(
    counted: CountedItem,
    group: Group,
    valid: Sequence[Answer],
    sources: tuple[SourceCells, ...],
) -> Iterator[Indicator]:
    """Yield count and share of each label, and the favourable share where labels have one.

    The base is the respondents with a valid answer, also where each may choose several.
    """
    item_id, base = counted.item.item_id, len(valid)
    counts = Counter(code for answer in valid for code in frozenset(answer.codes))
    for code in counted.codes:
        answers = IndicatorName(Measure.ANSWERS, item_id, code, group)
        share = IndicatorName(Measure.SHARE, item_id, code, group)
        yield make_figure(answers, counts[code], base, sources)
        yield make_fraction(share, counts[code], base, sources)
    if counted.favourable_codes:
        favourable = sum(not counted.favourable_codes.isdisjoint(answer.codes) for answer in valid)
        name = IndicatorName(Measure.SHARE_FAVOURABLE, item_id, group=group)
        yield make_fraction(name, favourable, base, sources)


def count_missing(
    counted: CountedItem,
    group: Group,
    answers: Sequence[Answer],
    sources: tuple[SourceCells, ...],
) -> Iterator[Indicator]:
    """Yield how many answers are missing for each reason; the base is everybody asked."""
    counts = Counter(answer.missing for answer in answers)
    for kind in (kind for kind in MissingKind if kind in counted.missing_kinds):
        name = IndicatorName(Measure.MISSING, counted.item.item_id, kind.value, group)
        yield make_figure(name, counts[kind], len(answers), sources)
