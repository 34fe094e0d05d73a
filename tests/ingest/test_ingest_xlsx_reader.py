"""Workbooks read as their owner sees them in Excel."""

from datetime import date, datetime, time
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from flows.programme.sheets import CellError
from flows.programme.xlsx_reader import read_xlsx


@pytest.fixture
def workbook():
    """Return an empty workbook; its active sheet is called Sheet."""
    return Workbook()


def read_first(workbook, path):
    """Return the first sheet of `workbook`, saved at `path` and read back."""
    workbook.save(path)
    return read_xlsx(path, "a.xlsx")[0]


def rows_of(sheet):
    """Return the sheet's rows by their number in Excel."""
    return {row.number: row.values for row in sheet.rows}


def rewrite(path, part, old, new):
    """Replace `old` by `new` in one part of the workbook, as another program would write it."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for spelling, short in ((b" />", b"/>"), (b"<v></v>", b"<v/>")):  # with lxml and without
        parts[part] = parts[part].replace(spelling, short)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (4.0, 4),
        (4.5, 4.5),
        (datetime(2016, 1, 20), date(2016, 1, 20)),
        (datetime(2016, 1, 20, 16, 5), datetime(2016, 1, 20, 16, 5)),
        (time(16, 5), time(16, 5)),
        (True, True),
        ("  Ja \n", "  Ja \n"),
        ("#N/A", CellError("#N/A")),
        ("två_x000D_\nrader", "två\r\nrader"),
    ],
)
def test_a_value_is_what_excel_shows(workbook, tmp_path, stored, shown):
    """Whole numbers have no point, dates no time of day, errors their text, texts their spaces."""
    workbook.active["A1"] = stored

    assert rows_of(read_first(workbook, tmp_path / "a.xlsx")) == {1: (shown,)}


def test_rows_keep_their_numbers_and_lose_their_empty_ends(workbook, tmp_path):
    """Empty rows are left out, blank text is empty, and a row ends at its last filled cell."""
    workbook.active["B2"] = "Namn"
    workbook.active["C2"] = "  "
    workbook.active["A5"] = "Åsa"

    assert rows_of(read_first(workbook, tmp_path / "a.xlsx")) == {2: (None, "Namn"), 5: ("Åsa",)}


def test_dates_of_a_workbook_that_counts_from_1904(workbook, tmp_path):
    """Excel for Mac counted days from 1904; the date is the same."""
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active["A1"] = date(2016, 1, 20)

    assert rows_of(read_first(workbook, tmp_path / "a.xlsx")) == {1: (date(2016, 1, 20),)}


def test_hidden_rows_hidden_sheets_and_merged_cells_are_told(workbook, tmp_path):
    """What the owner does not see is read and marked; a merged value stands in its first cell."""
    sheet = workbook.active
    sheet["A1"], sheet["B1"], sheet["A2"] = "Titel", "under titeln", "dold"
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[2].hidden = True
    workbook.create_sheet("Gömd").sheet_state = "veryHidden"

    first = read_first(workbook, tmp_path / "a.xlsx")
    _first, second = read_xlsx(tmp_path / "a.xlsx", "a.xlsx")

    assert first.merged == ("A1:B1",)
    assert [(row.values, row.is_hidden) for row in first.rows] == [
        (("Titel",), False),
        (("dold",), True),
    ]
    assert (first.is_hidden, second.is_hidden) == (False, True)


def test_formula_that_was_never_calculated_is_named(workbook, tmp_path):
    """A program that is not Excel writes formulas without values; they must not pass as blank."""
    workbook.active["A1"] = "Summa"
    workbook.active["B1"] = "=1+1"

    assert read_first(workbook, tmp_path / "a.xlsx").uncalculated == ("B1",)


def test_formula_that_shows_nothing_is_calculated(workbook, tmp_path):
    """=IF(A1="","",A1) has an empty text for its value: that is how its owner sees it."""
    path = tmp_path / "a.xlsx"
    workbook.active["A1"] = '=IF(B1="","",B1)'
    workbook.active["A2"] = "=1+1"
    workbook.save(path)
    sheet = "xl/worksheets/sheet1.xml"
    rewrite(path, sheet, b'<c r="A1"><f>', b'<c r="A1" t="str"><f>')
    rewrite(path, sheet, b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>")

    (read,) = read_xlsx(path, "a.xlsx")

    assert (rows_of(read), read.uncalculated) == ({2: (2,)}, ())


def test_a_stray_cell_far_out_costs_nothing(workbook, tmp_path):
    """A blank typed in the sheet's last corner makes no seventeen thousand million cells."""
    workbook.active["A1"] = "Namn"
    workbook.active["XFD1048576"] = " "

    assert rows_of(read_first(workbook, tmp_path / "a.xlsx")) == {1: ("Namn",)}


def test_strict_workbook_is_read_like_any_other(workbook, tmp_path):
    """Excel's "Strict Open XML" has other namespaces, under which openpyxl finds no sheet."""
    path = tmp_path / "a.xlsx"
    workbook.active["A1"] = "Namn"
    workbook.save(path)
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for part in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        for name in (b"officeDocument", b"spreadsheetml"):
            with ZipFile(path) as archive:
                is_named = usual + name + b"/2006/" in archive.read(part)
            if is_named:
                rewrite(path, part, usual + name + b"/2006/", strict + name + b"/")

    assert [rows_of(sheet) for sheet in read_xlsx(path, "a.xlsx")] == [{1: ("Namn",)}]
