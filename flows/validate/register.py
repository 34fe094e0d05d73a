"""The register of participants, looked up by key, e-mail address or name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.ingest.exports import ColumnRole
from flows.programme.headers import normalise
from flows.programme.programme import Participant
from flows.validate.spelling import count_differences

IDENTIFYING = (ColumnRole.KEY, ColumnRole.EMAIL, ColumnRole.NAME)
"""The columns that tell who somebody is; what comes first wins."""

SHORTEST_MISSPELT_CHARACTERS = 6
MOST_DIFFERENCES = 2
"""Keys such as D01 and D02 differ in one sign and are no misspelling of each other."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A participant whose identifier is spelt almost as the one that was found."""

    participant: Participant
    differences: int


@dataclass(frozen=True, slots=True)
class Register:
    """The participants by the identifiers under which they are found."""

    participants_by_identifier: Mapping[tuple[ColumnRole, str], tuple[Participant, ...]]

    def find(self, role: ColumnRole, text: str) -> tuple[Participant, ...]:
        """Return the participants whom `text` means: one, none, or two of one name."""
        return self.participants_by_identifier.get((role, identifier(role, text)), ())

    def find_near_miss(self, role: ColumnRole, text: str) -> NearMiss | None:
        """Return the one participant whose identifier differs in a sign or two, or None."""
        wanted = identifier(role, text)
        if len(wanted) < SHORTEST_MISSPELT_CHARACTERS:
            return None
        near = [
            NearMiss(found[0], differences)
            for (known_role, known), found in self.participants_by_identifier.items()
            if known_role is role
            and abs(len(known) - len(wanted)) <= MOST_DIFFERENCES
            and (differences := count_differences(known, wanted)) <= MOST_DIFFERENCES
        ]
        return near[0] if len(near) == 1 else None


def make_register(participants: Iterable[Participant]) -> Register:
    """Return the register of `participants`; empty identifiers find nobody."""
    found: dict[tuple[ColumnRole, str], tuple[Participant, ...]] = defaultdict(tuple)
    for participant in participants:
        identifiers = (participant.key, participant.email, participant.name)
        for role, text in zip(IDENTIFYING, identifiers, strict=True):
            if text:
                found[role, identifier(role, text)] += (participant,)
    return Register(dict(found))


def identifier(role: ColumnRole, text: str) -> str:
    """Return `text` as it is compared: of a name its words in alphabetical order.

    So "Ekhamre, Malin" is "Malin Ekhamre".
    """
    if role is ColumnRole.NAME:
        return " ".join(sorted(normalise(text.replace(",", " ")).split()))
    return normalise(text)
