"""A worksheet whose XML is spelled as nearly every program spells it, read in a few matches.

openpyxl makes an element and a dictionary of every cell, which takes ten times as long. A
worksheet is read here only if the spellings below account for every sign of its rows, and an
XML parser for all that stands around them. Otherwise it is not plain, which is no fault of
it, and openpyxl reads it. Tests hold the two against each other, cell by cell.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from xml.etree.ElementTree import Element, ParseError, fromstring

from flows.programme.merged_cells import show_merged
from flows.programme.places import column_number
from flows.programme.sheets import CellError, CellValue, Row, shown_value

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXT = r'<t(?: xml:space="preserve")?>[^<]*</t>'
FORMULA = r'<f(?: [\w:]+="[^"<>&]*")* ?(?:/>|>[^<]*</f>)'
CELL = (
    r'<c r="[A-Z]{1,3}\d{1,7}"(?: [a-z]+="\w*")* ?(?:/>|>'
    rf"(?:{FORMULA})?(?:<v>[^<]*</v>|<v ?/>|<is>{TEXT}</is>|<is><t ?/></is>)?</c>)"
)
ROW = re.compile(rf'<row r="(\d{{1,7}})"((?: [\w:]+="[^"<&]*")*) ?(?:/>|>((?:{CELL})*)</row>)')
PARTS_OF_CELL = re.compile(
    r'<c r="([A-Z]+)(\d+)"([^>/]*)/?>(<f[ />][^<]*(?:</f>)?)?(?:<v>([^<]*)|<is><t[^>]*>([^<]*))?'
)
"""Finds the parts of cells that are known to be spelled as CELL says."""

STRING = re.compile(rf"<si>(?:{TEXT}|<t ?/>)</si>|<si ?/>".replace("[^<]*", "([^<]*)"))
INLINE = ' t="inlineStr"'
ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));|&")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
CONTROL_SIGNS = bytes(code for code in range(32) if code not in b"\t\n\r")
"""What no XML may hold."""


class NotPlainError(ValueError):
    """The XML is spelled in another way; it may well be right."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the cells of a workbook refer to.

    `strings` are the shared strings as Excel shows them; `show_text` shows any other text.
    `moment_of` returns how a number in a cell of some style is a moment, or None.
    """

    strings: Sequence[CellValue]
    show_text: Callable[[str], CellValue]
    moment_of: Callable[[int], Callable[[float], CellValue] | None]


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
    uncalculated: list[str] = []
    try:
        rows = list(read_rows(data, vocabulary, uncalculated))
        hidden = list_hidden_columns(columns.attrib for columns in frame.iter(f"{NAMESPACE}col"))
    except (ValueError, IndexError) as error:
        raise NotPlainError from error
    merged = tuple(sorted(cells.get("ref", "") for cells in frame.iter(f"{NAMESPACE}mergeCell")))
    return WorksheetContent(show_merged(rows, merged), merged, tuple(uncalculated), hidden)


def read_plain_strings(xml: bytes) -> tuple[str, ...]:
    """Return the shared strings as the file holds them. Raises NotPlainError."""
    head, opening, rest = plain_text(xml).partition("<si")
    strings, closing, tail = (opening + rest).rpartition("</sst>")
    parse_frame(f"{head}{closing}{tail}", f"{NAMESPACE}sst")
    matches = list(STRING.finditer(strings))
    check_coverage(matches, strings)
    return tuple(resolve(match[1] or "") for match in matches)


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


def check_coverage(matches: Sequence[re.Match[str]], text: str) -> None:
    """Make sure that the matches, which follow each other, are all of `text`."""
    if sum(match.end() - match.start() for match in matches) != len(text):
        raise NotPlainError


def read_rows(data: str, vocabulary: Vocabulary, uncalculated: list[str]) -> Iterator[Row]:
    """Yield the filled rows; formulas without a stored value are added to `uncalculated`.

    A formula that shows nothing, such as =IF(A1="","",A1), has an empty text for its value.
    """
    matches = list(ROW.finditer(data))
    check_coverage(matches, data)
    value_reader = cache(partial(make_value_reader, vocabulary))
    read_inline = cache(lambda text: vocabulary.show_text(resolve(text)))
    previous = 0
    for match in matches:
        row, attributes, cells = match.groups()
        number = int(row)
        values: list[CellValue] = []
        for letters, digits, kind, formula, stored, inline in PARTS_OF_CELL.findall(cells or ""):
            gap = number_of(letters) - len(values) - 1
            if gap < 0 or digits != row or (inline and INLINE not in kind):
                raise NotPlainError
            if gap:
                values += [None] * gap
            if stored:
                values.append(value_reader(kind)(stored))
            else:
                values.append(read_inline(inline) if inline else None)
                if formula and ' t="str"' not in kind:
                    uncalculated.append(letters + digits)
        while values and values[-1] is None:
            values.pop()
        if number <= previous:
            raise NotPlainError
        previous = number
        if values:
            is_hidden = is_true(dict(ATTRIBUTE.findall(attributes)).get("hidden"))
            yield Row(number, tuple(values), is_hidden)


def make_value_reader(vocabulary: Vocabulary, attributes: str) -> Callable[[str], CellValue]:
    """Return what reads the stored value of a cell with `attributes`, of which few differ."""
    named = dict(ATTRIBUTE.findall(attributes))
    kind, style = named.get("t", "n"), int(named.get("s", 0))
    strings, show_text, moment = (
        vocabulary.strings,
        vocabulary.show_text,
        vocabulary.moment_of(style),
    )
    readers: dict[str, Callable[[str], CellValue]] = {
        "s": lambda stored: strings[int(stored)],
        "n": parse_number if moment is None else lambda stored: moment(stored_number(stored)),
        "b": lambda stored: bool(int(stored)),
        "e": lambda stored: CellError(resolve(stored)),
        "str": lambda stored: show_text(resolve(stored)),
    }
    if kind not in readers:
        raise NotPlainError
    return readers[kind]


def stored_number(stored: str) -> float:
    """Return the number as it is stored: a float where it has a point or an exponent."""
    return float(stored) if "." in stored or "E" in stored or "e" in stored else int(stored)


def parse_number(stored: str) -> CellValue:
    """Return the number as Excel shows it: a whole one has no point."""
    return shown_value(stored_number(stored))


def resolve(text: str) -> str:
    """Return `text` with the signs that XML writes as references."""
    return REFERENCE.sub(referenced, text) if "&" in text else text


def referenced(match: re.Match[str]) -> str:
    """Return the sign that a reference stands for."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name]
    if not (decimal or hexadecimal):
        raise NotPlainError
    return chr(int(decimal) if decimal else int(hexadecimal, 16))


def list_hidden_columns(dimensions: Iterable[Mapping[str, str]]) -> tuple[int, ...]:
    """Return the numbers of the columns that the attributes of some `col` elements hide."""
    return tuple(
        column
        for columns in dimensions
        if is_true(columns.get("hidden"))
        for column in range(int(columns.get("min", 1)), int(columns.get("max", 0)) + 1)
    )


def is_true(attribute: str | None) -> bool:
    """Tell whether an XML attribute says yes."""
    return attribute in ("1", "true")


number_of = cache(column_number)
