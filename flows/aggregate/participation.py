"""Who was enrolled and who was present: sessions, participants and invited groups.

Enrolment and attendance as a whole are public. Of roles and of organisation types they are
protected: by how many people each has, and by how many of them something is known. That all
of them came is no secret, since everybody in the room saw it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.measures import make_figure, make_fraction, make_gap
from flows.aggregate.protected_tables import Breakdown, Cell, Figures, Table
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
        *count_programme(dataset.programme),
        *count_invited(dataset.invited_attendances),
    ]
    for session in (None, *dataset.programme.session_numbers):
        marks = [mark for mark in dataset.attendances if session in (None, mark.session)]
        sources = fold_cells(mark.place for mark in marks)
        public += describe_attendance(Group(session=session), marks, sources)
    breakdowns = (break_down(dataset, participants, partition) for partition in partitions)
    return Figures(tuple(public), (Table(total=None, breakdowns=tuple(breakdowns)),))


def count_programme(programme: Programme) -> Iterator[Indicator]:
    """Yield how many sessions there were and how many participants are enrolled.

    An empty register says of nobody that they were not: how many there were is not known.
    """
    sessions = fold_cells(session.place for session in programme.sessions)
    yield make_figure(IndicatorName(Measure.SESSIONS), len(programme.sessions), None, sessions)
    if programme.participants:
        yield count_enrolled(EVERYBODY, programme.participants)
    else:
        yield make_gap(IndicatorName(Measure.ENROLLED), Status.NO_ANSWERS)


def count_enrolled(group: Group, participants: Sequence[Participant]) -> Indicator:
    """Return how many of `participants` belong to `group`; it cites the whole register."""
    name = IndicatorName(Measure.ENROLLED, group=group)
    register = fold_cells(person.place for person in participants)
    return make_figure(name, count_members(participants, group), None, register)


def count_invited(counts: Sequence[InvitedAttendance]) -> Iterator[Indicator]:
    """Yield how many of each invited group came to each session."""
    for session, group in sorted({(count.session, count.group) for count in counts}):
        found = [count for count in counts if (count.session, count.group) == (session, group)]
        name = IndicatorName(Measure.INVITED_PRESENT, group=Group(session=session, role=group))
        persons = sum(count.persons for count in found)
        yield make_figure(name, persons, None, fold_cells(count.place for count in found))


def break_down(
    dataset: Dataset, participants: Sequence[Participant], partition: Partition
) -> Breakdown:
    """Return enrolment and attendance of each part: one breakdown over all sessions.

    A part hidden in one session alone would be found by subtracting the others from all
    sessions. Participants of no part have cells without figures. Each part cites the marks of
    everybody and the register: whose rows are in a role and whose in an organisation type would
    tell how many are in both.
    """
    sizes = {group: count_members(participants, group) for group in partition}
    unnamed = unnamed_members(participants, partition)
    register = [person.place for person in participants]
    cells = [
        Cell((count_enrolled(group, participants),), size, size) for group, size in sizes.items()
    ]
    for session in (None, *dataset.programme.session_numbers):
        marks = [mark for mark in dataset.attendances if session in (None, mark.session)]
        sources = fold_cells([*register, *(mark.place for mark in marks)])
        for group, size in sizes.items() if marks else ():
            of_group = [mark for mark in marks if belongs(mark, group)]
            figures = describe_attendance(replace(group, session=session), of_group, sources)
            cells.append(Cell(tuple(figures), count_marked(of_group), size))
        of_nobody = [mark for mark in marks if not any(belongs(mark, group) for group in partition)]
        cells.append(Cell((), count_marked(of_nobody), unnamed.people_asked))
    return Breakdown(tuple(cells), unnamed, is_whole_or_nothing=True)


def count_marked(marks: Iterable[Attendance]) -> int:
    """Return of how many different participants `marks` tell."""
    return len({mark.participant_key for mark in marks})


def describe_attendance(
    group: Group, marks: Sequence[Attendance], sources: tuple[SourceCells, ...]
) -> Iterator[Indicator]:
    """Yield how many of `marks` say present, as a number and as a rate.

    Only known marks are there: what nobody could read has left the base. Without any mark
    nothing is known of the session, which is not the same as nobody having come.
    """
    present = IndicatorName(Measure.PRESENT, group=group)
    rate = IndicatorName(Measure.ATTENDANCE_RATE, group=group)
    count = sum(mark.is_present for mark in marks)
    if marks:
        yield make_figure(present, count, len(marks), sources)
    else:
        yield make_gap(present, Status.NO_ANSWERS)
    yield make_fraction(rate, count, len(marks), sources)
