"""The correction workbook is its owner's file, but for marks, comments and a fix list."""

import csv
import re
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from flows.ingest.correction_signs import comparable_text
from flows.ingest.csv_reader import read_csv
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import problem
from flows.programme.sheets import shown_value
from flows.programme.xlsx_reader import read_xlsx
from flows.validate.correction_workbook.correction_workbook import (
    OwnersFile,
    make_correction_workbook,
)
from flows.validate.correction_workbook.styles import FAULT_FILL, NOTE_FILL
from tests.drawing import draw_csv
from tests.validate.owners_file import MACROS, correct, parts_of, write_owners_file

FILE = "svar.xlsx"
OFF_SCALE = problem("answer-off-scale", Place(FILE, "Svar", 3, 2), found="9", expected="1–5")
UNKNOWN = problem("respondent-unknown", Place(FILE, "Svar", 3, 1))
EMPTY = problem("amount-unreadable", Place(FILE, "Svar", 5, 3))
HEADER = problem("wording-changed", Place(FILE, "Svar", 1, 1), item="nytta")

EDITED = {
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/comments/comment1.xml",
    "xl/drawings/commentsDrawing1.vml",
}
"""The parts in which a mark in the first sheet, which has comments, is written."""

HEADERS = ("Kod", "Ord")
TEXTS = st.one_of(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    st.text(st.sampled_from("_x0041_xX05Ff &<\r\n\t=")),
)
"""What a csv file may hold in a cell, among it what an xlsx file reads as an escape."""


@pytest.fixture
def owners(tmp_path):
    """The workbook of somebody who uses all that Excel has."""
    return write_owners_file(tmp_path / FILE)


def opened(content):
    """Return the workbook as openpyxl reads it."""
    return load_workbook(BytesIO(content))


def fill_of(cell):
    """Return the colour of the cell, or None."""
    return cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None


def test_every_part_that_needs_no_mark_keeps_its_bytes(owners):
    """Pictures, charts, tables, themes and other sheets are what they were, to the byte."""
    before = parts_of(owners.read_bytes())

    after = parts_of(correct(owners, OFF_SCALE, UNKNOWN, EMPTY))

    assert {name for name in before if before[name] != after.get(name)} == EDITED
    assert len(after) == len(before) + 2  # the fix list and the hidden sheet


def test_macros_stay(tmp_path):
    """A workbook with macros keeps them; they are never run."""
    owners = write_owners_file(tmp_path / "svar.xlsm", has_macros=True)

    assert parts_of(correct(owners, OFF_SCALE))["xl/vbaProject.bin"] == MACROS


def test_the_marked_sheet_differs_in_its_marks_only(owners):
    """Without our styles, cells and pointers the worksheet is the owner's, to the byte."""
    name = "xl/worksheets/sheet1.xml"
    before = parts_of(owners.read_bytes())[name].decode()
    after = parts_of(correct(owners, OFF_SCALE, UNKNOWN, EMPTY))[name].decode()
    style = re.compile(r'(<c r="(?:A3|B3)"[^>]*?) s="\d+"')
    made = re.compile(r'<c r="C5" s="\d+"/>')

    assert style.sub(r"\1", made.sub("", after)) == style.sub(r"\1", before).replace(
        ' tabSelected="1"', ""
    )


def test_formats_and_rules_of_all_cells_stay(owners):
    """Values, number formats, widths, heights, rules, lists and merged cells are as before."""
    before, after = load_workbook(owners), opened(correct(owners, OFF_SCALE, UNKNOWN, EMPTY))

    assert after.sheetnames == ["Rättelselista", "Svar", "Diagram", "slutrapport"]
    for old in before.worksheets:
        new = after[old.title]
        for row in old.iter_rows():
            for cell in row:
                twin = new[cell.coordinate]
                assert (twin.value, twin.data_type, twin.number_format) == (
                    cell.value,
                    cell.data_type,
                    cell.number_format,
                )
        widths = {name: column.width for name, column in old.column_dimensions.items()}
        assert {name: column.width for name, column in new.column_dimensions.items()} == widths
        assert new.row_dimensions[3].height == old.row_dimensions[3].height
        assert new.freeze_panes == old.freeze_panes
        assert new.print_area == old.print_area
        assert new.merged_cells.ranges == old.merged_cells.ranges
        assert len(new.data_validations.dataValidation) == len(old.data_validations.dataValidation)
        assert len(new.conditional_formatting) == len(old.conditional_formatting)
        assert new.tables.keys() == old.tables.keys()
        assert len(new._charts) == len(old._charts)  # noqa: SLF001  # openpyxl's only list of them


def test_only_the_cells_of_problems_are_filled(owners):
    """Salmon is to be corrected, violet to be looked at; an empty cell is made to be filled."""
    before, after = load_workbook(owners), opened(correct(owners, OFF_SCALE, UNKNOWN, EMPTY))
    marked = {"B3": NOTE_FILL, "A3": FAULT_FILL, "C5": FAULT_FILL}

    for row in after["Svar"].iter_rows(max_row=6):
        for cell in row:
            owners_own = fill_of(before["Svar"][cell.coordinate])
            assert fill_of(cell) == marked.get(cell.coordinate, owners_own), cell.coordinate


def test_a_comment_says_what_was_found_and_expected_and_what_to_do(owners):
    """Whoever points at the cell needs no list; the owner's own comments stay."""
    sheet = opened(correct(owners, OFF_SCALE))["Svar"]

    assert sheet["B3"].comment.text == (
        "slutrapport · Ett svar finns inte på skalan\n"
        "Svaret 9 finns inte på skalan och räknas som inget svar.\n"
        "Förväntat: Något av: 1–5.\n"
        "→ Rätta cellen, eller lämna den tom om det rätta svaret inte är känt."
    )
    assert (sheet["A2"].comment.text, sheet["A2"].comment.author) == ("Frågade igen.", "Eva")


def test_an_owners_comment_has_ours_below_it(owners):
    """Two comments cannot stand at one cell, and the owner's may say why it is as it is."""
    place = Place(FILE, "Svar", 2, 1)

    text = opened(correct(owners, problem("respondent-unknown", place)))["Svar"]["A2"].comment.text

    assert text.startswith("Frågade igen.")
    assert "slutrapport · " in text


def test_two_problems_of_one_cell_share_its_comment(owners):
    """A cell has one comment, and its colour is that of the graver problem."""
    cell = opened(
        correct(owners, UNKNOWN, problem("row-repeated", UNKNOWN.place, row=2, file=FILE))
    )["Svar"]["A3"]

    assert cell.comment.text.count("→") == 2
    assert fill_of(cell) == FAULT_FILL


def test_a_header_white_on_dark_can_be_read_when_it_is_marked(owners):
    """The fill is light, so the font is dark."""
    cell = opened(correct(owners, HEADER, OFF_SCALE))["Svar"]["A1"]

    assert (cell.font.color.rgb, cell.font.bold) == ("FF1D2429", True)


def test_the_fix_list_leads_to_every_cell(owners):
    """The list stands in front and in sight, those to correct first, each linked to its cell."""
    workbook = opened(correct(owners, OFF_SCALE, UNKNOWN))
    sheet = workbook.worksheets[0]

    assert workbook.active.title == "Rättelselista"
    assert [cell.value for cell in sheet[6]][:2] == ["Cell", "Vad som är fel"]
    rows = [(row[0].value, row[0].hyperlink.location, row[5].value) for row in sheet.iter_rows(7)]
    assert rows == [("Svar › A3", "'Svar'!A3", "Bo"), ("Svar › B3", "'Svar'!B3", "9")]
    assert [one.title for one in workbook.worksheets if one.sheet_view.tabSelected] == [
        "Rättelselista"
    ]


def test_the_list_speaks_the_language_that_is_asked_for(owners):
    """An English programme has an English list."""
    workbook = opened(correct(owners, OFF_SCALE, language=Language.EN))

    assert workbook.sheetnames[0] == "Fix list"
    assert workbook["Svar"]["B3"].comment.text.endswith("if the right answer is not known.")


@pytest.mark.parametrize("text", ["=1+1", "+46 16 12", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_stays_text(tmp_path, text):
    """A csv cell must not become a formula in Excel, nor in the list, nor when it is typed over."""
    path = tmp_path / "svar.csv"
    path.write_text(f'Namn;Poäng\n"{text.replace(chr(34), chr(34) * 2)}";9\n', encoding="utf-8")

    workbook = opened(correct(path, problem("respondent-unknown", Place("svar.csv", "", 2, 1))))

    for cell in (workbook["Tabell"]["A2"], workbook["Rättelselista"]["F7"]):
        assert (cell.value, cell.data_type) == (text, "s")
    assert workbook["Tabell"]["A2"].quotePrefix or workbook["Tabell"]["A2"].style_id
    assert workbook["Rättelselista"]["F7"].quotePrefix


def test_a_csv_file_becomes_a_workbook_with_its_text(tmp_path):
    """Leading zeros, dates and decimal commas stay as they were typed, in the rows they had."""
    path = draw_csv(tmp_path / "svar.csv", "| Kod | Dag | Tal |\n| 007 | 2016-01-02 | 8,5 |")

    sheet = opened(correct(path, problem("answer-not-a-number", Place("svar.csv", "", 2, 3))))[
        "Tabell"
    ]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Kod", "Dag", "Tal"],
        ["007", "2016-01-02", "8,5"],
    ]
    assert fill_of(sheet["C2"]) == NOTE_FILL


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8))
@example([("_x0041_", "_x005F_x000D_ och _x41_"), ("\x07\x0b\x1f\ufffe", "rad\r\nrad\nrad\rrad")])
def test_every_sign_of_a_csv_files_texts_comes_back(rows):
    """What nobody changed is no change: the workbook shows each text as the file has it."""
    with TemporaryDirectory() as folder:
        path, back = Path(folder, "svar.csv"), Path(folder, "svar.xlsx")
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write("sep=;\n")
            csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows([HEADERS, *rows])
        read = read_csv(path, path.name).sheets
        owners = OwnersFile(path.name, "0" * 64, path.read_bytes(), read, is_package=False)
        fault = problem("answer-not-a-label", Place(path.name, "", 2, 2), expected="")
        back.write_bytes(make_correction_workbook(owners, (fault,), Language.SV))
        _list, table, hidden = read_xlsx(back, back.name)

    assert table.rows == read[0].rows
    (marked,) = hidden.rows[1:]
    assert comparable_text(marked.value_at(4)) == comparable_text(shown_value(rows[0][1]))


def test_the_same_file_gives_the_same_bytes(owners):
    """A workbook made twice is one file, so that a run is what its inputs make it."""
    assert correct(owners, OFF_SCALE, UNKNOWN) == correct(owners, UNKNOWN, OFF_SCALE)


def test_a_second_round_marks_anew(owners, tmp_path):
    """What was marked in the round before is clean again, and there is one list, not two."""
    first = tmp_path / "rättad.xlsx"
    first.write_bytes(correct(owners, OFF_SCALE, UNKNOWN))

    workbook = opened(correct(first, EMPTY, file=FILE))

    assert workbook.sheetnames == ["Rättelselista", "Svar", "Diagram", "slutrapport"]
    assert fill_of(workbook["Svar"]["B3"]) is None
    assert workbook["Svar"]["B3"].comment is None
    assert workbook["Svar"]["A2"].comment.text == "Frågade igen."
    assert fill_of(workbook["Svar"]["C5"]) == FAULT_FILL
    assert workbook["slutrapport"]["A1"].value.startswith("slutrapport · 2 · ")
    assert workbook["Svar"].print_area == "'Svar'!$A$1:$C$5"


def test_a_package_that_is_not_built_as_it_should_is_copied(owners, tmp_path):
    """What cannot be edited in place still comes back with its values marked."""
    odd = tmp_path / FILE
    sheets = owners.read_bytes()
    odd.write_bytes(sheets.replace(b"xl/styles.xml", b"xl/stylez.xml"))

    workbook = opened(correct(owners, OFF_SCALE))

    assert fill_of(workbook["Svar"]["B3"]) == NOTE_FILL
