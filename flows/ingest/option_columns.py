"""Questions with a column for each option: how such columns are told, joined and read."""

from collections.abc import Iterable

from flows.ingest.exports import Column, OptionCell
from flows.programme.headers import display, normalise
from flows.programme.sheets import CellValue, Row, Tick, Ticks, text_of

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


def read_value(row: Row, column: Column) -> CellValue:
    """Return what the row says in the column: its cell, or the options that it ticks.

    A row that ticks nothing says nothing. An option that is written in words of its own
    ("Other") beside a cell that is answered already is left to that answer.
    """
    if not column.options:
        return row.value_at(column.index)
    ticks = tuple(tick for cell in column.options if (tick := read_tick(row, cell)))
    in_own_words = {cell.index for cell in column.options if not cell.option}
    if any(tick.column in in_own_words for tick in ticks):
        ticks = tuple(tick for tick in ticks if tick.column in in_own_words)
    return Ticks(ticks) if ticks else None


def read_tick(row: Row, cell: OptionCell) -> Tick | None:
    """Return the option that the row ticks in the cell, or None."""
    text = text_of(row.value_at(cell.index))
    if not cell.option:
        return Tick(display(text), cell.index) if display(text) else None
    key = normalise(text)
    is_chosen = key == normalise(cell.option) or key not in UNTICKED_MARKS
    return Tick(cell.option, cell.index) if is_chosen and key else None


def are_ticks(option: str, values: Iterable[CellValue]) -> bool:
    """Tell whether a column's filled cells say that `option` was chosen, or was not."""
    keys = {normalise(text_of(value)) for value in values if value is not None}
    return keys <= {normalise(option)} or keys <= TICKED_MARKS | UNTICKED_MARKS


def repeat_option(option: str, values: Iterable[CellValue]) -> bool:
    """Tell whether a column's cells, if any is filled, hold nothing but the option itself."""
    return {normalise(text_of(value)) for value in values if value is not None} <= {
        normalise(option)
    }
