"""A worksheet whose XML is spelled as nearly every program spells it, taken apart in one go.

openpyxl makes an element and a dictionary of every cell, which takes five to eight times as
long. A worksheet is read here only if the spellings below account for every sign of its rows,
and an XML parser for all that stands around them. Otherwise it is not plain, which is no fault
of it, and openpyxl reads it. Tests hold the two against each other, cell by cell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from flows.programme.merged_cells import show_merged
from flows.programme.plain_cells import TEXT, NotPlainError, Vocabulary, resolve
from flows.programme.plain_rows import (
    ROW_BEGINNING,
    RowReader,
    check_order,
    is_true,
    make_row_reader,
)
from flows.programme.sheets import Row

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROW_END = "</row>"
SIGNS_AT_ONCE = 250_000
"""How much of a worksheet is taken apart at once, and what was read of it then forgotten."""

STRING = re.compile(rf"<si>(?:{TEXT}|<t ?/>)</si>|<si ?/>".replace("[^<]*", "([^<]*)"))
CONTROL_SIGNS = bytes(code for code in range(32) if code not in b"\t\n\r")
"""What no XML may hold."""


@dataclass(frozen=True, slots=True)
class WorksheetContent:
    """What stands in a worksheet; the fields are those of Sheet."""

    rows: tuple[Row, ...]
    merged: tuple[str, ...]
    uncalculated: tuple[str, ...]
    hidden_columns: tuple[int, ...]


def read_plain_worksheet(xml: bytes, vocabulary: Vocabulary) -> WorksheetContent:
    """Return what stands in the worksheet. Raises NotPlainError, also where it is damaged."""
    head, opening, rest = plain_text(xml).partition("<sheetData>")
    data, closing, tail = rest.rpartition("</sheetData>")
    if not (opening and closing):
        raise NotPlainError
    frame = parse_frame(f"{head}<sheetData/>{tail}", f"{NAMESPACE}worksheet")
    reader = make_row_reader(vocabulary)
    try:
        rows = [row for block in cut_rows(data) for row in read_rows(block, reader)]
        hidden = list_hidden_columns(columns.attrib for columns in frame.iter(f"{NAMESPACE}col"))
    except (ValueError, IndexError) as error:
        raise NotPlainError from error
    check_order(row.number for row in rows)
    merged = tuple(sorted(cells.get("ref", "") for cells in frame.iter(f"{NAMESPACE}mergeCell")))
    return WorksheetContent(show_merged(rows, merged), merged, tuple(reader.uncalculated), hidden)


def read_plain_strings(xml: bytes) -> tuple[str, ...]:
    """Return the shared strings as the file holds them. Raises NotPlainError."""
    head, opening, rest = plain_text(xml).partition("<si")
    strings, closing, tail = (opening + rest).rpartition("</sst>")
    parse_frame(f"{head}{closing}{tail}", f"{NAMESPACE}sst")
    pieces = STRING.split(strings)
    if any(pieces[::2]):
        raise NotPlainError
    return tuple(resolve(text or "") for text in pieces[1::2])


def plain_text(xml: bytes) -> str:
    """Return the XML as text with the line ends that a parser gives it."""
    if xml.startswith(b"\xef\xbb\xbf"):
        xml = xml[3:]
    if b"<!" in xml or len(xml.translate(None, CONTROL_SIGNS)) != len(xml):
        raise NotPlainError
    try:
        text = xml.decode()
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def parse_frame(xml: str, root: str) -> Element:
    """Return the element called `root` that stands around the rows, which were taken out."""
    try:
        frame = fromstring(xml.encode())  # noqa: S314  # no DTD gets here, so no entity can expand
    except (ParseError, LookupError, ValueError) as error:
        raise NotPlainError from error
    if frame.tag != root:
        raise NotPlainError
    return frame


def cut_rows(data: str) -> Iterator[str]:
    """Yield `data` in blocks of whole rows."""
    start = 0
    while start < len(data):
        found = data.find(ROW_END, start + SIGNS_AT_ONCE)
        end = found + len(ROW_END) if found >= 0 else len(data)
        yield data[start:end]
        start = end


def read_rows(block: str, reader: RowReader) -> Iterator[Row]:
    """Yield the rows of `block`; before the first one nothing stands."""
    before, *texts = block.replace("<v></v>", "<v/>").split(ROW_BEGINNING)
    if before:
        raise NotPlainError
    yield from map(reader.read, texts)
    reader.cells.forget()


def list_hidden_columns(dimensions: Iterable[Mapping[str, str]]) -> tuple[int, ...]:
    """Return the numbers of the columns that the attributes of some `col` elements hide."""
    return tuple(
        column
        for columns in dimensions
        if is_true(columns.get("hidden"))
        for column in range(int(columns.get("min", 1)), int(columns.get("max", 0)) + 1)
    )
