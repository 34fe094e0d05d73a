"""Near misses: who may be meant by a spelling that finds nobody. Proposed, never joined."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from flows.ingest.exports import ColumnRole
from flows.ingest.identifiers import identifier
from flows.programme.programme import Participant
from flows.validate.register import Register
from flows.validate.spelling import count_differences

SHORTEST_MISSPELT_CHARACTERS = 6
MOST_DIFFERENCES = 2
"""Keys such as D01 and D02 differ in one sign and are no misspelling of each other."""

MOST_CANDIDATES = 3
"""A spelling that is near more people than these tells of none of them."""

FEWEST_SHARED_NAMES = 2
MOST_WORDS_REORDERED = 4
"""Names of more words are compared in alphabetical order only."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A participant who may be meant; `differences` counts the signs that differ."""

    participant: Participant
    differences: int


def find_near_misses(register: Register, role: ColumnRole, text: str) -> tuple[NearMiss, ...]:
    """Return who may be meant by `text`, the nearest first, none where too many may."""
    written = identifier(role, text)
    nearest: dict[str, NearMiss] = {}
    for (known_role, known), participants in register.participants_by_identifier.items():
        differences = measure_nearness(role, written, known_role, known)
        if differences is None:
            continue
        for participant in participants:
            near = NearMiss(participant, differences)
            other = nearest.setdefault(participant.key, near)
            if differences < other.differences:
                nearest[participant.key] = near
    ordered = sorted(nearest.values(), key=lambda near: (near.differences, near.participant.key))
    return tuple(ordered) if len(ordered) <= MOST_CANDIDATES else ()


def measure_nearness(
    role: ColumnRole, written: str, known_role: ColumnRole, known: str
) -> int | None:
    """Return in how many signs `written` differs from what the register knows, None if too many.

    An address is near whatever its domain, where what stands before the @ is the same or is
    the participant's name. A name is near where two of its words are the same.
    """
    if role is ColumnRole.EMAIL and known_role is ColumnRole.NAME:
        return count_differences(written, known) if is_mailbox_of(written, known) else None
    if role is not known_role:
        return None
    differences = count_misspelt(role, written, known)
    if differences <= MOST_DIFFERENCES:
        return differences if len(written) >= SHORTEST_MISSPELT_CHARACTERS else None
    is_alike = {ColumnRole.EMAIL: is_same_mailbox, ColumnRole.NAME: is_part_of_name}.get(role)
    return count_differences(written, known) if is_alike and is_alike(written, known) else None


def count_misspelt(role: ColumnRole, written: str, known: str) -> int:
    """Return how many signs differ; of a name in the order of words that differs least."""
    apart = abs(len(written) - len(known))
    if role is not ColumnRole.NAME or apart > MOST_DIFFERENCES:
        return count_within(written, known, MOST_DIFFERENCES)
    return min(count_within(order, known, MOST_DIFFERENCES) for order in orders_of(written))


def count_within(one: str, other: str, most: int) -> int:
    """Return how many signs differ, or more than `most` where the lengths alone say so."""
    apart = abs(len(one) - len(other))
    return apart if apart > most else count_differences(one, other)


def orders_of(name: str) -> Iterator[str]:
    """Yield the words of `name` in every order: a slip in a first letter moves the whole word."""
    words = name.split()
    if len(words) > MOST_WORDS_REORDERED:
        yield name
        return
    for order in permutations(words):
        yield " ".join(order)


def is_same_mailbox(one: str, other: str) -> bool:
    """Tell whether two addresses differ in nothing but their domain."""
    return mailbox(one) == mailbox(other)


def is_part_of_name(one: str, other: str) -> bool:
    """Tell whether one name is the other with some of its names left out, but for two of them."""
    words, other_words = set(one.split()), set(other.split())
    shared = words & other_words
    return len(shared) >= FEWEST_SHARED_NAMES and shared in (words, other_words)


def is_mailbox_of(address: str, name: str) -> bool:
    """Tell whether `address` begins with `name`: asa.oberg@ort.example is Åsa Öberg's."""
    words = sorted(mailbox(address).replace("-", ".").replace("_", ".").split("."))
    return len(words) >= FEWEST_SHARED_NAMES and words == sorted(without_accents(name).split())


def mailbox(address: str) -> str:
    """Return what stands before the @ of an address."""
    return address.partition("@")[0]


def without_accents(text: str) -> str:
    """Return `text` with å, ä and é as a, a and e, as addresses are made of names."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
