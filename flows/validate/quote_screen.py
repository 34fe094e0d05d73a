"""What in a quote may point at somebody. A second person looks at a quote that is flagged.

The screen rather flags too much: what it misses is printed, and what it flags is looked at.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from flows.programme.headers import display
from flows.programme.programme import Participant
from flows.programme.workplaces import COMMON_WORDS
from flows.validate.personal_numbers import PERSONAL_NUMBER

ADDRESS = re.compile(
    r"@|\w\s?[(\[]\s?at\s?[)\]]|\bsnabel-?a\b|\w\sat\s\w+\s(?:dot|punkt)\s"
    r"|https?:|\bwww\.|\w\.(?:se|com|nu|org|net|eu)\b",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<!\d)(?:\+|00|0)\d(?:[\s()/.\N{EN DASH}\N{NON-BREAKING HYPHEN}-]*\d){6,12}(?!\d)"
    r"|\b(?:tel|telefon|mobil|ankn|anknytning|phone|extension)\w*\W{0,3}\d[\d\s-]{2,}",
    re.IGNORECASE,
)
WRITTEN_NUMBER = re.compile(rf"(?<!\d){PERSONAL_NUMBER.pattern}(?!\d)", PERSONAL_NUMBER.flags)

SHORTEST_NAME = 3
"""Shorter parts of a name, such as "Bo", are words too, but for their capital letter."""
SHORTEST_INITIALS = 2
SHORTEST_WORD = 4
"""Shorter words of a workplace's name, such as "Sol", are in every other sentence."""
OWN_LETTERS = frozenset("åäöÅÄÖ")
"""Letters with marks that are not another letter with a mark: Pär is not "par"."""


def points_at_somebody(text: str, participants: Iterable[Participant]) -> bool:
    """Tell whether `text` holds an address, a number of a person or a phone, a name or a workplace.

    Names and workplaces are those of the register, with or without accents and in the genitive.
    A part of a name is enough, such as a first name, one half of a double name, a word of a
    workplace's name that few others have, or its initials.
    """
    words = simplify(text)
    if any(pattern.search(words) for pattern in (ADDRESS, PHONE, WRITTEN_NUMBER)):
        return True
    people = tuple(participants)
    in_any_case = {name for person in people for name in names_of(person)}
    as_written = {name for person in people for name in short_names_of(person)}
    return any(
        re.search(rf"\b{write_pattern(name)}s?\b", words, flags)
        for names, flags in ((in_any_case, re.IGNORECASE), (as_written, re.NOFLAG))
        for name in names
    )


def simplify(text: str) -> str:
    """Return `text` as it is shown, without invisible signs and without accents."""
    shown = (sign for sign in display(text) if sign.isprintable() or sign.isspace())
    return "".join(
        sign if sign in OWN_LETTERS else unicodedata.normalize("NFD", sign)[0] for sign in shown
    )


def write_pattern(name: str) -> str:
    """Return the pattern of `name`: Anna-Karin may also be Anna Karin and Annakarin."""
    return r"[-\s]?".join(re.escape(part) for part in re.split(r"[-\s]+", name))


def names_of(person: Participant) -> Iterator[str]:
    """Yield what names `person` in a text: the name and its parts, the workplace and its words."""
    name, workplace = simplify(person.name), simplify(person.organisation)
    yield from (text for text in (name, workplace) if text)
    for part in split_name(name):
        yield from (each for each in (part, *part.split("-")) if len(each) >= SHORTEST_NAME)
    for word in split_name(workplace):
        if len(word) >= SHORTEST_WORD and word.lower() not in COMMON_WORDS:
            yield word.removesuffix("s")


def short_names_of(person: Participant) -> Iterator[str]:
    """Yield what names `person` only as it is written: short parts of names, and initials."""
    parts = [each for part in split_name(simplify(person.name)) for each in part.split("-")]
    yield from (each for each in parts if 1 < len(each) < SHORTEST_NAME)
    words = split_name(simplify(person.organisation))
    initials = "".join(word[0] for word in words).upper()
    yield from (each for each in (initials,) if len(each) >= SHORTEST_INITIALS)
    yield from (word for word in words if word[1:] != word[1:].lower())  # FoU, SKR


def split_name(name: str) -> list[str]:
    """Return the words of `name` without the signs between them."""
    return [word for word in re.split(r"[^\w-]+", name) if word.strip("-_")]
