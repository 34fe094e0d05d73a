"""The cells of the sample's files, read without the program: what a person sees in Excel."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

SAMPLE = Path(__file__).resolve().parents[1] / "inputs" / "innovationsledning-sormland"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"

Rows = tuple[tuple[str, ...], ...]
Record = dict[str, str]
"""What stands in one row, by the header above it."""


class Table(NamedTuple):
    """One sheet; `rows[0]` is row 1, and every cell is text without space around it."""

    file: str
    sheet: str
    rows: Rows

    def cell(self, row: int, column: int) -> str:
        """Return what stands in the cell, "" beyond the last one; both count from 1."""
        values = self.rows[row - 1] if row <= len(self.rows) else ()
        return values[column - 1] if column <= len(values) else ""

    def records(self, header_row: int = 1) -> Iterator[Record]:
        """Yield each row below the headers by header; `row` is the number of the row."""
        headers = [" ".join(header.split()) for header in self.rows[header_row - 1]]
        for number, values in enumerate(self.rows[header_row:], header_row + 1):
            yield {"row": str(number), **dict(zip(headers, values, strict=False))}

    def cells_in(self, ranges: str) -> list[tuple[int, int]]:
        """Return row and column of every cell in ranges such as "F2:F16, F18, 5:7".

        Without ranges it is the whole table: each row in which anything stands.
        """
        if not ranges:
            return [(row, 1) for row, values in enumerate(self.rows, 1) if any(values)]
        return [
            (row, column)
            for part in ranges.split(", ")
            for left, top, right, bottom in [range_boundaries(part)]
            for row in range(top, bottom + 1)
            for column in range(left or 1, (right or left or 1) + 1)
        ]


@cache
def read_sample(pattern: str, sheet: str = "") -> Table:
    """Return the one file of the sample that `pattern` finds, its first sheet unless named."""
    (path,) = SAMPLE.glob(pattern)
    readers = {".xlsx": read_xlsx, ".csv": read_csv, ".ods": read_ods}
    name, rows = readers[path.suffix](path, sheet)
    return Table(path.relative_to(SAMPLE).as_posix(), name, rows)


def read_xlsx(path: Path, sheet: str) -> tuple[str, Rows]:
    """Return the name and the rows of a sheet of an xlsx file."""
    workbook = load_workbook(path)
    worksheet = workbook[sheet] if sheet else workbook.worksheets[0]
    rows = worksheet.iter_rows(values_only=True)
    return worksheet.title, tuple(tuple(map(text_of, row)) for row in rows)


def text_of(value: object) -> str:
    """Return a cell's value as text: a date as a day, a whole number without decimals."""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("\N{NO-BREAK SPACE}", " ").strip()


def read_csv(path: Path, _sheet: str) -> tuple[str, Rows]:
    """Return the rows of a csv file, with the delimiter that its first line has most of."""
    text = decoded(path.read_bytes())
    header = text.splitlines()[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    return "", tuple(tuple(map(text_of, row)) for row in rows)


def decoded(content: bytes) -> str:
    """Return the text of a file in the first encoding that fits."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def read_ods(path: Path, _sheet: str) -> tuple[str, Rows]:
    """Return the name and the rows of the one sheet of an ods file."""
    table, text = (ODF % part for part in ("table", "text"))
    content = ET.fromstring(ZipFile(path).read("content.xml"))  # noqa: S314  # a file of our own
    (sheet,) = content.iter(f"{table}table")
    return sheet.attrib[f"{table}name"], tuple(
        tuple(text_of(cell.findtext(f"{text}p")) for cell in row.iter(f"{table}table-cell"))
        for row in sheet.iter(f"{table}table-row")
    )
