"""Self-made codes that only one wave has, and which of them may be one code, misspelt."""

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
from flows.validate.replies import Reply

SHORTEST_CODE_CHARACTERS = 4
"""A code this short may differ in one sign: only codes that are left alone are compared."""

PAIRED_WAVES = (Wave.BEFORE, Wave.AFTER)


@dataclass(frozen=True, slots=True)
class UnpairedCode:
    """A self-made code that was written in one wave only; `place` is its first cell."""

    code: str
    wave: Wave
    place: Place


@dataclass(frozen=True, slots=True)
class NearCode:
    """Two codes of different waves that may be one; `differences` counts the signs that differ."""

    before: UnpairedCode
    after: UnpairedCode
    differences: int


def find_unpaired(replies: Iterable[Reply]) -> tuple[UnpairedCode, ...]:
    """Return the codes that only the wave before or only the wave after has, by place.

    What a person decided to be one code is one.
    """
    replies_by_code: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies:
        if reply.code and reply.wave in PAIRED_WAVES:
            replies_by_code[reply.respondent.identity].append(reply)
    alone = (same for same in replies_by_code.values() if len({one.wave for one in same}) == 1)
    found = (
        UnpairedCode(display(reply.code.text), reply.wave, reply.code.place)
        for same in alone
        for reply in same[:1]
        if reply.code and reply.wave
    )
    return tuple(sorted(found, key=lambda unpaired: unpaired.place))


def count_unpaired(unpaired: Iterable[UnpairedCode]) -> tuple[tuple[Wave, int], ...]:
    """Return how many self-made codes only the wave before and only the wave after has."""
    counts = Counter(one.wave for one in unpaired)
    return tuple((wave, counts[wave]) for wave in PAIRED_WAVES if counts[wave])


def find_near_codes(unpaired: Iterable[UnpairedCode]) -> tuple[NearCode, ...]:
    """Return which codes before and after may be one, the nearest first for each after.

    A code that is near more than a few others tells of none of them.
    """
    codes = tuple(unpaired)
    before = [one for one in codes if one.wave is Wave.BEFORE]
    found: list[NearCode] = []
    for after in codes:
        if after.wave is not Wave.AFTER:
            continue
        near = [
            NearCode(one, after, differences)
            for one in before
            if (differences := count_near(one.code, after.code))
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
