"""Proposals: what may be the same, for a person to decide. Nothing here has any effect."""

from dataclasses import dataclass
from enum import StrEnum

from flows.programme.decisions import Theme
from flows.programme.languages import Bilingual
from flows.programme.places import Place


class Likeness(StrEnum):
    """Why a column is proposed to ask an item."""

    WORDING = "wording"  # its words are alike
    POSITION = "position"  # it stands where another export asks the item, on the same scale


@dataclass(frozen=True, slots=True)
class WordingProposal:
    """A header that may ask an item in other words: headers and wordings, never an answer.

    `places` are the header cells where it stands. `differing_words` are the words that only
    one of the two has.
    """

    wording: str
    item_id: str
    known_wording: str
    similarity_pct: int
    likeness: Likeness
    differing_words: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class MatchProposal:
    """A spelling that may mean somebody. Personal data: for the coordinator alone.

    `meant` is a participant's key, or a self-made code that another wave has. `name` is the
    participant's, empty for a code. `differences` counts the signs that differ.
    """

    written: str
    meant: str
    name: str
    differences: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CodingProposal:
    """A comment that no coding workbook has a row for. Personal data: for the coordinator alone.

    Those who wrote the same words in answer to the same item share it: `sessions` and `places`
    are all where they stand.
    """

    comment_id: str
    item_id: str
    question: Bilingual
    sessions: tuple[int, ...]
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """All proposals that nobody has answered yet, in order of place and likeness.

    `themes` is the list that comments are coded by until now.
    """

    wordings: tuple[WordingProposal, ...] = ()
    matches: tuple[MatchProposal, ...] = ()
    codings: tuple[CodingProposal, ...] = ()
    themes: tuple[Theme, ...] = ()


NOTHING_PROPOSED = Proposals()
