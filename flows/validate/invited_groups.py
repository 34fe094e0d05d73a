"""Rows of an attendance list that are about an invited group, never about a participant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import ColumnRole, Export
from flows.ingest.responses import Response
from flows.programme.headers import normalise
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import text_of
from flows.programme.typed_values import number_in
from flows.validate.attended_sessions import SessionCell, presence_in
from flows.validate.dataset import InvitedAttendance

COUNTING_WORDS = re.compile(r"\bantal\b|\bnumber of\b|[():]")
"""What stands around the group's name in a row of numbers: "Politiker (antal)"."""


@dataclass(frozen=True, slots=True)
class InvitedGroups:
    """The invited groups of a programme by normalised name, and who was invited when."""

    groups_by_name: Mapping[str, str]
    invitations: frozenset[tuple[str, int]]

    def find(self, export: Export, response: Response) -> str:
        """Return the group that the row's name or role names, else ""."""
        for position, column in enumerate(export.columns):
            if column.role in (ColumnRole.NAME, ColumnRole.ROLE):
                group = self.named(text_of(response.values[position]))
                if group:
                    return group
        return ""

    def named(self, text: str) -> str:
        """Return the group that `text` names, also among words for a number, else ""."""
        return self.groups_by_name.get(normalise(COUNTING_WORDS.sub(" ", normalise(text))), "")


def list_invited_groups(programme: Programme) -> InvitedGroups:
    """Return the groups invited beside the participants of `programme`."""
    return InvitedGroups(
        {normalise(group): group for group in programme.invited_groups},
        frozenset(
            (group, session.number)
            for session in programme.sessions
            for group in session.invited_groups
        ),
    )


def count_invited(
    group: str,
    export: Export,
    response: Response,
    sessions: tuple[SessionCell, ...],
    groups: InvitedGroups,
) -> tuple[tuple[InvitedAttendance, ...], tuple[Problem, ...]]:
    """Return how many of `group` the row says were at each session.

    A whole number is how many; a mark of presence is one person. Of several columns of one
    session, the one with most people counts.
    """
    counts: dict[int, InvitedAttendance] = {}
    problems: list[Problem] = []
    for position, column in sessions:
        value = presence_in(response, position, column)
        place = export.place(response.row, column.index)
        mark, number, session = attendance_mark(value), number_in(value), column.session or 0
        if number is not None and number >= 0 and number.is_integer():
            persons = int(number)
        elif mark is None:
            problems.append(problem("invited-count-unknown", place))
            continue
        else:
            persons = int(mark)
        if persons:
            if session not in counts or persons > counts[session].persons:
                counts[session] = InvitedAttendance(group, session, persons, place)
            if (group, session) not in groups.invitations:
                problems.append(problem("group-not-invited", place, session=session))
    return tuple(counts.values()), tuple(problems)
