"""What the adversary does not know: numbers of people, of whom every published count is a sum.

How many of a role gave each answer in each session; how many moved from one answer to another;
how many of a role and an organisation type were there; how many of them left nothing out. A new
family of figures is a new kind of unknown, with a line in `COUNTED` for each of its counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, combinations, product

from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Wave

CODES = tuple("12345")
FAVOURABLE = frozenset("45")
MISSING = ("not_answered", "dont_know")
UNANSWERED = "not_answered"
CHOICES = ("ja", "nej", "annat")
PATTERNS = tuple(
    ";".join(chosen)
    for chosen in chain.from_iterable(
        combinations(CHOICES, size) for size in range(1, len(CHOICES) + 1)
    )
)
"""What somebody can choose where several answers may be."""
PATTERNED = "methods"
TYPED = "rating"
"""The item that is answered with a number: how many gave each is never published."""

ABSENT = "absent"
"""Answered before only, or after only."""
THERE, AWAY = "x", "-"
NAMELESS = ""
"""The role of those who have none, or who answered without telling who they are."""
WAVES = (Wave.BEFORE, Wave.AFTER)


class Kind(StrEnum):
    """What an unknown counts."""

    PEOPLE = "people"  # in the register
    MARKS = "marks"  # on the attendance list
    STAYED = "stayed"  # came to the session or to a later one
    RESPONDED = "responded"  # in a session
    REPLIES = "replies"  # to an item in a session
    PARTIAL = "partial"  # responses in a session that leave an item out
    RETURNED = "returned"  # responded before, after or both times
    WAVE_REPLIES = "wave replies"  # to an item in a wave
    WAVE_PARTIAL = "wave partial"
    ALL_VALID = "all valid"  # answered every item of the index in a wave
    MOVES = "moves"  # from an answer before to an answer after
    CODED = "coded"  # comments of a session: for the first coder, before; for the second, answer
    KAPPAS = "kappas"  # 1 where the two coders' table is this one of those with the same kappa
    MIDDLES = "middles"  # 1 where an even number of answers has these two in the middle


@dataclass(frozen=True, slots=True, eq=False)
class Unknown:
    """One number of people or of replies, at an earlier submission (0) or now (1).

    Each is made once, and is equal to itself only: they are looked up a great many times.
    """

    kind: Kind
    time: int
    role: str = NAMELESS
    session: int = 0
    organisation_type: str = ""
    item: str = ""
    wave: Wave | None = None
    before: str = ""
    after: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What everybody knows of a programme: its sessions, parts and questions."""

    sessions: tuple[int, ...]
    roles: tuple[str, ...]
    organisation_types: tuple[str, ...]
    items: tuple[str, ...]
    wave_items: tuple[str, ...]
    index_items: tuple[str, ...]


def answers_to(item: str) -> tuple[str, ...]:
    """Return the valid answers that somebody can give to `item`."""
    return PATTERNS if item == PATTERNED else CODES


def list_unknowns(shape: Shape, time: int) -> Iterator[Unknown]:
    """Yield every unknown of a programme of this shape."""
    for role in (*shape.roles, NAMELESS):
        yield from list_evaluations(shape, time, role)
        yield from list_waves(shape, time, role)
        for organisation_type in (*shape.organisation_types, ""):
            part = (time, role)
            yield Unknown(Kind.PEOPLE, *part, organisation_type=organisation_type)
            for session in shape.sessions:
                where = (*part, session, organisation_type)
                yield Unknown(Kind.STAYED, *where)
                for mark in (THERE, AWAY):
                    yield Unknown(Kind.MARKS, *where, answer=mark)


def list_evaluations(shape: Shape, time: int, role: str) -> Iterator[Unknown]:
    """Yield what is not known of the sessions' evaluations."""
    for session in shape.sessions:
        yield Unknown(Kind.RESPONDED, time, role, session)
        yield Unknown(Kind.PARTIAL, time, role, session)
        for item in shape.items:
            for answer in (*answers_to(item), *MISSING):
                yield Unknown(Kind.REPLIES, time, role, session, item=item, answer=answer)


def list_waves(shape: Shape, time: int, role: str) -> Iterator[Unknown]:
    """Yield what is not known of those who assessed themselves."""
    for before, after in ((THERE, THERE), (THERE, ABSENT), (ABSENT, THERE)):
        yield Unknown(Kind.RETURNED, time, role, before=before, after=after)
    for wave in WAVES:
        yield Unknown(Kind.WAVE_PARTIAL, time, role, wave=wave)
        yield Unknown(Kind.ALL_VALID, time, role, wave=wave)
    for item in shape.wave_items:
        for wave, answer in product(WAVES, (*CODES, *MISSING)):
            yield Unknown(Kind.WAVE_REPLIES, time, role, item=item, wave=wave, answer=answer)
        for before, after in product((*CODES, *MISSING, ABSENT), repeat=2):
            if (before, after) != (ABSENT, ABSENT):
                yield Unknown(Kind.MOVES, time, role, item=item, before=before, after=after)


def find_counted(name: IndicatorName, unknowns: Iterable[Unknown]) -> list[Unknown]:
    """Return the unknowns that the count called `name` adds up; none where it is no such count.

    `answers` without an answer is how many gave a valid one.
    """
    rules = RULES.get(name.measure, {})
    return [
        unknown
        for unknown in unknowns
        if (rule := rules.get(unknown.kind)) and rule(unknown, name) and is_in(unknown, name.group)
    ]


def is_among_replies(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether a reply is among the answers, or the missing ones, of `name`."""
    if unknown.item != name.item:
        return False
    if name.measure is Measure.MISSING:
        return unknown.answer == name.answer
    is_valid = unknown.answer not in MISSING
    return name.answer in unknown.answer.split(";") if name.answer else is_valid


def has_responded(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether somebody responded in the wave of `name`."""
    return name.group.wave is not None and answer_in(unknown, name.group.wave) != ABSENT


def is_pair_of(unknown: Unknown, name: IndicatorName) -> bool:
    """Tell whether a move is a pair of the item of `name`, and changed as its measure says."""
    if unknown.item != name.item or not is_pair(unknown):
        return False
    changed = (unknown.after > unknown.before) - (unknown.after < unknown.before)
    directions = {Measure.ROSE: (1,), Measure.SAME: (0,), Measure.FELL: (-1,)}
    return changed in directions.get(name.measure, (-1, 0, 1))


def is_any(_unknown: Unknown, _name: IndicatorName) -> bool:
    """Tell that every unknown of the kind in the group is counted."""
    return True


Rule = Callable[[Unknown, IndicatorName], bool]
COUNTED: dict[tuple[Measure, Kind], Rule] = {
    (Measure.ENROLLED, Kind.PEOPLE): is_any,
    (Measure.PRESENT, Kind.MARKS): lambda mark, _: mark.answer == THERE,
    (Measure.RETAINED, Kind.STAYED): lambda _, name: name.group.wave is None,
    (Measure.RETAINED, Kind.RETURNED): lambda person, name: (
        name.group.wave is not None and ABSENT not in (person.before, person.after)
    ),
    (Measure.CODES_UNPAIRED, Kind.RETURNED): lambda person, name: (
        has_responded(person, name) and ABSENT in (person.before, person.after)
    ),
    (Measure.RESPONSES, Kind.RESPONDED): is_any,
    (Measure.RESPONSES, Kind.RETURNED): has_responded,
    (Measure.PARTIAL_RESPONSES, Kind.PARTIAL): is_any,
    (Measure.PARTIAL_RESPONSES, Kind.WAVE_PARTIAL): is_any,
    (Measure.ANSWERS, Kind.REPLIES): is_among_replies,
    (Measure.MISSING, Kind.REPLIES): is_among_replies,
    (Measure.ANSWERS, Kind.WAVE_REPLIES): is_among_replies,
    (Measure.MISSING, Kind.WAVE_REPLIES): is_among_replies,
    (Measure.ALPHA, Kind.ALL_VALID): is_any,
    (Measure.PAIRS, Kind.MOVES): is_pair_of,
    (Measure.ROSE, Kind.MOVES): is_pair_of,
    (Measure.SAME, Kind.MOVES): is_pair_of,
    (Measure.FELL, Kind.MOVES): is_pair_of,
}
"""Which unknowns each count adds up, besides that they are of its group."""

RULES: dict[Measure, dict[Kind, Rule]] = defaultdict(dict)
for (measure, kind), rule in COUNTED.items():
    RULES[measure][kind] = rule

OF_WAVES = frozenset({Kind.WAVE_REPLIES, Kind.WAVE_PARTIAL, Kind.ALL_VALID})
"""The kinds that are of one wave."""
OF_SESSIONS = frozenset({Kind.MARKS, Kind.STAYED, Kind.RESPONDED, Kind.REPLIES, Kind.PARTIAL})


def is_in(unknown: Unknown, group: Group) -> bool:
    """Tell whether `unknown` counts people of `group`; all sessions are never a wave."""
    if unknown.kind in OF_WAVES and unknown.wave is not group.wave:
        return False
    if unknown.kind in OF_SESSIONS and group.wave:
        return False
    if unknown.kind is Kind.STAYED and group.session is None:
        return False
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
