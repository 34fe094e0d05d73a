"""What tells who somebody is: keys, addresses and names, as they are compared."""

import re
from collections.abc import Iterator

from flows.ingest.exports import ColumnRole
from flows.programme.headers import normalise
from flows.programme.programme import Participant

IDENTIFYING = (ColumnRole.KEY, ColumnRole.EMAIL, ColumnRole.NAME)
"""The columns that tell who somebody is; what comes first wins."""

IN_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
"""What meeting tools put behind a name: "(EXT)", "[guest]", "iPhone (Ada Berg)"."""

BETWEEN_NAMES = re.compile(r"[\s,;\-–_]+")


def list_identifiers(participant: Participant) -> Iterator[tuple[ColumnRole, str]]:
    """Yield what the register knows a participant by: key, e-mail address and name."""
    known = (participant.key, participant.email, participant.name)
    for role, text in zip(IDENTIFYING, known, strict=True):
        if text:
            yield role, text


def identifiers(role: ColumnRole, text: str) -> tuple[str, ...]:
    """Return what `text` may be known as: a name also by what stands in brackets behind it."""
    if role is not ColumnRole.NAME:
        return (identifier(role, text),)
    inside = (identifier(role, bracketed) for bracketed in IN_BRACKETS.findall(text))
    return tuple(known for known in (identifier(role, text), *inside) if known)


def identifier(role: ColumnRole, text: str) -> str:
    """Return `text` as it is compared: of a name its words in alphabetical order.

    So "Ekhamre, Malin (EXT)" is "Malin Ekhamre".
    """
    if role is ColumnRole.NAME:
        words = BETWEEN_NAMES.split(normalise(IN_BRACKETS.sub(" ", text)))
        return " ".join(sorted(filter(None, words)))
    return normalise(text)
