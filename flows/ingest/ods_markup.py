"""What an ods file says of its cells that python-calamine does not: hidden, failed, uncalculated.

Source: OpenDocument 1.3 part 3, 19.734 (visibility) and 9.1 (rows, columns, repeated cells);
LibreOffice marks a cell whose formula failed with calcext:value-type="error", an extension.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from flows.programme.places import Place
from flows.programme.sheets import CellError, Row, Sheet, filled_row

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
FAILED = ("value-type", "error")
HIDDEN = ("collapse", "filter")
DOCUMENT_TYPE = b"<!DOCTYPE"
FIRST_BYTES = 4096


@dataclass(slots=True)
class TableMarkup:
    """What the markup of one table tells, while it is read; numbers count from 1 as in Excel.

    `hidden_rows` are ranges: a whole million may be hidden at once.
    """

    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: list[str] = field(default_factory=list)
    next_row: int = 1
    next_column: int = 1


def complete_sheets(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of the ods at `path` with all that its markup tells of them.

    Raises ValueError where it declares entities, and what the parser raises of a broken file.
    """
    with ZipFile(path) as archive, archive.open("content.xml") as content:
        if DOCUMENT_TYPE in content.read(FIRST_BYTES):
            message = "entities declared"
            raise ValueError(message)
    markup = read_markup(path)
    return tuple(
        complete(sheet, markup[sheet.name]) if sheet.name in markup else sheet for sheet in sheets
    )


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


def complete(sheet: Sheet, table: TableMarkup) -> Sheet:
    """Return the sheet with what the markup of its table tells."""
    width = max((len(row.values) for row in sheet.rows), default=0)
    return replace(
        sheet,
        rows=tuple(complete_rows(sheet, table)),
        uncalculated=tuple(table.uncalculated),
        hidden_columns=tuple(
            column for columns in table.hidden_columns for column in columns if column <= width
        ),
    )


def complete_rows(sheet: Sheet, table: TableMarkup) -> Iterator[Row]:
    """Yield the rows with their failed cells, also those that hold nothing else."""
    rows = {row.number: row for row in sheet.rows}
    for number, column in table.errors:
        values = list(rows[number].values if number in rows else ())
        values += [None] * (column - len(values))
        values[column - 1] = CellError(table.errors[number, column])
        rows[number] = filled_row(number, values) or Row(number, ())
    for number in sorted(rows):
        is_hidden = any(number in hidden for hidden in table.hidden_rows)
        yield Row(number, rows[number].values, is_hidden)
