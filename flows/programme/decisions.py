"""What a person decided, read from the folder decisions/."""

from dataclasses import dataclass

from flows.programme.places import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class WordingDecision:
    """A changed wording that a person confirmed to be the same item."""

    wording: str
    item_id: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A problem that a person has read and lets stand; empty fields match everything."""

    code: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    reason: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ApprovedQuote:
    """A respondent's own words that a person approved for printing, letter by letter."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a programme."""

    wordings: tuple[WordingDecision, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    quotes: tuple[ApprovedQuote, ...] = ()
