"""What the reading process hands over arrives as it was, or not at all."""

from datetime import datetime

import pytest

from flows.ingest.opened_files import OpenedFile, pack_opened, unpack_opened
from flows.programme.places import Place
from flows.programme.problems import problem
from flows.programme.sheets import CellError, Row, Sheet

OPENED = OpenedFile(
    (
        Sheet(
            "a.xlsx",
            "Svar",
            (
                Row(1, ("Namn", None, "Poäng")),
                Row(4, (datetime(2016, 3, 1, 16), True, 4.5), is_hidden=True),
                Row(7, (CellError("#N/A"),)),
            ),
            merged=("A1:B1",),
            uncalculated=("C7",),
            hidden_columns=(2,),
        ),
        Sheet("a.xlsx", "Tomt", (), is_hidden=True),
    ),
    (problem("file-empty", Place("a.xlsx")),),
)


@pytest.mark.parametrize("opened", [OPENED, OpenedFile(), OpenedFile((), OPENED.problems)])
def test_what_is_unpacked_is_what_was_packed(opened):
    """Sheets with and without rows, numbers and hiding of each row, problems: all of it."""
    unpacked = unpack_opened(pack_opened(opened))

    assert unpacked == opened
    assert all(isinstance(row, Row) for sheet in unpacked.sheets for row in sheet.rows)
