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
                pairs = pair_answers(waves[baseline].answers, waves[Wave.AFTER].answers)
                tables.append(tabulate_pairs(item, group, pairs, participants, is_quick=is_quick))
                tables += tabulate_complete_cases(item, group, pairs, waves)
    return Figures(protected=tuple(tables))


def tabulate_pairs(
    item: Item,
    group: Group,
    pairs: Sequence[Pair],
    participants: Sequence[Participant],
    *,
    is_quick: bool,
) -> Table:
    """Return the changes of one item, in all and by role; pairs without a role are unnamed.

    Tests are made of everybody only: of a role they would rest on too few.
    """
    roles = distinct(participant.role for participant in participants)
    sources = fold_cells(place for pair in pairs for place in pair.places)
    total = make_cell(
        pairs,
        (
            *compare_pairs(item, group, pairs, sources),
            *describe_tests(item, group, pairs, sources, is_quick=is_quick),
            *bound_rises(item, group, pairs, participants),
        ),
    )
    parts = []
    for role in roles if any(pair.role for pair in pairs) else ():
        of_role = [pair for pair in pairs if pair.role == role]
        cells = fold_cells(place for pair in of_role for place in pair.places)
        figures = compare_pairs(item, replace(group, role=role), of_role, cells)
        parts.append(make_cell(of_role, tuple(figures)))
    nameless = [pair for pair in pairs if pair.role not in roles]
    unnamed = make_cell(nameless, tuple(compare_pairs(item, group, nameless, ())))
    breakdown = Breakdown(tuple(parts), unnamed, is_whole_or_nothing=True)
    return Table(total, (breakdown,))


def tabulate_complete_cases(
    item: Item, group: Group, pairs: Sequence[Pair], waves: Mapping[Wave | None, AskedAnswers]
) -> Iterator[Table]:
    """Yield the figures of those who answered both times, each as a part of everybody in a wave.

    Beside the whole wave they tell of the others, who are the unnamed part.
    """
    for figure in describe_complete_cases(item, group, pairs):
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
