"""Attendance kept by hand: a row a person, a column a session, titles above and sums below."""

import re
from dataclasses import replace
from functools import partial

from flows.ingest.attendance_marks import make_mark_reader, names_group
from flows.ingest.attended_hours import texts_above
from flows.ingest.cell_values import is_sum
from flows.ingest.column_roles import PERSON_HEADERS, PERSON_ROLES, role_of
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.header_rows import candidate_headers, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.session_headers import session_of, session_on
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

PRECEDENCE = 30

COUNT_WORDS = re.compile(r"(antal|andel|närvarande|närvaro|number|present)\b")
LENGTH_WORDS = re.compile(
    r"(?:planera(?:d|de|t) |planned )?(?:\w*timmar|timer|hours|stunden|tunnit|\w*minuter|minutter"
    r"|minutes|minuten|minuuttia|längd|omfattning|duration|tid)(?: ?\(.*\))?"
)
"""What begins a row that tells how long each session was."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if a row heads both people and sessions.

    A list of one session may say which by the name of its sheet.
    """
    if surroundings.session is None:
        surroundings = replace(surroundings, session=session_of(sheet.name, surroundings))
    is_declared = surroundings.kind is ExportKind.ATTENDANCE
    has_one_session = surroundings.session is not None or len(surroundings.session_numbers) == 1
    fewest_sessions = 1 if is_declared or has_one_session else 2
    for header in candidate_headers(sheet, surroundings):
        columns = tuple(
            attendance_column(index, value, surroundings)
            for index, value in enumerate(header.values, 1)
        )
        sessions = tuple(column for column in columns if column.role is ColumnRole.SESSION)
        if len(sessions) < fewest_sessions or PERSON_ROLES.isdisjoint(c.role for c in columns):
            continue
        code_of = partial(row_code, sheet=sheet, columns=columns, surroundings=surroundings)
        people = [row for row in rows_below(sheet, header.number) if not code_of(row)]
        reader = make_mark_reader(
            people,
            [column.index for column in sessions],
            texts_above(sheet, header),
            surroundings,
            is_declared=is_declared,
        )
        if reader:
            return Recognition(
                TABLE,
                _("it has a row for each person and a column for each session"),
                ExportKind.ATTENDANCE,
                (header.number,),
                columns,
                code_of,
                cell_of=reader.read,
                notes=("attendance-in-hours",) if reader.counts_time else (),
            )
    return None


def attendance_column(index: int, value: CellValue, surroundings: Surroundings) -> Column:
    """Return the column of a session, of the person, or of something else."""
    text = text_of(value)
    session = session_of(value, surroundings)
    if session is not None:
        return Column(index, text, ColumnRole.SESSION, session=session)
    role = role_of(text, PERSON_HEADERS)
    return Column(index, text, role or (ColumnRole.TOOL if text else ColumnRole.BLANK))


def row_code(
    row: Row, sheet: Sheet, columns: tuple[Column, ...], surroundings: Surroundings
) -> str:
    """Leave out sub-headings, a second row of the header, and sums; "" for a person or group."""
    filled = [column for column in columns if row.value_at(column.index) is not None]
    first = next((value for value in row.values if value is not None), None)
    if len(filled) <= 1 and is_merged(row, sheet):
        return "row-is-a-heading"
    if filled and all(repeats_header(row, column, surroundings) for column in filled):
        return "row-is-a-heading"
    if LENGTH_WORDS.fullmatch(normalise(text_of(first))):
        return "row-is-a-heading"
    counts = COUNT_WORDS.match(normalise(text_of(first))) is not None
    is_count = counts and not names_group(row, surroundings)
    return "row-is-a-sum" if is_count or is_sum(first) else ""


def is_merged(row: Row, sheet: Sheet) -> bool:
    """Tell whether a merged cell begins in the row."""
    first_cells = (cells.partition(":")[0] for cells in sheet.merged)
    return any(re.sub("[A-Z]+", "", cell) == str(row.number) for cell in first_cells)


def repeats_header(row: Row, column: Column, surroundings: Surroundings) -> bool:
    """Tell whether the cell names the column's session once more, by its date."""
    value = row.value_at(column.index)
    return column.session is not None and session_on(value, surroundings) == column.session
