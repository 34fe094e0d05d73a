"""Which sessions a row of an attendance list is about: those of its columns, or one of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.ingest.exports import Column, ColumnRole, Export
from flows.ingest.responses import Response
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import CellValue

SessionCell = tuple[int, Column]
"""Where a response tells of one session's presence, and its column with that session."""


@dataclass(frozen=True, slots=True)
class SessionCells:
    """The cells of one attendance list that tell who was where.

    `columns` are those of planned sessions, each with its position in a response. Where the
    rows know what they are about, as in a long list, they are all columns of the list.
    """

    columns: tuple[SessionCell, ...]
    are_told_by_rows: bool
    planned: tuple[int, ...]

    def find(self, response: Response) -> tuple[SessionCell, ...]:
        """Return the cells of `response`; none where it is about no planned session."""
        if not self.are_told_by_rows:
            return self.columns
        return tuple(
            (position, replace(column, session=session))
            for (position, column), session in zip(self.columns, response.sessions, strict=True)
            if session in self.planned
        )

    def find_listed(self, export: Export) -> Iterator[tuple[int, Column]]:
        """Yield each session that the list is about with a column that tells of it."""
        rows = export.responses if self.are_told_by_rows else export.responses[:1]
        for response in rows:
            for _position, column in self.find(response):
                if column.session is not None:
                    yield column.session, column


def find_session_cells(
    export: Export, programme: Programme
) -> tuple[SessionCells, tuple[Problem, ...]]:
    """Return where the list tells of planned sessions; columns of others are problems."""
    planned = programme.session_numbers
    if any(response.sessions for response in export.responses):
        return SessionCells(
            tuple(enumerate(export.columns)), are_told_by_rows=True, planned=planned
        ), ()
    columns = [
        (position, column)
        for position, column in enumerate(export.columns)
        if column.role is ColumnRole.SESSION
    ]
    return (
        SessionCells(
            tuple((position, column) for position, column in columns if column.session in planned),
            are_told_by_rows=False,
            planned=planned,
        ),
        tuple(
            problem(
                "session-not-planned",
                export.header_place(column),
                session=column.session or "–",
            )
            for _position, column in columns
            if column.session not in planned
        ),
    )


def presence_in(response: Response, position: int, column: Column) -> CellValue:
    """Return what the row says of presence; to be listed at a session is to have been there."""
    is_marked = column.role in (ColumnRole.SESSION, ColumnRole.PERSON)
    return response.values[position] if is_marked else True
