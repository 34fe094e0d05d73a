"""One attendance list: what it says of each person it lists, at each session it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import ColumnRole, Export
from flows.ingest.responses import Response
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant, Programme
from flows.programme.sheets import CellError, CellValue, text_of
from flows.validate.attended_sessions import SessionCell, find_session_cells, presence_in
from flows.validate.cells import first_cell, place_in
from flows.validate.dataset import InvitedAttendance, Link
from flows.validate.defects import Defects
from flows.validate.identification import RowLink, collect_claims, find_claim_columns, identify
from flows.validate.invited_groups import count_invited, list_invited_groups
from flows.validate.register import Register


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell of an attendance list; `is_present` is None where nobody can tell."""

    participant: Participant
    session: int
    is_present: bool | None
    place: Place


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row of a list that is about a participant, with the cells that tell of sessions."""

    participant: Participant
    response: Response
    cells: tuple[SessionCell, ...]


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """One list: its marks, the participants it lists, and the numbers of invited groups."""

    marks: tuple[Mark, ...]
    listed: frozenset[str]
    invited: tuple[InvitedAttendance, ...]
    links: tuple[RowLink, ...]


def read_list(
    export: Export, programme: Programme, register: Register
) -> tuple[AttendanceList, Defects]:
    """Return the list in `export`, a row for each person; rows of nobody known are excluded."""
    session_cells, unplanned = find_session_cells(export, programme)
    groups = list_invited_groups(programme)
    claim_columns = find_claim_columns(export)
    rows: dict[tuple[str, tuple[int | None, ...]], ListedRow] = {}
    invited: list[InvitedAttendance] = []
    links: list[RowLink] = []
    excluded: list[Problem] = []
    notes: list[Problem] = [*unplanned]
    for response in export.responses:
        cells = session_cells.find(response)
        if session_cells.are_told_by_rows and not cells:
            place = place_in(export, response, ColumnRole.SESSION_NAME)
            excluded.append(problem("row-session-unknown", place))
            continue
        group = groups.find(export, response)
        if group:
            links.append(RowLink(first_cell(export, response), Link.GROUP))
            counts, problems = count_invited(group, export, response, cells, groups)
            invited += counts
            notes += problems
            continue
        row = first_cell(export, response)
        claims = tuple(collect_claims(export, response, claim_columns))
        found = identify(claims, register)
        participant = found.participant
        if found.link is not Link.NOBODY:
            links.append(RowLink(row, found.link, claims, found.near))
        if found.reason:
            excluded.append(found.reason)
            continue
        if participant is None:
            is_marked = any(text_of(response.values[position]).strip() for position, _ in cells)
            links += [RowLink(row, Link.UNKNOWN)] if is_marked else []
            excluded.append(problem("respondent-unknown" if is_marked else "row-blank", row))
            continue
        key = (participant.key, tuple(column.session for _position, column in cells))
        if key in rows:
            counted = rows[key].response.row
            excluded.append(problem("participant-listed-twice", row, row=counted))
        else:
            rows[key] = ListedRow(participant, response, cells)
    marks, unknown_marks = read_marks(export, rows.values())
    listed_keys = frozenset(key for key, _session in rows)
    return (
        AttendanceList(marks, listed_keys, tuple(invited), tuple(links)),
        Defects(rows=tuple(excluded), notes=(*notes, *unknown_marks)),
    )


def read_marks(
    export: Export, rows: Iterable[ListedRow]
) -> tuple[tuple[Mark, ...], tuple[Problem, ...]]:
    """Return the mark of each participant at each session; unknown marks are problems.

    Where a session has several columns, such as one for each half of the day, whoever any of
    them marks was there.
    """
    marks: list[Mark] = []
    problems: list[Problem] = []
    for row in rows:
        marks_of: dict[int, list[Mark]] = defaultdict(list)
        for position, column in row.cells:
            mark = read_mark(export, row.participant, row.response, (position, column))
            marks_of[mark.session].append(mark)
            problems += find_mark_problems(mark, presence_in(row.response, position, column))
        marks += map(join_marks, marks_of.values())
    return tuple(marks), tuple(problems)


def read_mark(
    export: Export, participant: Participant, response: Response, cell: SessionCell
) -> Mark:
    """Return what one cell of a row says of `participant` at its session."""
    position, column = cell
    is_present = attendance_mark(presence_in(response, position, column))
    place = export.place(response.row, column.index)
    return Mark(participant, column.session or 0, is_present, place)


def find_mark_problems(mark: Mark, value: CellValue) -> Iterator[Problem]:
    """Yield why nobody can tell what `value` says, which was read as `mark`."""
    if isinstance(value, CellError):
        yield problem("cell-error", mark.place, found=value.text)
    elif mark.is_present is None:
        yield problem("attendance-mark-unknown", mark.place)


def join_marks(marks: Sequence[Mark]) -> Mark:
    """Return what the marks of one person at one session say: presence, if any of them does."""
    for is_present in (True, None):
        for mark in marks:
            if mark.is_present is is_present:
                return mark
    return marks[0]
