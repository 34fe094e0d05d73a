"""What a file says of its tables that python-calamine does not: hidden, failed, uncalculated."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from flows.programme.sheets import CellError, Row, Sheet, filled_row

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""How Excel's binary formats write what a failed cell shows. Source: [MS-XLS] 2.5.10 (BErr)."""
UNKNOWN_ERROR = "#VALUE!"


@dataclass(slots=True)
class TableMarkup:
    """What is told of one table, while it is read; numbers count from 1 as in Excel.

    `hidden_rows` are ranges in their order: a whole million may be hidden at once.
    """

    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: list[str] = field(default_factory=list)
    next_row: int = 1
    next_column: int = 1


def complete(sheets: tuple[Sheet, ...], markup: Mapping[str, TableMarkup]) -> tuple[Sheet, ...]:
    """Return the sheets with all that is told of them by their name."""
    return tuple(
        complete_sheet(sheet, markup[sheet.name]) if sheet.name in markup else sheet
        for sheet in sheets
    )


def complete_sheet(sheet: Sheet, table: TableMarkup) -> Sheet:
    """Return the sheet with what is told of its table."""
    width = max((len(row.values) for row in sheet.rows), default=0)
    return replace(
        sheet,
        rows=tuple(complete_rows(sheet, table)),
        uncalculated=tuple(table.uncalculated),
        hidden_columns=tuple(
            column for columns in table.hidden_columns for column in columns if column <= width
        ),
    )


def complete_rows(sheet: Sheet, table: TableMarkup) -> Iterator[Row]:
    """Yield the rows with their failed cells, also those that hold nothing else."""
    rows = {row.number: row for row in sheet.rows}
    for number, column in table.errors:
        values = list(rows[number].values if number in rows else ())
        values += [None] * (column - len(values))
        values[column - 1] = CellError(table.errors[number, column])
        rows[number] = filled_row(number, values) or Row(number, ())
    firsts = [hidden.start for hidden in table.hidden_rows]
    for number in sorted(rows):
        last = bisect_right(firsts, number)
        is_hidden = last > 0 and number in table.hidden_rows[last - 1]
        yield Row(number, rows[number].values, is_hidden)
