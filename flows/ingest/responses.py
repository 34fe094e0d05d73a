"""Responses: the rows of an export, kept by its columns and made when they are looked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from typing import NamedTuple, overload

from flows.programme.sheets import CellValue
from flows.programme.value_columns import KeptSequence, ValueColumn, keep_numbers, make_column


class Response(NamedTuple):
    """One row of an export: in a survey, what one respondent answered.

    `row` is the row in Excel. `values` stand in the order of the export's columns; columns
    dropped at the door are None. `submitted_at` is a local time without zone, or None.
    `is_partial` tells that the tool calls it unfinished: what it answers counts, but it is
    no complete response. `sessions` are what its values are about in an attendance list where
    the headers alone do not tell; empty in any other table.
    """

    row: int
    values: tuple[CellValue, ...]
    submitted_at: datetime | None = None
    is_partial: bool = False
    sessions: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Responses(KeptSequence[Response]):
    """Responses in their order; what they are made of stands in columns of as many values."""

    rows: Sequence[int]
    columns: tuple[ValueColumn[CellValue], ...]
    moments: ValueColumn[datetime | None]
    partial: ValueColumn[bool]
    sessions: ValueColumn[tuple[int | None, ...]]

    def __len__(self) -> int:
        """Return how many responses there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Response]:
        """Yield every response, each made when it is asked for."""
        values = zip(*self.columns, strict=True) if self.columns else repeat(())
        return map(Response, self.rows, values, self.moments, self.partial, self.sessions)

    @overload
    def __getitem__(self, at: int) -> Response: ...

    @overload
    def __getitem__(self, at: slice) -> "Responses": ...

    def __getitem__(self, at: int | slice) -> "Response | Responses":
        """Return one response, or some of them."""
        if isinstance(at, slice):
            return self.pick(range(*at.indices(len(self))))
        values = tuple(column[at] for column in self.columns)
        moment, is_partial = self.moments[at], self.partial[at]
        return Response(self.rows[at], values, moment, is_partial, self.sessions[at])

    def pick(self, chosen: Sequence[int]) -> "Responses":
        """Return the responses that are `chosen` by where they stand, from 0."""
        return Responses(
            keep_numbers(map(self.rows.__getitem__, chosen)),
            tuple(column.pick(chosen) for column in self.columns),
            self.moments.pick(chosen),
            self.partial.pick(chosen),
            self.sessions.pick(chosen),
        )

    def column(self, position: int) -> ValueColumn[CellValue]:
        """Return the value of every response that stands at `position` of its values."""
        return self.columns[position] if self.rows else make_column(())


def keep_responses(responses: Iterable[Response]) -> Responses:
    """Return `responses` by columns."""
    listed = tuple(responses)
    return Responses(
        keep_numbers(response.row for response in listed),
        tuple(map(make_column, zip(*(response.values for response in listed), strict=True))),
        make_column(response.submitted_at for response in listed),
        make_column(response.is_partial for response in listed),
        make_column(response.sessions for response in listed),
    )
