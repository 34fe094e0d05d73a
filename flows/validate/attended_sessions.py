"""Which sessions a row of an attendance list is about: those of its columns, or one of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.ingest.exports import Column, ColumnRole, Export, Response
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import CellValue
from flows.validate.cells import position_of

SessionCell = tuple[int, Column]
"""Where a response tells of one session's presence, and its column with that session."""


@dataclass(frozen=True, slots=True)
class SessionCells:
    """The cells of one attendance list that tell who was where.

    `columns` are those of planned sessions, each with its position in a response. In a long
    list there is one, about whichever session the row names at position `named_at`: the column
    of presence or, where being listed says it, that of the session's name.
    """

    columns: tuple[SessionCell, ...]
    named_at: int | None
    planned: tuple[int, ...]

    @property
    def is_long_list(self) -> bool:
        """Tell whether each row is about one session, which it names itself."""
        return self.named_at is not None

    def find(self, response: Response) -> tuple[SessionCell, ...]:
        """Return the cells of `response`; none where it names no planned session."""
        if self.named_at is None:
            return self.columns
        session = response.values[self.named_at]
        if not isinstance(session, int) or session not in self.planned:
            return ()
        return tuple(
            (position, replace(column, session=session)) for position, column in self.columns
        )

    def find_listed(self, export: Export) -> Iterator[tuple[int, Column]]:
        """Yield each session that the list is about with a column that tells of it."""
        rows = export.responses if self.is_long_list else export.responses[:1]
        for response in rows:
            for _position, column in self.find(response):
                if column.session is not None:
                    yield column.session, column


def find_session_cells(
    export: Export, programme: Programme
) -> tuple[SessionCells, tuple[Problem, ...]]:
    """Return where the list tells of planned sessions; columns of others are problems."""
    planned = programme.session_numbers
    columns = [
        (position, column)
        for position, column in enumerate(export.columns)
        if column.role is ColumnRole.SESSION
    ]
    named_at = position_of(export, ColumnRole.SESSION_NAME)
    if named_at is not None:
        told = tuple(columns) or ((named_at, export.columns[named_at]),)
        return SessionCells(told, named_at, planned), ()
    return (
        SessionCells(
            tuple((position, column) for position, column in columns if column.session in planned),
            None,
            planned,
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
    """Return what the row says of presence; to be listed beside a session is to have been there."""
    is_listed = column.role is ColumnRole.SESSION_NAME
    return True if is_listed else response.values[position]
