"""Whom a row is about: linked to the register by key, e-mail address or name, never guessed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from flows.ingest.exports import ColumnRole, Export
from flows.ingest.identifiers import IDENTIFYING
from flows.ingest.responses import Response
from flows.programme.headers import normalise
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant
from flows.programme.sheets import CellValue, text_of
from flows.validate.dataset import Link
from flows.validate.near_misses import NearMiss, find_near_misses
from flows.validate.register import Register

WORDS_FOR_NOBODY = {"", "-", "–", "anonymous", "anonym", "anonymt"}
"""What survey tools and people write where the respondent is not to be known."""

LINKS = {
    ColumnRole.KEY: Link.KEY,
    ColumnRole.EMAIL: Link.EMAIL,
    ColumnRole.NAME: Link.NAME,
}
"""What a row is linked by, for each column that identifies."""


@dataclass(frozen=True, slots=True)
class ClaimColumn:
    """A column that tells who a row is about; `position` is where a response has its value."""

    role: ColumnRole
    position: int
    index: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One cell that tells who its row is about."""

    role: ColumnRole
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim that finds nobody, and who may be meant by it."""

    claim: Claim
    near: NearMiss


@dataclass(frozen=True, slots=True)
class Identification:
    """Who a row is about, as far as its claims go.

    `participant` is None where nobody is named, or where the naming fails for `reason`;
    `near` then holds who may be meant. `link` tells how the row is linked, or why not.
    """

    link: Link
    participant: Participant | None = None
    reason: Problem | None = None
    near: tuple[NearClaim, ...] = ()


class RowLink(NamedTuple):
    """How one row is linked to a person; `place` is its first cell, `claims` what it says."""

    place: Place
    link: Link
    claims: tuple[Claim, ...] = ()
    near: tuple[NearClaim, ...] = ()


def find_claim_columns(export: Export, keys: tuple[int, ...] = ()) -> tuple[ClaimColumn, ...]:
    """Return what identifies a row of `export`, keys first.

    `keys` are positions of columns that hold a key because the workbook says so.
    """
    found = [
        ClaimColumn(ColumnRole.KEY if position in keys else column.role, position, column.index)
        for position, column in enumerate(export.columns)
        if position in keys or column.role in IDENTIFYING
    ]
    return tuple(sorted(found, key=lambda column: IDENTIFYING.index(column.role)))


def collect_claims(
    export: Export, response: Response, columns: tuple[ClaimColumn, ...]
) -> Iterator[Claim]:
    """Yield what the row says of who it is about; "anonymous" and blanks say nothing."""
    for column in columns:
        value = response.values[column.position]
        if is_claim(value):
            place = export.place(response.row, column.index)
            yield Claim(column.role, text_of(value), place)


def names_anybody(export: Export, column: ClaimColumn) -> bool:
    """Tell whether any row of `export` says in the column who it is about."""
    return any(map(is_claim, export.responses.column(column.position).different))


def is_claim(value: CellValue) -> bool:
    """Tell whether a cell says who its row is about."""
    return value is not None and normalise(text_of(value)) not in WORDS_FOR_NOBODY


def identify(claims: tuple[Claim, ...], register: Register) -> Identification:
    """Return the participant that `claims` name, or that a person decided they mean.

    One claim that finds a single participant is enough. Claims that find different ones,
    or only a name that two of them share, find nobody.
    """
    if not claims:
        return Identification(Link.NOBODY)
    found = [find_claimed(claim, register) for claim in claims]
    named = {
        participants[0].key: (participants[0], link)
        for participants, link in reversed(found)
        if len(participants) == 1
    }
    if len(named) == 1:
        ((participant, link),) = named.values()
        return Identification(link, participant)
    if any(participants for participants, _ in found):
        reason = problem("respondent-ambiguous", claims[0].place)
        return Identification(Link.AMBIGUOUS, reason=reason)
    return Identification(
        Link.UNKNOWN,
        reason=problem("respondent-unknown", claims[0].place),
        near=tuple(
            NearClaim(claim, near)
            for claim in claims
            for near in find_near_misses(register, claim.role, claim.text)
        ),
    )


def find_claimed(claim: Claim, register: Register) -> tuple[tuple[Participant, ...], Link]:
    """Return whom `claim` finds, and how; what the register has needs no decision."""
    found = register.find(claim.role, claim.text)
    if found:
        return found, LINKS[claim.role]
    return register.find_decided(claim.role, claim.text), Link.DECISION


def are_codes_self_made(
    export: Export, columns: tuple[ClaimColumn, ...], register: Register
) -> bool:
    """Tell whether the respondents made their codes up: none of them is in the register."""
    return not any(
        register.find(ColumnRole.KEY, text_of(value))
        for column in columns
        if column.role is ColumnRole.KEY
        for value in export.responses.column(column.position).different
    )
