"""Source cells are folded to ranges and lose nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from flows.aggregate.indicators import SourceCells
from flows.aggregate.sources import fold_cells
from flows.programme.places import NOWHERE, Place, column_letters


def place_of(cell: str) -> Place:
    """Return the place of `cell`, such as F17, F:F (a column), 17:17 (a row) or "" (all)."""
    column, row, *_ = range_boundaries(cell) if cell else (0, 0)
    return Place("sessions/03/forms.xlsx", "Sheet1", row or 0, column or 0)


@pytest.mark.parametrize(
    ("cells", "folded"),
    [
        ("F2", "F2"),
        ("F2 F3 F4", "F2:F4"),
        ("F18 F2 F3", "F2:F3, F18"),
        ("F2 F2", "F2"),
        ("B7 C7 D7", "B7:D7"),
        ("B2 B3 C2 C3 D2", "B2:C3, D2"),
        ("B2 B3 D2 D3", "B2:B3, D2:D3"),
        ("B2 B3 C3", "B2:B3, C3"),
        ("Z2 AA2", "Z2:AA2"),
        ("5:5 6:6 7:7 9:9", "5:7, 9:9"),
        ("F:F G:G", "F:G"),
        ("F:F F1", "F:F, F1"),
        ("5:5 A5", "5:5, A5"),
        ("", ""),
    ],
)
def test_cells_fold_to_ranges_in_reading_order(cells, folded):
    """Neighbours down a column make a range, equal ranges side by side make a block."""
    places = [place_of(cell) for cell in cells.split(" ")]

    assert fold_cells(places) == (SourceCells("sessions/03/forms.xlsx", "Sheet1", folded),)


def test_each_sheet_has_its_own_entry_sorted_by_file_and_sheet():
    """Cells of different sheets never share a range; places outside files have no entry."""
    places = [Place("b.csv", "", 2, 1), Place("a.xlsx", "Två", 2, 1), Place("a.xlsx", "Ett", 2, 1)]

    assert fold_cells([*places, NOWHERE]) == (
        SourceCells("a.xlsx", "Ett", "A2"),
        SourceCells("a.xlsx", "Två", "A2"),
        SourceCells("b.csv", "", "A2"),
    )


@given(st.sets(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1))
def test_unfolding_gives_the_same_cells(cells):
    """Every cell stands in exactly one range, and no range holds another cell."""
    (folded,) = fold_cells(Place("a.xlsx", "Blad", row, column) for column, row in cells)
    unfolded = [cell for part in folded.cells.split(", ") for cell in unfold(part)]

    assert sorted(unfolded) == sorted(f"{column_letters(column)}{row}" for column, row in cells)


def unfold(part: str) -> list[str]:
    """Return the cells of one range by openpyxl's reading of it."""
    assert re.fullmatch(r"[A-Z]+\d+(:[A-Z]+\d+)?", part)
    left, top, right, bottom = range_boundaries(part)
    return [
        f"{column_letters(column)}{row}"
        for column in range(left, right + 1)
        for row in range(top, bottom + 1)
    ]
