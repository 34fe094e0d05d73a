"""Attendance kept by hand: a row a person, a column a session, titles above and sums below."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from flows.ingest.cell_values import attendance_mark, is_sum, mark_of, own_marks
from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.header_rows import candidate_headers, rows_below
from flows.ingest.option_columns import CellReader
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.session_headers import session_of, session_on
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

PRECEDENCE = 30

PERSON_ROLES = {ColumnRole.NAME, ColumnRole.EMAIL, ColumnRole.KEY}
COUNT_WORDS = re.compile(r"(antal|andel|närvarande|närvaro|number|present)\b")
FEWEST_MARKS_SHARE = 0.5
"""Where fewer cells are marks, the numbered columns are those of something else: questions."""


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
        if len(sessions) < fewest_sessions or not {c.role for c in columns} & PERSON_ROLES:
            continue
        code_of = partial(row_code, sheet=sheet, columns=columns, surroundings=surroundings)
        people = [row for row in rows_below(sheet, header.number) if not code_of(row)]
        marks = marks_in(people, sessions, surroundings)
        meanings = own_marks(marks)
        if is_declared or hold_marks(marks, meanings):
            return Recognition(
                TABLE,
                _("it has a row for each person and a column for each session"),
                ExportKind.ATTENDANCE,
                (header.number,),
                columns,
                code_of,
                cell_of=make_mark_reader(sessions, meanings),
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


def names_group(row: Row, surroundings: Surroundings) -> bool:
    """Tell whether a cell of the row names an invited group: "Politiker (antal)"."""
    texts = [normalise(text_of(value)) for value in row.values]
    return any(group in text for group in surroundings.invited_groups for text in texts)


def marks_in(
    rows: list[Row], sessions: tuple[Column, ...], surroundings: Surroundings
) -> list[CellValue]:
    """Return the filled cells of people at sessions; invited groups are counted otherwise."""
    return [
        value
        for row in rows
        if not names_group(row, surroundings)
        for column in sessions
        if (value := row.value_at(column.index)) is not None
    ]


def hold_marks(values: list[CellValue], meanings: Mapping[str, bool | str]) -> bool:
    """Tell whether the cells are marks of presence; an empty list may still be filled in."""
    marks = [
        value
        for value in values
        if mark_of(value) in meanings or attendance_mark(value) is not None
    ]
    return len(marks) >= FEWEST_MARKS_SHARE * len(values)


def make_mark_reader(
    sessions: tuple[Column, ...], meanings: Mapping[str, bool | str]
) -> CellReader:
    """Return what reads a cell of the list, whose marks may have meanings of their own."""
    if not meanings:
        return Row.value_at
    marked = {column.index for column in sessions}

    def read_mark(row: Row, index: int) -> CellValue:
        value = row.value_at(index)
        return meanings.get(mark_of(value), value) if index in marked else value

    return read_mark
