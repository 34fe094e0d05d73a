"""Attendance kept as a long list: a row for each person and session, and who was there.

Where no row says that anybody was absent, the list names those who came, and whoever it does
not name at a session was not there.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from flows.ingest.attendance_marks import make_mark_reader, names_group
from flows.ingest.attended_hours import texts_above
from flows.ingest.cell_values import attendance_mark, is_sum
from flows.ingest.column_roles import PERSON_HEADERS, PERSON_ROLES, role_of
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.session_headers import LIST_PRESENCE, SESSION_NAME, sessions_by_row
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet
from flows.programme.translations import _

PRECEDENCE = 25

FEWEST_SESSIONS_SHARE = 0.5
"""Where fewer rows name a session, the column is about something else."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its rows tell of persons, sessions and presence.

    A list that is declared as attendance and has no column of presence names those who came.
    """
    is_declared = surroundings.kind is ExportKind.ATTENDANCE
    for header in candidate_headers(sheet, surroundings):
        columns = tuple(long_list_columns(header_texts(header), surroundings))
        named = [one.index for one in columns if one.role is ColumnRole.SESSION_NAME]
        marked = [one.index for one in columns if one.role is ColumnRole.SESSION]
        if not named or PERSON_ROLES.isdisjoint(c.role for c in columns) or len(marked) > 1:
            continue
        rows = [row for row in rows_below(sheet, header.number) if not row_code(row)]
        sessions = sessions_by_row(rows, named, surroundings)
        if not rows or len(sessions) < FEWEST_SESSIONS_SHARE * len(rows):
            continue
        texts = texts_above(sheet, header)
        reader = make_mark_reader(rows, marked, texts, surroundings, is_declared=is_declared)
        if reader is None or not (marked or is_declared):
            continue
        people = [row for row in rows if not names_group(row, surroundings)]
        lists_only_present = all(
            attendance_mark(reader.read(row, index)) for row in people for index in marked
        )
        notes = (
            *(("attendance-in-hours",) if reader.counts_time else ()),
            *(("attendance-of-those-who-came",) if lists_only_present else ()),
        )
        return Recognition(
            TABLE,
            _("it has a row for each person and session"),
            ExportKind.ATTENDANCE,
            (header.number,),
            columns,
            row_code,
            cell_of=reader.read,
            session_at=partial(session_in, told=marked or named[:1], sessions=sessions),
            lists_only_present=lists_only_present,
            notes=notes,
        )
    return None


def long_list_columns(texts: tuple[str, ...], surroundings: Surroundings) -> Iterator[Column]:
    """Yield the columns: persons, what names a session, what tells of presence, and others."""
    for index, text in enumerate(texts, 1):
        key = normalise(text)
        role = role_of(text, PERSON_HEADERS)
        if surroundings.asks(text):
            role = None
        elif SESSION_NAME.fullmatch(key):
            role = ColumnRole.SESSION_NAME
        elif LIST_PRESENCE.fullmatch(key):
            role = ColumnRole.SESSION
        yield Column(index, text, role or (ColumnRole.TOOL if key else ColumnRole.BLANK))


def row_code(row: Row) -> str:
    """Leave out sums: rows that begin with a word for one."""
    first = next((value for value in row.values if value is not None), None)
    return "row-is-a-sum" if is_sum(first) else ""


def session_in(
    row: Row, index: int, told: Collection[int], sessions: Mapping[int, int]
) -> int | None:
    """Return the row's session for the cells that tell of presence, else None."""
    return sessions.get(row.number) if index in told else None
