"""What a tool's module says of a sheet that it recognises."""

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

SUM_WORDS = ("summa", "totalt", "total", "sum", "delsumma", "antal närvarande")


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


def sums_left_out(row: Row) -> str:
    """Leave out rows whose first text says that they are sums."""
    first = next((normalise(text_of(value)) for value in row.values if value is not None), "")
    is_sum = first.rstrip(":").startswith(SUM_WORDS)
    return "row-is-a-sum" if is_sum else ""


def header_texts(row: Row) -> tuple[str, ...]:
    """Return the row's cells as header texts, as their owner wrote them."""
    return tuple(text_of(value) for value in row.values)


def row_numbered(sheet: Sheet, number: int) -> Row | None:
    """Return the row with Excel's `number`, or None where it is empty."""
    return next((row for row in sheet.rows if row.number == number), None)


def value_at(row: Row, column: int) -> CellValue:
    """Return the value in the 1-based `column`; None beyond the row's end."""
    return row.values[column - 1] if column <= len(row.values) else None
