"""Reads xlsx and xlsm as their owner sees them. The only module that reads with openpyxl.

openpyxl finds the sheets, and knows which numbers are moments. It parses the cells of those
worksheets alone whose XML is not plain. Pictures, charts, comments, macros and links to
other files are never opened.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile, ZipInfo

from openpyxl.reader.excel import ExcelReader
from openpyxl.reader.strings import read_string_table
from openpyxl.styles.numbers import (
    BUILTIN_FORMATS,
    is_date_format,
    is_timedelta_format,
)
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900, from_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, STYLES_TYPE
from openpyxl.xml.functions import fromstring

from flows.programme.merged_cells import show_merged
from flows.programme.plain_cells import NotPlainError, Vocabulary
from flows.programme.plain_rows import is_true
from flows.programme.plain_worksheet import (
    WorksheetContent,
    list_hidden_columns,
    read_plain_strings,
    read_plain_worksheet,
)
from flows.programme.sheets import CellError, CellValue, Row, Sheet, filled_row, shown_value
from flows.programme.strict_xlsx import is_strict, make_transitional

GENERAL = "General"
MILLISECOND = timedelta(milliseconds=1)
MILLISECONDS_OF_DAY = 24 * 60 * 60 * 1000
FIRST_MARCH_1900 = 61
"""From this day on Excel counts days as everybody does, and no moment is a time without day."""

FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


@dataclass(frozen=True, slots=True)
class Moments:
    """Which styles show a number as a moment or as a length of time, and since when days count."""

    styles: frozenset[int]
    length_styles: frozenset[int]
    first_day: datetime

    def moment_of(self, style: int) -> Callable[[float], CellValue] | None:
        """Return how a number in a cell of `style` is a moment; None where it is a number."""
        if style not in self.styles:
            return None
        is_length, first_day = style in self.length_styles, self.first_day

        def show(number: float) -> CellValue:
            try:
                if number >= FIRST_MARCH_1900 and not is_length:
                    day = int(number)
                    since_midnight = round((number - day) * MILLISECONDS_OF_DAY)
                    passed = day * MILLISECONDS_OF_DAY + since_midnight
                    moment = first_day + passed * MILLISECOND
                    return moment if since_midnight % MILLISECONDS_OF_DAY else moment.date()
                moment = from_excel(number, first_day, timedelta=is_length)
            except (OverflowError, ValueError):
                return CellError("#VALUE!")
            return shown_value(moment)

        return show


class EntitiesDeclaredError(ValueError):
    """A part declares entities of its own, which Excel never does."""


class Parts(ZipFile):
    """The parts of a workbook, without those that could grow or fetch something when parsed."""

    def read(self, name: str | ZipInfo, pwd: bytes | None = None) -> bytes:
        """Return one part. Raises EntitiesDeclaredError where it has a document type."""
        part = super().read(name, pwd)
        if b"<!DOCTYPE" in part:
            message = "entities declared"
            raise EntitiesDeclaredError(message)
        return part


NO_MOMENTS = Moments(frozenset(), frozenset(), CALENDAR_WINDOWS_1900)


def read_xlsx(path: Path, file: str) -> tuple[Sheet, ...]:
    """Return every worksheet of the workbook at `path`; its places name it `file`.

    Values are those last shown by Excel; error cells keep their text. Formulas that were
    never calculated are empty and named in Sheet.uncalculated. Raises whatever openpyxl
    raises of a broken file; the caller reads in a child process and knows it is broken.
    """
    content = BytesIO(path.read_bytes())
    if is_strict(content):
        content = make_transitional(content)
    with Parts(content) as archive:
        workbook = ExcelReader(content, data_only=True, keep_links=False)
        workbook.archive = archive
        workbook.read_manifest()
        workbook.read_workbook()
        strings = read_strings(archive, part_of(workbook, SHARED_STRINGS))
        moments = read_moments(archive, part_of(workbook, STYLES_TYPE), workbook.wb.epoch)
        sheets = []
        for sheet, relation in workbook.parser.find_sheets():
            if "chartsheet" in relation.Type or relation.target not in workbook.valid_files:
                continue
            found = read_worksheet(archive.read(relation.target), strings, moments)
            sheets.append(
                Sheet(
                    file=file,
                    name=sheet.name,
                    rows=found.rows,
                    is_hidden=sheet.state != "visible",
                    merged=found.merged,
                    uncalculated=found.uncalculated,
                    hidden_columns=found.hidden_columns,
                )
            )
    return tuple(sheets)


def part_of(workbook: ExcelReader, content_type: str) -> str:
    """Return the name of the workbook's part of `content_type`, or "" where it has none."""
    part = workbook.package.find(content_type)  # type: ignore[no-untyped-call]
    name = part.PartName.lstrip("/") if part else ""
    return name if name in workbook.valid_files else ""


def read_strings(archive: ZipFile, part: str) -> tuple[str, ...]:
    """Return the workbook's shared strings as they are stored."""
    if not part:
        return ()
    xml = archive.read(part)
    try:
        return read_plain_strings(xml)
    except NotPlainError:
        return tuple(read_string_table(BytesIO(xml)))


def read_moments(archive: ZipFile, part: str, first_day: datetime) -> Moments:
    """Return which styles of the workbook show moments.

    Of the style sheet only the formats of numbers are read: it has more ways to be wrong
    than any other part, and the rest is about colours.
    """
    if not part:
        return replace(NO_MOMENTS, first_day=first_day)
    styles = fromstring(archive.read(part))
    codes = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    for written in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[written.get("numFmtId", "")] = written.get("formatCode", GENERAL)
    formats = [
        codes.get(style.get("numFmtId", ""), GENERAL)
        for style in styles.iterfind("{*}cellXfs/{*}xf")
    ]
    return Moments(
        frozenset(style for style, code in enumerate(formats) if is_date_format(code)),
        frozenset(style for style, code in enumerate(formats) if is_timedelta_format(code)),
        first_day,
    )


def read_worksheet(xml: bytes, strings: Sequence[str], moments: Moments) -> WorksheetContent:
    """Return what stands in a worksheet, however its XML is spelled."""
    shown = [shown_text(text) for text in strings]
    try:
        return read_plain_worksheet(xml, Vocabulary(shown, shown_text, moments.moment_of))
    except NotPlainError:
        return parse_worksheet(xml, strings, moments)


def parse_worksheet(xml: bytes, strings: Sequence[str], moments: Moments) -> WorksheetContent:
    """Return what stands in a worksheet, as openpyxl parses it."""
    parser = WorkSheetParser(
        BytesIO(xml),
        strings,
        data_only=True,
        epoch=moments.first_day,
        date_formats=moments.styles,
        timedelta_formats=moments.length_styles,
    )
    cells = {
        (cell["row"], cell["column"]): cell_value(cell["value"], cell["data_type"])
        for cell in chain.from_iterable(row for _number, row in parser.parse())
    }
    merged = (
        tuple(sorted(c.ref for c in parser.merged_cells.mergeCell)) if parser.merged_cells else ()
    )
    hidden = {
        int(row) for row, found in parser.row_dimensions.items() if is_true(found.get("hidden"))
    }
    return WorksheetContent(
        rows=show_merged(collect_rows(cells, hidden), merged),
        merged=merged,
        uncalculated=tuple(find_uncalculated(xml)),
        hidden_columns=list_hidden_columns(parser.column_dimensions.values()),
    )


def collect_rows(
    cells: Mapping[tuple[int, int], CellValue], hidden: AbstractSet[int]
) -> Iterator[Row]:
    """Yield the rows that hold anything; `cells` are by row and column, in any order."""
    for number, row_cells in groupby(sorted(cells), key=itemgetter(0)):
        values: list[CellValue] = []
        for position in row_cells:
            values += [None] * (position[1] - 1 - len(values))
            values.append(cells[position])
        row = filled_row(number, values, is_hidden=number in hidden)
        if row is not None:
            yield row


def cell_value(value: object, data_type: str) -> CellValue:
    """Return what the cell holds, as openpyxl found it."""
    if data_type == "e":
        return CellError(str(value))
    if isinstance(value, str):
        return shown_text(value)
    if value is None or isinstance(value, bool | int | float | datetime | date | time | timedelta):
        return value
    return str(value)


def shown_text(text: str) -> CellValue:
    """Return the text with the signs that the file format writes as _x000D_; None for a blank."""
    return shown_value(unescape(text) if "_x" in text else text)


def find_uncalculated(worksheet: bytes) -> Iterator[str]:
    """Yield the cells ("C7") of a worksheet's XML whose formula has no stored value."""
    if not FORMULA.search(worksheet):
        return
    for _event, element in iterparse(BytesIO(worksheet)):  # noqa: S314  # openpyxl has read it before
        if element.tag.endswith("}row"):
            for cell in element.iterfind("{*}c[{*}f]"):
                if cell.get("t") != "str" and not cell.findtext("{*}v"):
                    yield cell.get("r", "")
            element.clear()
