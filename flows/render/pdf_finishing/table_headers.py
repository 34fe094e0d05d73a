"""Tells for each data cell of a table which header cells speak of it, also where cells span.

WeasyPrint counts columns wrongly below a cell that spans rows, and never writes a scope.

Source: ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7 (ID, Headers, Scope).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydyf import PDF, Array, String

from flows.render.pdf_finishing.objects import PdfObject, child_elements

GROUPS = ("/THead", "/TBody", "/TFoot")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in the grid of its table: the rows and columns that it covers, from 0."""

    element: PdfObject
    rows: range
    columns: range
    is_head: bool

    @property
    def is_header(self) -> bool:
        """Whether it speaks of other cells."""
        return bool(self.element["S"] == "/TH")


def assign_headers(pdf: PDF, table: PdfObject, part_number: int) -> None:
    """Write the scope and the id of each header cell of `table`, and each data cell's headers.

    A header cell in the table's head speaks of its columns, any other of its rows.
    """
    cells = list(lay_out(pdf, table))
    headers = [cell for cell in cells if cell.is_header]
    for number, header in enumerate(headers):
        header.element["ID"] = String(f"{part_number}-{table.number}-{number}")
        header.element["A"]["Scope"] = "/Column" if header.is_head else "/Row"
    for cell in cells:
        if not cell.is_header:
            cell.element["A"]["Headers"] = Array(
                header.element["ID"] for header in headers if speaks_of(header, cell)
            )


def speaks_of(header: Cell, cell: Cell) -> bool:
    """Tell whether `header` stands in a column, or in a row, of `cell`."""
    ours, theirs = (header.columns, cell.columns) if header.is_head else (header.rows, cell.rows)
    return ours.start < theirs.stop and theirs.start < ours.stop


def lay_out(pdf: PDF, table: PdfObject) -> Iterator[Cell]:
    """Yield the cells of `table`, each where its spans and those above it put it."""
    taken: set[tuple[int, int]] = set()
    for row, (element, is_head) in enumerate(list_rows(pdf, table)):
        column = 0
        for cell in child_elements(pdf, element):
            while (row, column) in taken:
                column += 1
            rows = range(row, row + cell["A"].get("RowSpan", 1))
            columns = range(column, column + cell["A"].get("ColSpan", 1))
            taken.update((r, c) for r in rows for c in columns)
            yield Cell(cell, rows, columns, is_head)


def list_rows(pdf: PDF, table: PdfObject) -> Iterator[tuple[PdfObject, bool]]:
    """Yield the rows of `table`, and whether they stand in its head."""
    for child in child_elements(pdf, table):
        if child["S"] == "/TR":
            yield child, False
        elif child["S"] in GROUPS:
            for row in child_elements(pdf, child):
                if row["S"] == "/TR":
                    yield row, child["S"] == "/THead"
