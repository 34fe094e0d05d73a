"""Dates that are typed as text, unreadable, or outside the project."""

from collections.abc import Iterator
from datetime import date

from flows.ingest.exports import Column, ColumnRole, Export
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme, Project
from flows.programme.sheets import text_of
from flows.programme.typed_values import date_in
from flows.validate.cells import place_in
from flows.validate.replies import Replies


def find_text_dates(export: Export, column: Column) -> Iterator[Problem]:
    """Yield a problem for each date typed as text in a column that has true dates too.

    A column of nothing but text is how csv and some tools write dates.
    """
    position = export.columns.index(column)
    values = export.responses.column(position)
    if not any(isinstance(value, date) for value in values):
        return
    for row, value in zip(export.responses.rows, values, strict=True):
        if isinstance(value, str) and date_in(value):
            found = text_of(date_in(value))
            yield problem("date-as-text", export.place(row, column.index), found=found)


def is_within_project(day: date, project: Project) -> bool:
    """Tell whether `day` is one of the project's days, first and last included."""
    return project.starts_on <= day <= project.ends_on


def outside_project(code: str, place: Place, day: date, project: Project) -> Problem:
    """Return the problem `code` of a `day` outside the project's period."""
    return problem(
        code,
        place,
        found=day.isoformat(),
        starts_on=project.starts_on.isoformat(),
        ends_on=project.ends_on.isoformat(),
    )


def check_sending_days(replies: Replies, programme: Programme) -> Iterator[Problem]:
    """Yield a problem for each reply sent in outside the project or before its session."""
    held_on = {session.number: session.held_on for session in programme.sessions}
    project, session = programme.project, replies.survey.session
    session_day = held_on.get(session) if session is not None else None
    first_day = max(project.starts_on, session_day or project.starts_on)
    for number, moment in enumerate(replies.moments):
        if moment is None or first_day <= (day := moment.date()) <= project.ends_on:
            continue
        cell = place_in(replies.survey.export, replies[number].response, ColumnRole.SUBMITTED_AT)
        if not is_within_project(day, project):
            yield outside_project("date-outside-project", cell, day, project)
        if session_day and day < session_day:
            yield problem(
                "answered-before-session",
                cell,
                found=day.isoformat(),
                session=session or 0,
                held_on=session_day.isoformat(),
            )
