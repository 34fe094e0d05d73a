"""Worksheets of our own, written as XML: the fix list, the hidden sheet and copied tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flows.programme.places import Place, column_letters
from flows.programme.sheets import CellError, CellValue, text_of
from flows.validate.correction_workbook.package import MAIN, XML
from flows.validate.correction_workbook.styles import Look
from flows.validate.correction_workbook.xml_elements import escape_text, store_text

LONGEST_TEXT = 32_767
"""How many signs a cell of Excel holds."""

EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # Excel's moments have no zone
FIRST_SURE_DAY = datetime(1900, 3, 1)  # noqa: DTZ001  # before it Excel counts a day that never was
SECONDS_PER_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell to be written; `link` is a place in the workbook ("'Svar'!G10") or empty."""

    value: CellValue
    look: Look = Look.WORDS
    link: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a worksheet is laid out: widths in characters, and rows that stay in sight above.

    `wide_rows` are those whose first cell goes across all columns.
    """

    widths: tuple[float, ...]
    frozen_rows: int = 0
    is_selected: bool = False
    heights: tuple[tuple[int, float], ...] = ()
    wide_rows: tuple[int, ...] = ()


Rows = Iterable[tuple[int, tuple[Cell, ...]]]
"""Rows with their numbers."""


def write_worksheet(rows: Rows, layout: Layout, styles: Mapping[Look, int]) -> bytes:
    """Return a worksheet's part; text is written as text, whatever it begins with."""
    written, links = [], []
    heights = dict(layout.heights)
    for number, cells in rows:
        inside = ""
        for column, cell in enumerate(cells, 1):
            name = Place("", row=number, column=column).cell
            inside += write_cell(name, cell, styles)
            if cell.link:
                link, shown = escape_text(cell.link), escape_text(text_of(cell.value))
                links.append(f'<hyperlink ref="{name}" location="{link}" display="{shown}"/>')
        height = f' ht="{heights[number]:g}" customHeight="1"' if number in heights else ""
        written.append(f'<row r="{number}"{height}>{inside}</row>')
    widths = "".join(
        f'<col min="{column}" max="{column}" width="{width:g}" customWidth="1"/>'
        for column, width in enumerate(layout.widths, 1)
    )
    return (
        XML
        + (
            f'<worksheet xmlns="{MAIN}">'
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f"<sheetViews>{write_view(layout)}</sheetViews>"
            '<sheetFormatPr defaultRowHeight="15"/>'
            f"{f'<cols>{widths}</cols>' if widths else ''}"
            f"<sheetData>{''.join(written)}</sheetData>"
            f"{write_merges(layout)}"
            f"{'<hyperlinks>' + ''.join(links) + '</hyperlinks>' if links else ''}"
            '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
            "</worksheet>"
        ).encode()
    )


def write_merges(layout: Layout) -> str:
    """Return which cells are one."""
    last = column_letters(len(layout.widths))
    merges = "".join(f'<mergeCell ref="A{row}:{last}{row}"/>' for row in layout.wide_rows)
    return f'<mergeCells count="{len(layout.wide_rows)}">{merges}</mergeCells>' if merges else ""


def write_view(layout: Layout) -> str:
    """Return what is in sight when the sheet is opened."""
    selected = ' tabSelected="1"' if layout.is_selected else ""
    if not layout.frozen_rows:
        return f'<sheetView{selected} workbookViewId="0"/>'
    below = f"A{layout.frozen_rows + 1}"
    return (
        f'<sheetView{selected} workbookViewId="0">'
        f'<pane ySplit="{layout.frozen_rows}" topLeftCell="{below}" activePane="bottomLeft" '
        f'state="frozen"/><selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/>'
        "</sheetView>"
    )


def write_cell(name: str, cell: Cell, styles: Mapping[Look, int]) -> str:
    """Return one cell; numbers and moments as such, everything else as text."""
    value = cell.value
    if isinstance(value, bool):
        return f'<c r="{name}" s="{styles[cell.look]}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{name}" s="{styles[cell.look]}"><v>{value!r}</v></c>'
    look, serial = moment_of(value)
    if look is not None:
        return f'<c r="{name}" s="{styles[look]}"><v>{serial!r}</v></c>'
    style = styles[cell.look]
    text = store_text(text_of(value)[:LONGEST_TEXT])
    if isinstance(value, CellError):
        return f'<c r="{name}" s="{style}" t="e"><v>{text}</v></c>'
    if not text:
        return f'<c r="{name}" s="{style}"/>'
    return (
        f'<c r="{name}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )


def moment_of(value: CellValue) -> tuple[Look | None, float]:
    """Return how a moment or a duration looks, and its number of days; None for other values."""
    if isinstance(value, timedelta):
        return Look.DURATION, value.total_seconds() / SECONDS_PER_DAY
    if isinstance(value, time):
        spent = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
        return Look.TIME, spent.total_seconds() / SECONDS_PER_DAY
    if isinstance(value, datetime) and value >= FIRST_SURE_DAY:
        return Look.MOMENT, (value - EXCEL_EPOCH) / timedelta(days=1)
    if isinstance(value, date) and not isinstance(value, datetime):
        moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001  # as above
        return (Look.DAY, (moment - EXCEL_EPOCH).days) if moment >= FIRST_SURE_DAY else (None, 0)
    return None, 0


def location(sheet: str, row: int, column: int) -> str:
    """Return a place in the workbook as a link names it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{column_letters(max(column, 1))}{max(row, 1)}"
