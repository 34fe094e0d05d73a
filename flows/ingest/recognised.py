"""What a tool's module says of a sheet that it recognises."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flows.ingest.exports import Column, Tool
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind, Programme
from flows.programme.sheets import CellValue, Row, Sheet, text_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a tool's module may know beside the sheet.

    `session` is the number of the session's folder, or None. `header_row` is declared in
    the programme workbook, or None. `wordings` are the normalised wordings of all items.
    """

    session: int | None = None
    header_row: int | None = None
    kind: ExportKind | None = None
    session_dates: tuple[tuple[int, date], ...] = ()
    wordings: frozenset[str] = frozenset()
    invited_groups: frozenset[str] = frozenset()

    @property
    def session_numbers(self) -> tuple[int, ...]:
        """The numbers of the programme's sessions."""
        return tuple(number for number, _held_on in self.session_dates)


@dataclass(frozen=True, slots=True)
class Recognition:
    """A sheet is recognised: `reason` is an English message that its printer translates.

    `header` is the row of the headers in Excel. `row_code` returns the code under which a
    row below it is left out, or "" for a response.
    """

    tool: Tool
    reason: str
    kind: ExportKind
    header: int
    columns: tuple[Column, ...]
    row_code: Callable[[Row], str]


Recogniser = Callable[[Sheet, Surroundings], Recognition | None]
"""Each module of flows/ingest/tools/ has one, called `recognise`."""

HEADER_SEARCH_ROWS = 20
"""How many filled rows may stand above the header, as a title or a preamble."""

SUM_WORDS = re.compile(r"(delsumma|summa|sum|subtotal|totalt?)\b")
MERGED_DOWNWARDS = re.compile(r"([A-Z]+)(\d+):\1(\d+)")


def surroundings_of(
    programme: Programme | None,
    session: int | None,
    header_row: int | None = None,
    kind: ExportKind | None = None,
) -> Surroundings:
    """Return what is known around a sheet; little, where the programme workbook is missing."""
    if programme is None:
        return Surroundings(session, header_row, kind)
    return Surroundings(
        session,
        header_row,
        kind,
        tuple((session.number, session.held_on) for session in programme.sessions),
        frozenset(normalise(wording) for item in programme.items for wording in item.wordings),
        frozenset(map(normalise, programme.invited_groups)),
    )


def every_row(_row: Row) -> str:
    """Count every row as a response."""
    return ""


def is_sum(value: CellValue) -> bool:
    """Tell whether the cell begins with a word for a sum: "Summa:", "Totalt 2016"."""
    return SUM_WORDS.match(normalise(text_of(value))) is not None


def header_texts(row: Row) -> tuple[str, ...]:
    """Return the row's cells as header texts, as their owner wrote them."""
    return tuple(text_of(value) for value in row.values)


def candidate_headers(sheet: Sheet, surroundings: Surroundings) -> tuple[Row, ...]:
    """Return the rows that may be the header: the declared one, else the first ones.

    A cell that is merged downwards heads its column in each of its rows.
    """
    rows = (
        [row for row in sheet.rows if row.number == surroundings.header_row]
        if surroundings.header_row is not None
        else sheet.rows[:HEADER_SEARCH_ROWS]
    )
    merged = [match for cells in sheet.merged if (match := MERGED_DOWNWARDS.fullmatch(cells))]
    return tuple(fill_merged(row, sheet, merged) for row in rows)


def fill_merged(row: Row, sheet: Sheet, merged: list[re.Match[str]]) -> Row:
    """Return `row` with the values of the cells above that are merged down into it."""
    values = list(row.values)
    for letters, first, last in (match.groups() for match in merged):
        above = row_numbered(sheet, int(first))
        if above is None or not int(first) < row.number <= int(last):
            continue
        column = column_number(letters)
        values += [None] * (column - len(values))
        values[column - 1] = value_at(above, column)
    return Row(row.number, tuple(values), row.is_hidden)


def rows_below(sheet: Sheet, header: Row) -> tuple[Row, ...]:
    """Return the filled rows below the header."""
    return tuple(row for row in sheet.rows if row.number > header.number)


def row_numbered(sheet: Sheet, number: int) -> Row | None:
    """Return the row with Excel's `number`, or None where it is empty."""
    return next((row for row in sheet.rows if row.number == number), None)


def value_at(row: Row, column: int) -> CellValue:
    """Return the value in the 1-based `column`; None beyond the row's end."""
    return row.values[column - 1] if column <= len(row.values) else None


def column_number(letters: str) -> int:
    """Return the 1-based column with `letters`: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
