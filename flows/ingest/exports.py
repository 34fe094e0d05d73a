"""Exports: tables that a tool wrote, recognised, with every value at its cell."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flows.programme.headers import display, normalise
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the programme folder.

    `file` is relative to the programme folder; `session` is NN of sessions/NN/, else None.
    """

    file: str
    sha256: str
    size_bytes: int
    session: int | None = None


class Tool(StrEnum):
    """The tool that wrote an export, as its structure tells."""

    MICROSOFT_FORMS = "microsoft_forms"
    GOOGLE_FORMS = "google_forms"
    TABLE = "table"  # one header row and a row each; also every hand-kept table


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
    SESSION = "session"  # attendance: one column a session
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
class Column:
    """One column of an export; `index` counts from 1 as in Excel (A is 1).

    `header` is the header as its owner wrote it (of a grid: "Question [Row]"), `row_label`
    the part in square brackets of a grid. `session` is set for ColumnRole.SESSION.
    """

    index: int
    header: str
    role: ColumnRole
    row_label: str = ""
    session: int | None = None

    @property
    def key(self) -> str:
        """The normalised header, by which items are matched."""
        return normalise(self.header)

    @property
    def title(self) -> str:
        """The header on one line, for people."""
        return display(self.header)


@dataclass(frozen=True, slots=True)
class Response:
    """One row of an export: in a survey, what one respondent answered.

    `row` is the row in Excel. `values` stand in the order of the export's columns; columns
    dropped at the door are None. `submitted_at` is a local time without zone, or None.
    """

    row: int
    values: tuple[CellValue, ...]
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """One recognised table. Rows read = the responses + the rows counted in `rows_skipped`.

    `reason` says, translated by whoever prints it, why the tool was recognised.
    `header_rows` are the rows of the header in Excel. `rows_skipped` counts rows below the
    header that are no responses (sub-headings, sums), by problem code.
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
    responses: tuple[Response, ...]
    rows_skipped: tuple[tuple[str, int], ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return the place of a cell, a row, a column or the whole table."""
        return Place(self.source.file, self.sheet, row, column)

    def header_place(self, column: Column) -> Place:
        """Return the place of the column's lowest header cell."""
        return self.place(self.header_rows[-1], column.index)

    def column_with(self, role: ColumnRole) -> Column | None:
        """Return the first column with `role`, or None."""
        return next((column for column in self.columns if column.role is role), None)
