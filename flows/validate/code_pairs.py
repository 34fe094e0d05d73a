"""Self-made codes, the waves that have them, and which of them may be one code, misspelt."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flows.programme.headers import display, normalise
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.validate.near_misses import (
    MOST_CANDIDATES,
    MOST_DIFFERENCES,
    SHORTEST_MISSPELT_CHARACTERS,
    count_within,
)
from flows.validate.replies import Replies, Reply

SHORTEST_CODE_CHARACTERS = 4
"""A code this short may differ in one sign: only codes that are left alone are compared."""

PAIRED_WAVES = (Wave.BEFORE, Wave.AFTER)
WAVES_IN_ORDER = (*PAIRED_WAVES, Wave.RETROSPECTIVE)
"""The waves as they are answered; in hindsight people answer with what they wrote before."""


@dataclass(frozen=True, slots=True)
class WrittenCode:
    """A self-made code with the waves in which it was written; `place` is its first cell."""

    code: str
    waves: frozenset[Wave]
    place: Place

    @property
    def first_wave(self) -> int:
        """The place in their order of the first wave that has it."""
        return min(map(WAVES_IN_ORDER.index, self.waves))


@dataclass(frozen=True, slots=True)
class NearCode:
    """Two codes that may be one: no wave has both, and `after` was first written in a later one.

    `differences` counts the signs that differ.
    """

    before: WrittenCode
    after: WrittenCode
    differences: int


def list_codes(surveys: Iterable[Replies]) -> tuple[WrittenCode, ...]:
    """Return the self-made codes of all waves, by place.

    What a person decided to be one code is one.
    """
    replies_by_code: dict[str, list[Reply]] = defaultdict(list)
    for replies in surveys:
        for number, code in enumerate(replies.codes):
            if code and replies.waves[number]:
                reply = replies[number]
                replies_by_code[reply.respondent.identity].append(reply)
    found = (
        WrittenCode(
            display(first.code.text),
            frozenset(reply.wave for reply in same if reply.wave),
            first.code.place,
        )
        for same in replies_by_code.values()
        for first in same[:1]
        if first.code
    )
    return tuple(sorted(found, key=lambda code: code.place))


def count_unpaired(codes: Iterable[WrittenCode]) -> tuple[tuple[Wave, int], ...]:
    """Return how many self-made codes only the wave before and only the wave after has."""
    paired = (code.waves.intersection(PAIRED_WAVES) for code in codes)
    counts = Counter(wave for waves in paired if len(waves) == 1 for wave in waves)
    return tuple((wave, counts[wave]) for wave in PAIRED_WAVES if counts[wave])


def find_near_codes(codes: Iterable[WrittenCode]) -> tuple[NearCode, ...]:
    """Return which codes of different waves may be one, the nearest first for each later one.

    A code that is near more than a few others tells of none of them.
    """
    written = tuple(codes)
    found: list[NearCode] = []
    for after in written:
        near = [
            NearCode(one, after, differences)
            for one in written
            if one.first_wave < after.first_wave
            and one.waves.isdisjoint(after.waves)
            and (differences := count_near(one.code, after.code))
        ]
        if len(near) <= MOST_CANDIDATES:
            found += sorted(near, key=lambda pair: (pair.differences, pair.before.place))
    return tuple(found)


def count_near(one: str, other: str) -> int:
    """Return in how many signs two codes differ; 0 where they are too unlike to be one.

    The longer they are, the more signs may differ.
    """
    most = most_differences(min(len(one), len(other)))
    differences = count_within(normalise(one), normalise(other), most) if most else 0
    return differences if differences <= most else 0


def most_differences(characters: int) -> int:
    """Return in how many signs codes may differ of which the shorter has `characters`."""
    if characters >= SHORTEST_MISSPELT_CHARACTERS:
        return MOST_DIFFERENCES
    return 1 if characters >= SHORTEST_CODE_CHARACTERS else 0
