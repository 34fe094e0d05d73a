"""The fix list in front of a correction workbook: what to correct, with links to the cells."""

from collections.abc import Mapping
from textwrap import wrap

from flows.ingest.correction_signs import CorrectionSign
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.translations import _, translate
from flows.validate.correction_workbook.remarks import Remark
from flows.validate.correction_workbook.sheet_markup import (
    Cell,
    Layout,
    location,
    write_worksheet,
)
from flows.validate.correction_workbook.styles import Look

SHEET_NAME = _("Fix list")
HIDDEN_NAME = "slutrapport"

HEADERS = (
    _("Cell"),
    _("What is wrong"),
    _("Found"),
    _("Expected"),
    _("What to do"),
    _("Stood in the cell"),
)
WIDTHS = (20.0, 30.0, 42.0, 42.0, 42.0, 24.0)
FIRST_ROW = 7
WIDE_ROWS = (1, 2, 3, 4)
TOP_HEIGHTS = ((1, 28.0), (2, 34.0), (3, 20.0), (4, 14.0), (FIRST_ROW - 1, 22.0))
POINTS_PER_LINE = 15


def write_fix_list(
    remarks: tuple[Remark, ...],
    sign: CorrectionSign,
    styles: Mapping[Look, int],
    language: Language,
    *,
    is_copy: bool,
) -> bytes:
    """Return the fix list's worksheet; its sign stands in row 4, where it is looked for."""
    how = _(
        "Correct the coloured cells, save the file as xlsx, and put it into the programme's folder "
        "beside the original, which stays. It is then read instead of it."
    )
    kept = _("The other sheets are the file as it was, with the cells marked.")
    copied = _("The other sheets hold the file's values; its own format cannot be marked.")
    colours = _("Salmon cells are to be corrected; violet ones should be looked at.")
    lead = " ".join(translate(one, language) for one in (copied if is_copy else kept, colours))
    top = (
        Cell(translate(_("To correct in {file}"), language, file=sign.file), Look.TITLE),
        Cell(translate(how, language), Look.LEAD),
        Cell(lead, Look.LEAD),
        Cell(sign.text, Look.SIGN),
    )
    header = tuple(Cell(translate(text, language), Look.HEADER) for text in HEADERS)
    rows = [write_remark(remark) for remark in remarks]
    numbered = list(enumerate(rows, FIRST_ROW))
    heights = (*TOP_HEIGHTS, *((number, measure_height(row)) for number, row in numbered))
    layout = Layout(WIDTHS, FIRST_ROW - 1, is_selected=True, heights=heights, wide_rows=WIDE_ROWS)
    lines = [*enumerate(((cell,) for cell in top), 1), (FIRST_ROW - 1, header), *numbered]
    return write_worksheet(lines, layout, styles)


def write_remark(remark: Remark) -> tuple[Cell, ...]:
    """Return the line of one remark; its first cell leads to the cell that it is about."""
    text = remark.text
    place = Place("", remark.sheet, remark.row, remark.column)
    where = " › ".join(part for part in (remark.sheet, place.cell) if part)
    link = location(remark.sheet, remark.row, remark.column) if remark.sheet else ""
    return (
        Cell(where or "–", Look.FAULT if remark.is_fault else Look.NOTE, link),
        Cell(text.title),
        Cell(text.found),
        Cell(text.expected),
        Cell(text.remedy),
        Cell(remark.before),
    )


def measure_height(row: tuple[Cell, ...]) -> float:
    """Return the height in points that the longest text of a line needs."""
    lines = (
        sum(max(1, len(wrap(line, int(width)))) for line in str(cell.value).split("\n"))
        for cell, width in zip(row, WIDTHS, strict=True)
    )
    return POINTS_PER_LINE * max(lines) + 4.0


def write_hidden_sheet(sign: CorrectionSign, styles: Mapping[Look, int]) -> bytes:
    """Return the worksheet that tells what the workbook is, and what stood in the marked cells."""
    rows = (tuple(Cell(text, Look.TYPED) for text in row) for row in sign.rows)
    return write_worksheet(enumerate(rows, 1), Layout(()), styles)
