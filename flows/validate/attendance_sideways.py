"""One attendance list kept sideways: a row for each session, the participants across."""

from collections import defaultdict
from dataclasses import dataclass, field

from flows.ingest.exports import Column, ColumnRole, Export
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant, Programme
from flows.validate.attendance_list import (
    AttendanceList,
    Mark,
    find_mark_problems,
    join_marks,
    read_mark,
)
from flows.validate.attended_sessions import find_session_cells, presence_in
from flows.validate.cells import place_in
from flows.validate.dataset import InvitedAttendance, Link
from flows.validate.defects import Defects
from flows.validate.identification import Claim, RowLink, identify
from flows.validate.invited_groups import InvitedGroups, count_invited, list_invited_groups
from flows.validate.register import Register


@dataclass(frozen=True, slots=True)
class PeopleAcross:
    """Whom the columns of a list are about, by their positions in a response.

    `problems` tell of columns that are about nobody known, or about somebody once more; they
    are not read.
    """

    participants: dict[int, Participant] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    links: list[RowLink] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def has_people_across(export: Export) -> bool:
    """Tell whether the columns of an attendance list are about people."""
    return any(column.role is ColumnRole.PERSON for column in export.columns)


def read_people_across(
    export: Export, programme: Programme, register: Register
) -> tuple[AttendanceList, Defects]:
    """Return the list in `export`; rows of no planned session are excluded.

    Where a session has several rows, such as one for each half of the day, whoever any of them
    marks was there.
    """
    session_cells, _unplanned = find_session_cells(export, programme)
    groups = list_invited_groups(programme)
    people = find_people(export, register, groups)
    marks: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    invited: dict[tuple[str, int], InvitedAttendance] = {}
    excluded: list[Problem] = []
    notes = [*people.problems]
    for response in export.responses:
        cells = session_cells.find(response)
        if not cells:
            place = place_in(export, response, ColumnRole.SESSION_NAME)
            excluded.append(problem("row-session-unknown", place))
        for position, column in cells:
            group, participant = people.groups.get(position), people.participants.get(position)
            if group:
                counts, found = count_invited(
                    group, export, response, ((position, column),), groups
                )
                notes += found
                for count in counts:
                    most = invited.setdefault((group, count.session), count)
                    if count.persons > most.persons:
                        invited[group, count.session] = count
            if participant:
                mark = read_mark(export, participant, response, (position, column))
                marks[position, mark.session].append(mark)
                notes += find_mark_problems(mark, presence_in(response, position, column))
    return (
        AttendanceList(
            marks=tuple(map(join_marks, marks.values())),
            listed=frozenset(one.key for one in people.participants.values()),
            invited=tuple(invited.values()),
            links=tuple(people.links),
        ),
        Defects(rows=tuple(excluded), notes=tuple(notes)),
    )


def find_people(export: Export, register: Register, groups: InvitedGroups) -> PeopleAcross:
    """Return the participants and the invited groups that head the columns of `export`."""
    people = PeopleAcross()
    first: dict[str, str] = {}
    for position, column in enumerate(export.columns):
        if column.role is not ColumnRole.PERSON:
            continue
        cell = export.header_place(column)
        group = groups.named(column.header)
        claim = Claim(role_of_header(column, register), column.header, cell)
        found = identify((claim,), register)
        participant = found.participant
        if group:
            people.links.append(RowLink(cell, Link.GROUP))
            people.groups[position] = group
        elif participant is None:
            people.links.append(RowLink(cell, found.link, (claim,), found.near))
            people.problems.append(problem("column-of-nobody", cell))
        elif participant.key in first:
            people.links.append(RowLink(cell, Link.REPEATED, (claim,)))
            people.problems.append(
                problem("column-of-participant-twice", cell, first=first[participant.key])
            )
        else:
            people.links.append(RowLink(cell, found.link, (claim,)))
            people.participants[position] = participant
            first[participant.key] = cell.cell
    return people


def role_of_header(column: Column, register: Register) -> ColumnRole:
    """Return whether the header is an address, a key of the register or else a name."""
    if "@" in column.header:
        return ColumnRole.EMAIL
    is_key = register.find(ColumnRole.KEY, column.header)
    return ColumnRole.KEY if is_key else ColumnRole.NAME
