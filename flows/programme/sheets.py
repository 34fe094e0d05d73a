"""A spreadsheet as its owner sees it: sheets, rows and cell values, before any meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from flows.programme.places import Place


@dataclass(frozen=True, slots=True)
class CellError:
    """What Excel shows in a cell whose formula failed: "#N/A", "#DIV/0!" ..."""

    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One option of a question that was chosen in a cell of its own, in the 1-based `column`.

    `is_write_in` tells that the respondent wrote something there that no option says.
    """

    option: str
    column: int
    is_write_in: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """The options that one respondent chose, where a question has a column for each of them."""

    ticks: tuple[Tick, ...]

    @property
    def only(self) -> str | None:
        """The one option of somebody who chose one; what was written beside it does not count."""
        chosen = [tick for tick in self.ticks if not tick.is_write_in] or self.ticks
        return chosen[0].option if len(chosen) == 1 else None

    @property
    def text(self) -> str:
        """The options after each other, as a tool writes them that puts them in one cell."""
        return "; ".join(tick.option for tick in self.ticks)


CellValue = str | int | float | bool | datetime | date | time | timedelta | CellError | Ticks | None
"""What one cell holds; None is an empty cell. Ticks are what several cells hold together."""


class Row(NamedTuple):
    """One row of a sheet; `values` starts at column A and ends at the last filled cell.

    A named tuple, because there are as many as a survey has respondents, in two processes.
    """

    number: int
    values: tuple[CellValue, ...]
    is_hidden: bool = False

    def value_at(self, column: int) -> CellValue:
        """Return the value in the 1-based `column`; None beyond the row's end."""
        return self.values[column - 1] if column <= len(self.values) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a source; its rows in order, wholly empty ones left out.

    `merged` holds the merged ranges ("A1:F1"); their value stands in the first cell only.
    `uncalculated` holds the cells ("C7") whose formula has no stored value, `hidden_columns`
    the numbers of the columns that the owner does not see.
    """

    file: str
    name: str
    rows: Sequence[Row]
    is_hidden: bool = False
    merged: tuple[str, ...] = ()
    uncalculated: tuple[str, ...] = ()
    hidden_columns: tuple[int, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return the place of a cell, a row, a column or the whole sheet."""
        return Place(self.file, self.name, row, column)


def filled_row(number: int, values: Iterable[CellValue], *, is_hidden: bool = False) -> Row | None:
    """Return the row `number` up to its last filled cell, or None where no cell is filled."""
    shown = [shown_value(value) for value in values]
    while shown and shown[-1] is None:
        shown.pop()
    return Row(number, tuple(shown), is_hidden) if shown else None


def shown_value(value: CellValue) -> CellValue:
    """Return the value as every reader gives it, whatever its file format stores.

    Blank text is an empty cell, a whole number has no point, a moment at midnight is a date.
    """
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value


def text_of(value: CellValue) -> str:
    """Return a cell's value as a person would type it; "" for an empty cell.

    Whole floats lose their point (4.0 is "4"); dates are ISO 8601; errors their text; several
    options that were ticked stand after each other.
    """
    if isinstance(value, str) or value is None:
        return value or ""
    return SPELLINGS.get(type(value), str)(value)


SPELLINGS: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: str(value).upper(),
    float: lambda value: str(int(value) if value.is_integer() else value),
    CellError: lambda value: value.text,
    Ticks: lambda value: value.text,
    datetime: lambda value: value.isoformat(sep=" "),
}
"""How values are typed that are not typed as Python writes them."""
