"""What the sheet Exports declares, what a table's frame tells, and that no row disappears."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.ingest.exports import TABLE, ColumnRole, Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.programme.programme import ExportDeclaration, ExportKind
from flows.programme.sheets import Row, Sheet
from tests.drawing import draw_sheet
from tests.ingest.recognition_drawing import (
    FILE,
    make_programme,
    recognise_drawing,
    recognise_sheets,
    roles_of,
    rows_of,
)

UNKNOWN = "| Alfa | Beta |\n| 1 | 2 |"
FORMS = """
    | ID | Start time          | Completion time     | Email     | Name | Fråga |
    | 1  | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | anonymous |      | 4     |
    """.strip()
GOOGLE = "| Tidstämpel | Jag har nytta av det |\n| 2016-01-20 16.05.00 | 4 |"


def test_unknown_table_is_a_problem_until_declared():
    """What nothing recognises is never guessed; the sheet Exports can say what it is."""
    declared = ExportDeclaration("a*.xlsx", kind=ExportKind.SURVEY, session=2, wave=Wave.BEFORE)

    assert recognise_drawing(UNKNOWN) == (None, ["file-not-recognised"])
    export, problems = recognise_drawing(UNKNOWN, declared)
    assert (export.session, export.wave, problems) == (2, Wave.BEFORE, [])


def test_declared_unused_file_is_left_alone():
    """A file that is declared as not used is neither read nor a problem."""
    ignored = ExportDeclaration("a.xlsx", kind=ExportKind.IGNORED)

    assert recognise_drawing(UNKNOWN, ignored) == (None, [])


@pytest.mark.parametrize(
    ("pattern", "sheet", "is_used"),
    [
        ("a.xlsx", "", True),
        ("exports/a.xlsx", "", True),
        ("EXPORTS/A.XLSX", "sheet1", True),
        ("?.xlsx", "", True),
        ("*.xlsx", "Sheet1", True),
        ("*.xlsx", "Sheet2", False),
        ("[ab].xlsx", "", False),
        ("b.xlsx", "", False),
        ("a.xls", "", False),
    ],
)
def test_a_declaration_is_found_by_file_name_and_sheet(pattern, sheet, is_used):
    """Only * and ? stand for other signs; a declaration that fits nothing is told of."""
    declared = ExportDeclaration(pattern, sheet, session=3)
    export, problems = recognise_drawing(GOOGLE, declared)

    assert (export.session, problems) == ((3, []) if is_used else (None, ["declaration-unused"]))


def test_declaration_of_a_file_that_cannot_be_read_is_used():
    """That the file cannot be read is one problem, and enough."""
    declared = ExportDeclaration("a.xlsx", "Svar", kind=ExportKind.SURVEY)
    unread = ReadFile(Source(FILE, "0" * 64, 1), ())

    assert recognise((unread,), make_programme(declared)) == ((), ())


def test_declared_session_wins_over_the_folder():
    """A file in the wrong session's folder can be put right without moving it."""
    export, _problems = recognise_drawing(
        GOOGLE, ExportDeclaration("a.csv", session=3), file="sessions/02/a.csv", session=2
    )

    assert export.session == 3


@pytest.mark.parametrize(
    "drawing",
    [
        "| Utskrift | |\n" + GOOGLE,
        "| Utskrift | |\n" + FORMS,
        "| Utskrift | | |\n| Namn | 1 | 2 |\n| Ada | x | |",
        "| Utskrift | |\n| Kostnadsslag | Belopp |\n| Personal | 1 |",
        "| Utskrift |\n| Jag har nytta av det |\n| 4 |",
    ],
)
@pytest.mark.parametrize("header_row", [None, 2])
def test_header_below_a_title_is_found_or_declared(drawing, header_row):
    """Somebody has put a title above the table: the header is the row below."""
    export, problems = recognise_drawing(
        drawing, ExportDeclaration("a.xlsx", header_row=header_row)
    )

    assert (export.header_rows, rows_of(export), problems) == ((2,), [3], [])


def test_declared_header_row_without_such_headers_is_a_problem():
    """The sheet Exports is trusted, and told of when the table does not fit."""
    declared = ExportDeclaration("a.xlsx", kind=ExportKind.COSTS, header_row=2)

    assert recognise_drawing(UNKNOWN, declared) == (None, ["table-not-as-declared"])


def test_structure_alone_is_enough_without_programme_workbook():
    """Where the workbook is missing, what can be told of the exports is told all the same."""
    sheet = draw_sheet("| Namn | Träff 1 | Träff 2 |\n| Ada | x | |", file=FILE)
    (export,), problems = recognise((ReadFile(Source(FILE, "0" * 64, 1), (sheet,)),), None)

    assert (export.kind, problems) == (ExportKind.ATTENDANCE, ())


def test_each_sheet_of_a_file_is_recognised_by_itself():
    """An attendance list and a ledger in one workbook are two exports; an empty sheet none."""
    exports, problems = recognise_sheets(
        draw_sheet("| Namn | 1 | 2 |\n| Ada | x | |", name="Närvaro"),
        draw_sheet("| Kostnadsslag | Belopp |\n| Personal | 1 |", name="Kostnader"),
        Sheet("export.xlsx", "Blad3", ()),
        draw_sheet("| Att göra |\n| Ringa |", name="Lapp"),
    )

    assert [(export.sheet, export.kind) for export in exports] == [
        ("Närvaro", ExportKind.ATTENDANCE),
        ("Kostnader", ExportKind.COSTS),
    ]
    assert problems == ["file-not-recognised"]


def test_hidden_sheet_is_not_read_and_told_of():
    """What its owner hid is left out, and said."""
    assert recognise_sheets(replace(draw_sheet(GOOGLE), is_hidden=True)) == ((), ["sheet-hidden"])


def test_hidden_rows_are_read_and_told_of():
    """A filter hides rows that still are answers."""
    sheet = draw_sheet(GOOGLE)
    hidden = tuple(row._replace(is_hidden=row.number == 2) for row in sheet.rows)
    (export,), problems = recognise_sheets(replace(sheet, rows=hidden))

    assert (rows_of(export), problems) == ([2], ["rows-hidden"])


def test_formulas_without_value_are_told_of():
    """A blank where a formula stands is not an answer that nobody gave."""
    sheet = replace(draw_sheet(GOOGLE), uncalculated=("C2", "C3"))
    _exports, problems = recognise((ReadFile(Source("a", "", 1), (sheet,)),), make_programme())

    (found,) = problems
    assert found.code == "cells-uncalculated"
    assert dict(found.parameters) == {"count": "2", "cells": "C2, C3"}


def test_headers_that_collide_are_both_named():
    """Two questions that differ only in white space are a problem that names both cells."""
    sheet = draw_sheet(
        "| Tidstämpel | Jag har nytta av det | Jag\u00a0har  nytta av det |\n| 2016-01-20 | 4 | 5 |"
    )
    _exports, problems = recognise((ReadFile(Source("a", "", 1), (sheet,)),), make_programme())

    (found,) = problems
    assert (found.code, found.place) == ("headers-collide", Place("a", "Sheet1", 1, 3))
    assert dict(found.parameters) == {"first": "B1"}


@pytest.mark.parametrize("header", ["| Tidstämpel | Fråga | |", "| Tidstämpel | Fråga |"])
def test_values_without_header_are_a_note(header):
    """A column with values but no header is told of and not read, at the table's end too."""
    export, problems = recognise_drawing(f"{header}\n| 2016-01-20 | 4 | anteckning |")

    assert problems == ["column-without-header"]
    assert roles_of(export)[2] is ColumnRole.BLANK


def test_header_without_rows_is_a_problem():
    """A header with nothing below it is an export without answers."""
    export, problems = recognise_drawing("| Tidstämpel | Jag har nytta av det |")

    assert (export.responses, problems) == ((), ["file-has-no-rows"])


def test_place_of_the_respondent_is_dropped_at_the_door():
    """An IP address or a location is never kept, whatever its column holds."""
    export, _problems = recognise_drawing(
        """
        | Tidstämpel | IP-adress | Location Latitude | Jag har nytta av det |
        | 2016-01-20 | 10.1.2.3  | 58.75             | 4                    |
        """
    )

    assert roles_of(export)[1:3] == [ColumnRole.PERSONAL] * 2
    assert export.responses[0].values[1:] == (None, None, 4)


def test_what_the_workbook_asks_is_a_question():
    """The wordings of the workbook win over the words that are known for columns."""
    sheet = draw_sheet("| Tidstämpel | Roll | Nytta |\n| 2016-01-20 | chef | 4 |")
    programme = make_programme()
    item = replace(programme.items[0], other_wordings=("Roll",))
    source = Source("a", "", 1)

    (before,), _ = recognise((ReadFile(source, (sheet,)),), programme)
    (after,), _ = recognise((ReadFile(source, (sheet,)),), replace(programme, items=(item,)))

    assert (roles_of(before)[1], roles_of(after)[1]) == (ColumnRole.ROLE, ColumnRole.QUESTION)


def test_plain_table_tells_the_respondent_and_the_wave():
    """A table typed in by hand has its own words for key, role, time and wave."""
    export, problems = recognise_drawing(
        """
        | Nr | Datum      | Kod | E-post | Roll | Kommun | Mättillfälle | Jag har nytta av det |
        | 1  | 2016-01-20 | Z9  | a@b.c  | chef | Trosa  | före         | 4                    |
        """
    )

    assert (export.tool, problems) == (TABLE, [])
    assert roles_of(export) == [
        ColumnRole.RESPONSE_ID,
        ColumnRole.SUBMITTED_AT,
        ColumnRole.KEY,
        ColumnRole.EMAIL,
        ColumnRole.ROLE,
        ColumnRole.ORGANISATION,
        ColumnRole.WAVE,
        ColumnRole.QUESTION,
    ]
    assert export.responses[0].submitted_at == datetime(2016, 1, 20)


HEADERS = {
    "google": ("Tidstämpel", "Fråga", "Roll"),
    "attendance": ("Namn", "1", "2"),
    "costs": ("Kostnadsslag", "Text", "Belopp"),
    "projects": ("Projekt", "Fas", "Metod"),
    "table": ("Kod", "Jag har nytta av det", "Kommentar"),
}
CELLS = st.sampled_from(
    [None, "x", "ja", "Summa", "Totalt", "Ada", "Politiker", 1, 7, 2.5, "2016-01-20", "1/2/2016"]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5).filter(any), max_size=12)


@given(st.sampled_from(sorted(HEADERS)), ROWS, st.integers(0, 3))
@settings(deadline=None)  # as below
def test_every_row_is_a_response_or_counted_as_skipped(layout, rows, title_rows):
    """Rows read = responses + rows skipped, in every layout, whatever the cells hold."""
    header = Row(title_rows + 1, HEADERS[layout])
    below = tuple(Row(number, tuple(row)) for number, row in enumerate(rows, title_rows + 2))
    titles = tuple(Row(number, ("Titel",)) for number in range(1, title_rows + 1))
    exports, _problems = recognise_sheets(Sheet(FILE, "Blad1", (*titles, header, *below)))

    assert exports or layout in ("google", "attendance")  # known by their cells as well
    for export in exports:
        skipped = sum(count for _code, count in export.rows_skipped)
        assert len(export.responses) + skipped == len(below)
        assert all(len(response.values) == len(export.columns) for response in export.responses)


@given(ROWS.filter(bool), st.randoms())
@settings(deadline=None)  # time is measured elsewhere, not on a busy machine
def test_the_order_of_rows_changes_no_row(rows, random):
    """Sorting a table in Excel changes where a response stands, not what it says."""
    shuffled = random.sample(rows, len(rows))

    def read(some_rows):
        numbered = (Row(number, tuple(row)) for number, row in enumerate(some_rows, 2))
        sheet = Sheet(FILE, "Blad1", (Row(1, HEADERS["table"]), *numbered))
        (export,), _problems = recognise_sheets(sheet)
        return sorted((response.values for response in export.responses), key=repr)

    assert read(rows) == read(shuffled)
