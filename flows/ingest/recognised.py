"""What a tool's module says of a sheet that it recognises."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flows.ingest.exports import Column, Tool
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind, Programme
from flows.programme.sheets import Row, Sheet


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a tool's module may know beside the sheet.

    `session` is the number that the folder or the sheet Exports tells; `header_row` and
    `kind` are what the sheet Exports says. All three are None where nothing tells.
    `wordings` are the normalised wordings of all items, `invited_groups` normalised names.
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
