"""What in a quote may point at somebody. A second person looks at a quote that is flagged."""

import re
from collections.abc import Iterable, Iterator

from flows.programme.headers import display
from flows.programme.programme import Participant
from flows.validate.personal_numbers import PERSONAL_NUMBER

EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
PHONE = re.compile(r"(?<!\d)(?:\+|00|0)\d(?:[\s()/–-]*\d){6,12}(?!\d)")
WRITTEN_NUMBER = re.compile(rf"(?<!\d){PERSONAL_NUMBER.pattern}(?!\d)", PERSONAL_NUMBER.flags)
SHORTEST_NAME = 3
"""Shorter parts of a name, such as "Bo", are flagged only in the whole name: they are words too."""


def points_at_somebody(text: str, participants: Iterable[Participant]) -> bool:
    """Tell whether `text` holds an address, a number of a person or a phone, a name or a workplace.

    Names and workplaces are those of the register, in whatever case; a part of a name is
    enough, such as a first name.
    """
    words = display(text)
    if any(pattern.search(words) for pattern in (EMAIL, PHONE, WRITTEN_NUMBER)):
        return True
    telling = {name for person in participants for name in names_of(person)}
    return any(re.search(rf"\b{re.escape(name)}s?\b", words, re.IGNORECASE) for name in telling)


def names_of(person: Participant) -> Iterator[str]:
    """Yield what names `person` in a text: the name and its longer parts, and the workplace."""
    yield from (text for text in (display(person.name), display(person.organisation)) if text)
    yield from (part for part in display(person.name).split() if len(part) >= SHORTEST_NAME)
