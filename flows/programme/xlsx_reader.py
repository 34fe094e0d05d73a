"""Reads xlsx and xlsm as their owner sees them. The only module that reads with openpyxl."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from flows.programme.sheets import CellError, CellValue, Row, Sheet, filled_row
from flows.programme.strict_xlsx import is_strict, make_transitional

FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


def read_xlsx(path: Path, file: str) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook at `path`; its places name it `file`.

    Values are those last shown by Excel; error cells keep their text. Formulas that were
    never calculated are empty and named in Sheet.uncalculated. Raises whatever openpyxl
    raises of a broken file; the caller reads in a child process and knows it is broken.
    """
    content = BytesIO(path.read_bytes())
    if is_strict(content):
        content = make_transitional(content)
    reader = ExcelReader(content, data_only=True, keep_links=False)
    reader.read()
    parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
    with ZipFile(content) as archive:
        return tuple(
            Sheet(
                file=file,
                name=worksheet.title,
                rows=tuple(read_rows(worksheet)),
                is_hidden=worksheet.sheet_state != "visible",
                merged=tuple(sorted(str(cells) for cells in worksheet.merged_cells.ranges)),
                uncalculated=tuple(find_uncalculated(archive.read(parts[worksheet.title]))),
            )
            for worksheet in reader.wb.worksheets
        )


def read_rows(worksheet: Worksheet) -> Iterator[Row]:
    """Yield the rows that hold anything.

    Worksheet.iter_rows would make a cell of every position up to the last one: over a minute
    for a sheet with one stray blank in T1048576.
    """
    cells = sorted(worksheet._cells.items())  # noqa: SLF001  # there is no public way to the filled cells
    hidden = {number for number, row in worksheet.row_dimensions.items() if row.hidden}
    for number, row_cells in groupby(cells, key=lambda item: item[0][0]):
        values: list[CellValue] = []
        for (_number, column), cell in row_cells:
            values += [None] * (column - 1 - len(values))
            values.append(cell_value(cell.value, cell.data_type))
        row = filled_row(number, values, is_hidden=number in hidden)
        if row is not None:
            yield row


def cell_value(value: object, data_type: str) -> CellValue:
    """Return what the cell holds, with the signs that the file format writes as _x000D_."""
    if data_type == "e":
        return CellError(str(value))
    if isinstance(value, str):
        return unescape(value)
    if value is None or isinstance(value, bool | int | float | datetime | date | time | timedelta):
        return value
    return str(value)


def find_uncalculated(worksheet: bytes) -> Iterator[str]:
    """Yield the cells ("C7") of a worksheet's XML whose formula has no stored value.

    A formula that shows nothing, such as =IF(A1="","",A1), has an empty text for its value.
    """
    if not FORMULA.search(worksheet):
        return
    for _event, element in iterparse(BytesIO(worksheet)):  # noqa: S314  # openpyxl has read it before
        if element.tag.endswith("}row"):
            for cell in element.iterfind("{*}c[{*}f]"):
                if cell.get("t") != "str" and not cell.findtext("{*}v"):
                    yield cell.get("r", "")
            element.clear()
