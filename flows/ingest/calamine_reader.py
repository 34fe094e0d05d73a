"""Reads xls, xlsb and ods. The only module that uses python-calamine.

calamine shows error cells as blanks, which is why xlsx is read by openpyxl instead.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from flows.programme.sheets import CellValue, Row, Sheet


def read_with_calamine(path: Path, file: str) -> tuple[Sheet, ...]:
    """Return every worksheet of the workbook at `path`; its places name it `file`.

    Raises whatever calamine raises of a broken or protected file.
    """
    with CalamineWorkbook.from_path(path) as workbook:
        return tuple(
            Sheet(
                file=file,
                name=metadata.name,
                rows=read_rows(
                    workbook.get_sheet_by_name(metadata.name).to_python(skip_empty_area=False)
                ),
                is_hidden=metadata.visible is not SheetVisibleEnum.Visible,
            )
            for metadata in workbook.sheets_metadata
            if metadata.typ is SheetTypeEnum.WorkSheet
        )


def read_rows(
    rows: list[list[int | float | str | bool | time | date | datetime | timedelta]],
) -> tuple[Row, ...]:
    """Return the rows that hold anything, numbered as in Excel."""
    numbered = ((number, filled(row)) for number, row in enumerate(rows, 1))
    return tuple(Row(number, values) for number, values in numbered if values)


def filled(
    row: list[int | float | str | bool | time | date | datetime | timedelta],
) -> tuple[CellValue, ...]:
    """Return the row's values, blank ones empty, trailing empty ones left out."""
    values = [plain(value) for value in row]
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def plain(value: float | str | bool | time | date | timedelta) -> CellValue:
    """Return the value as every reader gives it: whole numbers whole, blank text empty."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
