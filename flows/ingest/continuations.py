"""Sheets in which a table goes on to the right: where each of its cells stands all the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.programme.places import Place
from flows.programme.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Continuation:
    """A sheet in which the rows of a table go on to the right.

    The table's column `after` + 1 is column A there. `rows` are the numbers of the sheet's rows
    in Excel by those of the table's first sheet, the header included.
    """

    sheet: str
    after: int
    rows: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class JoinedSheet:
    """A table's first sheet with the columns of its `continuations` behind its own."""

    sheet: Sheet
    continuations: tuple[Continuation, ...]


def locate(row: Place, column: int, continuations: Sequence[Continuation]) -> Place:
    """Return the cell of a table in the row that begins at `row`, as its owner sees it in Excel."""
    for part in reversed(continuations):
        if column > part.after:
            return Place(row.file, part.sheet, part.rows.get(row.row, 0), column - part.after)
    return Place(row.file, row.sheet, row.row, column)
