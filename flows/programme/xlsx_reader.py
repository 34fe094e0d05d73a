"""Reads xlsx and xlsm as their owner sees them. The only module that reads with openpyxl."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from flows.programme.sheets import CellError, CellValue, Row, Sheet


def read_xlsx(path: Path, file: str) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook at `path`; its places name it `file`.

    Values are those last shown by Excel; error cells keep their text. Formulas that were
    never calculated are empty and named in Sheet.uncalculated. Raises whatever openpyxl
    raises of a broken file; the caller reads in a child process and knows it is broken.
    """
    shown = load_workbook(path, data_only=True)
    formulas = load_workbook(path) if holds_formulas(path) else None
    return tuple(
        Sheet(
            file=file,
            name=worksheet.title,
            rows=tuple(read_rows(worksheet)),
            is_hidden=worksheet.sheet_state != "visible",
            merged=tuple(sorted(str(cells) for cells in worksheet.merged_cells.ranges)),
            uncalculated=()
            if formulas is None
            else tuple(uncalculated(worksheet, formulas[worksheet.title])),
        )
        for worksheet in shown.worksheets
    )


def read_rows(worksheet: Worksheet) -> Iterator[Row]:
    """Yield the rows that hold anything."""
    for number, cells in enumerate(worksheet.iter_rows(), 1):
        values = [cell_value(cell.value, cell.data_type) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        if values:
            is_hidden = bool(worksheet.row_dimensions[number].hidden)
            yield Row(number, tuple(values), is_hidden)


def cell_value(value: object, data_type: str) -> CellValue:
    """Return what the cell shows; blank text is an empty cell."""
    if data_type == "e":
        return CellError(str(value))
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, bool | int | float | datetime | date | time | timedelta):
        return value
    return str(value)


def holds_formulas(path: Path) -> bool:
    """Tell whether any sheet of the workbook has a formula."""
    with ZipFile(path) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(b"<f>" in content or b"<f " in content for content in map(archive.read, sheets))


def uncalculated(shown: Worksheet, formulas: object) -> Iterator[str]:
    """Yield the cells ("C7") whose formula has no stored value."""
    if not isinstance(formulas, Worksheet):
        return
    for cells in formulas.iter_rows():
        for cell in cells:
            if cell.data_type == "f" and shown[cell.coordinate].value is None:
                yield cell.coordinate
