"""The rows of a sheet, kept by columns: of a survey with thousands of rows, few cells differ.

Rows are made when they are looked at, and a column is at hand without making any.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat, zip_longest
from typing import overload

from flows.programme.sheets import CellValue, Row
from flows.programme.value_columns import (
    KeptSequence,
    ValueColumn,
    keep_numbers,
    make_column,
    repeat_value,
)

MOST_CELLS_ADDED = 100_000
"""How many empty cells a block may hold beyond the filled ones: a stray cell at the right end
of a sheet must not widen all its rows."""


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Rows below each other that are about as wide; `numbers` are those in Excel."""

    numbers: Sequence[int]
    columns: tuple[ValueColumn[CellValue], ...]

    def __iter__(self) -> Iterator[tuple[int, tuple[CellValue, ...]]]:
        """Yield the number and the cells of each row, empty ones behind the last included."""
        cells = zip(*self.columns, strict=True) if self.columns else repeat(())
        return zip(self.numbers, cells, strict=False)

    def column(self, index: int) -> ValueColumn[CellValue]:
        """Return the cells of the 1-based column `index`, of all rows."""
        if index <= len(self.columns):
            return self.columns[index - 1]
        return repeat_value(None, len(self.numbers))


@dataclass(frozen=True, slots=True, eq=False)
class Rows(KeptSequence[Row]):
    """Rows in their order; `hidden` are the numbers in Excel of those the owner does not see."""

    blocks: tuple[RowBlock, ...] = ()
    hidden: frozenset[int] = frozenset()

    def __len__(self) -> int:
        """Return how many rows there are."""
        return sum(len(block.numbers) for block in self.blocks)

    def __iter__(self) -> Iterator[Row]:
        """Yield every row, each made when it is asked for."""
        for number, cells in chain.from_iterable(self.blocks):
            yield Row(number, without_empty_end(cells), number in self.hidden)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> "Rows": ...

    def __getitem__(self, at: int | slice) -> "Row | Rows":
        """Return one row, or some of them."""
        if isinstance(at, slice):
            return self.pick(range(*at.indices(len(self))))
        (row,) = self.pick((range(len(self))[at],))
        return row

    @property
    def numbers(self) -> Sequence[int]:
        """The rows' numbers in Excel."""
        return keep_numbers(chain.from_iterable(block.numbers for block in self.blocks))

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(filled_width, self.blocks), default=0)

    def column(self, index: int) -> ValueColumn[CellValue]:
        """Return what all rows have in the 1-based column `index`, None beyond a row's end."""
        columns = [block.column(index) for block in self.blocks]
        return columns[0] if len(columns) == 1 else make_column(chain.from_iterable(columns))

    def pick(self, chosen: Iterable[int]) -> "Rows":
        """Return the rows that are `chosen` by where they stand, from 0, in their order."""
        listed = tuple(chosen)
        picked: list[RowBlock] = []
        start = 0
        for block in self.blocks:
            end = start + len(block.numbers)
            some = listed[bisect_left(listed, start) : bisect_left(listed, end)]
            if some:
                picked.append(pick_rows(block, keep_numbers(place - start for place in some)))
            start = end
        return Rows(tuple(picked), self.hidden)


def pick_rows(block: RowBlock, chosen: Sequence[int]) -> RowBlock:
    """Return the rows of `block` that are `chosen` by where they stand in it, from 0."""
    numbers = keep_numbers(map(block.numbers.__getitem__, chosen))
    return RowBlock(numbers, tuple(column.pick(chosen) for column in block.columns))


def keep_rows(rows: Iterable[Row]) -> Rows:
    """Return `rows` by columns, as which they may be kept already."""
    if isinstance(rows, Rows):
        return rows
    listed = tuple(rows)
    hidden = frozenset(row.number for row in listed if row.is_hidden)
    return Rows(tuple(map(make_block, cut_blocks(listed))), hidden)


def cut_blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the rows in blocks, of which none has many more cells than are filled."""
    block: list[Row] = []
    widest = filled = 0
    for row in rows:
        width = len(row.values)
        widest = max(widest, width)
        if block and widest * (len(block) + 1) > 2 * (filled + width) + MOST_CELLS_ADDED:
            yield block
            block, widest, filled = [], width, 0
        block.append(row)
        filled += width
    if block:
        yield block


def make_block(rows: Sequence[Row]) -> RowBlock:
    """Return the block of `rows`."""
    columns = zip_longest(*(row.values for row in rows))
    return RowBlock(keep_numbers(row.number for row in rows), tuple(map(make_column, columns)))


def filled_width(block: RowBlock) -> int:
    """Return the number of the last column of `block` in which any cell is filled."""
    widths = range(len(block.columns), 0, -1)
    filled = (index for index in widths if not is_empty(block.columns[index - 1]))
    return next(filled, 0)


def is_empty(column: Iterable[CellValue]) -> bool:
    """Tell whether no cell of a column is filled."""
    return all(value is None for value in column)


def without_empty_end(cells: tuple[CellValue, ...]) -> tuple[CellValue, ...]:
    """Return the cells of a row up to its last filled one."""
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    return cells[:width]
