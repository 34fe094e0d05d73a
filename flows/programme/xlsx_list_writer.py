"""Writes long lists as xlsx files, a row at a time: what is read and filtered, not filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from flows.programme.xlsx_writer import FIXED_DATE, without_clock

HEADING = Font(bold=True)


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One sheet: headings with their widths in characters, and rows. "=" begins a formula."""

    name: str
    headings: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[str | float | None, ...]]


def make_list_xlsx(sheets: Iterable[ListSheet]) -> bytes:
    """Return `sheets` as an xlsx file: the same sheets give the same bytes, on any day."""
    workbook = Workbook(write_only=True)
    workbook.properties.creator = "slutrapport"
    workbook.properties.created = FIXED_DATE
    for sheet in sheets:
        worksheet = workbook.create_sheet(sheet.name)
        worksheet.freeze_panes = "A2"
        for number, (_heading, width) in enumerate(sheet.headings, 1):
            worksheet.column_dimensions[chr(ord("A") + number - 1)].width = width
        headings = [WriteOnlyCell(worksheet, heading) for heading, _width in sheet.headings]
        for cell in headings:
            cell.font = HEADING
        worksheet.append(headings)
        for row in sheet.rows:
            worksheet.append(row)
    saved = BytesIO()
    workbook.save(saved)
    return without_clock(saved)
