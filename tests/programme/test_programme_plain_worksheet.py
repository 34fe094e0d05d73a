"""A plain worksheet is read as openpyxl parses it, cell for cell, or left to openpyxl."""

from datetime import date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from flows.programme import xlsx_reader
from flows.programme.plain_worksheet import (
    NotPlainError,
    Vocabulary,
    read_plain_strings,
    read_plain_worksheet,
)
from flows.programme.sheets import CellError, Row
from flows.programme.xlsx_reader import parse_worksheet, shown_text

LETTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t &<>\"'_x")
VALUES = st.one_of(
    st.text(LETTERS, max_size=12).filter(lambda text: "x005F" not in text),
    st.sampled_from(
        ["  Ja ", "två_x000D_\nrader", "#N/A", "#DIV/0!", "=1+1", '=IF(A1="","",A1)', ""]
    ),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(datetime(1905, 1, 1), datetime(2100, 1, 1)),
    st.dates(date(1905, 1, 1), date(2100, 1, 1)),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=400)),
)
CORNERS = st.tuples(st.integers(1, 12), st.integers(1, 6))


@st.composite
def workbooks(draw):
    """Return a workbook of one sheet with anything in it that an export may have."""
    workbook = Workbook()
    workbook.epoch = draw(st.sampled_from([CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904]))
    sheet = workbook.active
    for (row, column), value in draw(st.dictionaries(CORNERS, VALUES, max_size=20)).items():
        sheet.cell(row, column).value = value
    for row, column in draw(st.lists(CORNERS, max_size=3)):
        sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    for (top, left), (height, width) in draw(st.lists(st.tuples(CORNERS, CORNERS), max_size=2)):
        sheet.merged_cells.add(
            f"{get_column_letter(left)}{top}:{get_column_letter(left + width)}{top + height}"
        )
    return workbook


def open_parts(content):
    """Return the first worksheet's XML, and the shared strings and moments that it refers to."""
    with ZipFile(BytesIO(content)) as archive:
        workbook = xlsx_reader.ExcelReader(BytesIO(content), data_only=True)
        workbook.read_manifest()
        workbook.read_workbook()
        strings_part, styles_part = (
            xlsx_reader.part_of(workbook, kind)
            for kind in (xlsx_reader.SHARED_STRINGS, xlsx_reader.STYLES_TYPE)
        )
        return (
            archive.read("xl/worksheets/sheet1.xml"),
            xlsx_reader.read_strings(archive, strings_part),
            xlsx_reader.read_moments(archive, styles_part, workbook.wb.epoch),
        )


def read_plain(xml, strings=(), moments=None):
    """Return the plain worksheet's content."""
    moment_of = moments.moment_of if moments else lambda _style: None
    shown = [shown_text(text) for text in strings]
    return read_plain_worksheet(xml, Vocabulary(shown, shown_text, moment_of))


@given(workbooks())
def test_what_openpyxl_writes_is_plain_and_read_as_openpyxl_parses_it(workbook):
    """Two readers that share no code agree on every value, merged range and hidden column."""
    saved = BytesIO()
    workbook.save(saved)
    xml, strings, moments = open_parts(saved.getvalue())
    if not any(workbook.active.iter_rows()):
        return

    assert read_plain(xml, strings, moments) == parse_worksheet(xml, strings, moments)


def worksheet(rows, *, head="", tail=""):
    """Return a worksheet's XML with `rows` as its data."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"{head}<sheetData>{rows}</sheetData>{tail}</worksheet>"
    ).encode()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>4.0</v></c>', 4),
        ('<c r="A1" t="n" s="0"><v>1E3</v></c>', 1000),
        ('<c r="A1" t="s"><v>1</v></c>', "Åsa"),
        ('<c r="A1" t="str"><f>B1</f><v>a &amp; b&#229;</v></c>', "a & bå"),
        ('<c r="A1" t="str"><f t="shared" si="0"/><v>x</v></c>', "x"),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', CellError("#DIV/0!")),
        ('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> Ja</t></is></c>', " Ja"),
    ],
)
def test_each_spelling_of_a_cell(cell, value):
    """What the programs write that made the exports we know."""
    xml = worksheet(f'<row r="1" spans="1:1">{cell}</row>')
    strings = ("Bo", "Åsa")

    read = read_plain(xml, strings)

    assert read.rows == (Row(1, (value,)),)
    assert read.rows == parse_worksheet(xml, strings, xlsx_reader.NO_MOMENTS).rows


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>ett</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>2016-01-20</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>rik</t></r></is></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v><![CDATA[x]]></v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="2"></row><row r="1"></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><x:c r="A1"><v>1</v></x:c></row>',
        '<row r="1"> <c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>',
    ],
)
def test_any_other_spelling_is_left_to_openpyxl(rows):
    """What is not known to the letter is not guessed at: openpyxl reads or refuses it."""
    with pytest.raises(NotPlainError):
        read_plain(worksheet(rows))


@pytest.mark.parametrize(
    "xml",
    [
        worksheet('<row r="1"></row>', head="<cols>"),
        worksheet('<row r="1"></row>', tail="<!-- <sheetData> -->"),
        worksheet('<row r="1"></row>').replace(b"<worksheet", b"<!DOCTYPE x><worksheet"),
        worksheet('<row r="1"></row>').replace(b"main", b"other"),
        worksheet('<row r="1"></row>')[:-5],
        worksheet('<row r="1"></row>').decode().encode("utf-16"),
    ],
)
def test_what_stands_around_the_rows_is_parsed(xml):
    """A worksheet that is cut off or of another kind is not plain, however its rows look."""
    with pytest.raises(NotPlainError):
        read_plain(xml)


@pytest.mark.parametrize(
    ("strings", "found"),
    [
        ("<si><t>Ja</t></si><si><t/></si><si/>", ("Ja", "", "")),
        ('<si><t xml:space="preserve"> a&lt;b </t></si>', (" a<b ",)),
        ("", ()),
        ("<si><r><t>rik</t></r></si>", None),
    ],
)
def test_shared_strings(strings, found):
    """Shared strings keep their spaces; rich text is left to openpyxl."""
    xml = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1">'
        f"{strings}</sst>"
    ).encode()
    if found is None:
        with pytest.raises(NotPlainError):
            read_plain_strings(xml)
    else:
        assert read_plain_strings(xml) == found
