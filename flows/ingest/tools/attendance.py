"""Attendance kept by hand: a row a person, a column a session, titles above and sums below."""

import re
from datetime import date, datetime

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.recognised import Recognition, Surroundings, sums_left_out
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _
from flows.programme.typed_values import parse_date

PRECEDENCE = 30

SESSION_WORDS = re.compile(
    r"(?:träff|tillfälle|session|dag|day|t|s|nr)?\.? ?0*(\d{1,3})", re.IGNORECASE
)
PRESENCE_HEADERS = ("närvaro", "närvarande", "attendance", "present", "deltog")
HEADER_SEARCH_ROWS = 20


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if a row heads both people and sessions."""
    for row in sheet.rows[:HEADER_SEARCH_ROWS]:
        if surroundings.header_row not in (None, row.number):
            continue
        columns = tuple(
            attendance_column(index, value, surroundings)
            for index, value in enumerate(row.values, 1)
        )
        roles = [column.role for column in columns]
        sessions = roles.count(ColumnRole.SESSION)
        is_single = surroundings.session is not None or surroundings.kind is ExportKind.ATTENDANCE
        if sessions >= (1 if is_single else 2) and is_about_people(roles):
            return Recognition(
                Tool.TABLE,
                _("it has a row for each person and a column for each session"),
                ExportKind.ATTENDANCE,
                row.number,
                columns,
                lambda row: row_code(row, sheet.merged),
            )
    return None


def is_about_people(roles: list[ColumnRole]) -> bool:
    """Tell whether some column names the person, and none asks a question of them."""
    return bool({ColumnRole.NAME, ColumnRole.EMAIL, ColumnRole.KEY} & set(roles))


def attendance_column(index: int, value: CellValue, surroundings: Surroundings) -> Column:
    """Return the column of a session, of the person, or of something else."""
    text = text_of(value)
    session = session_of(value, surroundings)
    if session is not None:
        return Column(index, text, ColumnRole.SESSION, session=session)
    role = role_of(text, PERSON_HEADERS)
    return Column(index, text, role or (ColumnRole.TOOL if text else ColumnRole.BLANK))


def session_of(value: CellValue, surroundings: Surroundings) -> int | None:
    """Return the session that a header names by number, word and number, or date."""
    if isinstance(value, str) and normalise(value) in PRESENCE_HEADERS:
        return surroundings.session
    typed = parse_date(value) if isinstance(value, str) else value
    held_on = typed.date() if isinstance(typed, datetime) else typed
    if isinstance(held_on, date):
        return next((number for number, day in surroundings.session_dates if day == held_on), None)
    match = SESSION_WORDS.fullmatch(normalise(text_of(value)))
    number = int(match[1]) if match else None
    known = surroundings.session_numbers
    return number if number is not None and (number in known or not known) else None


def row_code(row: Row, merged: tuple[str, ...]) -> str:
    """Leave out sums, and sub-headings: rows whose only text is merged across the table."""
    filled = [value for value in row.values if value is not None]
    is_merged = any(cells.partition(":")[0].lstrip("ABC") == str(row.number) for cells in merged)
    if len(filled) == 1 and is_merged:
        return "row-is-a-heading"
    return sums_left_out(row)
