"""Columns of many values of which few differ: each different one is kept once.

A survey of a region has millions of answers, and a scale has five labels. Kept so, an answer
takes one byte that says which of the labels it is, and is looked at as often as there are labels.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, overload

Value = TypeVar("Value")
Made = TypeVar("Made")

MIXED_UP = {bool, int, float}
"""Types whose values may equal each other and are not the same: TRUE, 1 and 1.0."""

SMALLEST_FIRST = (("B", 2**8), ("H", 2**16), ("I", 2**32))
"""The kinds of arrays, each with how many different numbers its items can hold."""


class KeptSequence(Sequence[Value]):
    """What is kept in another way than it is looked at; it equals what looks the same."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` holds the same in the same order, however it is kept."""
        return self is other or (isinstance(other, Sequence) and tuple(self) == tuple(other))


@dataclass(frozen=True, slots=True, eq=False)
class ValueColumn(KeptSequence[Value]):
    """Values in their order: `positions` says of each where it stands in `distinct`.

    `distinct` may hold values that are in no position any more, because the column is a part of
    another one.
    """

    positions: Sequence[int]
    distinct: Sequence[Value]

    def __len__(self) -> int:
        """Return how many values there are, equal ones counted each."""
        return len(self.positions)

    def __iter__(self) -> Iterator[Value]:
        """Yield every value in order."""
        return map(self.distinct.__getitem__, self.positions)

    @overload
    def __getitem__(self, at: int) -> Value: ...

    @overload
    def __getitem__(self, at: slice) -> "ValueColumn[Value]": ...

    def __getitem__(self, at: int | slice) -> "Value | ValueColumn[Value]":
        """Return one value, or the column of some."""
        if isinstance(at, slice):
            return ValueColumn(self.positions[at], self.distinct)
        return self.distinct[self.positions[at]]

    @property
    def different(self) -> list[Value]:
        """The values that are there, equal ones once."""
        return [self.distinct[position] for position in set(self.positions)]

    def count(self, value: object) -> int:
        """Return how often `value` is there."""
        return list(self).count(value)  # type: ignore[arg-type]  # anything may be asked for

    def count_each(self) -> Iterator[tuple[Value, int]]:
        """Yield each value that is there and how often it is."""
        for position, count in Counter(self.positions).items():
            yield self.distinct[position], count

    def pick(self, chosen: Sequence[int]) -> "ValueColumn[Value]":
        """Return the column of the values that are `chosen` by where they stand, from 0."""
        if isinstance(chosen, range) and chosen.step == 1:
            return self if len(chosen) == len(self) else self[chosen.start : chosen.stop]
        return ValueColumn(keep_numbers(map(self.positions.__getitem__, chosen)), self.distinct)

    def translate(self, make: Callable[[Value], Made]) -> "ValueColumn[Made]":
        """Return what `make` makes of each value; equal ones are given to it once."""
        return ValueColumn(self.positions, keep_values(tuple(map(make, self.distinct))))


def make_column(values: Iterable[Value]) -> ValueColumn[Value]:
    """Return the column of `values`, which are hashable."""
    cells = tuple(values)
    keys: tuple[object, ...] = cells
    if len(MIXED_UP.intersection(map(type, cells))) > 1:
        keys = tuple(zip(map(type, cells), cells, strict=True))
    cell_by_key = dict(zip(keys, cells, strict=True))
    if len(cell_by_key) == len(cells):
        return ValueColumn(range(len(cells)), keep_values(cells))
    position_by_key = {key: position for position, key in enumerate(cell_by_key)}
    positions = keep_numbers(map(position_by_key.__getitem__, keys))
    return ValueColumn(positions, keep_values(tuple(cell_by_key.values())))


def repeat_value(value: Value, count: int) -> ValueColumn[Value]:
    """Return the column that says `value` as often as `count` tells."""
    return ValueColumn(array("B", bytes(count)), (value,))


def keep_values(values: tuple[Value, ...]) -> Sequence[Value]:
    """Return `values` as they take least memory: whole numbers, such as ids, as an array."""
    if set(map(type, values)) != {int}:
        return values
    numbers: Sequence[Any] = values
    try:
        return array("q", numbers)
    except OverflowError:
        return values


def keep_numbers(numbers: Iterable[int]) -> Sequence[int]:
    """Return `numbers`, none below 0, as they take least memory: such as 2, 3, 4 as a range."""
    listed = tuple(numbers)
    first, last = (listed[0], listed[-1]) if listed else (0, -1)
    if last - first == len(listed) - 1 and listed == tuple(range(first, last + 1)):
        return range(first, last + 1)
    most = max(listed)
    kind = next(kind for kind, limit in SMALLEST_FIRST if most < limit)
    return array(kind, listed)
