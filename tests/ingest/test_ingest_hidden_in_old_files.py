"""What calamine shows as blank or as any other row is told of xls and xlsb as of an xlsx."""

import shutil
import struct
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ingest.ole_streams import read_stream
from flows.ingest.reading import read_files
from flows.ingest.xlsb_markup import read_markup
from flows.programme.sheets import CellError, Row
from tests.ingest.xlsb_drawing import make_xlsb
from tests.sample_programme.layouts.files import pack

OLD_WORKBOOK = Path(__file__).with_name("hidden_rows_and_errors.xls")
ROWS = (
    ("Namn", "Poäng", "Fel", "Dold"),
    ("Åsa", 4, "=#DIV/0!", 1),
    ("Bo", "#N/A", 3, 2),
    ("Cy", 5, 6, 3),
    (None, None, "#NAME?"),
)
"""What also stands in hidden_rows_and_errors.xls, which LibreOffice wrote."""


def write_xls(folder):
    """Copy the workbook of LibreOffice."""
    path = folder / "a.xls"
    shutil.copy(OLD_WORKBOOK, path)
    return path


def write_xlsb(folder):
    """Write the same as xlsb."""
    path = folder / "a.xlsb"
    path.write_bytes(make_xlsb(ROWS, hidden_rows=(3, 4), hidden_columns=(4,)))
    return path


@pytest.mark.parametrize("write", [write_xls, write_xlsb])
def test_failed_cells_and_hidden_rows_and_columns_are_told(tmp_path, write):
    """An error is no empty cell, whether typed or a formula's, also where nothing is beside it."""
    path = write(tmp_path)

    ((file,), problems) = read_files(tmp_path, (path.name,))

    assert problems == ()
    assert file.sheets[0].rows == (
        Row(1, ("Namn", "Poäng", "Fel", "Dold")),
        Row(2, ("Åsa", 4, CellError("#DIV/0!"), 1)),
        Row(3, ("Bo", CellError("#N/A"), 3, 2), is_hidden=True),
        Row(4, ("Cy", 5, 6, 3), is_hidden=True),
        Row(5, (None, None, CellError("#NAME?"))),
    )
    assert file.sheets[0].hidden_columns == (4,)


def test_where_the_second_reader_gives_up_a_note_says_so(tmp_path):
    """What calamine reads is read, and nobody is left to believe that nothing is hidden."""
    path = write_xlsb(tmp_path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = "xl/_rels/workbook.bin.rels"
    parts[relations] = b"<!DOCTYPE Relationships>" + parts[relations]
    path.write_bytes(pack(parts))

    ((file,), problems) = read_files(tmp_path, (path.name,))

    assert [found.code for found in problems] == ["hidden-not-told"]
    assert file.sheets[0].rows[1].values == ("Åsa", 4, None, 1)


@given(st.lists(st.tuples(st.integers(0, 6655), st.binary(min_size=1, max_size=4)), max_size=20))
def test_no_broken_container_holds_its_reader_up(edits):
    """Sectors that point in circles or out of the file end the reading; they never prolong it."""
    content = bytearray(OLD_WORKBOOK.read_bytes())
    for position, written in edits:
        content[position : position + len(written)] = written

    with suppress(ValueError, struct.error):
        stream = read_stream(bytes(content), "Workbook")
        assert len(stream) <= len(content)


@given(st.binary(max_size=200))
def test_no_bytes_hold_the_reader_of_records_up(part):
    """It comes to an end, whatever lengths are written; where it cannot go on it raises."""
    with suppress(IndexError, struct.error):
        read_markup(part)
