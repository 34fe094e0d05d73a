"""A workbook as somebody keeps it: with everything in it that must still be there afterwards."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from flows.ingest.reading import read_files
from flows.programme.languages import Language
from flows.programme.packing import pack
from flows.programme.problems import Problem
from flows.validate.correction_workbook.correction_workbook import (
    OwnersFile,
    make_correction_workbook,
)

MACROS = b"what a macro would be"


def write_owners_file(path: Path, *, has_macros: bool = False) -> Path:
    """Write a workbook with two sheets and all that Excel people put into them."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Svar"
    for row in (("Namn", "Poäng", "Kommentar"), ("Ada", 4, "=1+1 är två"), ("Bo", 9, None)):
        sheet.append(row)
    sheet["A5"] = "Cy"
    sheet["C2"].data_type = "s"
    sheet["A1"].font = Font(bold=True, color="FFFFFFFF")
    sheet["A1"].fill = PatternFill("solid", fgColor="FF1F5673")
    sheet["B3"].number_format = "0.00"
    sheet["A2"].comment = Comment("Frågade igen.", "Eva")
    sheet.column_dimensions["C"].width = 41.5
    sheet.row_dimensions[3].height = 33
    sheet.freeze_panes = "A2"
    sheet.print_area = "A1:C5"
    sheet.conditional_formatting.add("B2:B9", CellIsRule("greaterThan", ["5"]))
    validation = DataValidation("whole", operator="between", formula1="1", formula2="5")
    sheet.add_data_validation(validation)
    validation.add("B2:B9")
    sheet.add_table(Table(displayName="Svar1", ref="A1:C5"))
    other = workbook.create_sheet("Diagram")
    other.append(("a", 1))
    other.merge_cells("A3:C3")
    chart = BarChart()
    chart.add_data(Reference(other, 2, 1))
    other.add_chart(chart, "D2")
    drawn = BytesIO()
    Picture.new("RGB", (3, 3), "teal").save(drawn, "png")
    other.add_image(Image(drawn), "D20")
    saved = BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    if has_macros:
        parts.append(("xl/vbaProject.bin", MACROS))
    path.write_bytes(pack(parts))
    return path


def correct(
    path: Path, *problems: Problem, file: str = "", language: Language = Language.SV
) -> bytes:
    """Return the correction workbook of the file at `path` with `problems`."""
    (read,), _problems = read_files(path.parent, (path.name,))
    is_package = path.suffix in (".xlsx", ".xlsm")
    owners = OwnersFile(
        file or path.name, read.source.sha256, path.read_bytes(), read.sheets, is_package
    )
    return make_correction_workbook(owners, problems, language)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
