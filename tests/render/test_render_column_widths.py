"""The widths of columns are those of automatic table layout, worked out from the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.render.column_widths import (
    DENSE_TEXT_WIDTH_EM,
    NARROWEST_EM,
    PADDING_EM,
    SIGN_EM,
    SMALL_TABLE_EM,
    TEXT_WIDTH_EM,
    Need,
    longest,
    share_width,
    weigh_column,
)
from flows.render.exhibits import Column, Row, Table


@pytest.mark.parametrize(
    ("needs", "columns_pct", "own_pct"),
    [
        ([Need(2, 10), Need(2, 30)], (25, 75), 40 / 55 * 100),  # both whole: as 10 to 30
        (
            [Need(5, 15), Need(5, 55)],
            (12.5 / 55 * 100, 42.5 / 55 * 100),
            100,
        ),  # 45 shared as 10 : 50
        ([Need(20, 30), Need(60, 90)], (25, 75), 100),  # too little even for words: as 20 to 60
        ([Need(1, 2), Need(1, 6)], (25, 75), SMALL_TABLE_EM / TEXT_WIDTH_EM * 100),
    ],
)
def test_what_is_spare_is_shared_by_what_is_wanted(needs, columns_pct, own_pct):
    """First each column has its longest word, then each as much more as it would like to have."""
    widths = share_width(needs)

    assert widths.columns_pct == pytest.approx(columns_pct, abs=0.01)
    assert widths.own_pct == pytest.approx(own_pct, abs=0.01)


@pytest.mark.parametrize(
    ("heading", "cells", "is_whole", "least_signs", "most_signs"),
    [
        ("Fråga", ["Jag har nytta av den"], False, 5, 20),  # "Fråga" is as long as "nytta"
        ("Svar i allt", ["1\N{NO-BREAK SPACE}234"], True, 5, 11),
        ("Svar", ["12 till 34"], True, 10, 10),
        ("p-värde", ["1"], False, 5, 7),  # a line may break after a hyphen: "värde"
        ("Mål", ["minst 19; delvis från 10"], True, 14, 24),  # and between two bounds
    ],
)
def test_no_word_of_a_column_is_broken(heading, cells, is_whole, least_signs, most_signs):
    """A column has room for its longest word, and one of numbers for its longest cell."""
    need = weigh_column(heading, cells, is_whole=is_whole)

    assert need.least_em == pytest.approx(least_signs * SIGN_EM + PADDING_EM)
    assert need.most_em == pytest.approx(most_signs * SIGN_EM + PADDING_EM)


def test_a_column_of_single_digits_is_no_narrower_than_it_looks_well():
    """The room between two columns is never less than that of three digits."""
    assert weigh_column("1", ["0", "7"], is_whole=True) == Need(NARROWEST_EM, NARROWEST_EM)


def test_in_the_appendix_what_is_spare_is_for_words():
    """Headings break into their words, so that the names of cells need not."""
    columns = (
        Column("Tillfälle", is_number=False),
        Column("Inget svar"),
        Column("Celler", is_number=False),
    )
    rows = (Row(("1", "3", "T1 B2:B19, B21:B30 C2:C19, C21:C30 " * 9), anchor="E17"),)
    words = Table("t", "T", columns, rows, numbering="Belägg").widths.columns_pct
    numbers = longest(["Belägg"]), longest(["Inget", "svar"])

    assert words[0] == pytest.approx(100 * numbers[0] / DENSE_TEXT_WIDTH_EM, abs=0.01)
    assert words[2] == pytest.approx(100 * numbers[1] / DENSE_TEXT_WIDTH_EM, abs=0.01)


@given(
    st.lists(
        st.tuples(st.floats(1, 400), st.floats(0, 400)).map(lambda n: Need(n[0], n[0] + n[1])),
        min_size=1,
        max_size=14,
    )
)
def test_columns_fill_their_table_and_no_more(needs):
    """The shares make a whole, none is nothing, and no table is wider than the page."""
    widths = share_width(needs)

    assert sum(widths.columns_pct) == pytest.approx(100, abs=0.01 * len(needs))
    assert min(widths.columns_pct) > 0
    assert widths.own_pct <= 100
