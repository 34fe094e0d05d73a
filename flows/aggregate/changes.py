"""Before and after: how each person's answers changed, pair by pair."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.aggregate.disclosure import Breakdown, Cell, Figures, Table
from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.occasions import collect_answers
from flows.aggregate.sources import fold_cells
from flows.aggregate.subgroups import distinct
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.places import Place
from flows.validate.dataset import Answer, Dataset

PAIRED_KINDS = (ItemKind.SCALE, ItemKind.NUMBER)
"""The kinds of items whose answers can rise and fall."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's two valid answers to one item, in scale points."""

    role: str
    before: float
    after: float
    places: tuple[Place, Place]


def count_changes(dataset: Dataset) -> Figures:
    """Return pairs, and how many rose, stayed and fell, for each item asked in both waves."""
    roles = distinct(dataset.programme.roles)
    tables: list[Table] = []
    for item, occasions in collect_answers(dataset):
        waves = {asked.occasion.wave: asked for asked in occasions if asked.is_asked}
        if item.kind in PAIRED_KINDS and {Wave.BEFORE, Wave.AFTER} <= waves.keys():
            pairs = pair_answers(waves[Wave.BEFORE].answers, waves[Wave.AFTER].answers)
            tables.append(tabulate_pairs(item, pairs, roles))
    return Figures(protected=tuple(tables))


def pair_answers(before: Sequence[Answer], after: Sequence[Answer]) -> list[Pair]:
    """Return the pairs of everybody with a valid answer in both waves, in the order of `after`."""
    answers_before = {
        answer.respondent.identity: answer for answer in before if answer.value is not None
    }
    pairs = []
    for answer in after:
        earlier = answers_before.get(answer.respondent.identity)
        if earlier and earlier.value is not None and answer.value is not None:
            role = answer.respondent.role or earlier.respondent.role
            pairs.append(Pair(role, earlier.value, answer.value, (earlier.place, answer.place)))
    return pairs


def tabulate_pairs(item: Item, pairs: Sequence[Pair], roles: tuple[str, ...]) -> Table:
    """Return the changes of one item, in all and by role; pairs without a role are unnamed."""
    total = describe_pairs(item, EVERYBODY, pairs)
    parts = tuple(
        describe_pairs(item, Group(role=role), [pair for pair in pairs if pair.role == role])
        for role in roles
        if any(pair.role for pair in pairs)
    )
    unnamed = sum(pair.role not in roles for pair in pairs)
    breakdown = Breakdown(parts, Cell((), unnamed, unnamed), are_people_distinct=True)
    return Table(total, (breakdown,))


def describe_pairs(item: Item, group: Group, pairs: Sequence[Pair]) -> Cell:
    """Return the figures of `pairs`, whose base is their number."""
    figures = tuple(compare_pairs(item, group, pairs))
    return Cell(figures, people_answered=len(pairs), people_asked=len(pairs))


def compare_pairs(item: Item, group: Group, pairs: Sequence[Pair]) -> Iterator[Indicator]:
    """Yield how many pairs there are, and how many rose, stayed and fell."""
    sources = fold_cells(place for pair in pairs for place in pair.places)
    count = IndicatorName(Measure.PAIRS, item.item_id, group=group)
    yield make_figure(count, len(pairs), len(pairs), sources)
    for measure, changed in (
        (Measure.ROSE, sum(pair.after > pair.before for pair in pairs)),
        (Measure.SAME, sum(pair.after == pair.before for pair in pairs)),
        (Measure.FELL, sum(pair.after < pair.before for pair in pairs)),
    ):
        name = IndicatorName(measure, item.item_id, group=group)
        if pairs:
            yield make_figure(name, changed, len(pairs), sources)
        else:
            yield make_gap(name, Status.NO_ANSWERS)
