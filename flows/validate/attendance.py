"""Who was at which session: participants one by one, invited groups as numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.ingest.exports import Export
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.validate.attendance_list import Mark, read_list
from flows.validate.attendance_sideways import has_people_across, read_people_across
from flows.validate.attended_sessions import find_session_cells
from flows.validate.dataset import Attendance, InvitedAttendance
from flows.validate.defects import Defects, join_defects
from flows.validate.identification import (
    RowLink,
)
from flows.validate.register import Register


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
    read = [
        read_people_across(export, programme, register)
        if has_people_across(export)
        else read_list(export, programme, register)
        for export in exports
    ]
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
