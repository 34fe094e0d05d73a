"""Who was at which session: participants one by one, invited groups as numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import ColumnRole, Export, Response
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant, Programme
from flows.programme.sheets import CellError, text_of
from flows.validate.attended_sessions import SessionCell, find_session_cells, presence_in
from flows.validate.cells import first_cell, place_in
from flows.validate.dataset import Attendance, InvitedAttendance, Link
from flows.validate.defects import Defects, join_defects
from flows.validate.identification import (
    RowLink,
    collect_claims,
    find_claim_columns,
    identify,
)
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


@dataclass(frozen=True, slots=True)
class AttendanceResults:
    """What all attendance lists say together, each tuple in order of place."""

    attendances: tuple[Attendance, ...]
    invited_attendances: tuple[InvitedAttendance, ...]
    links: tuple[RowLink, ...]


def read_attendance(
    exports: tuple[Export, ...], programme: Programme, register: Register
) -> tuple[AttendanceResults, Defects]:
    """Return who was present, as far as it is known.

    A session without a single present participant was not marked: its blanks say nothing,
    and nobody is counted as absent. The report of a video meeting lists those who came, so
    participants whom no list marks at its session were not there.
    """
    read = [read_list(export, programme, register) for export in exports]
    marks = tuple(mark for one, _ in read for mark in one.marks)
    marked_sessions = {mark.session for mark in marks if mark.is_present}
    settled, contradictions = settle_marks(
        mark for mark in marks if mark.session in marked_sessions
    )
    absent = mark_absentees(exports, settled, programme)
    known = sorted((*settled, *absent), key=lambda mark: mark.place)
    results = AttendanceResults(
        attendances=tuple(
            Attendance(
                participant_key=mark.participant.key,
                role=mark.participant.role,
                organisation_type=mark.participant.organisation_type,
                session=mark.session,
                is_present=mark.is_present,
                place=mark.place,
            )
            for mark in known
            if mark.is_present is not None
        ),
        invited_attendances=tuple(
            sorted(
                (count for one, _ in read for count in one.invited), key=lambda count: count.place
            )
        ),
        links=tuple(link for one, _ in read for link in one.links),
    )
    listed = frozenset(key for one, _ in read for key in one.listed)
    are_all_listed = all(not export.lists_only_present for export in exports)
    unlisted = find_unlisted(programme, listed) if exports and are_all_listed else ()
    remarks = Defects(notes=(*contradictions, *unlisted))
    return results, join_defects((*(defects for _, defects in read), remarks))


def read_list(
    export: Export, programme: Programme, register: Register
) -> tuple[AttendanceList, Defects]:
    """Return the list in `export`; rows of nobody and of unknown people are excluded."""
    session_cells, unplanned = find_session_cells(export, programme)
    groups = list_invited_groups(programme)
    claim_columns = find_claim_columns(export)
    rows: dict[tuple[str, int | None], ListedRow] = {}
    invited: list[InvitedAttendance] = []
    links: list[RowLink] = []
    excluded: list[Problem] = []
    notes: list[Problem] = [*unplanned]
    for response in export.responses:
        cells = session_cells.find(response)
        if session_cells.is_long_list and not cells:
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
        key = (participant.key, cells[0][1].session if session_cells.is_long_list else None)
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
            value = presence_in(row.response, position, column)
            is_present = attendance_mark(value)
            place = export.place(row.response.row, column.index)
            session = column.session or 0
            marks_of[session].append(Mark(row.participant, session, is_present, place))
            if isinstance(value, CellError):
                problems.append(problem("cell-error", place, found=value.text))
            elif is_present is None:
                problems.append(problem("attendance-mark-unknown", place))
        marks += map(join_marks, marks_of.values())
    return tuple(marks), tuple(problems)


def join_marks(marks: Sequence[Mark]) -> Mark:
    """Return what the marks of one person at one session say: presence, if any of them does."""
    for is_present in (True, None):
        for mark in marks:
            if mark.is_present is is_present:
                return mark
    return marks[0]


def settle_marks(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], tuple[Problem, ...]]:
    """Return one mark for each participant and session, the first by place.

    A later list that says otherwise is a problem.
    """
    settled: dict[tuple[str, int], Mark] = {}
    problems: list[Problem] = []
    for mark in sorted(marks, key=lambda mark: mark.place):
        first = settled.setdefault((mark.participant.key, mark.session), mark)
        if first.is_present is not mark.is_present:
            problems.append(
                problem(
                    "attendance-contradicted",
                    mark.place,
                    cell=first.place.cell,
                    file=first.place.file,
                )
            )
    return tuple(settled.values()), tuple(problems)


def mark_absentees(
    exports: Iterable[Export], marks: tuple[Mark, ...], programme: Programme
) -> Iterator[Mark]:
    """Yield a mark of absence for each participant whom a session's marks leave out.

    Only where a report of who came is among the session's lists. Its own column is the place:
    the cell that would name the participant is not there.
    """
    marked = {(mark.participant.key, mark.session) for mark in marks}
    sessions = {mark.session for mark in marks if mark.is_present}
    reports = {
        session: export.place(0, column.index)
        for export in exports
        if export.lists_only_present
        for session, column in find_session_cells(export, programme)[0].find_listed(export)
        if session in sessions
    }
    for session, place in sorted(reports.items(), key=lambda report: report[1]):
        for participant in programme.participants:
            if (participant.key, session) not in marked:
                yield Mark(participant, session, is_present=False, place=place)


def find_unlisted(programme: Programme, listed: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem at the register's row of each participant whom no list has."""
    for participant in programme.participants:
        if participant.key not in listed:
            yield problem("participant-not-listed", participant.place)
