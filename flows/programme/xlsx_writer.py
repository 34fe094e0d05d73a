"""Writes xlsx files that people fill in. The only module that writes with openpyxl."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from flows.programme.sheets import CellError, CellValue

TITLE_FONT = Font(name="Calibri", size=16, bold=True, color="1F3A4D")
LEAD_FONT = Font(name="Calibri", size=11, color="44546A")
HELP_FONT = Font(name="Calibri", size=9, italic=True, color="5F6B76")
HEADER_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
EXAMPLE_FONT = Font(name="Calibri", size=11, italic=True, color="7F8890")
HEADER_FILL = PatternFill("solid", fgColor="1F5673")
HELP_FILL = PatternFill("solid", fgColor="EEF3F6")
EXAMPLE_FILL = PatternFill("solid", fgColor="F7F7F5")
RULE = Border(bottom=Side("hair", color="C9D1D6"))
WRAPPED = Alignment(wrap_text=True, vertical="top")

CHOICE_ROWS = 500
"""How many rows below the header a drop-down list covers."""

LONGEST_LIST = 255
"""Excel refuses a typed drop-down list that is longer."""

FIXED_DATE = datetime(2000, 1, 1)  # noqa: DTZ001  # document properties hold no zone
FIXED_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ColumnDrawing:
    """One column: its header, the help above it, its drop-down list and its width."""

    header: str
    help: str = ""
    choices: tuple[str, ...] = ()
    width: int = 18


@dataclass(frozen=True, slots=True)
class SheetDrawing:
    """One sheet: title and lead on top, then help, header, an example and the rows.

    `choices_by_row` holds drop-down lists of single rows, in the second column: a settings
    sheet has a field a row.
    """

    name: str
    title: str
    lead: str
    columns: tuple[ColumnDrawing, ...]
    rows: tuple[tuple[CellValue, ...], ...] = ()
    example: tuple[CellValue, ...] = ()
    choices_by_row: tuple[tuple[str, ...], ...] = ()


def write_xlsx(path: Path, sheets: tuple[SheetDrawing, ...]) -> None:
    """Write `sheets` to `path`: the same sheets give the same bytes, on any day."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "slutrapport"
    workbook.properties.created = FIXED_DATE
    for sheet in sheets:
        draw(workbook.create_sheet(sheet.name), sheet)
    saved = BytesIO()
    workbook.save(saved)
    path.write_bytes(without_clock(saved))


def draw(worksheet: Worksheet, sheet: SheetDrawing) -> None:
    """Fill `worksheet` as `sheet` says."""
    worksheet.sheet_view.showGridLines = False
    worksheet.append([sheet.title])
    worksheet.append([sheet.lead])
    worksheet["A1"].font, worksheet["A2"].font = TITLE_FONT, LEAD_FONT
    worksheet.row_dimensions[1].height = 26
    put_row(worksheet, 3, tuple(column.help for column in sheet.columns), HELP_FONT, HELP_FILL)
    put_row(
        worksheet, 4, tuple(column.header for column in sheet.columns), HEADER_FONT, HEADER_FILL
    )
    if sheet.example:
        put_row(worksheet, 5, sheet.example, EXAMPLE_FONT, EXAMPLE_FILL)
    first = 6 if sheet.example else 5
    for number, row in enumerate(sheet.rows, first):
        put_row(worksheet, number, row)
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        worksheet.column_dimensions[letter].width = column.width
        add_choices(worksheet, column.choices, f"{letter}{first}:{letter}{first + CHOICE_ROWS}")
    for number, choices in enumerate(sheet.choices_by_row, first):
        add_choices(worksheet, choices, f"B{number}")
    worksheet.row_dimensions[3].height = help_height(sheet.columns)
    worksheet.freeze_panes = "B5"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_title_rows = "4:4"


def put_row(
    worksheet: Worksheet,
    number: int,
    values: tuple[CellValue, ...],
    font: Font | None = None,
    fill: PatternFill | None = None,
) -> None:
    """Write one row; text that begins like a formula stays text."""
    for column, value in enumerate(values, 1):
        cell = worksheet.cell(number, column)
        put_value(cell, value)
        cell.alignment, cell.border = WRAPPED, RULE
        if font is not None:
            cell.font = font
        if fill is not None:
            cell.fill = fill


def put_value(cell: Cell | MergedCell, value: CellValue) -> None:
    """Write one value; text that begins with = + - @ is marked as text for Excel."""
    cell.value = value.text if isinstance(value, CellError) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"


def add_choices(worksheet: Worksheet, choices: tuple[str, ...], cells: str) -> None:
    """Give `cells` a drop-down list; another value is warned about, not refused."""
    written = ",".join(choices)
    if not choices or len(written) > LONGEST_LIST:
        return
    validation = DataValidation("list", formula1=f'"{written}"', errorStyle="warning")
    worksheet.add_data_validation(validation)
    validation.add(cells)


def help_height(columns: tuple[ColumnDrawing, ...]) -> float:
    """Return the height in points that the longest wrapped help text needs."""
    lines = max((-(-len(column.help) // max(column.width, 8)) for column in columns), default=1)
    return 13.0 * (lines + 1)


def without_clock(saved: BytesIO) -> bytes:
    """Return the saved workbook without the moment at which it was saved."""
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content
                )
            new.writestr(ZipInfo(name, FIXED_ZIP_DATE), content, ZIP_DEFLATED)
    return packed.getvalue()
