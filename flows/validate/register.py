"""The register of participants, looked up by key, e-mail address or name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.ingest.exports import ColumnRole
from flows.ingest.identifiers import IDENTIFYING, identifier, identifiers, list_identifiers
from flows.programme.decisions import MatchDecision
from flows.programme.headers import normalise
from flows.programme.programme import Participant


@dataclass(frozen=True, slots=True)
class Register:
    """The participants by the identifiers under which they are found.

    `decided` holds, for spellings that a person settled, what they mean: a participant's key
    or another self-made code, normalised.
    """

    participants_by_identifier: Mapping[tuple[ColumnRole, str], tuple[Participant, ...]]
    decided: Mapping[tuple[ColumnRole, str], str]

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody is in the register, so that nobody can be missing in it."""
        return not self.participants_by_identifier

    def find(self, role: ColumnRole, text: str) -> tuple[Participant, ...]:
        """Return the participants whom `text` means: one, none, or two of one name."""
        found = {
            participant.key: participant
            for known in identifiers(role, text)
            for participant in self.participants_by_identifier.get((role, known), ())
        }
        return tuple(found.values())

    def find_decided(self, role: ColumnRole, text: str) -> tuple[Participant, ...]:
        """Return the participant whom a person says that `text` means, if anybody."""
        return self.find(ColumnRole.KEY, self.meaning_of(role, text))

    def meaning_of(self, role: ColumnRole, text: str) -> str:
        """Return the key or code that a person says `text` means, normalised; "" for none."""
        return self.decided.get((role, identifier(role, text)), "")


def make_register(
    participants: Iterable[Participant], decisions: Iterable[MatchDecision] = ()
) -> Register:
    """Return the register of `participants`; empty identifiers find nobody.

    `decisions` are the confirmed ones, and agree with each other.
    """
    found: dict[tuple[ColumnRole, str], tuple[Participant, ...]] = defaultdict(tuple)
    for participant in participants:
        for role, text in list_identifiers(participant):
            found[role, identifier(role, text)] += (participant,)
    decided = {
        (role, identifier(role, decision.written)): normalise(decision.meant)
        for decision in decisions
        for role in IDENTIFYING
    }
    return Register(dict(found), decided)
