"""The project: its facts, and the year's sessions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flows.programme.indicator_names import Group, Measure
from flows.programme.programme import Session
from flows.programme.translations import _
from flows.render.alternatives.sessions import count_sessions, describe_year
from flows.render.chapters.cover import Fact
from flows.render.charts.timeline import Month, TimelineDot, draw_timeline
from flows.render.exhibits import Chart, Column, Row, Table, make_chart, make_table
from flows.render.figures import Figure, bundle
from flows.render.headings import Heading
from flows.render.material import Material

MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """The chapter on the project."""

    heading: Heading
    facts: tuple[Fact, ...]
    timeline: Chart
    sessions: Table


def make_project_facts(material: Material, heading: Heading) -> ProjectFacts:
    """Return the facts, the year as a line, and the sessions as a table."""
    return ProjectFacts(
        heading, tuple(list_facts(material)), make_timeline(material), list_sessions(material)
    )


def list_facts(material: Material) -> Iterator[Fact]:
    """Yield the facts of the project, empty ones left out."""
    project, notation = material.programme.project, material.notation
    co_funding = material.amount(Measure.CO_FUNDING) if project.co_funding_sek else ""
    for label, text in (
        (_("Project title"), notation.choose(project.title)),
        (_("Registration number"), project.registration_number),
        (_("Funder"), project.funder),
        (_("Coordinator"), project.coordinator),
        (_("Parties"), notation.enumerate(project.parties) if project.parties else ""),
        (_("Grant"), material.amount(Measure.GRANT)),
        (_("Co-funding"), co_funding),
        (_("Project period"), notation.period(project.starts_on, project.ends_on)),
        (_("Status"), notation.choose(project.status)),
    ):
        if text:
            yield Fact(notation.say(label), text)


def make_timeline(material: Material) -> Chart:
    """Return the sessions on the months of the project."""
    project, notation = material.programme.project, material.notation
    sessions = sorted(material.programme.sessions, key=lambda session: session.number)
    last_day = max([project.ends_on, *(session.held_on for session in sessions)])
    first_day = min([project.starts_on, *(session.held_on for session in sessions)])
    months = [
        Month(month, notation.short_month(month)) for month in list_months(first_day, last_day)
    ]
    dots = [TimelineDot(session.held_on, str(session.number)) for session in sessions]
    period = notation.period(project.starts_on, project.ends_on)
    alternative = describe_year(
        [(session.number, session.held_on) for session in sessions], period, notation
    )
    return make_chart(
        "chart-year",
        notation.say(
            _("{sessions}, from {first} to {last}"),
            sessions=count_sessions(len(sessions), notation),
            first=notation.day(min(session.held_on for session in sessions)),
            last=notation.day(max(session.held_on for session in sessions)),
        ),
        notation.say(
            _("The project period, {period}, with a dot for each session."),
            period=period,
        ),
        [draw_timeline(months, last_day, dots, alternative)],
        notation,
        figures=[material.words(Measure.SESSIONS)],
    )


def list_months(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month from that of `first` to that of `last`."""
    start = first.year * MONTHS_PER_YEAR + first.month - 1
    end = last.year * MONTHS_PER_YEAR + last.month - 1
    for month in range(start, end + 1):
        yield date(month // MONTHS_PER_YEAR, month % MONTHS_PER_YEAR + 1, 1)


def list_sessions(material: Material) -> Table:
    """Return the sessions with date, theme, how many were present, and who was invited."""
    notation = material.notation
    has_invited = bool(material.programme.invited_groups)
    columns = [
        Column(notation.say(_("Session")), is_number=False),
        Column(notation.say(_("Date")), is_number=False),
        Column(notation.say(_("Theme")), is_number=False),
        Column(notation.say(_("Present"))),
        *([Column(notation.say(_("Invited")), is_number=False)] if has_invited else []),
    ]
    rows = [
        Row(
            (
                str(session.number),
                notation.day(session.held_on),
                notation.choose(session.theme),
                material.words(Measure.PRESENT, group=Group(session=session.number)),
                *([describe_invited(material, session)] if has_invited else []),
            )
        )
        for session in sorted(material.programme.sessions, key=lambda session: session.number)
    ]
    notes = (
        (notation.say(_("Invited groups are no participants and stand in no rate.")),)
        if has_invited
        else ()
    )
    title = notation.say(_("The sessions: date, theme and participants present"))
    return make_table("table-sessions", title, columns, rows, notation, notes=notes)


def describe_invited(material: Material, session: Session) -> Figure:
    """Return the invited groups of a session with how many came, where that is known."""
    groups = [describe_group(material, session.number, group) for group in session.invited_groups]
    return bundle(material.notation.enumerate(map(str, groups)), groups)


def describe_group(material: Material, session: int, group: str) -> Figure:
    """Return an invited group's name after the number of those who came, where it is known."""
    name, invited = material.word(group), Group(session=session, role=group)
    if material.value(Measure.INVITED_PRESENT, group=invited) is None:
        return Figure(name)
    persons = material.words(Measure.INVITED_PRESENT, group=invited)
    return bundle(f"{persons}\N{NO-BREAK SPACE}{name}", [persons])
