"""The cell of a row that stands in the column of a role."""

from collections.abc import Iterator

from flows.ingest.exports import ColumnRole, Export
from flows.ingest.responses import Response
from flows.programme.headers import normalise
from flows.programme.places import Place
from flows.programme.sheets import CellValue, text_of


def position_of(export: Export, role: ColumnRole) -> int | None:
    """Return where the values of the first column with `role` stand in a response, or None."""
    return next(
        (position for position, column in enumerate(export.columns) if column.role is role), None
    )


def value_in(export: Export, response: Response, role: ColumnRole) -> CellValue:
    """Return the row's value in the column of `role`; None where there is no such column."""
    position = position_of(export, role)
    return None if position is None else response.values[position]


def place_in(export: Export, response: Response, role: ColumnRole) -> Place:
    """Return the row's cell in the column of `role`, else the first cell of the row."""
    position = position_of(export, role) or 0
    return export.place(response.row, export.columns[position].index)


def first_cell(export: Export, response: Response) -> Place:
    """Return the first cell of the row: what a person points at to mean all of it."""
    return Place(export.source.file, export.sheet, response.row, export.columns[0].index)


def first_cells(export: Export) -> Iterator[Place]:
    """Yield the first cell of each row of `export`, in their order."""
    file, sheet, column = export.source.file, export.sheet, export.columns[0].index
    for response in export.responses:
        yield Place(file, sheet, response.row, column)


def content_of(
    export: Export, response: Response, without: tuple[ColumnRole, ...] = ()
) -> frozenset[tuple[str, str]]:
    """Return the filled cells of a row by header, normalised, but for the columns `without`.

    Rows of two exports compare equal where they hold the same under the same headers.
    """
    return frozenset(
        (column.key, text)
        for column, value in zip(export.columns, response.values, strict=True)
        if column.role not in without and (text := normalise(text_of(value)))
    )
