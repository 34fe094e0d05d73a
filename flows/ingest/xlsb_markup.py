"""What an xlsb file says of its cells that python-calamine does not: failed ones, what is hidden.

Its parts are rows of records: a number that tells the kind, a length, and as many bytes. No
library tells of hidden rows, and these few kinds are all that is needed.
Source: [MS-XLSB] 2.1.4 (records), 2.4.316 (BrtBundleSh), 2.4.330 (BrtColInfo), 2.4.747
(BrtRowHdr), 2.5.9 (cells), 2.5.97.2 (errors).
"""

import struct
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

from flows.ingest.table_markup import ERRORS, UNKNOWN_ERROR, TableMarkup, complete
from flows.programme.sheets import Sheet

ROW, CELL_ERROR, FORMULA_ERROR, COLUMNS, SHEET = 0, 3, 11, 60, 156
ROW_IS_HIDDEN, COLUMN_IS_HIDDEN = 0x10, 0x01
ERROR_AT = 8
"""Where the error stands in its cell: behind the column and the format."""

WORKBOOK, RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"


def complete_sheets(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of the xlsb at `path` with their failed cells and what is hidden.

    Raises whatever the standard library raises of a part that is not there or not whole.
    """
    with ZipFile(path) as archive:
        targets = {
            relation.get("Id"): relation.get("Target", "")
            for relation in fromstring(refuse_entities(archive.read(RELATIONS)))  # noqa: S314  # no DTD gets here
        }
        markup = {
            name: read_markup(archive.read(part_of(targets[relation])))
            for relation, name in list_sheets(archive.read(WORKBOOK))
        }
    return complete(sheets, markup)


def refuse_entities(xml: bytes) -> bytes:
    """Return the XML. Raises ValueError where it declares entities."""
    if b"<!DOCTYPE" in xml:
        message = "entities declared"
        raise ValueError(message)
    return xml


def part_of(target: str) -> str:
    """Return the name of the part to which the workbook's relation leads."""
    return target[1:] if target.startswith("/") else str(PurePosixPath("xl") / target)


def list_sheets(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Yield the relation and the name of each sheet."""
    for kind, record in split_records(workbook):
        if kind == SHEET:
            relation, rest = read_text(record[8:])
            name, _rest = read_text(rest)
            yield relation, name


def read_text(record: bytes) -> tuple[str, bytes]:
    """Return the text at the beginning of `record`, and what stands behind it."""
    (length,) = struct.unpack_from("<I", record)
    end = 4 + 2 * length
    return record[4:end].decode("utf-16-le"), record[end:]


def read_markup(part: bytes) -> TableMarkup:
    """Return what the records of one worksheet tell; they count rows and columns from 0."""
    table, row = TableMarkup(), 0
    for kind, record in split_records(part):
        if kind == ROW:
            (row,) = struct.unpack_from("<I", record)
            if record[11] & ROW_IS_HIDDEN:
                table.hidden_rows.append(range(row + 1, row + 2))
        elif kind in (CELL_ERROR, FORMULA_ERROR):
            (column,) = struct.unpack_from("<I", record)
            table.errors[row + 1, column + 1] = ERRORS.get(record[ERROR_AT], UNKNOWN_ERROR)
        elif kind == COLUMNS:
            first, last, flags = struct.unpack_from("<II8xH", record)
            if flags & COLUMN_IS_HIDDEN:
                table.hidden_columns.append(range(first + 1, last + 2))
    table.hidden_rows.sort(key=lambda rows: rows.start)
    return table


def split_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind of each record and its bytes."""
    position = 0
    while position < len(part):
        kind, position = read_number(part, position, most_bytes=2)
        length, position = read_number(part, position, most_bytes=4)
        yield kind, part[position : position + length]
        position += length


def read_number(part: bytes, position: int, *, most_bytes: int) -> tuple[int, int]:
    """Return the number that is written in seven bits of each byte, and where it ends."""
    number = 0
    for place in range(most_bytes):
        byte = part[position + place]
        number |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            return number, position + place + 1
    return number, position + most_bytes
