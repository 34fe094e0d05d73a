"""Problems: facts about somebody's spreadsheet, collected and never raised.

What each code means, and its words, stand in problem_catalogue/.
"""

from dataclasses import dataclass
from enum import StrEnum

from flows.programme.places import Place


class Severity(StrEnum):
    """How far a problem reaches."""

    NOTE = "note"
    ROW_EXCLUDED = "row excluded"
    FILE_REJECTED = "file rejected"
    BLOCKS_SUBMISSION = "blocks submission"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fact: its code in the catalogue, where it is, and the values its words need.

    `parameters` never hold free text, names or e-mail addresses. Problems sort by place.
    """

    place: Place
    code: str
    parameters: tuple[tuple[str, str], ...] = ()


def problem(code: str, place: Place, **parameters: str | int) -> Problem:
    """Return the problem `code` at `place` with the values named in its catalogue entry."""
    return Problem(place, code, tuple((key, str(value)) for key, value in parameters.items()))
