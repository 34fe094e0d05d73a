"""Whom a row is about: linked to the register by key, e-mail address or name, never guessed."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.ingest.exports import ColumnRole, Export, Response
from flows.programme.headers import normalise
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant
from flows.programme.sheets import text_of
from flows.validate.register import IDENTIFYING, Register

WORDS_FOR_NOBODY = {"", "-", "–", "anonymous", "anonym", "anonymt"}
"""What survey tools and people write where the respondent is not to be known."""


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
class Identification:
    """Who a row is about, as far as its claims go.

    `participant` is None where nobody is named, or where the naming fails for `reason`;
    `hints` then point to the row of the register that may be meant.
    """

    participant: Participant | None = None
    reason: Problem | None = None
    hints: tuple[Problem, ...] = ()


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
        text = text_of(response.values[column.position])
        if normalise(text) not in WORDS_FOR_NOBODY:
            yield Claim(column.role, text, export.place(response.row, column.index))


def identify(claims: tuple[Claim, ...], register: Register) -> Identification:
    """Return the participant that `claims` name.

    One claim that finds a single participant is enough. Claims that find different ones,
    or only a name that two of them share, find nobody.
    """
    if not claims:
        return Identification()
    found = [register.find(claim.role, claim.text) for claim in claims]
    named = {
        participants[0].key: participants[0] for participants in found if len(participants) == 1
    }
    if len(named) == 1:
        return Identification(next(iter(named.values())))
    if any(found):
        return Identification(reason=problem("respondent-ambiguous", claims[0].place))
    hints = (hint_at(claim, register) for claim in claims)
    return Identification(
        reason=problem("respondent-unknown", claims[0].place),
        hints=tuple(hint for hint in hints if hint),
    )


def hint_at(claim: Claim, register: Register) -> Problem | None:
    """Return a note where `claim` is spelt almost as in one row of the register."""
    near = register.find_near_miss(claim.role, claim.text)
    if near is None:
        return None
    row = near.participant.place.row
    return problem("respondent-misspelt", claim.place, row=row, differences=near.differences)


def are_codes_self_made(
    export: Export, columns: tuple[ClaimColumn, ...], register: Register
) -> bool:
    """Tell whether the respondents made their codes up: none of them is in the register."""
    return not any(
        register.find(ColumnRole.KEY, text_of(response.values[column.position]))
        for column in columns
        if column.role is ColumnRole.KEY
        for response in export.responses
    )
