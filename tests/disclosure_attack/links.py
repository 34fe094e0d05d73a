"""What binds the unknowns to each other, whatever is published: people answer once, and only so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tests.disclosure_attack.unknowns import (
    ABSENT,
    MISSING,
    THERE,
    UNANSWERED,
    WAVES,
    Kind,
    Shape,
    Unknown,
    answer_in,
    is_pair,
)

LARGEST_COUNT = 100
Term = tuple[Unknown, float]


class Bound(NamedTuple):
    """Terms that add up to something from `low` to `high`."""

    terms: tuple[Term, ...]
    low: float
    high: float


class Parts:
    """The unknowns of one time and one role, by what they count."""

    def __init__(self, unknowns: Iterable[Unknown]) -> None:
        self.of_kind: dict[Kind, list[Unknown]] = defaultdict(list)
        for unknown in unknowns:
            self.of_kind[unknown.kind].append(unknown)

    def find(self, kind: Kind, **wanted: object) -> list[Unknown]:
        """Return the unknowns of `kind` whose fields are as `wanted`."""
        return [
            unknown
            for unknown in self.of_kind[kind]
            if all(getattr(unknown, field) == value for field, value in wanted.items())
        ]


def link(shape: Shape, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield what holds of the unknowns of each time and each role."""
    parts: dict[tuple[int, str], list[Unknown]] = defaultdict(list)
    for unknown in unknowns:
        parts[unknown.time, unknown.role].append(unknown)
    for of_part in parts.values():
        part = Parts(of_part)
        yield from link_attendance(shape, part)
        yield from link_evaluations(shape, part)
        yield from link_waves(shape, part)
    yield from remember(unknowns)


def link_attendance(shape: Shape, part: Parts) -> Iterator[Bound]:
    """Yield that nobody is marked twice, and who came to a session or later came to one of them."""
    for kind in (*shape.organisation_types, ""):
        people = part.find(Kind.PEOPLE, organisation_type=kind)
        there = {
            session: part.find(Kind.MARKS, organisation_type=kind, session=session, answer=THERE)
            for session in shape.sessions
        }
        for session in shape.sessions:
            marks = part.find(Kind.MARKS, organisation_type=kind, session=session)
            stayed = part.find(Kind.STAYED, organisation_type=kind, session=session)
            later = [found for number, found in there.items() if number >= session]
            yield at_most(marks, people)
            yield at_most(stayed, people)
            yield at_most(stayed, [mark for found in later for mark in found])
            yield from (at_most(found, stayed) for found in later)


def link_evaluations(shape: Shape, part: Parts) -> Iterator[Bound]:
    """Yield that who responds answers each item once, and leaves some out or none."""
    for session in shape.sessions:
        responded = part.find(Kind.RESPONDED, session=session)
        if responded and responded[0].role:
            yield at_most(responded, part.of_kind[Kind.PEOPLE])
        partial = part.find(Kind.PARTIAL, session=session)
        replies = {
            item: part.find(Kind.REPLIES, session=session, item=item) for item in shape.items
        }
        yield from link_items(responded, partial, replies.values())


def link_waves(shape: Shape, part: Parts) -> Iterator[Bound]:
    """Yield that who responds in a wave answers each item once, and that answers are moves."""
    returned = part.of_kind[Kind.RETURNED]
    yield at_most(returned, part.of_kind[Kind.PEOPLE])
    moved = {item: part.find(Kind.MOVES, item=item) for item in shape.wave_items}
    for item, moves in moved.items():
        for person in returned if moves else ():
            same = [each for each in moves if was_there(each) == was_there(person)]
            yield is_same(same, [person])
        for wave in WAVES if moves else ():
            for reply in part.find(Kind.WAVE_REPLIES, item=item, wave=wave):
                of_reply = [each for each in moves if answer_in(each, wave) == reply.answer]
                yield is_same(of_reply, [reply])
    for wave in WAVES:
        responded = [each for each in returned if answer_in(each, wave) != ABSENT]
        replies = {
            item: part.find(Kind.WAVE_REPLIES, item=item, wave=wave) for item in shape.wave_items
        }
        yield from link_items(responded, part.find(Kind.WAVE_PARTIAL, wave=wave), replies.values())
        all_valid = part.find(Kind.ALL_VALID, wave=wave)
        of_index = [replies[item] for item in shape.index_items]
        missing = [each for found in of_index for each in found if each.answer in MISSING]
        yield from (
            at_most(all_valid, [each for each in found if each.answer not in MISSING])
            for found in of_index
        )
        if of_index:
            yield at_most(responded, [*all_valid, *missing])


def link_items(
    responded: list[Unknown], partial: list[Unknown], replies: Iterable[list[Unknown]]
) -> Iterator[Bound]:
    """Yield that each item has a reply of everybody, and that a partial response lacks one.

    More than four fifths of five items or fewer is all of them.
    """
    unanswered: list[Unknown] = []
    for found in replies:
        yield is_same(found, responded)
        of_item = [each for each in found if each.answer == UNANSWERED]
        yield at_most(of_item, partial)
        unanswered += of_item
    yield at_most(partial, unanswered)
    yield at_most(partial, responded)


def was_there(unknown: Unknown) -> tuple[bool, bool]:
    """Tell whether somebody responded before, and after."""
    return unknown.before != ABSENT, unknown.after != ABSENT


def remember(unknowns: Iterable[Unknown]) -> Iterator[Bound]:
    """Yield that what was answered earlier still is, and that nobody has enrolled since."""
    earlier: dict[tuple[object, ...], Unknown] = {}
    for each in sorted(unknowns, key=lambda unknown: unknown.time):
        where = (each.kind, each.role, each.session, each.organisation_type, each.item)
        key = (*where, each.wave, each.before, each.after, each.answer)
        if each.kind in (Kind.RETURNED, Kind.CODED) or (
            each.kind is Kind.MOVES and not is_pair(each)
        ):
            continue  # who had answered once may have answered twice since; so with coders
        before = earlier.setdefault(key, each)
        if before is not each:
            most_new = 0 if each.kind is Kind.PEOPLE else LARGEST_COUNT
            yield Bound(((each, 1), (before, -1)), 0, most_new)


def ones(unknowns: Iterable[Unknown], factor: float = 1.0) -> tuple[Term, ...]:
    """Return the sum of `unknowns`, each times `factor`."""
    return tuple((unknown, factor) for unknown in unknowns)


def at_most(few: list[Unknown], many: list[Unknown]) -> Bound:
    """Return that `few` are no more than `many`; nothing where either is of another table."""
    terms = (*ones(few), *ones(many, -1)) if few and many else ()
    return Bound(terms, -LARGEST_COUNT, 0)


def is_same(one: list[Unknown], other: list[Unknown]) -> Bound:
    """Return that the sums are the same; nothing where either is of another table."""
    terms = (*ones(one), *ones(other, -1)) if one and other else ()
    return Bound(terms, 0, 0)
