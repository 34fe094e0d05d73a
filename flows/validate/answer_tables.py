"""Answers and comments as they stand in their tables, each made when it is asked for.

A survey of a region has millions of answers, of which few differ. Kept by column each takes
one byte or two; what else an answer says is said by its row and its column.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from flows.ingest.continuations import Continuation, locate
from flows.programme.sheets import CellValue, text_of
from flows.validate.answers import CellAnswer
from flows.validate.dataset import Answer, Comment, UsedResponse

DASHES = "-–—"
"""A comment of dashes alone says that there is none."""


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """What one question was answered, by each response of its table in their order.

    `cells` are the columns in Excel that it stands in: one, or one for each option.
    """

    item_id: str
    cells: tuple[int, ...]
    readings: Sequence[CellAnswer]


@dataclass(frozen=True, slots=True)
class AnswerTable(Collection[Answer]):
    """The answers of one table: its used responses are the rows, in order of place.

    `continuations` are further sheets in which the table goes on to the right.
    """

    responses: Collection[UsedResponse]
    columns: tuple[AnswerColumn, ...]
    continuations: tuple[Continuation, ...] = ()

    def __iter__(self) -> Iterator[Answer]:
        """Yield every answer, row by row, missing ones too."""
        rows = zip(*(column.readings for column in self.columns), strict=True)
        for response, readings in zip(self.responses, rows, strict=bool(self.columns)):
            row = response.place
            for column, reading in zip(self.columns, readings, strict=True):
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

    def __len__(self) -> int:
        """Return how many answers there are, missing ones too."""
        return len(self.responses) * len(self.columns)

    def __contains__(self, answer: object) -> bool:
        """Tell whether `answer` is one of them."""
        return any(answer == one for one in self)


@dataclass(frozen=True, slots=True)
class CommentColumn:
    """What stands under one question for free text, in the column `cell` in Excel."""

    item_id: str
    cell: int
    values: Sequence[CellValue]


@dataclass(frozen=True, slots=True)
class CommentTable(Collection[Comment]):
    """The comments in one sheet of a table, whose used responses are the rows."""

    responses: Collection[UsedResponse]
    columns: tuple[CommentColumn, ...]
    continuations: tuple[Continuation, ...] = ()

    def __iter__(self) -> Iterator[Comment]:
        """Yield every comment in order of place."""
        found = (
            Comment(
                column.item_id,
                response.respondent,
                response.session,
                text,
                locate(response.place, column.cell, self.continuations),
            )
            for column in self.columns
            for response, value in zip(self.responses, column.values, strict=True)
            if (text := comment_in(value))
        )
        yield from sorted(found, key=lambda comment: comment.place)

    def __len__(self) -> int:
        """Return how many comments there are."""
        return sum(bool(comment_in(value)) for column in self.columns for value in column.values)

    def __contains__(self, comment: object) -> bool:
        """Tell whether `comment` is one of them."""
        return any(comment == one for one in self)


def comment_in(value: CellValue) -> str:
    """Return the free text in a cell as it was written, "" where nothing was."""
    text = "" if value is None else text_of(value).strip()
    return text if text.strip(DASHES).strip() else ""
