"""The sign by which a correction workbook is known again, whatever its name has become.

Two sheets carry it: the fix list in front, and a hidden one behind, which also remembers the
marked cells. Either is enough. Both are the program's own and never read as data. Excel,
LibreOffice and openpyxl keep cells and hidden sheets; other hiding places they may drop.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from flows.programme.sheets import CellValue, Sheet, text_of

SIGN = re.compile(r"slutrapport · (\d+) · ([0-9a-f]{64}) · (.+)")
SIGN_SEARCH_ROWS = 5
"""Among how many filled rows of a sheet its sign is looked for; it stands in column A."""


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """One cell that the correction workbook marked, and the text that stood in it."""

    sheet: str
    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class CorrectionSign:
    """Which file a correction workbook was made of, in which round, and what it marked.

    Without the hidden sheet nothing is known of the marked cells.
    """

    file: str
    sha256: str
    round: int
    marked: tuple[MarkedCell, ...] = ()

    @property
    def text(self) -> str:
        """The sign as it stands in a cell."""
        return f"slutrapport · {self.round} · {self.sha256} · {self.file}"

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the hidden sheet: the sign, then a marked cell each."""
        return (
            (self.text,),
            *((one.sheet, str(one.row), str(one.column), one.text) for one in self.marked),
        )


def take_sign(sheets: tuple[Sheet, ...]) -> tuple[tuple[Sheet, ...], CorrectionSign | None]:
    """Return the sheets that hold the owner's data, and the sign of a correction workbook."""
    signs = {sheet.name: sign for sheet in sheets if (sign := find_sign(sheet)) is not None}
    owners = tuple(sheet for sheet in sheets if sheet.name not in signs)
    best = max(signs.values(), key=lambda sign: len(sign.marked), default=None)
    return owners, best


def find_sign(sheet: Sheet) -> CorrectionSign | None:
    """Return the sign that the sheet carries, or None where it is the owner's."""
    for position, row in enumerate(sheet.rows[:SIGN_SEARCH_ROWS]):
        match = SIGN.fullmatch(text_of(row.value_at(1)))
        if match:
            marked = tuple(read_marked(sheet, position + 1)) if sheet.is_hidden else ()
            return CorrectionSign(match[3], match[2], int(match[1]), marked)
    return None


def read_marked(sheet: Sheet, first: int) -> Iterator[MarkedCell]:
    """Yield the marked cells that the hidden sheet lists from its filled row `first` on."""
    for row in sheet.rows[first:]:
        name, number, column, text = (row.value_at(column) for column in (1, 2, 3, 4))
        if text_of(number).isdecimal() and text_of(column).isdecimal():
            yield MarkedCell(
                text_of(name), int(text_of(number)), int(text_of(column)), comparable_text(text)
            )


def comparable_text(value: CellValue) -> str:
    """Return a cell's text so that a value that was only saved again compares equal.

    Other programs write line breaks in their own way and round the last digits of a number
    and the parts of a second.
    """
    if isinstance(value, float):
        value = float(f"{value:.14g}")
    elif isinstance(value, datetime | time):
        value = value.replace(microsecond=0)
    return text_of(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
