"""What an ods file says of its cells that python-calamine does not: hidden, failed, uncalculated.

Source: OpenDocument 1.3 part 3, 19.734 (visibility) and 9.1 (rows, columns, repeated cells);
LibreOffice marks a cell whose formula failed with calcext:value-type="error", an extension.
"""

from pathlib import Path
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from flows.ingest.table_markup import TableMarkup, complete
from flows.programme.places import Place
from flows.programme.sheets import Sheet

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
FAILED = ("value-type", "error")
HIDDEN = ("collapse", "filter")
DOCUMENT_TYPE = b"<!DOCTYPE"
FIRST_BYTES = 4096


def complete_sheets(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of the ods at `path` with all that its markup tells of them.

    Raises ValueError where it declares entities, and what the parser raises of a broken file.
    """
    with ZipFile(path) as archive, archive.open("content.xml") as content:
        if DOCUMENT_TYPE in content.read(FIRST_BYTES):
            message = "entities declared"
            raise ValueError(message)
    return complete(sheets, read_markup(path))


def read_markup(path: Path) -> dict[str, TableMarkup]:
    """Return what the markup tells of each table, by its name."""
    tables: dict[str, TableMarkup] = {}
    table = TableMarkup()
    with ZipFile(path) as archive, archive.open("content.xml") as content:
        for event, element in iterparse(content, ("start", "end")):  # noqa: S314  # no DTD gets here
            if event == "start" and element.tag == f"{TABLE}table":
                table = tables.setdefault(element.get(f"{TABLE}name", ""), TableMarkup())
            elif event == "end" and element.tag == f"{TABLE}table-column":
                read_columns(element, table)
            elif event == "end" and element.tag == f"{TABLE}table-row":
                read_row(element, table)
                element.clear()
    return tables


def read_columns(element: Element, table: TableMarkup) -> None:
    """Add the columns that the element stands for."""
    columns = range(table.next_column, table.next_column + repeated(element, "columns"))
    if element.get(f"{TABLE}visibility") in HIDDEN:
        table.hidden_columns.append(columns)
    table.next_column = columns.stop


def read_row(element: Element, table: TableMarkup) -> None:
    """Add the rows that the element stands for, with their cells; repeated ones are blank."""
    rows = range(table.next_row, table.next_row + repeated(element, "rows"))
    if element.get(f"{TABLE}visibility") in HIDDEN:
        table.hidden_rows.append(rows)
    column = 1
    for cell in element:
        count = repeated(cell, "columns")
        if any((name.rpartition("}")[2], value) == FAILED for name, value in cell.items()):
            table.errors[rows.start, column] = "".join(cell.itertext()) or "#VALUE!"
        elif is_uncalculated(cell):
            table.uncalculated.append(Place("", row=rows.start, column=column).cell)
        column += count
    table.next_row = rows.stop


def is_uncalculated(cell: Element) -> bool:
    """Tell whether the cell has a formula and neither a value nor a text to show."""
    has_value = cell.get(f"{OFFICE}value-type") is not None or any(cell.itertext())
    return cell.get(f"{TABLE}formula") is not None and not has_value


def repeated(element: Element, what: str) -> int:
    """Return how many rows or columns the element stands for."""
    return int(element.get(f"{TABLE}number-{what}-repeated", "1"))
