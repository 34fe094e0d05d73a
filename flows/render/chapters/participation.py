"""Participation: who was enrolled and who came."""

from dataclasses import dataclass, replace

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.charts.matrix import MatrixRow, Square, draw_matrix
from flows.render.exhibits import (
    Chart,
    Column,
    Row,
    Table,
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
    rates = {
        session: material.value(Measure.ATTENDANCE_RATE, group=Group(session=session))
        for session in sessions
    }
    known = {session: rate for session, rate in rates.items() if rate is not None}
    if not known:
        return None
    highest, lowest = max(known, key=lambda n: known[n]), min(known, key=lambda n: known[n])
    alternative = notation.say(
        _(
            "Attendance rate of all participants and of each group at {count} sessions. "
            "Of all participants most were present at session {highest} ({highest_rate}), "
            "fewest at session {lowest} ({lowest_rate})."
        ),
        count=len(sessions),
        highest=highest,
        highest_rate=notation.percent(known[highest]),
        lowest=lowest,
        lowest_rate=notation.percent(known[lowest]),
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
        notation.say(_("Attendance rate by session")),
        notation.say(
            _(
                "Per cent of the participants in each group whose attendance is known; "
                "{count} enrolled."
            ),
            count=material.words(Measure.ENROLLED),
        ),
        drawings,
        notation,
        figures=[
            material.words(Measure.ENROLLED),
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
    return Square(material.notation.percent(rate), max(0.0, depth))
