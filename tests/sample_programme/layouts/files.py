"""Spreadsheets as files, the same bytes every time: xlsx, ods and csv."""

import csv
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from flows.programme.sheets import CellValue, text_of
from tests.sample_programme.layouts.spreadsheet import CsvStyle, Spreadsheet

WRITTEN_AT = datetime.combine(date(2017, 2, 27), time(9, 0))
"""When every file says that it was made, so that the clock leaves no trace."""

DATE_FORMATS = {datetime: r"yyyy\-mm\-dd\ hh:mm:ss", date: r"yyyy\-mm\-dd"}
COLOUR = PatternFill("solid", fgColor="FFF2CC")

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
)


def write_spreadsheet(root: Path, spreadsheet: Spreadsheet) -> None:
    """Write `spreadsheet` under `root`; its file's ending says in which format."""
    path = root / spreadsheet.file
    path.parent.mkdir(parents=True, exist_ok=True)
    write = {".xlsx": make_xlsx, ".ods": make_ods, ".csv": make_csv}[path.suffix]
    path.write_bytes(write(spreadsheet))


def make_xlsx(spreadsheet: Spreadsheet) -> bytes:
    """Return the bytes of an Excel workbook with one sheet."""
    workbook = Workbook()
    workbook.properties.created = workbook.properties.modified = WRITTEN_AT
    worksheet = workbook.active
    worksheet.title = spreadsheet.sheet
    for row, values in enumerate(spreadsheet.rows, 1):
        for column, value in enumerate(values, 1):
            if value is not None:
                cell = worksheet.cell(row, column, value)
                cell.number_format = DATE_FORMATS.get(type(value), "General")
                cell.alignment = Alignment(wrap_text="\n" in str(value), vertical="top")
    for cells in spreadsheet.merged:
        worksheet.merge_cells(cells)
        worksheet[cells.partition(":")[0]].font = Font(bold=True)
    for cell in spreadsheet.coloured:
        worksheet[cell].fill = COLOUR
    for column, width in enumerate(spreadsheet.widths, 1):
        worksheet.column_dimensions[get_column_letter(column)].width = width
    saved = BytesIO()
    with ZipFile(saved, "w") as archive:
        ExcelWriter(workbook, archive).save()
    return pack({name: ZipFile(saved).read(name) for name in ZipFile(saved).namelist()})


def make_ods(spreadsheet: Spreadsheet) -> bytes:
    """Return the bytes of an OpenDocument spreadsheet with one sheet."""
    rows = "".join(
        f"<table:table-row>{''.join(map(ods_cell, values))}</table:table-row>"
        for values in spreadsheet.rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content {ODS_NAMESPACES} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{escape(spreadsheet.sheet)}">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        'manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return pack(
        {
            "mimetype": ODS_TYPE.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def ods_cell(value: CellValue) -> str:
    """Return one cell as OpenDocument writes it."""
    if value is None:
        return "<table:table-cell/>"
    shown = f"<text:p>{escape(text_of(value))}</text:p></table:table-cell>"
    if isinstance(value, date):
        return (
            '<table:table-cell office:value-type="date" '
            f'office:date-value="{value.isoformat()}">{shown}'
        )
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}">{shown}'
    return f'<table:table-cell office:value-type="string">{shown}'


def make_csv(spreadsheet: Spreadsheet) -> bytes:
    """Return the bytes of a csv file."""
    style = spreadsheet.csv_style
    written = StringIO(newline="")
    writer = csv.writer(
        written,
        delimiter=style.delimiter,
        lineterminator=style.line_end,
        quoting=csv.QUOTE_ALL if style.is_all_quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerows([csv_cell(value, style) for value in row] for row in spreadsheet.rows)
    return written.getvalue().encode(style.encoding)


def csv_cell(value: CellValue, style: CsvStyle) -> str:
    """Return one cell as text, a fraction with the decimal sign of `style`."""
    is_fraction = isinstance(value, float)
    return text_of(value).replace(".", style.decimal_sign) if is_fraction else text_of(value)


def pack(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive of `parts` in their order; "mimetype" is stored, as ods demands."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, WRITTEN_AT.timetuple()[:6])
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return packed.getvalue()
