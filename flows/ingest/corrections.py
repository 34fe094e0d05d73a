"""Corrections: what a corrected file says of the file that it corrects, and what was changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flows.programme.places import Place


class ChangeKind(StrEnum):
    """What somebody did."""

    CELL = "cell"
    ROW_REMOVED = "row removed"
    ROW_ADDED = "row added"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that holds something else than it did, or one row that was removed or added.

    `place` is in the corrected file; of a removed row, in the original. `before` and `after`
    are the cell's text, empty for a row and for an empty cell. They may be free text or a
    name, and go to the file's owner only.
    """

    place: Place
    kind: ChangeKind
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected file is read instead of, and what was changed in it.

    `file` and `sha256` are the original's; `round` counts from 1: a correction workbook that
    was made of a corrected file is of the next round. `saved_at` is when the corrected file
    says that it was saved, in UTC, or None. Without the original in the folder, `changes`
    are those of the marked cells only.
    """

    file: str
    sha256: str
    round: int
    is_original_there: bool
    saved_at: datetime | None
    changes: tuple[Change, ...]

    def count(self, kind: ChangeKind) -> int:
        """Return how many changes of `kind` there are."""
        return sum(change.kind is kind for change in self.changes)
