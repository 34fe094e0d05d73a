"""The stricter rule for changes: the answers before and after bound who can have changed.

Nobody rises from the top of a scale. As many can have risen as can be given an answer after that
is above theirs before, and as many others as can be given one that is not. Of a wave that is
hidden only its responses are known, and among them any answers can be.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from flows.aggregate.protected_tables import NOBODY, Cell, ClosedTable
from flows.aggregate.published_counts import CountName, counts_of, records_of
from flows.aggregate.telling_totals import Room, Rooms, rooms_of
from flows.programme.indicator_names import Measure
from flows.programme.items import Wave


@dataclass(frozen=True, slots=True)
class WaveAnswers:
    """What is known of an item in a wave: how many responded, and what they answered.

    The answers are ascending, and None where they are hidden. Between `lowest` and `highest`
    lies every answer that could be given.
    """

    responses: int
    answers: tuple[float, ...] | None
    lowest: float
    highest: float

    @property
    def as_low_as_can_be(self) -> Sequence[float]:
        """The answers; of hidden ones as many as responded, all the lowest."""
        return (self.lowest,) * self.responses if self.answers is None else self.answers

    @property
    def as_high_as_can_be(self) -> Sequence[float]:
        """The answers; of hidden ones as many as responded, all the highest."""
        return (self.highest,) * self.responses if self.answers is None else self.answers


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many of all pairs can have changed in a way, and how many people need not have."""

    least: int
    most: int
    most_others: int


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """The closed tables of one item: its waves, and its changes by the wave compared with."""

    waves: Mapping[Wave, ClosedTable]
    changes: Mapping[Wave, ClosedTable]
    enrolled: int
    threshold: int

    def find_telling(self) -> tuple[Cell, ...]:
        """Return the totals of waves and of changes that would narrow a sensitive change.

        With a wave the changes go that are made of it: those go that take the fewest along.
        """
        shown = [wave for wave, closed in self.waves.items() if not closed.hidden]
        choices = [
            chosen
            for size in range(len(shown) + 1)
            for chosen in combinations(shown, size)
            if all(self.keep_values(baseline, chosen) for baseline in self.changes)
        ]
        best = min(choices, key=lambda chosen: (len(self.find_lost(chosen)), len(chosen)))
        lost = (total_of(self.changes[baseline]) for baseline in self.find_lost(best))
        return (*(total_of(self.waves[wave]) for wave in best), *lost)

    def find_lost(self, chosen: Collection[Wave]) -> list[Wave]:
        """Return the baselines of the changes that go where the `chosen` waves do."""
        return [
            baseline
            for baseline, closed in self.changes.items()
            if self.is_shown(baseline, ())
            and not (self.is_shown(baseline, chosen) and self.is_total_silent(closed))
        ]

    def is_shown(self, baseline: Wave, chosen: Collection[Wave]) -> bool:
        """Tell whether the changes in all can be shown where the `chosen` waves are not."""
        closed = self.changes[baseline]
        return total_of(closed) not in closed.hidden and all(
            wave not in chosen and not self.waves[wave].hidden for wave in (baseline, Wave.AFTER)
        )

    def is_total_silent(self, closed: ClosedTable) -> bool:
        """Tell whether the changes in all narrow no sensitive change of a role."""
        counts, pairs = counts_of(total_of(closed)), records_of(total_of(closed).figures)
        rooms = dict(rooms_of(counts, pairs))
        rooms[Measure.PAIRS, ""] = Room(pairs, max(0, self.enrolled - pairs))
        return keep_parts(closed, rooms, self.threshold)

    def keep_values(self, baseline: Wave, chosen: Collection[Wave]) -> bool:
        """Tell whether no sensitive change is narrowed where the `chosen` waves are hidden."""
        closed = self.changes[baseline]
        if not closed.sensitive:
            return True
        if self.is_shown(baseline, chosen) and self.is_total_silent(closed):
            return True
        before, after = (self.read(wave, chosen) for wave in (baseline, Wave.AFTER))
        if before.answers is None and after.answers is None:
            return True  # nothing is told but how many responded
        bounds = bound_changes(before, after, self.enrolled)
        sizes = min(before.responses, after.responses)
        is_total_free = total_of(closed) not in closed.sensitive or all(
            each.most - each.least + 1 >= min(self.threshold, sizes + 1) for each in bounds.values()
        )
        rooms = {name: Room(each.most, each.most_others) for name, each in bounds.items()}
        return is_total_free and keep_parts(closed, rooms, self.threshold)

    def read(self, wave: Wave, chosen: Collection[Wave]) -> WaveAnswers:
        """Return what is shown of a wave where the `chosen` ones are hidden."""
        closed = self.waves[wave]
        total = total_of(closed)
        found = read_answers(total)
        answers = tuple(answer for answer, people in found for _ in range(people))
        is_scale = bool(found) and not total.numbers
        return WaveAnswers(
            records_of(total.figures),
            None if wave in chosen or closed.hidden else answers,
            found[0][0] if is_scale else -inf,
            found[-1][0] if is_scale else inf,
        )


def bound_changes(
    before: WaveAnswers, after: WaveAnswers, enrolled: int
) -> dict[CountName, Bounds]:
    """Return what is known of all pairs, and of those that rose, stayed and fell.

    Of pairs, the others are those of everybody enrolled who are none.
    """
    low, high = before.as_low_as_can_be, before.as_high_as_can_be
    low_after, high_after = after.as_low_as_can_be, after.as_high_as_can_be
    pairs = min(len(low), len(low_after))
    everybody = max(enrolled, before.responses, after.responses)
    is_hidden = before.answers is None or after.answers is None
    fewest = 0 if is_hidden else max(0, len(low) + len(low_after) - everybody)
    alike = pairs if is_hidden else (Counter(low) & Counter(low_after)).total()
    commonest = max((Counter(low) + Counter(low_after)).values(), default=0)
    unlike = pairs if is_hidden else min(pairs, len(low) + len(low_after) - commonest)
    ways = {
        Measure.ROSE: (count_below(low, high_after), count_upto(low_after, high)),
        Measure.SAME: (alike, unlike),
        Measure.FELL: (count_below(low_after, high), count_upto(low, high_after)),
    }
    return {(Measure.PAIRS, ""): Bounds(fewest, pairs, everybody - fewest)} | {
        (measure, ""): Bounds(max(0, fewest - others), most, others)
        for measure, (most, others) in ways.items()
    }


def count_below(low: Sequence[float], high: Sequence[float]) -> int:
    """Return how many of `low` can each be paired with one of `high` that is above it."""
    found = 0
    for value in high:
        found += found < len(low) and low[found] < value
    return found


def count_upto(low: Sequence[float], high: Sequence[float]) -> int:
    """Return how many of `low` can each be paired with one of `high` that is not below it."""
    found = 0
    for value in high:
        found += found < len(low) and low[found] <= value
    return found


def read_answers(cell: Cell) -> list[tuple[float, int]]:
    """Return each answer on the scale of an item, or that was typed, and how many gave it."""
    if cell.numbers:
        return list(cell.numbers)
    return sorted(
        (float(figure.name.answer), int(figure.value or 0))
        for figure in cell.figures
        if figure.name.measure is Measure.ANSWERS and figure.name.answer
    )


def keep_parts(closed: ClosedTable, rooms: Rooms, threshold: int) -> bool:
    """Tell whether every count of each sensitive part keeps its values in these `rooms`."""
    return all(
        room.keeps_values(records_of(part.figures), threshold, is_size_known=False)
        for part in closed.sensitive
        if part != closed.table.total and part.figures
        for room in rooms.values()
    )


def total_of(closed: ClosedTable) -> Cell:
    """Return the total of a table of changes or of a wave."""
    return closed.table.total or NOBODY
