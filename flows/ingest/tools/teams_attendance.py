"""The attendance report of Microsoft Teams: a summary, the participants, and their comings.

The list of participants is read; whoever is not in it, or never joined, was not there. The
report's words are known in English and partly in Swedish, so its blocks are known by their
numbers, and its lists without numbers by what no language translates: "(UPN)".
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_rows import HEADER_SEARCH_ROWS, header_texts, rows_below
from flows.ingest.meetings import list_people, session_of_meeting
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Microsoft Teams")
PRECEDENCE = 10

BLOCK = re.compile(r"(\d)\. \S")
"""How the heading of a block begins: "2. Participants", "2. Deltagare"."""

PARTICIPANTS_BLOCK = "2"
JOIN_HEADERS = (
    "first join",
    "join time",
    "första anslutning",
    "första anslutningen",
    "anslutningstid",
    "ankomsttid",
)
NAME_COLUMN, JOIN_COLUMN, DURATION_COLUMN = 1, 2, 4
"""Who came, when, and how long they stayed, in every language of the report."""

REPORT_COLUMNS = 7
"""Behind these stands what people filled in when they registered for a webinar."""

ACCOUNT = "(upn)"
"""How the account of a participant is headed in every language: "Deltagar-ID (UPN)"."""

ACTION_HEADERS, ACTION_TIME_COLUMN = ("user action", "användaråtgärd"), 3
"""In the list that is saved during a meeting each row is a coming or a going, with its time."""

BEHIND_NAME = re.compile(
    r"\s*\((?:ext|extern|external|guest|gäst|unverified|overifierad)[^()]*\)", re.IGNORECASE
)


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if it has the report's list of participants."""
    header = find_header(sheet)
    if header is None:
        return None
    people = rows_in_list(sheet, header)
    is_live = lists_actions(header)
    came, presence = (
        (ACTION_TIME_COLUMN, ACTION_TIME_COLUMN) if is_live else (JOIN_COLUMN, DURATION_COLUMN)
    )
    session = session_of_meeting((row.value_at(came) for row in people), surroundings)
    if session is None:
        session = session_of_meeting(summarised_cells(sheet, header), surroundings)
    columns = tuple(meeting_columns(header, people, presence, session))
    reason = _("it is the report of a meeting in Microsoft Teams, with its list of participants")
    return Recognition(
        TOOL,
        reason,
        ExportKind.ATTENDANCE,
        (header.number,),
        columns,
        list_people(people, columns).row_code,
        cell_of=partial(read_cell, presence=presence, came=came),
        lists_only_present=True,
    )


def find_header(sheet: Sheet) -> Row | None:
    """Return the header of the list of participants, or None where the sheet has none."""
    first_rows = sheet.rows[:HEADER_SEARCH_ROWS]
    for above, row in zip((None, *first_rows), first_rows, strict=False):
        block = BLOCK.match(text_of(above.value_at(1))) if above else None
        is_numbered = block is not None and block[1] == PARTICIPANTS_BLOCK
        if names_account(row):
            return row
        if is_numbered and heads_comings(row):
            return row
        if (is_numbered or heads_people(row)) and holds_moment(sheet, row, JOIN_COLUMN):
            return row
        if lists_actions(row) and holds_moment(sheet, row, ACTION_TIME_COLUMN):
            return row
    return None


def summarised_cells(sheet: Sheet, header: Row) -> Iterator[CellValue]:
    """Yield what the summary above the list tells, where its rows may tell of hours alone."""
    for row in sheet.rows:
        if row.number < header.number:
            yield from row.values[1:]


def holds_moment(sheet: Sheet, header: Row, column: int) -> bool:
    """Tell whether a row of the list below `header` has a moment in the column."""
    return any(is_moment(row.value_at(column)) for row in rows_in_list(sheet, header))


def lists_actions(row: Row) -> bool:
    """Tell whether the row heads people, what they did, and when."""
    return normalise(text_of(row.value_at(JOIN_COLUMN))) in ACTION_HEADERS


def names_account(row: Row) -> bool:
    """Tell whether the row heads people and, among the rest, their accounts."""
    keys = [normalise(text) for text in header_texts(row)]
    return len(keys) > DURATION_COLUMN and any(ACCOUNT in key for key in keys)


def heads_people(row: Row) -> bool:
    """Tell whether the row heads people and their comings, as reports without numbers do."""
    keys = [normalise(text) for text in header_texts(row)]
    tells_part = any(key.startswith(("participant id", "role", "roll")) for key in keys)
    return tells_part and heads_comings(row)


def heads_comings(row: Row) -> bool:
    """Tell whether the row heads people and when they came."""
    keys = [normalise(text) for text in header_texts(row)]
    is_name = role_of(text_of(row.value_at(1)), PERSON_HEADERS) is ColumnRole.NAME
    return is_name and any(key in JOIN_HEADERS for key in keys)


def rows_in_list(sheet: Sheet, header: Row) -> list[Row]:
    """Return the rows below `header` down to the next block's heading."""
    below = rows_below(sheet, header.number)
    return list(takewhile(lambda row: not BLOCK.match(text_of(row.value_at(1))), below))


def is_moment(value: CellValue) -> bool:
    """Tell whether the cell holds a moment, day or month first."""
    return any(parse_timestamp(value, is_month_first=order) for order in (False, True))


def meeting_columns(
    header: Row, people: list[Row], presence: int, session: int | None
) -> Iterator[Column]:
    """Yield the columns of the list: the name, the address, and what tells of their presence."""
    for index, text in enumerate(header_texts(header), 1):
        first = people[0].value_at(index) if people else None
        if index == NAME_COLUMN:
            yield Column(index, text, ColumnRole.NAME)
        elif index == presence:
            yield Column(index, text, ColumnRole.SESSION, session=session)
        elif role_of(text, PERSON_HEADERS) is ColumnRole.EMAIL:
            yield Column(index, text, ColumnRole.EMAIL)
        elif index > REPORT_COLUMNS:
            yield Column(index, text, ColumnRole.PERSONAL)
        else:
            is_address = "@" in text_of(first)
            yield Column(index, text, ColumnRole.PERSONAL if is_address else ColumnRole.TOOL)


def read_cell(row: Row, index: int, presence: int, came: int) -> CellValue:
    """Return whether somebody in the list came, and their name without "(EXT)" behind it.

    A webinar lists those who registered and never joined as well.
    """
    if index == presence:
        return row.value_at(came) is not None
    value = row.value_at(index)
    return BEHIND_NAME.sub("", display(text_of(value))) or None if index == NAME_COLUMN else value
