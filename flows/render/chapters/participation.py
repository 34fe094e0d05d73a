"""Participation: who was enrolled and who came."""

from dataclasses import dataclass, replace

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.alternatives.figure_values import value_of
from flows.render.alternatives.sessions import describe_attendance
from flows.render.charts.matrix import MatrixRow, Square, draw_matrix
from flows.render.exhibits import (
    Chart,
    Column,
    Row,
    Table,
    headline,
    make_chart,
    make_table,
)
from flows.render.headings import Heading
from flows.render.material import Material
from flows.render.pictures import split_evenly

PALEST_RATE = 0.4
"""The attendance rate that has the palest colour, so that the usual ones can be told apart."""

MOST_COLUMNS = 13
APPENDIX_TABLE = "table-attendance"


@dataclass(frozen=True, slots=True)
class Participation:
    """The chapter on participation; `attendance` is None where no list was read."""

    heading: Heading
    prose: str
    groups: Table
    attendance: Chart | None


def make_participation(material: Material, heading: Heading) -> Participation:
    """Return enrolment by group, and attendance by group and session."""
    return Participation(
        heading,
        material.prose(Section.PARTICIPATION),
        tabulate_groups(material),
        chart_attendance(material),
    )


def list_groups(material: Material) -> list[tuple[str, Group]]:
    """Return everybody, the roles and the organisation types, with their names."""
    types = dict.fromkeys(
        participant.organisation_type for participant in material.programme.participants
    )
    return [
        (material.notation.say(_("All participants")), EVERYBODY),
        *((material.word(role), Group(role=role)) for role in material.programme.roles if role),
        *((material.word(kind), Group(organisation_type=kind)) for kind in types if kind),
    ]


def tabulate_groups(material: Material) -> Table:
    """Return how many of each group were enrolled, and their attendance rate."""
    notation = material.notation
    columns = [
        Column(notation.say(_("Participants")), is_number=False),
        Column(notation.say(_("Enrolled"))),
        Column(notation.say(_("Attendance rate"))),
        Column(notation.say(_("Marks in the list"))),
    ]
    rows = [
        Row(
            (
                name,
                material.words(Measure.ENROLLED, group=group),
                material.words(Measure.ATTENDANCE_RATE, group=group),
                material.base(Measure.ATTENDANCE_RATE, group=group),
            ),
            is_total=group == EVERYBODY,
        )
        for name, group in list_groups(material)
    ]
    title = notation.say(_("Participants enrolled and their attendance"))
    return make_table("table-groups", title, columns, rows, notation)


def chart_attendance(material: Material) -> Chart | None:
    """Return the attendance rate of each group at each session, as a matrix."""
    notation = material.notation
    sessions = material.programme.session_numbers
    everybody = [
        value_of(material, str(session), Measure.ATTENDANCE_RATE, group=Group(session=session))
        for session in sessions
    ]
    if not any(value.number is not None for value in everybody):
        return None
    alternative = describe_attendance(
        everybody,
        [
            value_of(
                material,
                notation.say(_("{name} at session {session}"), name=name, session=session),
                Measure.ATTENDANCE_RATE,
                group=replace(group, session=session),
            )
            for name, group in list_groups(material)
            if group != EVERYBODY
            for session in sessions
        ],
        material.words(Measure.ENROLLED),
        notation,
    )
    drawings = [
        draw_matrix(
            [str(session) for session in part],
            [
                MatrixRow(
                    name,
                    tuple(
                        attendance_square(material, replace(group, session=session))
                        for session in part
                    ),
                    is_total=group == EVERYBODY,
                )
                for name, group in list_groups(material)
            ],
            alternative,
        )
        for part in split_evenly(sessions, MOST_COLUMNS)
    ]
    return make_chart(
        "chart-attendance",
        headline(
            notation.say(_("Attendance rate by session")),
            notation.say(_("{rate} in all"), rate=material.words(Measure.ATTENDANCE_RATE)),
        ),
        notation.say(
            _(
                "Per cent of the participants in each group whose attendance is known, of "
                "{count} enrolled; the columns are the sessions."
            ),
            count=material.words(Measure.ENROLLED),
        ),
        drawings,
        notation,
        figures=[
            material.words(Measure.ENROLLED),
            material.words(Measure.ATTENDANCE_RATE),
            *(
                material.words(Measure.ATTENDANCE_RATE, group=replace(group, session=session))
                for _name, group in list_groups(material)
                for session in sessions
            ),
        ],
    )


def attendance_square(material: Material, group: Group) -> Square:
    """Return the attendance rate of a group at a session as a square."""
    rate = material.value(Measure.ATTENDANCE_RATE, group=group)
    if rate is None:
        return Square(str(material.words(Measure.ATTENDANCE_RATE, group=group)), None)
    depth = (rate - PALEST_RATE) / (1 - PALEST_RATE)
    return Square(material.notation.number(100 * rate), max(0.0, depth))
