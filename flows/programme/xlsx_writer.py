"""Writes xlsx files that people fill in. The only module that writes with openpyxl."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from flows.programme.packing import pack
from flows.programme.sheets import CellError, CellValue, Ticks
from flows.programme.xlsx_text import spell_text

PETROL, SLATE, GREY = "1F5673", "44546A", "6B747B"
RULE = Border(bottom=Side("hair", color="C9D1D6"))
EDGE = Side("thin", color="9FB3BF")
BOX = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
UNFILLED = PatternFill()
LEFT = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1)
RIGHT = Alignment(wrap_text=True, vertical="center", horizontal="right", indent=1)
TOP = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
UNWRAPPED = Alignment(vertical="center", horizontal="left", indent=1)


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; frozen, because openpyxl's own styles may be shared between cells."""

    font: Font
    fill: PatternFill = UNFILLED
    border: Border = RULE
    alignment: Alignment = LEFT


def font(
    size: int = 11, color: str = "1D2429", *, bold: bool = False, italic: bool = False
) -> Font:
    """Return the workbook's font, dark unless another colour is named."""
    return Font(name="Calibri", size=size, color=color, bold=bold, italic=italic)


TITLE = Style(font(16, PETROL, bold=True), border=Border(), alignment=UNWRAPPED)
LEAD = Style(font(11, SLATE), border=Border(), alignment=UNWRAPPED)
HELP = Style(font(9, SLATE, italic=True), PatternFill("solid", fgColor="EEF3F6"), alignment=TOP)
HEADER = Style(font(11, "FFFFFF", bold=True), PatternFill("solid", fgColor=PETROL), alignment=LEFT)
EXAMPLE = Style(font(11, GREY, italic=True), PatternFill("solid", fgColor="F7F7F5"))
PLAIN = Style(font())
AMOUNT = Style(font(), alignment=RIGHT)
FIELD = Style(font(bold=True, color=PETROL))
INPUT = Style(font(), border=BOX)
HINT = Style(font(10, SLATE))
SAMPLE = Style(font(10, GREY, italic=True))

HELP_ROW, HEADER_ROW, FIRST_ROW = 3, 4, 5
POINTS_PER_LINE, POINTS_PER_SMALL_LINE, PADDING_POINTS = 15, 12.5, 4
SMALL_TYPE = 1.3
"""How many small characters take the width of one that is not."""

LAST_LISTED_ROW = 500
"""The last row that has a column's drop-down list, where there are fewer rows."""

LONGEST_LIST_CHARACTERS = 255
"""Excel refuses a typed drop-down list that is longer."""

FIXED_DATE = datetime(2000, 1, 1)  # noqa: DTZ001  # document properties hold no zone
MOMENT_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class CellRules:
    """What may be typed into a cell: one of `choices`, where there are any, shown in a format.

    `list_of` is the formula of cells that hold the choices instead, "" for none.
    """

    choices: tuple[str, ...] = ()
    number_format: str = "General"
    list_of: str = ""


ANYTHING = CellRules()


@dataclass(frozen=True, slots=True)
class ColumnDrawing:
    """One column: its header, the help above it, its width in characters and its cells."""

    header: str
    help: str = ""
    width: int = 18
    rules: CellRules = ANYTHING
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class SheetDrawing:
    """One sheet: title and lead on top, then help, header, an example and the rows.

    `rules_by_row` are those of each row's own input cell, in the second column: a settings
    sheet has a field a row. `frozen_columns` stay in sight when the sheet is moved sideways.
    """

    name: str
    title: str
    lead: str
    columns: tuple[ColumnDrawing, ...]
    rows: tuple[tuple[CellValue, ...], ...] = ()
    example: tuple[CellValue, ...] = ()
    rules_by_row: tuple[CellRules, ...] = ()
    frozen_columns: int = 1


def write_xlsx(path: Path, sheets: tuple[SheetDrawing, ...]) -> None:
    """Write `sheets` to `path`."""
    path.write_bytes(make_xlsx(sheets))


def make_xlsx(sheets: tuple[SheetDrawing, ...]) -> bytes:
    """Return `sheets` as an xlsx file: the same sheets give the same bytes, on any day."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "slutrapport"
    workbook.properties.created = FIXED_DATE
    for sheet in sheets:
        draw(workbook.create_sheet(sheet.name), sheet)
    saved = BytesIO()
    workbook.save(saved)
    return without_clock(saved)


def draw(worksheet: Worksheet, sheet: SheetDrawing) -> None:
    """Fill `worksheet` as `sheet` says."""
    put_value(worksheet["A1"], sheet.title, TITLE)
    put_value(worksheet["A2"], sheet.lead, LEAD)
    last_row = max(LAST_LISTED_ROW, FIRST_ROW + len(sheet.rows))
    for number, column in enumerate(sheet.columns, 1):
        draw_column(worksheet, number, column, last_row)
    rows = enumerate(sheet.rows, FIRST_ROW)
    if sheet.example:
        styles = [replace(EXAMPLE, alignment=column.style.alignment) for column in sheet.columns]
        put_row(worksheet, FIRST_ROW, sheet.example, styles)
        rows = enumerate(sheet.rows, FIRST_ROW + 1)
    styles = [column.style for column in sheet.columns]
    for number, row in rows:
        put_row(worksheet, number, row, styles)
        lines = line_count(row, sheet.columns)
        if lines > 1:  # a row of one line is left to grow as its owner types
            worksheet.row_dimensions[number].height = POINTS_PER_LINE * lines + PADDING_POINTS
    for number, rules in enumerate(sheet.rules_by_row, FIRST_ROW):
        worksheet.cell(number, 2).number_format = rules.number_format
        add_choices(worksheet, rules, f"B{number}")
    heights = {1: 28, 2: 22, HELP_ROW: help_height(sheet.columns), HEADER_ROW: 22}
    for number, height in heights.items():
        worksheet.row_dimensions[number].height = height
    worksheet.sheet_view.showGridLines = not sheet.rules_by_row
    worksheet.sheet_properties.tabColor = PETROL
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen_columns + 1)}{FIRST_ROW}"
    set_up_print(worksheet)


def draw_column(worksheet: Worksheet, number: int, column: ColumnDrawing, last_row: int) -> None:
    """Draw the column's header and help, and prepare the cells below for what is typed."""
    letter = get_column_letter(number)
    put_value(worksheet.cell(HELP_ROW, number), column.help, HELP)
    header = replace(HEADER, alignment=column.style.alignment)
    put_value(worksheet.cell(HEADER_ROW, number), column.header, header)
    worksheet.column_dimensions[letter].width = column.width
    worksheet.column_dimensions[letter].number_format = column.rules.number_format
    add_choices(worksheet, column.rules, f"{letter}{FIRST_ROW}:{letter}{last_row}")


def put_row(
    worksheet: Worksheet, number: int, values: tuple[CellValue, ...], styles: Sequence[Style]
) -> None:
    """Write one row in the formats of its columns."""
    for column, (value, style) in enumerate(zip(values, styles, strict=True), 1):
        cell = worksheet.cell(number, column)
        dimension = worksheet.column_dimensions[get_column_letter(column)]
        cell.number_format = dimension.number_format
        put_value(cell, value, style)


def put_value(cell: Cell | MergedCell, value: CellValue, style: Style) -> None:
    """Write one value; text that begins with = + - @ is marked as text for Excel."""
    cell.font, cell.fill = style.font, style.fill
    cell.border, cell.alignment = style.border, style.alignment
    if isinstance(value, str):
        cell.value = spell_text(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        return
    cell.value = value.text if isinstance(value, CellError | Ticks) else value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"


def add_choices(worksheet: Worksheet, rules: CellRules, cells: str) -> None:
    """Give `cells` a drop-down list; another value is warned about, not refused."""
    written = ",".join(rules.choices)
    if len(written) > LONGEST_LIST_CHARACTERS or not (written or rules.list_of):
        return
    validation = DataValidation(
        "list",
        formula1=rules.list_of or f'"{written}"',
        errorStyle="warning",
        showErrorMessage=True,
        allow_blank=True,
    )
    worksheet.add_data_validation(validation)
    validation.add(cells)


def line_count(values: tuple[CellValue, ...], columns: tuple[ColumnDrawing, ...]) -> int:
    """Return how many lines the longest text of a row takes in its column."""
    return max(
        sum(max(1, len(wrap(line, column.width))) for line in str(value).split("\n"))
        for value, column in zip(values, columns, strict=True)
    )


def help_height(columns: tuple[ColumnDrawing, ...]) -> float:
    """Return the height in points that the longest help text needs in its small type."""
    lines = (len(wrap(column.help, int(column.width * SMALL_TYPE))) for column in columns)
    return POINTS_PER_SMALL_LINE * max(lines) + PADDING_POINTS


def set_up_print(worksheet: Worksheet) -> None:
    """Print on landscape A4, as wide as the page, the header on each page."""
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    if worksheet.oddFooter is not None:  # only a chart sheet has none
        worksheet.oddFooter.center.text = "&A – &P (&N)"


def without_clock(saved: BytesIO) -> bytes:
    """Return the saved workbook without the moment at which it was saved."""
    with ZipFile(saved) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return pack(
        (name, MOMENT_SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", content))
        if name == "docProps/core.xml"
        else (name, content)
        for name, content in parts
    )
