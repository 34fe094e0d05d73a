"""Values kept by column and rows kept by columns look as they did before."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.programme.sheet_rows import MOST_CELLS_ADDED, keep_rows
from flows.programme.sheets import CellError, Row
from flows.programme.value_columns import make_column

MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
CELLS = st.one_of(
    st.sampled_from([None, "Ja", "Nej", "1", 0, 1, 2, True, False, 0.5, 2**70, CellError("#N/A")]),
    MOMENTS,
    MOMENTS.map(datetime.date),
    st.integers(),
)
ROWS = st.lists(
    st.tuples(st.lists(CELLS, max_size=4), st.sampled_from(["Sist", 9]), st.booleans()), max_size=9
).map(
    lambda rows: tuple(
        Row(number, (*cells, last), is_hidden)
        for number, (cells, last, is_hidden) in enumerate(rows, 3)
    )
)


def spelled(values):
    """Return `values` so that TRUE, 1 and 1.0 differ."""
    return [(type(value), value) for value in values]


@given(st.lists(CELLS), st.integers(0, 5), st.integers(0, 5))
def test_column_holds_what_it_was_made_of(cells, start, end):
    """Every value in its order and of its type, in the whole column and in a part of it."""
    column = make_column(cells)

    assert spelled(column) == spelled(cells)
    assert spelled(column[start:end]) == spelled(cells[start:end])
    assert spelled(column.pick([n for n in range(len(cells)) if n % 3])) == spelled(
        [cell for n, cell in enumerate(cells) if n % 3]
    )
    assert sum(count for _value, count in column.count_each()) == len(cells)


def test_equal_values_are_kept_and_looked_at_once():
    """Of a thousand answers on a scale of two, two are there to be read."""
    looked_at = []
    column = make_column(["Ja", "Nej"] * 500)
    read = column.translate(lambda value: looked_at.append(value) or value.upper())

    assert (looked_at, len(read), read[999]) == (["Ja", "Nej"], 1000, "NEJ")
    assert set(column[::2].different) == {"Ja"}


@given(ROWS, st.integers(0, 9), st.integers(0, 9), st.integers(1, 6))
def test_rows_are_what_they_were(rows, start, end, index):
    """Their numbers, their cells and what is hidden, one by one, in part, and by column."""
    kept = keep_rows(rows)

    assert kept == rows
    assert [spelled(row.values) for row in kept] == [spelled(row.values) for row in rows]
    assert kept[start:end] == rows[start:end]
    assert spelled(kept.column(index)) == spelled([row.value_at(index) for row in rows])
    assert kept.width == max((len(row.values) for row in rows), default=0)
    assert list(kept.numbers) == [row.number for row in rows]
    assert not rows or kept[-1] == rows[-1]


@pytest.mark.parametrize("far", [2, 16_384])
def test_stray_cell_at_the_end_of_a_row_widens_no_more_than_it_must(far):
    """A sheet takes memory for what is filled in it, however far to the right a cell stands."""
    rows = [Row(n, ("x",) * (far if n in (1, 500) else 2)) for n in range(1, 1001)]
    kept = keep_rows(rows)
    held = sum(len(column) for block in kept.blocks for column in block.columns)
    filled = sum(len(row.values) for row in rows)

    assert held <= 2 * filled + len(kept.blocks) * MOST_CELLS_ADDED
    assert kept == tuple(rows)
    assert [len(kept.column(n)) for n in (1, 2, far)] == [1000] * 3
    assert list(kept.column(far)).count("x") == (1000 if far == 2 else 2)
    assert kept[400:] == tuple(rows[400:])
