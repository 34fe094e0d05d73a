"""Attendance lists as people keep them."""

from dataclasses import replace

import pytest

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import ColumnRole, Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.programme import ExportDeclaration, ExportKind
from tests.drawing import draw_sheet
from tests.ingest.recognition_drawing import (
    FILE,
    make_programme,
    recognise_drawing,
    recognise_sheets,
    rows_of,
    sessions_of,
)


def test_matrix_below_titles():
    """Titles above and sums below: persons are rows and sessions are columns."""
    export, problems = recognise_drawing(
        """
        | Närvaro 2016 |           |         |            |    |
        |              |           | Våren   |            |    |
        | Nr           | Namn      | Träff 1 | 2016-02-20 | 3  |
        | 1            | Ada Å     | x       | ja         |    |
        | 2            | Bo B      | 1       |            | x  |
        | Summa        |           | 2       | 1          | 1  |
        """
    )

    assert (export.kind, problems) == (ExportKind.ATTENDANCE, [])
    assert sessions_of(export) == [None, None, 1, 2, 3]
    assert rows_of(export) == [4, 5]
    assert export.rows_skipped == (("row-is-a-sum", 1),)


@pytest.mark.parametrize(
    ("header", "session"),
    [
        ("2", 2),
        ("02", 2),
        ("T2", 2),
        ("Träff 2", 2),
        ("Tillfälle 2: Idé", 2),
        ("Session 2", 2),
        ("2016-02-20", 2),
        ("20/2", 2),
        ("20 feb", 2),
        ("20 februari 2016", 2),
        ("2 (20/2)", 2),
        ("2\\n2016-02-20", 2),
        ("Tillf. 2", 2),
        ("Träff nr 2", 2),
        ("Kursträff 2 - Idé", 2),
        ("Workshop 2", 2),
        ("lör 20 feb", 2),
        ("Lördag 20/2", 2),
        ("20 februari 2016 kl. 9-16", 2),
        ("2/20/2016", 2),
        ("160220", 2),
        ("20160220", 2),
        ("20/2 2015", None),
        ("21/2", None),
        ("4", None),
        ("Summa", None),
    ],
)
def test_how_a_header_names_a_session(header, session):
    """A session is named by its number or its day, and never by one that it does not have."""
    export, _problems = recognise_drawing(
        f"| Namn | Träff 1 | Träff 3 | {header} |\n| Ada | x | x | x |"
    )

    assert export.columns[3].session == session


@pytest.mark.parametrize(
    ("marks", "present"),
    [
        ("N F N", [True, False, True]),  # närvarande, frånvarande
        ("N J J", [False, True, True]),  # nej, ja
        ("P A P", [True, False, True]),
        ("X F X", [True, False, True]),
        ("☒ ☐ ☐", [True, False, False]),
        ("✔️ ☒ ✗", [True, False, False]),
        ("N F X", [None, None, True]),  # nobody can tell
        ("F F x", [False, False, True]),
        ("deltagit ej digitalt", [True, False, True]),
    ],
)
def test_a_mark_means_what_its_list_makes_it_mean(marks, present):
    """N is nej or närvarande, and a cross came or did not: what stands beside it decides."""
    first, second, third = marks.split()
    export, _problems = recognise_drawing(
        f"| Namn | 1 | 2 | 3 |\n| Ada | {first} | {second} | {third} |",
        ExportDeclaration("a.xlsx", kind=ExportKind.ATTENDANCE),
    )

    assert [attendance_mark(value) for value in export.responses[0].values[1:]] == present


def test_one_sheet_for_each_session():
    """A list of one session says which by the name of its sheet, outside a session's folder."""
    names = ("Träff 1", "2016-02-20", "Reserver")
    sheets = [
        draw_sheet("| Namn | Närvarande |\n| Ada | x |", file=FILE, name=name) for name in names
    ]

    exports, problems = recognise_sheets(*sheets)

    assert [(export.sheet, sessions_of(export)) for export in exports] == [
        ("Träff 1", [None, 1]),
        ("2016-02-20", [None, 2]),
    ]
    assert problems == ["file-not-recognised"]


@pytest.mark.parametrize("header", ["2016-02-21", "Träff 4", "4", "21/2", "21 feb"])
def test_column_of_a_session_that_is_not_planned_is_a_problem(header):
    """A misspelt date must not take a whole session's marks away unseen."""
    _export, problems = recognise_drawing(
        f"| Namn | 1 | 2 | {header} | Summa |\n| Ada | x | x | x | 3 |"
    )

    assert problems == ["column-of-no-session"]


@pytest.mark.parametrize(
    ("cell", "codes"), [("x", ["marks-not-read"]), ("3", []), ("vegetarian", []), ("", [])]
)
def test_marks_below_a_header_that_names_no_session_are_told_of(cell, codes):
    """A column headed Sista gången may be a session: its marks do not vanish unseen."""
    _export, problems = recognise_drawing(
        f"| Namn | 1 | 2 | Sista gången |\n| Ada | x | x | {cell} |\n| Bo | x |   | {cell} |"
    )

    assert problems == codes


def test_header_of_two_rows_with_the_numbers_below():
    """The header of names, merged down to the row of numbers, heads its column there too."""
    export, problems = recognise_drawing(
        """
        | Namn | Träff |   |   |
        |      | 1     | 2 | 3 |
        | Ada  | x     |   | x |
        """,
        merged=("A1:A2", "B1:D1"),
    )

    assert (sessions_of(export), rows_of(export), problems) == ([None, 1, 2, 3], [3], [])


def test_header_of_two_rows_with_the_dates_below():
    """A second row that says the days of the same sessions is no person."""
    export, problems = recognise_drawing(
        """
        | Namn | 1          | 2          | 3          |
        |      | 2016-01-20 | 2016-02-20 | 2016-03-20 |
        | Ada  | x          |            | x          |
        """,
        merged=("A1:A2",),
    )

    assert (rows_of(export), problems) == ([3], [])
    assert export.rows_skipped == (("row-is-a-heading", 1),)


def test_sub_headings_and_sums_are_no_people():
    """A heading merged across the table and every kind of sum are left out, and counted."""
    export, _problems = recognise_drawing(
        """
        | Namn              | 1 | 2  |
        | Innovationsledare |   |    |
        | Ada               | x | x  |
        | Chefer            |   |    |
        | Bo Summanen       |   | x  |
        | Antal närvarande  | 1 | 2  |
        | Totalt            | 3 |    |
        """,
        merged=("A2:C2", "A4:C4"),
    )

    assert rows_of(export) == [3, 5]
    assert export.rows_skipped == (("row-is-a-heading", 2), ("row-is-a-sum", 2))


def test_invited_groups_are_counted_in_rows_of_their_own():
    """A row of numbers named after an invited group is no sum of the rows above it."""
    export, problems = recognise_drawing(
        """
        | Namn             | 1  | 2 |
        | Ada              | x  |   |
        | Politiker        | 14 |   |
        | Antal politiker  | 14 |   |
        """
    )

    assert (rows_of(export), problems) == ([2, 3, 4], [])


def test_given_and_family_name_are_one_name():
    """A name in two columns is read whole, so that the person is found in the register."""
    export, _problems = recognise_drawing(
        "| Efternamn | Förnamn | 1 | 2 |\n| Åberg | Ada | x | |\n| Björk | | | x |"
    )

    assert [response.values[:2] for response in export.responses] == [
        (None, "Ada Åberg"),
        (None, "Björk"),
    ]


def test_a_family_name_belongs_to_the_name_beside_it():
    """A form may ask for both names beside the account that its tool tells of."""
    export, _problems = recognise_drawing(
        "| ID | Start time | Completion time | Email | Name | Ort | First name | Last name |\n"
        "| 1 | 2016-01-20 15:00 | 2016-01-20 15:05 | anonymous | Anonymous | Flen | Ada | Berg |"
    )
    names = [
        response.values[position]
        for response in export.responses
        for position, column in enumerate(export.columns)
        if column.role is ColumnRole.NAME
    ]

    assert names == ["Anonymous", "Ada Berg"]


def test_questions_that_are_numbered_are_no_sessions():
    """Numbers above answers from 1 to 5 are those of questions, so nothing is recognised."""
    drawing = "| Namn | 1 | 2 | 3 |\n| Ada | 4 | 5 | 3 |\n| Bo | 2 | 3 | 1 |"

    assert recognise_drawing(drawing) == (None, ["file-not-recognised"])


def test_declared_list_is_read_whatever_its_marks():
    """The sheet Exports overrules a doubt about the marks; each is then judged on its own."""
    drawing = "| Namn | 1 | 2 |\n| Ada | deltog delvis | sen |"
    declared = ExportDeclaration("a.xlsx", kind=ExportKind.ATTENDANCE)

    export, problems = recognise_drawing(drawing, declared)

    assert (sessions_of(export), problems) == ([None, 1, 2], [])


def test_list_that_is_not_yet_filled_in_is_recognised():
    """An empty list is a list all the same."""
    export, _problems = recognise_drawing("| Namn | 1 | 2 |\n| Ada | | |\n| Bo | | |")

    assert export.kind is ExportKind.ATTENDANCE


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("Närvaro", "x"),
        ("Närvarande?", "ja"),
        ("Närvarande (ja/nej)", "ja"),
        ("Närvaro (timmar)", "6"),
        ("Incheckad", "Ja"),
    ],
)
def test_list_of_one_session_in_its_folder(header, mark):
    """In a session's folder, a column headed Närvaro is that session's."""
    export, _problems = recognise_drawing(f"| Namn | {header} |\n| Ada | {mark} |", session=2)

    assert sessions_of(export) == [None, 2]


def test_list_of_a_programme_with_one_session():
    """One column of presence is a whole list where there is no other session."""
    drawing = """
        | Namn  | Tillfälle 1 |
        | Ada Å | x           |
        """
    source = Source(FILE, "0" * 64, 1)
    programme = make_programme()
    one_session = replace(programme, sessions=programme.sessions[:1])

    exports, problems = recognise(
        (ReadFile(source, (draw_sheet(drawing, file=FILE),)),), one_session
    )

    assert problems == ()
    assert [(export.kind, sessions_of(export)) for export in exports] == [
        (ExportKind.ATTENDANCE, [None, 1])
    ]


def test_a_list_needs_somebody():
    """Sessions alone are no attendance: no column says who was there."""
    assert recognise_drawing("| 1 | 2 | 3 |\n| x | x | |") == (None, ["file-not-recognised"])


IN_TIME = [
    "| Närvarotimmar |\n| Namn | Träff 1 | Träff 2 | Träff 3 |\n| Ada | 6 | 3,5 | 0 |",
    "| Namn | Träff 1 (6 h) | Träff 2 (6 h) | Träff 3 (3 h) |\n| Ada | 6 | 3 | |",
    "| Namn | 1 (6 tim) | 20/2, 6 tim | 2016-03-20 3 h |\n| Ada | 6 | 3 | - |",
    "| Namn | 1 | 2 | 3 | Summa timmar |\n| Ada | 6 | 3 | 0 | 9 |",
    "| Namn | 1 | 2 | 3 |\n| Ada | 6 h | 2 h 30 min | 0 h |",
    "| Namn | 1 | 2 | 3 |\n| Ada | 6:00 | 2:30 | 0:00 |",
    "| Hours attended |\n| Name | Session 1 | Session 2 | Session 3 |\n| Ada | 6 | 2.5 | sjuk |",
    "| Närvaro i minuter |\n| Namn | Träff 1 | Träff 2 | Träff 3 |\n| Ada | 180 | 45 | 0 |",
    "| Namn | 1 (180 min) | 20/2, 180 min | Träff 3 (90 min) |\n| Ada | 180 | 45 | |",
    "| Namn | 1 | 2 | 3 | Antal minuter |\n| Ada | 180 | 45 | 0 | 225 |",
    "| Namn | 1 | 2 | 3 |\n| Ada | 180 min | 45 min. | 0 min |",
    "| Minutes attended |\n| Name | Session 1 | Session 2 | Session 3 |\n| Ada | 180 | 7 | sjuk |",
]


@pytest.mark.parametrize("drawing", IN_TIME)
def test_time_is_presence_where_the_list_says_that_it_counts_it(drawing):
    """Any time at a session is presence, none is absence, and somebody is told so."""
    export, problems = recognise_drawing(drawing)
    first = export.columns.index(next(one for one in export.columns if one.session == 1))

    assert sessions_of(export)[first : first + 3] == [1, 2, 3]
    values = export.responses[0].values[first : first + 3]
    assert [attendance_mark(value) for value in values] == [True, True, False]
    assert problems == ["attendance-in-hours"]


@pytest.mark.parametrize(
    ("hours", "present"),
    [("0", False), ("0.5", True), ("24", True), ("25", None), ("-1", None), ("x", True)],
)
def test_hours_that_no_day_has_are_told_of(hours, present):
    """A cell that holds no hours of one day is read as a mark, if it is one."""
    export, _problems = recognise_drawing(
        f"| Namn | Träff 1 (tim) | Träff 2 (tim) |\n| Ada | 6 | {hours} |\n| Bo | 6 | 5 |"
    )

    assert attendance_mark(export.responses[0].values[2]) is present


@pytest.mark.parametrize(("minutes", "present"), [("0", False), ("1440", True), ("1441", None)])
def test_minutes_that_no_day_has_are_told_of(minutes, present):
    """A day has 1440 minutes, where the list says that it counts them."""
    export, _problems = recognise_drawing(
        f"| Namn | Träff 1 (min) | Träff 2 (min) |\n| Ada | 90 | {minutes} |\n| Bo | 80 | 70 |"
    )

    assert attendance_mark(export.responses[0].values[2]) is present


def test_a_declared_list_of_too_many_hours_is_one_of_minutes():
    """What the sheet Exports calls attendance counts any number above 0, as its problem says."""
    drawing = "| Namn | Träff 1 | Träff 2 |\n| Ada | 180 | 45 |\n| Bo | 170 | 0 |"

    assert recognise_drawing(drawing) == (None, ["attendance-without-marks"])
    declared = ExportDeclaration("a.xlsx", kind=ExportKind.ATTENDANCE)
    export, problems = recognise_drawing(drawing, declared)
    assert [response.values[1:] for response in export.responses] == [(True, True), (True, False)]
    assert problems == ["attendance-in-hours"]


def test_the_length_of_each_session_is_nobodys_row():
    """A row of planned hours below the header is no person, and 14 politicians are no hours."""
    export, _problems = recognise_drawing(
        """
        | Namn      | Träff 1 | Träff 2 |
        | Timmar    | 6       | 3       |
        | Ada       | 6       | 0       |
        | Bo        | 6 tim   | 3 tim   |
        | Politiker | 14      |         |
        | Cia       | 4 tim   | 1 tim   |
        """
    )

    assert (rows_of(export), export.rows_skipped) == ([3, 4, 5, 6], (("row-is-a-heading", 1),))
    assert export.responses[2].values[1] == 14


def test_numbers_that_nobody_says_are_hours_are_refused():
    """Below the names of sessions numbers may be hours, days or grades: the owner is asked."""
    drawing = "| Namn | Träff 1 | Träff 2 |\n| Ada | 6 | 3 |\n| Bo | 5 | 0 |"

    assert recognise_drawing(drawing) == (None, ["attendance-without-marks"])
    declared = ExportDeclaration("a.xlsx", kind=ExportKind.ATTENDANCE)
    export, problems = recognise_drawing(drawing, declared)
    assert [response.values[1:] for response in export.responses] == [(True, True), (True, False)]
    assert problems == ["attendance-in-hours"]


LONG_LISTS = [
    """
    | Namn | Tillfälle | Närvaro |
    | Ada  | 1         | ja      |
    | Bo   | 1         | nej     |
    | Ada  | Träff 2   | ja      |
    """,
    """
    | Datum      | Deltagare | E-post | Närvarande (ja/nej) |
    | 2016-01-20 | Ada       | a@b.se | x                   |
    | 2016-01-20 | Bo        | c@b.se |                     |
    | 2016-02-20 | Ada       | a@b.se | x                   |
    """,
    """
    | Träff | Datum      | Namn | Status      |
    | 1     | 20/1       | Ada  | Närvarande  |
    | 1     | 2016-01-20 | Bo   | Frånvarande |
    |       | 20 feb     | Ada  | Närvarande  |
    """,
    """
    | Session   | Name | Hours |
    | Session 1 | Ada  | 6     |
    | Session 1 | Bo   | 0     |
    | Session 2 | Ada  | 2.5   |
    """,
]


@pytest.mark.parametrize("drawing", LONG_LISTS)
def test_a_row_for_each_person_and_session(drawing):
    """Each row names its session, by number or by day, and says whether the person was there."""
    export, problems = recognise_drawing(drawing)
    told = next(n for n, column in enumerate(export.columns) if column.role is ColumnRole.SESSION)

    assert (export.kind, export.lists_only_present) == (ExportKind.ATTENDANCE, False)
    assert [
        (response.sessions[told], attendance_mark(response.values[told]))
        for response in export.responses
    ] == [(1, True), (1, False), (2, True)]
    assert set(problems) <= {"attendance-in-hours"}


def test_a_long_list_on_which_nobody_is_absent_lists_those_who_came():
    """Where every row says present, whoever is not listed was not there; somebody is told so."""
    export, problems = recognise_drawing(
        "| Namn | Datum | Deltog |\n| Ada | 2016-01-20 | ja |\n| Bo | 2016-02-20 | ja |"
    )

    assert export.lists_only_present
    assert problems == ["attendance-of-those-who-came"]


def test_a_long_list_without_marks_is_refused_unless_somebody_says_what_it_is():
    """Names beside days may be bookings: only the sheet Exports makes them presence."""
    drawing = "| Namn | Datum |\n| Ada | 2016-01-20 |\n| Bo | 2016-02-20 |"

    assert recognise_drawing(drawing) == (None, ["attendance-without-presence"])
    declared = ExportDeclaration("a.xlsx", kind=ExportKind.ATTENDANCE)
    export, problems = recognise_drawing(drawing, declared)
    assert (export.lists_only_present, problems) == (True, ["attendance-of-those-who-came"])


@pytest.mark.parametrize(
    "drawing",
    [
        "| Namn | Datum | Närvaro |\n| Ada | 2014-01-20 | ja |\n| Bo | 2014-02-20 | ja |",
        "| Namn | Dag | Status |\n| Ada | 1 | kanske |\n| Bo | 2 | oklart |",
        "| Vara | Datum | Närvaro |\n| Kaffe | 2016-01-20 | ja |",
    ],
)
def test_rows_of_other_things_are_no_attendance(drawing):
    """Days on which nothing was held, other words than marks and lists of nobody are not read."""
    export, problems = recognise_drawing(drawing)

    assert export is None
    assert problems in (["file-not-recognised"], ["attendance-without-presence"])
