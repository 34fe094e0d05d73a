"""Workbooks that we write look as they should in Excel and hold text as text."""

from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from flows.programme.xlsx_reader import read_xlsx
from flows.programme.xlsx_text import spell_text
from flows.programme.xlsx_writer import (
    CellRules,
    ColumnDrawing,
    SheetDrawing,
    write_xlsx,
)


def write(tmp_path, sheet):
    """Write one sheet and return it as openpyxl reads it."""
    write_xlsx(tmp_path / "a.xlsx", (sheet,))
    return load_workbook(tmp_path / "a.xlsx").worksheets[0]


def table(*rows, **rest):
    """Return a drawing with one column a value of the first row."""
    columns = tuple(ColumnDrawing(f"K{number}") for number, _ in enumerate(rows[0], 1))
    return SheetDrawing("Blad", "Titel", "Ingress", columns, rows, **rest)


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    """A free text that begins with = + - or @ is no formula and no error."""
    texts = ("=1+1", "+46 70", "-", "@ada", "#N/A", "'citat")

    worksheet = write(tmp_path, table(texts))

    assert [(cell.value, cell.data_type) for cell in worksheet[5]] == [
        (text, "s") for text in texts
    ]
    assert [cell.quotePrefix for cell in worksheet[5]] == [True] * 4 + [False] * 2


def test_signs_that_xml_cannot_hold_are_escaped(tmp_path):
    """A control character in somebody's answer does not keep the workbook from being written."""
    assert write(tmp_path, table(("a\x0bb",)))["A5"].value == "a_x000B_b"


def test_dates_are_dates(tmp_path):
    """A date is written as a date, year first."""
    cell = write(tmp_path, table((date(2016, 1, 20),)))["A5"]

    assert (cell.is_date, cell.number_format) == (True, "yyyy-mm-dd")


def test_column_has_its_list_and_format_where_people_type(tmp_path):
    """The drop-down list begins in the first row below the header and warns of other words."""
    column = ColumnDrawing("Svar", rules=CellRules(("ja", "nej"), "@"))

    worksheet = write(tmp_path, SheetDrawing("Blad", "Titel", "Ingress", (column,)))

    (validation,) = worksheet.data_validations.dataValidation
    assert (str(validation.sqref), validation.formula1) == ("A5:A500", '"ja,nej"')
    assert (validation.showErrorMessage, validation.errorStyle) == (True, "warning")
    assert worksheet.column_dimensions["A"].number_format == "@"


def test_list_that_excel_would_refuse_is_left_out(tmp_path):
    """A typed list may have 255 characters; a longer one would make Excel repair the file."""
    for length, lists in ((255, 1), (256, 0)):
        column = ColumnDrawing("Svar", rules=CellRules(("x" * length,)))
        worksheet = write(tmp_path, SheetDrawing("Blad", "Titel", "Ingress", (column,)))
        assert len(worksheet.data_validations.dataValidation) == lists


def test_header_stays_in_sight_and_is_printed_on_each_page(tmp_path):
    """Title, help and header are above the rows; the sheet fits the width of a page."""
    worksheet = write(tmp_path, table((1,), (2,)))

    assert [worksheet.cell(row, 1).value for row in range(1, 7)] == [
        "Titel",
        "Ingress",
        None,
        "K1",
        1,
        2,
    ]
    assert worksheet.freeze_panes == "B5"
    assert worksheet.print_title_rows == "$4:$4"
    assert worksheet.sheet_properties.pageSetUpPr.fitToPage


def test_rows_are_as_high_as_their_longest_text(tmp_path):
    """A text of two lines has room for two; a single line is left to grow by itself."""
    worksheet = write(tmp_path, table(("kort",), ("två\nrader",), ("ord " * 9,)))

    assert [worksheet.row_dimensions[row].height for row in (5, 6, 7)] == [None, 34, 49]


def test_nothing_in_the_file_tells_when_it_was_written(tmp_path):
    """Every part of the file and its properties carry fixed dates."""
    write_xlsx(tmp_path / "a.xlsx", (table((1,)),))

    with ZipFile(tmp_path / "a.xlsx") as archive:
        dates = {part.date_time for part in archive.infolist()}
        properties = archive.read("docProps/core.xml").decode()

    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert properties.count("2000-01-01T00:00:00Z") == 2


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("_x0041_", "_x005F_x0041_"),
        ("a_x0000_b_x000D_", "a_x005F_x0000_b_x005F_x000D_"),
        ("_x41_ och _y0041_", "_x41_ och _y0041_"),
        ("ring\x07", "ring_x0007_"),
    ],
)
def test_a_text_that_looks_escaped_is_read_as_it_is(tmp_path, text, stored):
    """Excel shows _x0041_ as A; whoever wrote those seven signs sees them again."""
    assert spell_text(text) == stored
    write_xlsx(tmp_path / "a.xlsx", (table((text,)),))
    (sheet,) = read_xlsx(tmp_path / "a.xlsx", "a.xlsx")

    assert text in sheet.rows[-1].values
