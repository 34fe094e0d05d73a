"""Attendance kept sideways: a row for each session, and the participants across."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from flows.ingest.attendance_marks import make_mark_reader
from flows.ingest.attended_hours import hours_in, texts_above
from flows.ingest.cell_values import attendance_mark, is_sum
from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Refusal, Surroundings
from flows.ingest.session_headers import session_of, sessions_by_row
from flows.ingest.tools.attendance import COUNT_WORDS, LENGTH_WORDS
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

PRECEDENCE = 35

FEWEST_PEOPLE = 2
FEWEST_KNOWN_SHARE = 0.5
"""Where fewer headers name participants, or fewer rows sessions, it is a table of other things."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Refusal | None:
    """Return how the sheet is read, if a row heads participants and sessions stand below them.

    The register tells that headers are people, or the sheet Exports that it is attendance.
    """
    is_declared = surroundings.kind is ExportKind.ATTENDANCE
    code_of = partial(row_code, surroundings=surroundings)
    for header in candidate_headers(sheet, surroundings):
        if not (is_declared or names_people(header, surroundings)):
            continue
        rows = [row for row in rows_below(sheet, header.number) if not code_of(row)]
        columns = tuple(sideways_columns(header, rows, surroundings))
        across = [one for one in columns if one.role is ColumnRole.PERSON]
        people = [one for one in across if not names_group(one.header, surroundings)]
        named = [one.index for one in columns if one.role is ColumnRole.SESSION_NAME]
        known = len({surroundings.participant_named(one.header) for one in people} - {""})
        if not named or len(people) < FEWEST_PEOPLE:
            continue
        is_known = known >= max(FEWEST_PEOPLE, FEWEST_KNOWN_SHARE * len(people))
        if not (is_known or is_declared):
            continue
        texts = texts_above(sheet, header)
        reader = make_mark_reader(
            rows, [one.index for one in people], texts, surroundings, is_declared=is_declared
        )
        if reader is None:
            return Refusal("attendance-without-marks")
        return Recognition(
            TABLE,
            _("it has a row for each session and a column for each person"),
            ExportKind.ATTENDANCE,
            (header.number,),
            columns,
            code_of,
            cell_of=reader.read,
            session_at=partial(
                session_in,
                sessions=sessions_by_row(rows, named, surroundings),
                people=frozenset(one.index for one in across),
            ),
            notes=("attendance-in-hours",) if reader.counts_time else (),
        )
    return None


def names_people(header: Row, surroundings: Surroundings) -> bool:
    """Tell whether the row names participants enough, before the rows below it are looked at."""
    named = {surroundings.participant_named(text) for text in header_texts(header) if text}
    return len(named - {""}) >= FEWEST_PEOPLE


def sideways_columns(header: Row, rows: list[Row], surroundings: Surroundings) -> Iterator[Column]:
    """Yield the columns: what names the sessions stands left of the people.

    A name that is not in the register is a person all the same where marks stand below it.
    """
    texts = header_texts(header)
    known = (n for n, text in enumerate(texts, 1) if names_somebody(text, surroundings))
    first = next(known, len(texts) + 1)
    for index, text in enumerate(texts, 1):
        cells = [value for row in rows if (value := row.value_at(index)) is not None]
        if names_somebody(text, surroundings):
            role = ColumnRole.PERSON
        elif index < first and name_sessions(cells, surroundings):
            role = ColumnRole.SESSION_NAME
        elif may_be_name(text) and (hold_marks(cells) or (index > first and not cells)):
            role = ColumnRole.PERSON
        else:
            role = ColumnRole.TOOL if text else ColumnRole.BLANK
        yield Column(index, text, role)


def name_sessions(cells: Sequence[CellValue], surroundings: Surroundings) -> bool:
    """Tell whether most of the cells name sessions; the same number again and again is a mark."""
    named = [cell for cell in cells if session_of(cell, surroundings) is not None]
    are_many = len(named) > 0 and len(named) >= FEWEST_KNOWN_SHARE * len(cells)
    return are_many and (len(set(named)) > 1 or not isinstance(named[0], int))


def hold_marks(cells: Sequence[CellValue]) -> bool:
    """Tell whether any of the cells is a mark or a time."""
    return any(attendance_mark(cell) is not None or hours_in(cell) is not None for cell in cells)


def may_be_name(text: str) -> bool:
    """Tell whether the header says something, and is no mark, sum, count or length."""
    key = normalise(text)
    is_mark = attendance_mark(text) is not None
    is_other = is_mark or is_sum(text) or COUNT_WORDS.match(key) or LENGTH_WORDS.fullmatch(key)
    return bool(key) and not is_other


def names_somebody(text: str, surroundings: Surroundings) -> bool:
    """Tell whether the header names a participant or an invited group."""
    return surroundings.knows(text) or names_group(text, surroundings)


def names_group(text: str, surroundings: Surroundings) -> bool:
    """Tell whether the header names an invited group: "Politiker (antal)"."""
    return any(group in normalise(text) for group in surroundings.invited_groups)


def row_code(row: Row, surroundings: Surroundings) -> str:
    """Leave out sums, sub-headings, and what tells more of the people: their organisation."""
    filled = [value for value in row.values if value is not None]
    first = filled[0]
    key = normalise(text_of(first))
    if is_sum(first) or COUNT_WORDS.match(key):
        return "row-is-a-sum"
    is_lone = len(filled) == 1 and session_of(first, surroundings) is None
    is_heading = is_lone or role_of(key, PERSON_HEADERS) or LENGTH_WORDS.fullmatch(key)
    return "row-is-a-heading" if is_heading else ""


def session_in(
    row: Row, index: int, sessions: Mapping[int, int], people: frozenset[int]
) -> int | None:
    """Return the row's session for the cells of people, else None."""
    return sessions.get(row.number) if index in people else None
