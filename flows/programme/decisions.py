"""What a person decided, read from the folder decisions/."""

from dataclasses import dataclass

from flows.programme.languages import Bilingual
from flows.programme.places import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class WordingDecision:
    """What a person says of a changed wording: the same item, another one, or nothing yet.

    `is_same` is None where nobody has answered; only True has an effect.
    """

    wording: str
    item_id: str
    place: Place = NOWHERE
    is_same: bool | None = True


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """What a person says of a spelling in an export: whom it means. Personal data.

    `written` is a name, an address, a key or a self-made code; `meant` the participant's key
    or the code that the same respondent wrote elsewhere. `is_same` is None where nobody has
    answered; only True joins anybody.
    """

    written: str
    meant: str
    place: Place = NOWHERE
    is_same: bool | None = True


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
    """A respondent's own words that a person approved for printing, letter by letter.

    `has_second_word` tells that another person approved them although they may name somebody.
    `comment_id` binds them to the whole comment that they were chosen from, "" to none.
    """

    text: str
    place: Place = NOWHERE
    has_second_word: bool = False
    comment_id: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """What comments may be about: its key, its name, and when coders are to use it."""

    key: str
    name: Bilingual
    description: str = ""
    example: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ThemeMark:
    """One theme that a coder gave a comment, by its key or its name as it was typed."""

    word: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One row of the coding workbook: a comment and the themes that two coders gave it.

    `text` is the comment as the coders saw it, `spots` where it stood then. Personal data.
    `first_cells` and `second_cells` are all those of each coder, filled in or not.
    """

    comment_id: str
    item_id: str
    text: str
    spots: tuple[str, ...]
    first: tuple[ThemeMark, ...]
    second: tuple[ThemeMark, ...]
    place: Place = NOWHERE
    first_cells: tuple[Place, ...] = ()
    second_cells: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a programme."""

    wordings: tuple[WordingDecision, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    quotes: tuple[ApprovedQuote, ...] = ()
    matches: tuple[MatchDecision, ...] = ()
    themes: tuple[Theme, ...] = ()
    coded_rows: tuple[CodedRow, ...] = ()
