"""Answers as they stand in their tables: a column for each question, equal cells kept once.

A survey of a region has millions of answers, of which few differ. Kept by column each takes
the eight bytes of a reference; what else an answer says is said by its row and its column.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from flows.ingest.continuations import Continuation, locate
from flows.validate.answers import CellAnswer
from flows.validate.dataset import Answer, UsedResponse


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """What one question was answered, by each response of its table in their order.

    `cells` are the columns in Excel that it stands in: one, or one for each option.
    """

    item_id: str
    cells: tuple[int, ...]
    readings: tuple[CellAnswer, ...]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """The answers of one table: its used responses are the rows, in order of place.

    `continuations` are further sheets in which the table goes on to the right.
    """

    responses: tuple[UsedResponse, ...]
    columns: tuple[AnswerColumn, ...]
    continuations: tuple[Continuation, ...] = ()

    def __iter__(self) -> Iterator[Answer]:
        """Yield every answer, row by row, each made when it is asked for."""
        for position, response in enumerate(self.responses):
            row = response.place
            for column in self.columns:
                reading = column.readings[position]
                first, *further = (locate(row, cell, self.continuations) for cell in column.cells)
                yield Answer(
                    column.item_id,
                    response.respondent,
                    response.session,
                    response.wave,
                    reading.value,
                    reading.codes,
                    reading.missing,
                    first,
                    row,
                    tuple(further),
                )


@dataclass(frozen=True, slots=True)
class TabulatedAnswers(Collection[Answer]):
    """The answers of all tables, which stand in order of place."""

    tables: tuple[AnswerTable, ...]

    def __iter__(self) -> Iterator[Answer]:
        """Yield every answer in order of place."""
        for table in self.tables:
            yield from table

    def __len__(self) -> int:
        """Return how many answers there are, missing ones too."""
        return sum(len(table.responses) * len(table.columns) for table in self.tables)

    def __contains__(self, answer: object) -> bool:
        """Tell whether `answer` is one of them."""
        return any(answer == one for one in self)
