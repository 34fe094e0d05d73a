"""What the attendance reports of video meetings share: who came, how often, and on which day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.ingest.exports import Column, ColumnRole
from flows.ingest.recognised import Surroundings
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import display, normalise
from flows.programme.sheets import CellValue, Row, text_of

IN_BRACKETS = re.compile(r"(.+?)\s*\((.+)\)")


@dataclass(frozen=True, slots=True)
class ListedPeople:
    """The rows of a meeting's list: `firsts` one for each person, `others` their later visits."""

    firsts: frozenset[int]
    others: frozenset[int]

    def row_code(self, row: Row) -> str:
        """Return the code under which a row is left out, "" for the first one of a person."""
        if row.number in self.firsts:
            return ""
        return "row-joins-again" if row.number in self.others else "row-of-another-block"


def list_people(rows: Iterable[Row], columns: tuple[Column, ...]) -> ListedPeople:
    """Return the people of `rows`, told apart by their address and, without one, by name."""
    firsts: dict[str, int] = {}
    others: set[int] = set()
    for row in rows:
        said = [
            normalise(text_of(row.value_at(column.index)))
            for role in (ColumnRole.EMAIL, ColumnRole.NAME)
            for column in columns
            if column.role is role
        ]
        person = next((text for text in said if text), "")
        if person and firsts.setdefault(person, row.number) == row.number:
            continue
        others.add(row.number)
    return ListedPeople(frozenset(firsts.values()), frozenset(others))


def session_of_meeting(moments: Iterable[CellValue], surroundings: Surroundings) -> int | None:
    """Return the session whose folder the report is in, else the one held on the meeting's day.

    A day such as 4/5/22 is read with the day and with the month first; only one of them may
    be the day of a session.
    """
    if surroundings.session is not None:
        return surroundings.session
    days = {
        parsed.date()
        for value in moments
        for is_month_first in (False, True)
        if (parsed := parse_timestamp(value, is_month_first=is_month_first))
    }
    held = [number for number, day in surroundings.session_dates if day in days]
    return held[0] if len(held) == 1 else None


def name_in(value: CellValue) -> CellValue:
    """Return the name in a cell of Zoom: the one that somebody chose for themselves.

    Where what they chose is one word ("iPhone (Ada Berg)"), it is the name of their account.
    """
    names = IN_BRACKETS.fullmatch(display(text_of(value)))
    if names is None:
        return value
    return names[1] if " " in names[1] else names[2]
