"""Marks of attendance: whether a list holds them, and how a cell of it is read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from flows.ingest.attended_hours import find_hours_per_unit, is_presence
from flows.ingest.cell_values import attendance_mark, mark_of, own_marks
from flows.ingest.recognised import Surroundings
from flows.programme.headers import normalise
from flows.programme.sheets import CellValue, Row, text_of

FEWEST_MARKS_SHARE = 0.5
"""Where fewer cells are marks, the numbered columns are those of something else: questions."""


@dataclass(frozen=True, slots=True)
class MarkReader:
    """How the cells of one list are read that stand in its columns `indexes`.

    `meanings` are what some marks say in this list, whatever they say in others. Where the
    cells count time, of which any is presence, a number counts units of `hours_per_unit`. What
    stands in the row of an invited group is a number of people and never read as a mark.
    """

    indexes: frozenset[int]
    meanings: Mapping[str, bool | str]
    surroundings: Surroundings
    hours_per_unit: float | None = None

    @property
    def counts_time(self) -> bool:
        """Tell whether the cells say how long somebody was there."""
        return self.hours_per_unit is not None

    def read(self, row: Row, index: int) -> CellValue:
        """Return what the row says in a cell: presence or absence, where its list tells."""
        value = row.value_at(index)
        if index not in self.indexes or names_group(row, self.surroundings):
            return value
        if self.hours_per_unit is not None:
            return is_presence(value, self.hours_per_unit)
        return self.meanings.get(mark_of(value), value)


def make_mark_reader(
    rows: Collection[Row],
    indexes: Collection[int],
    texts: Collection[str],
    surroundings: Surroundings,
    *,
    is_declared: bool,
) -> MarkReader | None:
    """Return how the cells of people in the columns `indexes` are read, None if they are no marks.

    `texts` are the list's titles and headers. A list that is declared is read whatever it
    holds, and one that is empty may still be filled in.
    """
    marks = [
        value
        for row in rows
        if not names_group(row, surroundings)
        for index in indexes
        if (value := row.value_at(index)) is not None
    ]
    unit = find_hours_per_unit(marks, texts, is_declared=is_declared)
    if unit is not None:
        return MarkReader(frozenset(indexes), {}, surroundings, unit)
    meanings = own_marks(marks)
    known = [v for v in marks if mark_of(v) in meanings or attendance_mark(v) is not None]
    if not is_declared and len(known) < FEWEST_MARKS_SHARE * len(marks):
        return None
    return MarkReader(frozenset(indexes), meanings, surroundings)


def names_group(row: Row, surroundings: Surroundings) -> bool:
    """Tell whether a cell of the row names an invited group: "Politiker (antal)"."""
    if not surroundings.invited_groups:
        return False
    texts = [normalise(text_of(value)) for value in row.values]
    return any(group in text for group in surroundings.invited_groups for text in texts)
