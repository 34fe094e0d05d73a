"""Writes long lists as xlsx files, a row at a time: what is read and filtered, not filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from flows.programme.xlsx_text import spell_text
from flows.programme.xlsx_writer import FIXED_DATE, without_clock

HEADING = Font(bold=True)
LINK = Font(color="0563C1", underline="single")


@dataclass(frozen=True, slots=True)
class Link:
    """A cell with `words` that lead to `target`: a path from the file's own folder."""

    target: str
    words: str


ListCell = str | float | Link | None


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One sheet: headings with their widths in characters, and rows."""

    name: str
    headings: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[ListCell, ...]]


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
            worksheet.append([make_cell(worksheet, value) for value in row])
    saved = BytesIO()
    workbook.save(saved)
    return without_clock(saved)


def make_cell(worksheet: WriteOnlyWorksheet, value: ListCell) -> Cell | str | float | None:
    """Return what `value` is in a worksheet; only a link is a formula, whatever a text says."""
    if isinstance(value, Link):
        target, words = (text.replace('"', '""') for text in (value.target, value.words))
        cell = WriteOnlyCell(worksheet, f'=HYPERLINK("{target}","{words}")')
        cell.font = LINK
        return cell
    if not isinstance(value, str):
        return value
    text = spell_text(value)
    if not text.startswith("="):
        return text
    cell = WriteOnlyCell(worksheet, text)
    cell.data_type = "s"
    return cell
