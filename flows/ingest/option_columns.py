"""Questions with a column for each option: how such columns are told, joined and read."""

from collections.abc import Callable, Iterable

from flows.ingest.exports import Column, OptionCell
from flows.programme.headers import display, normalise
from flows.programme.sheets import CellValue, Row, Tick, Ticks, text_of

CellReader = Callable[[Row, int], CellValue]
"""Returns what a row says in the 1-based column of a cell."""

TICKED_MARKS = frozenset(
    (
        "1",
        "x",
        "y",
        "yes",
        "ja",
        "j",
        "kyllä",
        "true",
        "sant",
        "checked",
        "selected",
        "vald",
        "valgt",
        "valittu",
        "ausgewählt",
        "✓",
        "✔",
    )
)
"""What a tool writes in the cell of an option that was chosen, where it is not the option."""

UNTICKED_MARKS = frozenset(
    (
        "",
        "0",
        "-",
        "n",
        "no",
        "nej",
        "nei",
        "nein",
        "ei",
        "false",
        "falskt",
        "unchecked",
        "not selected",
        "ej vald",
        "ikke valgt",
        "ei valittu",
        "nicht ausgewählt",
    )
)
"""What a tool writes in the cell of an option that was not chosen."""


def read_value(row: Row, column: Column, cell_of: CellReader = Row.value_at) -> CellValue:
    """Return what the row says in the column: its cell, or the options that it ticks.

    `cell_of` reads one cell, where a tool writes codes. A row that ticks nothing says nothing.
    """
    if not column.options:
        return cell_of(row, column.index)
    found = (read_tick(cell_of(row, cell.index), cell) for cell in column.options)
    ticks = tuple(tick for tick in found if tick)
    return Ticks(ticks) if ticks else None


def read_tick(value: CellValue, cell: OptionCell) -> Tick | None:
    """Return the option that the value of its cell ticks, or None."""
    text = text_of(value)
    if not cell.option:
        return Tick(display(text), cell.index) if display(text) else None
    key = normalise(text)
    is_chosen = key == normalise(cell.option) or key not in UNTICKED_MARKS
    return Tick(cell.option, cell.index, cell.is_write_in) if is_chosen and key else None


def are_ticks(option: str, values: Iterable[CellValue]) -> bool:
    """Tell whether a column's filled cells say that `option` was chosen, or was not."""
    keys = {normalise(text_of(value)) for value in values if value is not None}
    return keys <= {normalise(option)} or keys <= TICKED_MARKS | UNTICKED_MARKS
