"""Zoom's list of participants: one row for each person or for each time that somebody joined.

A block about the meeting may stand above it. Whoever is not in the list, or never left the
waiting room, was not there.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.meetings import list_people, name_in, session_of_meeting
from flows.ingest.recognised import Recognition, Surroundings
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet
from flows.programme.translations import _

TOOL = Tool("Zoom")
PRECEDENCE = 10

NAME_COLUMN = 1
NAME = re.compile(r"(?:user )?(?:name|namn|navn|nimi|benutzername) \(.+\)")
"""How the first column is headed: "Name (Original Name)", "Namn (ursprungligt namn)"."""

PLAIN_NAME = re.compile(r"(?:user )?(?:name|namn|navn|nimi|benutzername)")
LEFT = re.compile(r"leave|lämna|forlad|forlat|poistu|verlass")
MINUTES = re.compile(r".*\((?:minutes|minuter|minutter|minuuttia|minuten)\)")
EMAIL = re.compile(r".*(?:e-?mail|e-?post|sähköposti)")
JOINED = re.compile(r"join|anslut|tilslut|start")
WAITING = re.compile(r"in waiting room|.*(?:väntrum|venterom|venteværelse|odotushuone|warteraum).*")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if a row heads names, addresses and minutes as Zoom does."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        if not heads_people(texts):
            continue
        waited = partial(has_waited, columns=waiting_columns(texts))
        people = sorted(rows_below(sheet, header.number), key=waited)
        moments = [value for row in sheet.rows for value in row.values]
        columns = tuple(meeting_columns(texts, session_of_meeting(moments, surroundings)))
        return Recognition(
            TOOL,
            _("its list of participants is headed as Zoom heads it"),
            ExportKind.ATTENDANCE,
            (header.number,),
            columns,
            list_people(people, columns).row_code,
            cell_of=partial(read_cell, duration=duration_column(columns), waited=waited),
            lists_only_present=True,
        )
    return None


def heads_people(texts: tuple[str, ...]) -> bool:
    """Tell whether names and minutes are headed, and the names as only Zoom does, or the times."""
    keys = [normalise(text) for text in texts]
    are_times = any(map(JOINED.match, keys)) and any(map(LEFT.match, keys))
    is_named = NAME.fullmatch(keys[0]) or (PLAIN_NAME.fullmatch(keys[0]) and are_times)
    return bool(is_named) and any(map(is_duration, texts))


def is_duration(text: str) -> bool:
    """Tell whether the column holds how many minutes somebody stayed."""
    return MINUTES.fullmatch(normalise(text)) is not None


def meeting_columns(texts: tuple[str, ...], session: int | None) -> Iterator[Column]:
    """Yield the columns of the list: the name, the address, and how long somebody stayed."""
    has_session = False
    for index, text in enumerate(texts, 1):
        if index == NAME_COLUMN:
            yield Column(index, text, ColumnRole.NAME)
        elif is_duration(text) and not has_session:
            has_session = True
            yield Column(index, text, ColumnRole.SESSION, session=session)
        elif EMAIL.match(normalise(text)):
            yield Column(index, text, ColumnRole.EMAIL)
        else:
            yield Column(index, text, ColumnRole.TOOL if text else ColumnRole.BLANK)


def duration_column(columns: tuple[Column, ...]) -> int:
    """Return the column that says how long somebody stayed."""
    return next(column.index for column in columns if column.role is ColumnRole.SESSION)


def waiting_columns(texts: tuple[str, ...]) -> tuple[int, ...]:
    """Return the column, if there is one, that tells of time in the waiting room alone."""
    return tuple(i for i, text in enumerate(texts, 1) if WAITING.fullmatch(normalise(text)))


def has_waited(row: Row, columns: tuple[int, ...]) -> bool:
    """Tell whether the row is about time in the waiting room and not in the meeting."""
    return any(attendance_mark(row.value_at(index)) for index in columns)


def read_cell(row: Row, index: int, duration: int, waited: Callable[[Row], bool]) -> CellValue:
    """Return whether somebody was in the meeting, and the name that they chose for themselves."""
    if index == duration:
        return not waited(row)
    value = row.value_at(index)
    return name_in(value) if index == NAME_COLUMN else value
