"""The parts that participants fall into: by role and by organisation type."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from flows.aggregate.protected_tables import Cell
from flows.programme.indicator_names import Group
from flows.programme.programme import Participant


class Member(Protocol):
    """Somebody, or somebody's mark or answer, with a role and an organisation type."""

    @property
    def role(self) -> str:
        """The role, empty where it is not known."""

    @property
    def organisation_type(self) -> str:
        """The organisation type, empty where it is not known."""


Partition = tuple[Group, ...]
"""Groups of which everybody belongs to at most one: all roles, or all organisation types."""


def split_participants(participants: Sequence[Participant]) -> tuple[Partition, Partition]:
    """Return the roles and the organisation types of `participants`, each in register order."""
    return (
        tuple(Group(role=role) for role in distinct(person.role for person in participants)),
        tuple(
            Group(organisation_type=kind)
            for kind in distinct(person.organisation_type for person in participants)
        ),
    )


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each of `texts` once, in their order, without the empty ones."""
    return tuple(text for text in dict.fromkeys(texts) if text)


def belongs(member: Member, group: Group) -> bool:
    """Tell whether `member` has the role and the organisation type that `group` names."""
    return group.role in ("", member.role) and group.organisation_type in (
        "",
        member.organisation_type,
    )


def count_members(members: Iterable[Member], group: Group) -> int:
    """Return how many of `members` belong to `group`."""
    return sum(belongs(member, group) for member in members)


def unnamed_members(participants: Sequence[Participant], partition: Partition) -> Cell:
    """Return the participants whom no group of `partition` holds, as an unpublished part."""
    named = sum(count_members(participants, group) for group in partition)
    return Cell(
        (), people_answered=len(participants) - named, people_asked=len(participants) - named
    )
