"""The stricter rule: a total that would narrow a hidden count is hidden as well.

Of a part of n records, a count of which A can be in the part at most, beside B others, has any
value from max(0, n - B) to min(n, A). Everybody knows n of a session, and need not of a role:
then the count is anything from 0 to A. Either leaves k values, or every one that the size does:
of three, four can never be.

What is told of everybody bounds A and B, and so do the sessions that are shown: whoever is in
none of them is in the hidden ones, of which only the size is told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.aggregate.hidden_parts import count_possible_values
from flows.aggregate.indicators import Unit
from flows.aggregate.protected_tables import Cell, ClosedTable, Table
from flows.aggregate.published_counts import CountName, counts_of, records_of, subtract
from flows.programme.indicator_names import Measure

UNTYPED = (Measure.ANSWERS, "a number that nobody typed")
"""A mean is a sum: it also tells which numbers nobody can have typed."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many of a count, and how many others, a hidden part can hold at most."""

    counted: int
    others: int

    def keeps_values(self, records: int, threshold: int, *, is_size_known: bool) -> bool:
        """Tell whether a part of so many `records` keeps `threshold` values, or every one."""
        everybody = self.counted + self.others
        if not is_size_known and self.counted + 1 < min(threshold, everybody + 1):
            return False
        values = count_possible_values(self.counted, everybody, records)
        return values >= min(threshold, records + 1)


Rooms = Mapping[CountName, Room]


@dataclass(frozen=True, slots=True)
class TotalCover:
    """A closed table and a threshold: which of its total and its sessions narrow what is hidden."""

    closed: ClosedTable
    threshold: int

    def close(self) -> ClosedTable:
        """Return the table with what would narrow a sensitive part hidden as well.

        The total goes only where it must, and then no session need cover for another. Where
        the sessions that are shown would narrow a role, the fewest go that leave it its values.
        """
        table, hidden = self.closed.table, self.closed.hidden
        if table.total is None or (table.total not in hidden and self.is_total_silent(table.total)):
            return self.closed
        sessions, roles = parts_of(table, is_whole=False), parts_of(table, is_whole=True)
        told = [role for role in roles if role in self.closed.sensitive]
        covers = [part for part in sessions if part in self.closed.sensitive]

        def is_enough(more: Sequence[Cell]) -> bool:
            unknown = [part for part in (*covers, *more) if part not in self.closed.told]
            rooms = rooms_of_shown(sessions, unknown)
            return self.keep_values(told, rooms, is_size_known=False)

        while not is_enough(()) and len(covers) < len(sessions):
            shown = sorted((part for part in sessions if part not in covers), key=size_of)
            covers.append(next((part for part in shown if is_enough((part,))), shown[-1]))
        still = [cell for cell in hidden if cell in (table.total, *roles)]
        telling = () if table.total in hidden else (table.total,)
        return replace(self.closed, hidden=(*still, *covers, *roles), telling=telling)

    def is_total_silent(self, total: Cell) -> bool:
        """Tell whether the total narrows no sensitive part, with the sessions that are shown."""
        table = self.closed.table
        everybody = rooms_of(counts_in(total), size_of(total))
        silent = []
        for breakdown in table.breakdowns:
            rooms = everybody
            if not breakdown.is_whole_or_nothing:
                shown = [part for part in breakdown.parts if part not in self.closed.hidden]
                rest = size_of(total) - sum(map(size_of, shown))
                rooms = rooms_of(subtract(counts_in(total), map(counts_in, shown)), rest)
            is_size_known = not breakdown.is_whole_or_nothing
            unnamed = (breakdown.unnamed,) if is_size_known else ()  # else no figure is of them
            parts = (*breakdown.parts, *unnamed)
            sensitive = [part for part in parts if part in self.closed.sensitive]
            silent.append(self.keep_values(sensitive, rooms, is_size_known=is_size_known))
        for parts in table.untold:
            rooms = rooms_of(add(map(counts_in, parts)), sum(map(size_of, parts)))
            sensitive = [part for part in parts if part in self.closed.sensitive]
            silent.append(self.keep_values(sensitive, rooms, is_size_known=False))
        return all(silent)

    def keep_values(self, parts: Sequence[Cell], rooms: Rooms, *, is_size_known: bool) -> bool:
        """Tell whether every count of each of `parts` keeps its values in these `rooms`."""
        return all(
            room.keeps_values(size_of(part), self.threshold, is_size_known=is_size_known)
            for part in parts
            for room in rooms.values()
        )


def parts_of(table: Table, *, is_whole: bool) -> list[Cell]:
    """Return the parts that are shown whole or not at all, or those that are not."""
    return [
        part
        for breakdown in table.breakdowns
        if breakdown.is_whole_or_nothing is is_whole
        for part in breakdown.parts
    ]


def rooms_of(counts: Mapping[CountName, int], records: int) -> Rooms:
    """Return the room that a table of so many `records` leaves in any part of it."""
    return {name: Room(count, records - count) for name, count in counts.items()}


def rooms_of_shown(sessions: Sequence[Cell], hidden: Sequence[Cell]) -> Rooms:
    """Return the room that sessions leave, of which the `hidden` may hold anything."""
    anything = sum(map(size_of, hidden))
    shown = [part for part in sessions if part not in hidden]
    counts, records = add(map(counts_in, shown)), sum(map(size_of, shown))
    return {
        name: Room(count + anything, records - count + anything) for name, count in counts.items()
    }


def counts_in(cell: Cell) -> dict[CountName, int]:
    """Return every count of `cell`: of answers and people, or of the comments with each theme."""
    counts = counts_of(cell)
    counts |= {
        (figure.name.measure, figure.name.answer): int(figure.value or 0)
        for figure in cell.figures
        if figure.unit is Unit.COMMENTS
    }
    return counts | {UNTYPED: 0} if cell.numbers else counts


def size_of(cell: Cell) -> int:
    """Return how many records `cell` counts: answers with the missing ones, or comments."""
    comments = (figure.base or 0 for figure in cell.figures if figure.unit is Unit.COMMENTS)
    return max(records_of(cell.figures), *comments, 0)


def add(counts: Iterable[Mapping[CountName, int]]) -> dict[CountName, int]:
    """Return all `counts` together."""
    together: dict[CountName, int] = {}
    for part in counts:
        for name, count in part.items():
            together[name] = together.get(name, 0) + count
    return together
