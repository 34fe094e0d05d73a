"""The cells behind a figure, folded to ranges as Excel writes them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flows.aggregate.indicators import SourceCells
from flows.programme.places import Place, column_letters, column_number


class Range(NamedTuple):
    """A rectangle of cells, both ends included; 0 stands for whole rows or whole columns."""

    top: int
    left: int
    bottom: int
    right: int


def fold_cells(places: Iterable[Place]) -> tuple[SourceCells, ...]:
    """Return the cells of `places`, one entry for each sheet, sorted by file and sheet.

    Places without a file, which stand for values made in code, are left out.
    """
    cells_by_sheet: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for place in places:
        if place.file:
            cells_by_sheet[place.file, place.sheet].add((place.column, place.row))
    return tuple(
        SourceCells(file, sheet, ", ".join(map(range_name, fold_ranges(cells))))
        for (file, sheet), cells in sorted(cells_by_sheet.items())
    )


def fold_ranges(cells: Iterable[tuple[int, int]]) -> list[Range]:
    """Return the ranges that hold exactly `cells`, given as (column, row), in reading order.

    Runs down a column come first, as surveys are read; equal runs side by side then join.
    """
    rows_by_column: dict[int, list[int]] = defaultdict(list)
    for column, row in cells:
        rows_by_column[column].append(row)
    columns_by_run: dict[tuple[int, int], list[int]] = defaultdict(list)
    for column, rows in rows_by_column.items():
        for run in unbroken_runs(rows):
            columns_by_run[run].append(column)
    return sorted(
        Range(top, left, bottom, right)
        for (top, bottom), columns in columns_by_run.items()
        for left, right in unbroken_runs(columns)
    )


def unbroken_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last number of each run, ascending; 0 ("all of them") stands alone."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number > 1 and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def range_name(cells: Range) -> str:
    """Return the range as in Excel: "F2:F16", "F18", "5:16", "F:G", or "" for the sheet."""
    first = f"{column_letters(cells.left)}{cells.top or ''}"
    last = f"{column_letters(cells.right)}{cells.bottom or ''}"
    is_cell = cells.top and cells.left and first == last
    return first if is_cell or not first else f"{first}:{last}"


def join_sources(sources: Iterable[SourceCells]) -> tuple[SourceCells, ...]:
    """Return cells that may overlap as `fold_cells` does: each sheet and each cell once."""
    cells_by_sheet: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source in sources:
        if source.cells not in cells_by_sheet[source.file, source.sheet]:
            cells_by_sheet[source.file, source.sheet].append(source.cells)
    return tuple(
        SourceCells(file, sheet, cells[0] if len(cells) == 1 else join_cells(cells))
        for (file, sheet), cells in sorted(cells_by_sheet.items())
    )


def join_cells(ranges: Iterable[str]) -> str:
    """Return the cells of all `ranges` together, folded again."""
    cells = {cell for part in ranges for cell in unfold_cells(part)}
    return ", ".join(map(range_name, fold_ranges(cells)))


def unfold_cells(ranges: str) -> Iterator[tuple[int, int]]:
    """Yield column and row of every cell in folded `ranges`; 0 for a whole row or column."""
    for part in ranges.split(", "):
        first, _colon, last = part.partition(":")
        (left, top), (right, bottom) = read_corner(first), read_corner(last or first)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row


def read_corner(name: str) -> tuple[int, int]:
    """Return column and row of "F17"; 0 for what is not named."""
    letters = name.rstrip("0123456789")
    return column_number(letters), int(name[len(letters) :] or 0)
