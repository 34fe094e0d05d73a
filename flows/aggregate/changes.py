"""Before and after: how each person's answers changed, pair by pair.

What was answered afterwards is compared with two things, which are never merged: what was
answered before, and what people afterwards say that it was like before (the retrospective
wave), where that was asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows.aggregate.change_tests import describe_tests
from flows.aggregate.incomplete_cases import bound_rises, describe_complete_cases
from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.occasions import AskedAnswers, collect_answers
from flows.aggregate.pairs import Pair, pair_answers
from flows.aggregate.protected_tables import Breakdown, Cell, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.aggregate.subgroups import distinct
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.places import Place
from flows.programme.programme import Participant
from flows.validate.dataset import Dataset

PAIRED_KINDS = (ItemKind.SCALE, ItemKind.NUMBER)
"""The kinds of items whose answers can rise and fall."""

BASELINES = {Wave.BEFORE: EVERYBODY, Wave.RETROSPECTIVE: Group(wave=Wave.RETROSPECTIVE)}
"""The waves that the one after is compared with, and the group that their figures are named by."""


def count_changes(dataset: Dataset, *, is_quick: bool = False) -> Figures:
    """Return pairs, how many rose, stayed and fell, and the tests, for each item asked twice.

    A quick count leaves out the measures that take long.
    """
    participants = dataset.programme.participants
    tables: list[Table] = []
    for item, occasions in collect_answers(dataset):
        waves = {asked.occasion.wave: asked for asked in occasions if asked.is_asked}
        if item.kind not in PAIRED_KINDS or Wave.AFTER not in waves:
            continue
        for baseline, group in BASELINES.items():
            if baseline in waves:
                before, after = waves[baseline].answers, waves[Wave.AFTER].answers
                pairs = pair_answers(before, after)
                places = [place for answer in (*before, *after) for place in answer.places]
                tables.append(
                    tabulate_pairs(item, group, pairs, places, participants, is_quick=is_quick)
                )
                tables += tabulate_complete_cases(item, group, pairs, fold_cells(places), waves)
    return Figures(protected=tuple(tables))


def tabulate_pairs(
    item: Item,
    group: Group,
    pairs: Sequence[Pair],
    places: Sequence[Place],
    participants: Sequence[Participant],
    *,
    is_quick: bool,
) -> Table:
    """Return the changes of one item, in all and by role; pairs without a role are unnamed.

    Tests are made of everybody only: of a role they would rest on too few. Every figure cites
    `places`, the answers of everybody in both waves: which of them are pairs, and of whom,
    would tell how many there are. What needs the register cites that as well.
    """
    roles = distinct(participant.role for participant in participants)
    sources = fold_cells(places)
    with_register = fold_cells((*places, *(participant.place for participant in participants)))
    total = make_cell(
        pairs,
        (
            *compare_pairs(item, group, pairs, sources),
            *describe_tests(item, group, pairs, sources, is_quick=is_quick),
            *bound_rises(item, group, pairs, len(participants), with_register),
        ),
    )
    parts = []
    for role in roles if any(pair.role for pair in pairs) else ():
        of_role = [pair for pair in pairs if pair.role == role]
        figures = compare_pairs(item, replace(group, role=role), of_role, with_register)
        parts.append(make_cell(of_role, tuple(figures)))
    nameless = [pair for pair in pairs if pair.role not in roles]
    unnamed = make_cell(nameless, tuple(compare_pairs(item, group, nameless, ())))
    breakdown = Breakdown(tuple(parts), unnamed, is_whole_or_nothing=True)
    return Table(total, (breakdown,))


def tabulate_complete_cases(
    item: Item,
    group: Group,
    pairs: Sequence[Pair],
    sources: tuple[SourceCells, ...],
    waves: Mapping[Wave | None, AskedAnswers],
) -> Iterator[Table]:
    """Yield the figures of those who answered both times, each as a part of everybody in a wave.

    Beside the whole wave they tell of the others, who are the unnamed part.
    """
    for figure in describe_complete_cases(item, group, pairs, sources):
        answers = waves[figure.name.group.wave].answers
        others = sum(answer.missing is None for answer in answers) - len(pairs)
        unnamed = Cell((), people_answered=others, people_asked=others)
        complete = make_cell(pairs, (figure,))
        yield Table(None, (Breakdown((complete,), unnamed, is_whole_or_nothing=True),))


def make_cell(pairs: Sequence[Pair], figures: tuple[Indicator, ...]) -> Cell:
    """Return `figures` as one cell with the people whose answers are the `pairs`."""
    return Cell(figures, people_answered=len(pairs), people_asked=len(pairs))


def compare_pairs(
    item: Item, group: Group, pairs: Sequence[Pair], sources: tuple[SourceCells, ...]
) -> Iterator[Indicator]:
    """Yield how many pairs there are, and how many rose, stayed and fell; they are the base."""
    count = IndicatorName(Measure.PAIRS, item.item_id, group=group)
    yield make_figure(count, len(pairs), len(pairs), sources)
    for measure, changed in (
        (Measure.ROSE, sum(pair.change > 0 for pair in pairs)),
        (Measure.SAME, sum(pair.change == 0 for pair in pairs)),
        (Measure.FELL, sum(pair.change < 0 for pair in pairs)),
    ):
        name = IndicatorName(measure, item.item_id, group=group)
        if pairs:
            yield make_figure(name, changed, len(pairs), sources)
        else:
            yield make_gap(name, Status.NO_ANSWERS)
