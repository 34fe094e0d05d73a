"""Which file is read instead of which, and what is said to have been changed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ingest.changes import compare_files
from flows.ingest.correction_signs import CorrectionSign, MarkedCell
from flows.ingest.corrections import ChangeKind
from flows.ingest.exports import Source, session_of_folder
from flows.ingest.reading import ReadFile
from flows.ingest.supersession import supersede
from flows.programme.sheets import Row, Sheet, filled_row
from tests.drawing import draw_sheet

ORIGINAL = "sessions/03/svar.csv"
SHA256 = "a" * 64
SAVED = datetime(2016, 4, 1, 12, 30)

BEFORE = """
    | Namn | Poäng |
    | Ada  | 4     |
    | Bo   | 9     |
    | Cy   | 3     |
"""
AFTER = BEFORE.replace("9", "5")


def original(drawing=BEFORE, file=ORIGINAL, sha256=SHA256):
    """Return a file as its owner exported it."""
    return ReadFile(
        Source(file, sha256, 1, session_of_folder(file)), (draw_sheet(drawing, file=file, name=""),)
    )


def corrected(drawing=AFTER, file="exports/rättad.xlsx", number=1, marked=()):
    """Return a correction workbook of the original, with the sheets that tell so."""
    sign = CorrectionSign(ORIGINAL, SHA256, number, marked)
    hidden = tuple(Row(n, row) for n, row in enumerate(sign.rows, 1))
    sheets = (
        Sheet(file, "Rättelselista", (Row(1, ("Att rätta",)), Row(4, (sign.text,)))),
        draw_sheet(drawing, file=file, name="Tabell"),
        Sheet(file, "slutrapport", hidden, is_hidden=True),
    )
    return ReadFile(Source(file, str(number) * 64, 1, session_of_folder(file)), sheets)


def read(*files):
    """Return the files that are read, with what they are read instead of, and the problems."""
    kept, problems = supersede(files, lambda _file: SAVED)
    return (
        {one.source.file: one.source.corrects for one in kept},
        [(found.place.file, found.code) for found in problems],
    )


def changes_of(correction):
    """Return the changes as (cell or row, kind, before, after)."""
    return [
        (change.place.cell, change.kind, change.before, change.after)
        for change in correction.changes
    ]


def test_a_correction_is_read_instead_of_its_original():
    """Wherever it lies and whatever it is called; the list in front of it is no data."""
    (one,), problems = supersede((original(), corrected()), lambda _file: SAVED)
    correction = one.source.corrects

    assert (one.source.file, one.source.session) == ("exports/rättad.xlsx", 3)
    assert [sheet.name for sheet in one.sheets] == ["Tabell"]
    assert (correction.file, correction.sha256, correction.saved_at) == (ORIGINAL, SHA256, SAVED)
    assert changes_of(correction) == [("B3", ChangeKind.CELL, "9", "5")]
    assert problems == ()


def test_an_original_that_was_renamed_is_known_by_its_content():
    """Its hash tells, not its name; its folder's session holds."""
    kept, problems = read(original(file="sessions/04/nytt namn.csv"), corrected())

    assert kept["exports/rättad.xlsx"].file == "sessions/04/nytt namn.csv"
    assert (len(kept), problems) == (1, [])


def test_an_original_that_changed_since_is_read_itself():
    """It holds something that nobody corrected; the correction may be left behind."""
    kept, problems = read(original(sha256="b" * 64), corrected())

    assert list(kept) == [ORIGINAL]
    assert problems == [("exports/rättad.xlsx", "correction-outdated")]


def test_without_its_original_a_correction_tells_of_the_marked_cells():
    """What stood in them is all that is known of the original."""
    marked = (MarkedCell("Tabell", 3, 2, "9"), MarkedCell("Tabell", 4, 2, "3"))
    kept, problems = read(corrected(marked=marked))

    assert changes_of(kept["exports/rättad.xlsx"]) == [("B3", ChangeKind.CELL, "9", "5")]
    assert problems == [("exports/rättad.xlsx", "correction-without-original")]


def test_put_in_the_place_of_its_original_a_correction_is_read():
    """The file of that name is the correction itself, and no newer original."""
    kept, problems = read(corrected(file=ORIGINAL))

    assert list(kept) == [ORIGINAL]
    assert problems == [(ORIGINAL, "correction-without-original")]


def test_the_latest_round_is_read():
    """A correction of a correction is of the same original, and counts instead of both."""
    later = corrected(AFTER.replace("3 ", "2 "), "exports/b.xlsx", number=2)
    kept, problems = read(original(), corrected(file="exports/a.xlsx"), later)

    assert list(kept) == ["exports/b.xlsx"]
    assert len(kept["exports/b.xlsx"].changes) == 2
    assert problems == [("exports/a.xlsx", "correction-left-out")]


def test_two_corrections_that_agree_are_one():
    """A copy, as browsers and e-mail make them, is left out with a note."""
    kept, problems = read(
        original(), corrected(file="exports/a.xlsx"), corrected(file="exports/a (1).xlsx")
    )

    assert list(kept) == ["exports/a (1).xlsx"]
    assert problems == [("exports/a.xlsx", "correction-left-out")]


def test_two_corrections_that_differ_block():
    """Nobody guesses which is right: the original is read until somebody has chosen."""
    rival = corrected(BEFORE.replace("9", "1"), file="exports/b.xlsx")
    kept, problems = read(original(), corrected(file="exports/a.xlsx"), rival)

    assert list(kept) == [ORIGINAL]
    assert problems == [
        ("exports/a.xlsx", "corrections-compete"),
        ("exports/b.xlsx", "corrections-compete"),
    ]


def test_a_copy_of_the_original_is_not_read_either():
    """Else what was corrected would be counted again, uncorrected."""
    kept, problems = read(original(), original(file="exports/kopia.csv"), corrected())

    assert list(kept) == ["exports/rättad.xlsx"]
    assert problems == [("exports/kopia.csv", "file-repeated")]


def test_without_the_hidden_sheet_the_list_tells_enough():
    """Some programs drop hidden sheets; a tidy person deletes the list."""
    whole = corrected()
    for gone in (0, 2):
        sheets = tuple(sheet for n, sheet in enumerate(whole.sheets) if n != gone)
        kept, problems = read(original(), ReadFile(whole.source, sheets))

        assert list(kept) == ["exports/rättad.xlsx"]
        assert problems == []


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("| a | 1 |\n| b | 2 |\n| c | 3 |", []),
        ("| a | 1 |\n| c | 3 |", [("2:2", ChangeKind.ROW_REMOVED)]),
        ("| a | 1 |\n| b | 2 |\n| x | 9 |\n| c | 3 |", [("3:3", ChangeKind.ROW_ADDED)]),
        ("| c | 3 |\n| a | 1 |\n| b | 2 |", []),
        ("| a | 1 |\n| b | 7 |\n| c | 8 |", [("B2", ChangeKind.CELL), ("B3", ChangeKind.CELL)]),
        ("| a | 1 |\n| c | 8 |", [("2:2", ChangeKind.ROW_REMOVED), ("B2", ChangeKind.CELL)]),
        ("| a | 1 |\n\n| b | 2 |\n| c | 3 |", []),
        ("| a | 1 |\n| b | 2 | d |\n| c | 3 |", [("C2", ChangeKind.CELL)]),
    ],
)
def test_rows_are_compared_by_what_they_hold(after, expected):
    """A removed row does not make all below it look changed; another order is no change."""
    before = (draw_sheet("| a | 1 |\n| b | 2 |\n| c | 3 |"),)

    changes = compare_files(before, (draw_sheet(after),))

    assert [(change.place.cell, change.kind) for change in changes] == expected


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9), st.integers(0, 9)), max_size=12),
    st.data(),
)
def test_every_cell_that_is_typed_over_is_told_and_no_other(answers, data):
    """Rows have numbers of their own, as survey tools give; any cells of theirs may change."""
    rows = [(f"R{number}", *values) for number, values in enumerate(answers, 1)]
    positions = [(row, column) for row in range(1, len(rows) + 1) for column in (2, 3, 4)]
    typed = data.draw(st.lists(st.sampled_from(positions), unique=True) if rows else st.just([]))
    edited = [
        tuple(
            "rättat" if (row, column) in typed else value for column, value in enumerate(values, 1)
        )
        for row, values in enumerate(rows, 1)
    ]
    before, after = (
        (Sheet("a.xlsx", "A", tuple(filter(None, map(filled_row, range(1, 99), table)))),)
        for table in (rows, edited)
    )

    changes = compare_files(before, after)

    assert sorted((change.place.row, change.place.column) for change in changes) == sorted(typed)
