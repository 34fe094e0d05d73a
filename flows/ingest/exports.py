"""Exports: tables that a tool wrote, recognised, with every value at its cell."""

import re
from dataclasses import dataclass
from enum import StrEnum

from flows.ingest.continuations import Continuation, locate
from flows.ingest.corrections import Correction
from flows.ingest.responses import Responses
from flows.programme.headers import display, normalise
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.programme.programme import ExportKind
from flows.programme.translations import _


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the programme folder.

    `file` is relative to the programme folder; `session` is NN of sessions/NN/, else None.
    `corrects` says what a corrected file is read instead of; None for any other file.
    """

    file: str
    sha256: str
    size_bytes: int
    session: int | None = None
    corrects: Correction | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The paths by which a person may mean this source: its own, and its original's."""
        return (self.file, self.corrects.file) if self.corrects else (self.file,)


def session_of_folder(file: str) -> int | None:
    """Return NN of a file in sessions/NN/, else None."""
    session = re.match(r"sessions/0*(\d+)/", file)
    return int(session[1]) if session else None


@dataclass(frozen=True, slots=True)
class Tool:
    """The tool that wrote an export, as its structure tells.

    Each module of flows/ingest/tools/ says its own. `name` is what people call it; where it
    is a word and no proper name, its printer translates it.
    """

    name: str


TABLE = Tool(_("table"))
"""One header row and a row each, whatever wrote it; also every hand-kept table."""


class ColumnRole(StrEnum):
    """What a column is for. Only QUESTION columns are matched with items."""

    RESPONSE_ID = "response_id"
    STARTED_AT = "started_at"
    SUBMITTED_AT = "submitted_at"
    MODIFIED_AT = "modified_at"
    EMAIL = "email"
    NAME = "name"
    FAMILY_NAME = "family_name"  # where the given name has a column of its own
    KEY = "key"  # register key or self-made code
    ROLE = "role"
    ORGANISATION = "organisation"
    WAVE = "wave"
    SESSION = "session"  # attendance: one column a session, or one for the rows of a long list
    SESSION_NAME = "session_name"  # attendance: what names the session that a row is about
    PERSON = "person"  # attendance with people across: the header names one
    PROJECT_ID = "project_id"
    PROJECT_TITLE = "project_title"
    STAGE = "stage"
    METHODS = "methods"
    USERS_INVOLVED = "users_involved"
    DESCRIPTION = "description"
    CATEGORY = "category"
    PARTY = "party"
    AMOUNT_SEK = "amount_sek"
    PAID_ON = "paid_on"
    QUESTION = "question"
    PERSONAL = "personal"  # IP address, location: dropped at the door
    TOOL = "tool"  # the survey tool's own bookkeeping, such as quiz points
    BLANK = "blank"  # no header


@dataclass(frozen=True, slots=True)
class OptionCell:
    """One of several cells that answer a question together: a column for each option.

    `option` is what the cell says when it is filled; "" where the cell's own text is the option.
    `is_write_in` tells that respondents write in it what no option says: "Other".
    """

    index: int
    option: str = ""
    is_write_in: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export; `index` counts from 1 as in Excel (A is 1), on through its sheets.

    `header` is the question as its owner wrote it (of a grid: "Question [Row]"), `row_label`
    the part of a grid that is the row's own. `names` are what else the question is called:
    the header with the tool's own code, the code alone. `session` is set for
    ColumnRole.SESSION. A question with a column for each option has them all in `options`,
    and `index` is the first one's. `header_row` is the row in Excel where the question
    stands, 0 for the lowest row of the header.
    """

    index: int
    header: str
    role: ColumnRole
    row_label: str = ""
    session: int | None = None
    names: tuple[str, ...] = ()
    options: tuple[OptionCell, ...] = ()
    header_row: int = 0

    @property
    def key(self) -> str:
        """The normalised header, by which items are matched first."""
        return normalise(self.header)

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything by which items are matched, normalised, the whole header first."""
        texts = (self.header, self.row_label, *self.names)
        return tuple(dict.fromkeys(key for text in texts if (key := normalise(text))))

    @property
    def indexes(self) -> tuple[int, ...]:
        """The columns in Excel that it stands in: one, or one for each option."""
        return tuple(cell.index for cell in self.options) or (self.index,)

    @property
    def title(self) -> str:
        """The header on one line, for people."""
        return display(self.header)


@dataclass(frozen=True, slots=True)
class Export:
    """One recognised table. Rows read = the responses + the rows counted in `rows_skipped`.

    `reason` says, translated by whoever prints it, why the tool was recognised.
    `header_rows` are the rows of the header in Excel. `rows_skipped` counts rows below the
    header that are no responses (sub-headings, sums), by problem code.
    `lists_only_present` tells of attendance that whoever is not listed was not there.
    `are_positions` tells that a number stands for a label by its place on the scale.
    `continuations` are further sheets in which the rows go on to the right.
    """

    source: Source
    sheet: str
    tool: Tool
    reason: str
    kind: ExportKind
    session: int | None
    wave: Wave | None
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    responses: Responses
    rows_skipped: tuple[tuple[str, int], ...] = ()
    lists_only_present: bool = False
    are_positions: bool = False
    continuations: tuple[Continuation, ...] = ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of all sheets that the table stands in, its own first."""
        return (self.sheet, *(part.sheet for part in self.continuations))

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return the place of a cell, a row, a column or the whole table."""
        return locate(Place(self.source.file, self.sheet, row), column, self.continuations)

    def header_place(self, column: Column) -> Place:
        """Return the place of the header cell that asks the column's question."""
        return self.place(column.header_row or self.header_rows[-1], column.index)

    def column_with(self, role: ColumnRole) -> Column | None:
        """Return the first column with `role`, or None."""
        return next((column for column in self.columns if column.role is role), None)
