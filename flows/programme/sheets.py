"""A spreadsheet as its owner sees it: sheets, rows and cell values, before any meaning."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flows.programme.places import Place


@dataclass(frozen=True, slots=True)
class CellError:
    """What Excel shows in a cell whose formula failed: "#N/A", "#DIV/0!" ..."""

    text: str


CellValue = str | int | float | bool | datetime | date | time | timedelta | CellError | None
"""What one cell holds; None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet; `values` starts at column A and ends at the last filled cell."""

    number: int
    values: tuple[CellValue, ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a source; its rows in order, wholly empty ones left out.

    `merged` holds the merged ranges ("A1:F1"); their value stands in the first cell only.
    `uncalculated` holds the cells ("C7") whose formula has no stored value.
    """

    file: str
    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    merged: tuple[str, ...] = ()
    uncalculated: tuple[str, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return the place of a cell, a row, a column or the whole sheet."""
        return Place(self.file, self.name, row, column)


def text_of(value: CellValue) -> str:
    """Return a cell's value as a person would type it; "" for an empty cell.

    Whole floats lose their point (4.0 is "4"); dates are ISO 8601; errors their text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, CellError):
        return value.text
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return str(value)
