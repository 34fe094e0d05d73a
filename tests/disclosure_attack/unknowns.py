"""What the adversary does not know: numbers of people, of whom every published count is a sum.

How many of a role gave each answer in each session; how many moved from one answer to
another; how many of a role and an organisation type were there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Wave

CODES = tuple("12345")
FAVOURABLE = frozenset("45")
MISSING = ("not_answered", "dont_know")
ABSENT = "absent"
"""Answered before only, or after only."""
PRESENT, AWAY = "x", "-"
NAMELESS = ""
"""The role of those who have none, or who answered without telling who they are."""


class Kind(StrEnum):
    """What an unknown counts."""

    REPLIES = "replies"
    MOVES = "moves"  # from an answer before to an answer after
    MARKS = "marks"  # on the attendance list
    PEOPLE = "people"  # in the register


@dataclass(frozen=True, slots=True)
class Unknown:
    """One number of people or of replies, at an earlier submission (0) or now (1)."""

    kind: Kind
    time: int
    role: str
    session: int = 0
    organisation_type: str = ""
    before: str = ""
    after: str = ""
    answer: str = ""


def list_unknowns(
    time: int, sessions: Iterable[int], roles: tuple[str, ...], types: tuple[str, ...]
) -> Iterator[Unknown]:
    """Yield every unknown of a programme with these sessions, roles and organisation types."""
    sessions = tuple(sessions)
    for role in (*roles, NAMELESS):
        for session, answer in product(sessions, (*CODES, *MISSING)):
            yield Unknown(Kind.REPLIES, time, role, session, answer=answer)
        for before, after in product((*CODES, *MISSING, ABSENT), repeat=2):
            yield Unknown(Kind.MOVES, time, role, before=before, after=after)
        for organisation_type in (*types, NAMELESS):
            yield Unknown(Kind.PEOPLE, time, role, organisation_type=organisation_type)
            for session, mark in product(sessions, (PRESENT, AWAY)):
                yield Unknown(Kind.MARKS, time, role, session, organisation_type, answer=mark)


def find_counted(name: IndicatorName, unknowns: Iterable[Unknown]) -> list[Unknown]:
    """Return the unknowns that the count called `name` adds up; none where it is no such count.

    `answers` without an answer is how many gave a valid one.
    """
    return [unknown for unknown in unknowns if is_counted(unknown, name)]


def is_counted(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether `unknown` is a part of the count called `name`."""
    rule = COUNTED.get((name.measure, unknown.kind))
    return rule is not None and is_in(unknown, name.group) and rule(unknown, name)


def is_among_replies(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether a reply of a session is among the answers, or the missing ones, of `name`."""
    return name.item == "benefit" and unknown.answer in answers_of(name)


def is_in_wave(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether a move began, or ended, with the answer of `name`."""
    wave = name.group.wave
    return wave is not None and answer_in(unknown, wave) in answers_of(name)


def has_responded(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether a move is of somebody who responded in the wave of `name`."""
    wave = name.group.wave
    return wave is not None and answer_in(unknown, wave) != ABSENT


def answers_of(name: IndicatorName) -> tuple[str, ...]:
    """Return the answer of `name`, or all valid ones where it names none."""
    return (name.answer,) if name.answer else CODES


COUNTED = {
    (Measure.ENROLLED, Kind.PEOPLE): lambda *_: True,
    (Measure.PRESENT, Kind.MARKS): lambda mark, _: mark.answer == PRESENT,
    (Measure.RESPONSES, Kind.REPLIES): lambda _, name: name.group.wave is None,
    (Measure.RESPONSES, Kind.MOVES): has_responded,
    (Measure.ANSWERS, Kind.REPLIES): is_among_replies,
    (Measure.MISSING, Kind.REPLIES): is_among_replies,
    (Measure.ANSWERS, Kind.MOVES): is_in_wave,
    (Measure.MISSING, Kind.MOVES): is_in_wave,
    (Measure.PAIRS, Kind.MOVES): lambda move, _: is_pair(move),
    (Measure.ROSE, Kind.MOVES): lambda move, _: is_pair(move) and move.after > move.before,
    (Measure.SAME, Kind.MOVES): lambda move, _: is_pair(move) and move.after == move.before,
    (Measure.FELL, Kind.MOVES): lambda move, _: is_pair(move) and move.after < move.before,
}
"""Which unknowns each count adds up, besides that they are of its group."""


def is_in(unknown: Unknown, group: Group) -> bool:
    """Tell whether `unknown` counts people of `group`."""
    return (
        group.session in (None, unknown.session)
        and group.role in ("", unknown.role)
        and group.organisation_type in ("", unknown.organisation_type)
    )


def answer_in(unknown: Unknown, wave: Wave) -> str:
    """Return what was answered before or after."""
    return unknown.before if wave is Wave.BEFORE else unknown.after


def is_pair(unknown: Unknown) -> bool:
    """Tell whether there is a valid answer both before and after."""
    return unknown.before in CODES and unknown.after in CODES
