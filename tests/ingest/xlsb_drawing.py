"""A workbook in the binary format that Excel calls xlsb, written record by record."""

import struct
from collections.abc import Iterable

from tests.sample_programme.layouts.files import pack

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.ms-excel"

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="bin" ContentType="{TYPE}.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.bin" ContentType="{TYPE}.worksheet"/>'
    "</Types>"
)
ERRORS = {"#DIV/0!": 0x07, "#NAME?": 0x1D, "#N/A": 0x2A}


def make_xlsb(
    rows: tuple[tuple[object, ...], ...],
    *,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
) -> bytes:
    """Return a workbook of the sheet "Svar" with texts, numbers and errors in its cells.

    An error that begins with "=" is what a formula came to.
    """
    data = b"".join(
        draw_row(number, values, is_hidden=number in set(hidden_rows))
        for number, values in enumerate(rows, 1)
    )
    columns = b"".join(
        record(60, struct.pack("<IIIIH", column - 1, column - 1, 2304, 0, 1))
        for column in hidden_columns
    )
    if columns:
        columns = record(390, b"") + columns + record(391, b"")
    width = max(map(len, rows))
    size = record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))
    sheet = record(129, b"") + size + columns + record(145, b"") + data + record(146, b"")
    sheet += record(130, b"")
    listed = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Svar"))
    workbook = record(131, b"") + record(143, b"") + listed + record(144, b"") + record(132, b"")
    return pack(
        {
            "[Content_Types].xml": CONTENT_TYPES.encode(),
            "_rels/.rels": relation("officeDocument", "xl/workbook.bin"),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relation("worksheet", "worksheets/sheet1.bin"),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def draw_row(number: int, values: tuple[object, ...], *, is_hidden: bool) -> bytes:
    """Return the records of one row."""
    header = struct.pack("<IIHBBBI", number - 1, 0, 300, 0, 0x10 if is_hidden else 0, 0, 0)
    return record(0, header) + b"".join(
        draw_cell(column, value) for column, value in enumerate(values) if value is not None
    )


def draw_cell(column: int, value: object) -> bytes:
    """Return the record of one cell; columns count from 0 here."""
    cell = struct.pack("<II", column, 0)
    if isinstance(value, int | float):
        return record(5, cell + struct.pack("<d", value))
    text = str(value)
    if text.removeprefix("=") not in ERRORS:
        return record(6, cell + wide(text))
    code = bytes([ERRORS[text.removeprefix("=")]])
    if not text.startswith("="):
        return record(3, cell + code)
    formula = b"\x1c" + code  # the error itself, as a formula
    return record(11, cell + code + struct.pack("<HI", 0, len(formula)) + formula + bytes(4))


def record(kind: int, content: bytes) -> bytes:
    """Return a record: its kind, its length and its bytes."""
    return sevens(kind) + sevens(len(content)) + content


def sevens(number: int) -> bytes:
    """Return a number written in seven bits of each byte."""
    written = b""
    while number >= 0x80:
        written += bytes([number & 0x7F | 0x80])
        number >>= 7
    return written + bytes([number])


def wide(text: str) -> bytes:
    """Return a text behind its length."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def relation(kind: str, target: str) -> bytes:
    """Return the part with one relation, rId1."""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    ).encode()
