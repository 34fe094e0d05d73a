"""What an xls file says of its cells that python-calamine does not: failed ones, what is hidden.

Its stream is a row of records: a kind, a length, and as many bytes. xlrd tells of them as well,
and may take minutes over a damaged file that calamine reads at once.
Source: [MS-XLS] 2.4.28 (BoundSheet8), 2.4.53 (ColInfo), 2.4.221 (Row), 2.4.24 (BoolErr), 2.4.127
and 2.5.133 (Formula and its value).
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from flows.ingest.ole_streams import read_stream
from flows.ingest.table_markup import ERRORS, UNKNOWN_ERROR, TableMarkup, complete
from flows.programme.sheets import Sheet

SHEET, BEGINNING, END = 0x0085, 0x0809, 0x000A
ROW, COLUMNS, BOOLEAN_OR_ERROR, FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
ROW_IS_HIDDEN, COLUMN_IS_HIDDEN = 0x20, 0x01
NO_NUMBER, IS_ERROR = 0xFFFF, 2
"""A formula's value ends so where it is no number, and begins so where it is an error."""


def complete_sheets(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of the xls at `path` with their failed cells and what is hidden.

    Raises ValueError where it has no stream of Excel 97 or newer, and struct.error where a
    record is not whole.
    """
    stream = read_stream(path.read_bytes(), "Workbook")
    return complete(
        sheets, {name: read_markup(stream, start) for start, name in list_sheets(stream)}
    )


def list_sheets(stream: bytes) -> Iterator[tuple[int, str]]:
    """Yield where the records of each sheet begin, and its name."""
    for kind, record in split_records(stream, 0):
        if kind == SHEET:
            start, characters, is_wide = struct.unpack_from("<I2xBB", record)
            letters = record[8:]
            if is_wide & 1:
                yield start, letters[: 2 * characters].decode("utf-16-le")
            else:
                yield start, letters[:characters].decode("latin-1")


def read_markup(stream: bytes, start: int) -> TableMarkup:
    """Return what the records of one sheet tell; they count rows and columns from 0."""
    table = TableMarkup()
    for kind, record in split_records(stream, start):
        if kind == ROW:
            row, flags = struct.unpack_from("<H10xH", record)
            if flags & ROW_IS_HIDDEN:
                table.hidden_rows.append(range(row + 1, row + 2))
        elif kind == COLUMNS:
            first, last, flags = struct.unpack_from("<HH4xH", record)
            if flags & COLUMN_IS_HIDDEN:
                table.hidden_columns.append(range(first + 1, last + 2))
        elif kind == BOOLEAN_OR_ERROR:
            row, column, code, is_error = struct.unpack_from("<HH2xBB", record)
            if is_error:
                table.errors[row + 1, column + 1] = ERRORS.get(code, UNKNOWN_ERROR)
        elif kind == FORMULA:
            row, column, result, code, ending = struct.unpack_from("<HH2xBxB3xH", record)
            if (ending, result) == (NO_NUMBER, IS_ERROR):
                table.errors[row + 1, column + 1] = ERRORS.get(code, UNKNOWN_ERROR)
    table.hidden_rows.sort(key=lambda rows: rows.start)
    return table


def split_records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Yield the kind of each record and its bytes, to the end of what begins at `position`.

    A chart in a sheet begins and ends within it, and is left out.
    """
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", stream, position)
        position += 4
        depth += (kind == BEGINNING) - (kind == END)
        if depth == 1:
            yield kind, stream[position : position + length]
        elif depth <= 0:
            return
        position += length
