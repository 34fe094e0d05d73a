"""Marks of attendance: whether a list holds them, and how a cell of it is read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from flows.ingest.attended_hours import counts_hours, is_presence
from flows.ingest.cell_values import attendance_mark, mark_of, own_marks
from flows.ingest.recognised import Surroundings
from flows.programme.headers import normalise
from flows.programme.sheets import CellValue, Row, text_of

FEWEST_MARKS_SHARE = 0.5
"""Where fewer cells are marks, the numbered columns are those of something else: questions."""


@dataclass(frozen=True, slots=True)
class MarkReader:
    """How the cells of one list are read that stand in its columns `indexes`.

    `meanings` are what some marks say in this list, whatever they say in others; `are_hours`
    tells that the cells count hours, of which any are presence. What stands in the row of an
    invited group is a number of people and never read as a mark.
    """

    indexes: frozenset[int]
    meanings: Mapping[str, bool | str]
    surroundings: Surroundings
    are_hours: bool = False

    def read(self, row: Row, index: int) -> CellValue:
        """Return what the row says in a cell: presence or absence, where its list tells."""
        value = row.value_at(index)
        if index not in self.indexes or names_group(row, self.surroundings):
            return value
        return is_presence(value) if self.are_hours else self.meanings.get(mark_of(value), value)


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
    if counts_hours(marks, texts, is_declared=is_declared):
        return MarkReader(frozenset(indexes), {}, surroundings, are_hours=True)
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
