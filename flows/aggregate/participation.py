"""Who was enrolled and who was present: sessions, participants and invited groups.

Enrolment, and attendance as a whole, are public. Attendance of a part of the participants is
protected by how many people that part has, not by how many of them came.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.aggregate.disclosure import Breakdown, Cell, Figures, Table
from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_fraction, make_gap
from flows.aggregate.sources import fold_cells
from flows.aggregate.subgroups import (
    Partition,
    belongs,
    count_members,
    split_participants,
    unnamed_members,
)
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.programme import Participant, Programme
from flows.validate.dataset import Attendance, Dataset, InvitedAttendance


def count_participation(dataset: Dataset) -> Figures:
    """Return enrolment, attendance by session and by part, and the invited groups."""
    participants = dataset.programme.participants
    partitions = split_participants(participants)
    public = [
        *count_enrolled(dataset.programme, partitions),
        *count_invited(dataset.invited_attendances),
    ]
    protected = []
    for session in (None, *dataset.programme.session_numbers):
        occasion = Group(session=session)
        marks = [mark for mark in dataset.attendances if session in (None, mark.session)]
        public += describe_attendance(occasion, marks)
        if marks:
            breakdowns = (
                break_down_attendance(occasion, marks, participants, partition)
                for partition in partitions
            )
            protected.append(Table(total=None, breakdowns=tuple(breakdowns)))
    return Figures(tuple(public), tuple(protected))


def count_enrolled(programme: Programme, partitions: tuple[Partition, ...]) -> Iterator[Indicator]:
    """Yield how many sessions there were and how many are enrolled, in all and by part."""
    sessions = fold_cells(session.place for session in programme.sessions)
    yield make_figure(IndicatorName(Measure.SESSIONS), len(programme.sessions), None, sessions)
    for group in (EVERYBODY, *(group for partition in partitions for group in partition)):
        enrolled = [person for person in programme.participants if belongs(person, group)]
        name = IndicatorName(Measure.ENROLLED, group=group)
        yield make_figure(
            name, len(enrolled), None, fold_cells(person.place for person in enrolled)
        )


def count_invited(counts: Sequence[InvitedAttendance]) -> Iterator[Indicator]:
    """Yield how many of each invited group came to each session."""
    for session, group in sorted({(count.session, count.group) for count in counts}):
        found = [count for count in counts if (count.session, count.group) == (session, group)]
        name = IndicatorName(Measure.INVITED_PRESENT, group=Group(session=session, role=group))
        persons = sum(count.persons for count in found)
        yield make_figure(name, persons, None, fold_cells(count.place for count in found))


def break_down_attendance(
    occasion: Group,
    marks: Sequence[Attendance],
    participants: Sequence[Participant],
    partition: Partition,
) -> Breakdown:
    """Return the attendance of each part of the participants at one occasion."""
    parts = []
    for group in partition:
        people = count_members(participants, group)
        figures = describe_attendance(
            replace(group, session=occasion.session),
            [mark for mark in marks if belongs(mark, group)],
        )
        parts.append(Cell(tuple(figures), people, people))
    return Breakdown(
        parts=tuple(parts),
        unnamed=unnamed_members(participants, partition),
        are_people_distinct=True,
    )


def describe_attendance(group: Group, marks: Sequence[Attendance]) -> Iterator[Indicator]:
    """Yield how many of `marks` say present, as a number and as a rate.

    Only known marks are there: what nobody could read has left the base. Without any mark
    nothing is known of the session, which is not the same as nobody having come.
    """
    present = IndicatorName(Measure.PRESENT, group=group)
    rate = IndicatorName(Measure.ATTENDANCE_RATE, group=group)
    sources = fold_cells(mark.place for mark in marks)
    count = sum(mark.is_present for mark in marks)
    if marks:
        yield make_figure(present, count, len(marks), sources)
    else:
        yield make_gap(present, Status.NO_ANSWERS)
    yield make_fraction(rate, count, len(marks), sources)
