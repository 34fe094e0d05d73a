"""Reads xls, xlsb and ods. The only module that uses python-calamine.

calamine shows error cells as blanks, which is why xlsx is not read with it. What it hides of
these files is told by what else can be read of them.
"""

from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from flows.ingest.ods_markup import complete_sheets
from flows.ingest.opened_files import OpenedFile
from flows.programme.merged_cells import show_merged
from flows.programme.places import Place
from flows.programme.sheets import Sheet, filled_row


def read_with_calamine(path: Path, file: str) -> OpenedFile:
    """Return every worksheet of the workbook at `path`; its places name it `file`.

    Raises whatever calamine raises of a broken or protected file.
    """
    with CalamineWorkbook.from_path(path) as workbook:
        sheets = tuple(
            read_sheet(
                workbook.get_sheet_by_name(metadata.name),
                file,
                is_hidden=metadata.visible is not SheetVisibleEnum.Visible,
            )
            for metadata in workbook.sheets_metadata
            if metadata.typ is SheetTypeEnum.WorkSheet
        )
    is_ods = path.suffix.casefold() == ".ods"
    return OpenedFile(complete_sheets(path, sheets) if is_ods else sheets)


def read_sheet(worksheet: CalamineSheet, file: str, *, is_hidden: bool) -> Sheet:
    """Return the worksheet; only xls tells which of its cells are merged."""
    rows = (
        filled_row(number, values)
        for number, values in enumerate(worksheet.to_python(skip_empty_area=False), 1)
    )
    merged = tuple(sorted(map(range_name, worksheet.merged_cell_ranges or ())))
    return Sheet(
        file=file,
        name=worksheet.name,
        rows=show_merged((row for row in rows if row is not None), merged),
        is_hidden=is_hidden,
        merged=merged,
    )


def range_name(corners: tuple[tuple[int, int], tuple[int, int]]) -> str:
    """Return the name ("A1:F1") of the range between two corners that count from 0."""
    first, last = (Place("", row=row + 1, column=column + 1).cell for row, column in corners)
    return f"{first}:{last}"
