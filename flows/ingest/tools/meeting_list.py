"""Lists of those who came, with the time at which each did, whatever wrote them.

So do Google Meet, Webex and the desks where people check in. Whoever is not in the list, or
has no time in it, was not there.
"""

import re
from collections.abc import Iterator
from functools import partial

from flows.ingest.attended_hours import CLOCK_TIME
from flows.ingest.column_roles import PERSON_HEADERS, PERSON_ROLES, role_of
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.meetings import list_people, session_of_meeting
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

PRECEDENCE = 24

FEWEST_TIMES_SHARE = 0.5
"""Of the filled cells below the header; where fewer are times, they are something else."""

JOINED = re.compile(
    r"(?:first )?join(?:ed)?(?: time| at)?|time joined|check(?:ed)?[- ]?in(?: time| at|ned)?"
    r"|(?:tid för )?(?:anslutning|incheckning)|(?:anslutnings|inchecknings|ankomst)tid|anslöt"
    r"|incheckad|ankomst"
)
"""What heads the times at which people came: "Join Time", "Time joined", "Incheckad"."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if a row heads people and the times at which they came."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        joined = [n for n, text in enumerate(texts, 1) if JOINED.fullmatch(normalise(text))]
        if not joined or PERSON_ROLES.isdisjoint(role_of(text, PERSON_HEADERS) for text in texts):
            continue
        rows = rows_below(sheet, header.number)
        if not hold_times(rows, joined[0]):
            continue
        moments = [value for row in sheet.rows for value in row.values]
        session = session_of_meeting(moments, surroundings)
        columns = tuple(list_columns(texts, joined[0], session))
        return Recognition(
            TABLE,
            _("it lists people and the time at which each of them came"),
            ExportKind.ATTENDANCE,
            (header.number,),
            columns,
            list_people(rows, columns).row_code,
            cell_of=partial(read_cell, joined=joined[0]),
            lists_only_present=True,
            notes=("attendance-of-those-who-came",),
        )
    return None


def hold_times(rows: Rows, column: int) -> bool:
    """Tell whether most of the filled cells in the column are times, with their day or without."""
    filled = [value for value in rows.column(column) if value is not None]
    times = sum(map(is_time, filled))
    return bool(filled) and times >= FEWEST_TIMES_SHARE * len(filled)


def is_time(value: CellValue) -> bool:
    """Tell whether the cell says when somebody came."""
    is_clock = CLOCK_TIME.fullmatch(normalise(text_of(value))) is not None
    return is_clock or any(parse_timestamp(value, is_month_first=o) for o in (False, True))


def list_columns(texts: tuple[str, ...], joined: int, session: int | None) -> Iterator[Column]:
    """Yield the columns of the list: people, when they came, and others."""
    for index, text in enumerate(texts, 1):
        if index == joined:
            yield Column(index, text, ColumnRole.SESSION, session=session)
        else:
            role = role_of(text, PERSON_HEADERS)
            yield Column(index, text, role or (ColumnRole.TOOL if text else ColumnRole.BLANK))


def read_cell(row: Row, index: int, joined: int) -> CellValue:
    """Return whether the row tells when somebody came, in the column of the times."""
    value = row.value_at(index)
    return value is not None if index == joined else value
