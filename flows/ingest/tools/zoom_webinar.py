"""Zoom's report of a webinar: blocks of hosts, panelists and attendees, each with a header.

Every block begins with whether somebody attended and with their name; what stands behind
differs. Attendees who registered and never came are in it as well.
"""

import re
from collections.abc import Iterator
from functools import partial

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_rows import HEADER_SEARCH_ROWS, header_texts, rows_below
from flows.ingest.meetings import list_people, name_in, session_of_meeting
from flows.ingest.recognised import Recognition, Surroundings
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet
from flows.programme.translations import _

TOOL = Tool("Zoom")
PRECEDENCE = 9  # before the list of a meeting, which its last block looks like

ATTENDED_COLUMN, NAME_COLUMN = 1, 2
"""Where they stand in every block."""

ATTENDED = re.compile(r"attended|närvarade|deltog|deltok|osallistui|teilgenommen")
NAME = re.compile(r".*(?:name|namn|navn|nimi)\b.*")
MINUTES = re.compile(r".*\((?:minutes|minuter|minutter|minuuttia|minuten)\)")
EMAIL = re.compile(r".*(?:e-?mail|e-?post|sähköposti).*")
JOINED = re.compile(r"join time|anslut.*|tilslut.*|liittymisaika|beitritt.*")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if a block of it heads who attended a webinar of Zoom."""
    first = next(filter(is_header, sheet.rows[:HEADER_SEARCH_ROWS]), None)
    if first is None:
        return None
    below = rows_below(sheet, first.number)
    last = max((row for row in (first, *below) if is_header(row)), key=lambda row: row.number)
    people = [shared_part(row, last.number) for row in below if tells_of_presence(row)]
    joined = [
        i for i, text in enumerate(header_texts(last), 1) if JOINED.fullmatch(normalise(text))
    ]
    in_last = [row for row in people if row.number > last.number]
    session = session_of_meeting((row.value_at(i) for row in in_last for i in joined), surroundings)
    columns = tuple(webinar_columns(last, session))
    came_first = sorted(people, key=lambda row: not attendance_mark(row.value_at(ATTENDED_COLUMN)))
    return Recognition(
        TOOL,
        _("it is the report of a webinar in Zoom, which begins with who attended"),
        ExportKind.ATTENDANCE,
        (first.number,),
        columns,
        list_people(came_first, columns).row_code,
        cell_of=partial(read_cell, last=last.number),
        lists_only_present=True,
    )


def is_header(row: Row) -> bool:
    """Tell whether the row heads a block of people."""
    keys = [normalise(text) for text in header_texts(row)]
    return (
        len(keys) > NAME_COLUMN
        and ATTENDED.fullmatch(keys[ATTENDED_COLUMN - 1]) is not None
        and NAME.fullmatch(keys[NAME_COLUMN - 1]) is not None
        and any(map(MINUTES.fullmatch, keys))
    )


def tells_of_presence(row: Row) -> bool:
    """Tell whether the row is about somebody, who attended or did not."""
    value = row.value_at(ATTENDED_COLUMN)
    return value is not None and attendance_mark(value) is not None and not is_header(row)


def webinar_columns(last: Row, session: int | None) -> Iterator[Column]:
    """Yield the columns as the last block, that of the attendees, heads them."""
    for index, text in enumerate(header_texts(last), 1):
        if index == ATTENDED_COLUMN:
            yield Column(index, text, ColumnRole.SESSION, session=session, header_row=last.number)
        elif index == NAME_COLUMN:
            yield Column(index, text, ColumnRole.NAME, header_row=last.number)
        elif EMAIL.fullmatch(normalise(text)):
            yield Column(index, text, ColumnRole.EMAIL, header_row=last.number)
        else:
            role = ColumnRole.PERSONAL if text else ColumnRole.BLANK
            yield Column(index, text, role, header_row=last.number)


def shared_part(row: Row, last: int) -> Row:
    """Return the row without what blocks above the last one have in other columns."""
    return row if row.number > last else row._replace(values=row.values[:NAME_COLUMN])


def read_cell(row: Row, index: int, last: int) -> CellValue:
    """Return what the row says in a cell of the columns that its block has."""
    value = shared_part(row, last).value_at(index)
    return name_in(value) if index == NAME_COLUMN else value
