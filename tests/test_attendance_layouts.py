"""Attendance as people keep it, drawn in every layout: the same people were there each time."""

from dataclasses import replace

import pytest

from flows.aggregate.aggregation import aggregate
from flows.ingest.exports import Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.programme.programme import ExportDeclaration, ExportKind, Profile
from flows.validate.validation import validate
from tests.drawing import draw_sheet
from tests.validate.export_drawing import PROGRAMME

MATRIX = """
    | Namn     | Träff 1 | Träff 2 |
    | Ada Berg | x       |         |
    | Bo Dahl  |         | x       |
    | Cia Ek   | x       |         |
"""
HOURS = """
    | Närvaro i timmar |             |              |
    | Namn             | Träff 1 (6) | Träff 2 (6h) |
    | Ada Berg         | 6           | 0            |
    | Bo Dahl          | 0           | 1,5          |
    | Cia Ek           | 3           |              |
"""
LONG = """
    | Träff | Namn     | Närvarande |
    | 1     | Ada Berg | ja         |
    | 1     | Bo Dahl  | nej        |
    | 1     | Cia Ek   | ja         |
    | 2     | Cia Ek   | nej        |
    | 2     | Bo Dahl  | ja         |
    | 2     | Ada Berg | nej        |
"""
LONG_HOURS = LONG.replace("Närvarande", "Antal timmar").replace("ja ", "6 ").replace("nej", "0  ")
MINUTES = """
    | Närvaro (minuter) |               |         |
    | Namn              | Träff 1 (360) | Träff 2 |
    | Ada Berg          | 360           | 0       |
    | Bo Dahl           | 0             | 90      |
    | Cia Ek            | 175           |         |
"""
LONG_MINUTES = (
    LONG.replace("Närvarande", "Antal minuter").replace("ja ", "95 ").replace("nej", "0 ")
)
THOSE_WHO_CAME = """
    | Datum      | E-post               | Deltog |
    | 2016-03-01 | ada.berg@flen.example | ja    |
    | 2016-03-01 | cia.ek@flen.example   | ja    |
    | 2016-04-01 | bo.dahl@flen.example  | ja    |
"""
SIGNED_IN = """
    | Datum      | Namn     |
    | 2016-03-01 | Ada Berg |
    | 2016-03-01 | Cia Ek   |
    | 2016-04-01 | Bo Dahl  |
"""
PRESENT = {
    ("D01", 1, True),
    ("D02", 1, False),
    ("D03", 1, True),
    ("D01", 2, False),
    ("D02", 2, True),
    ("D03", 2, False),
}


def read_list(drawing, **declared):
    """Return the dataset of the drawn list, and where its problems stand: "code cell"."""
    file = "exports/lista.xlsx"
    declarations = (ExportDeclaration("lista.xlsx", **declared),) if declared else ()
    programme = replace(PROGRAMME, declarations=declarations)
    read = (ReadFile(Source(file, "0", 1), (draw_sheet(drawing, file=file, name="Blad1"),)),)
    exports, problems = recognise(read, programme)
    dataset, found = validate(programme, Decisions(), exports)
    here = [one for one in (*problems, *found) if one.place.file == file]
    return dataset, [f"{one.code} {one.place.cell}".strip() for one in here]


SIDEWAYS = """
    | Närvaro 2016 |          |         |        |       |
    | Tillfälle    | Ada Berg | Dahl, Bo | D03   | Antal |
    | Kommun       | Flen     | Trosa   | Flen   |       |
    | Träff 1      | x        |         | x      | 2     |
    | 2016-04-01   |          | x       |        | 1     |
    | Summa        | 1        | 1       | 1      | 3     |
"""
SIDEWAYS_IN_TIME = """
    | Nr | Datum | Timmar | ada.berg@flen.example | Bo Dahl | Cia Ek |
    | 1  | 1/3   | 6      | 6                     | 0       | 2,5    |
    | 2  | 1/4   | 3      |                       | 3       |        |
"""
BLOCKS = """
    | Närvarolistor             |          |            |
    | Träff 1, Ett (1 mars)     |          |            |
    | Nr                        | Namn     | Närvarande |
    | 1                         | Ada Berg | ja         |
    | 2                         | Bo Dahl  | nej        |
    | 3                         | Cia Ek   | ja         |
    | Antal                     |          | 2          |
    | Närvaro den 2016-04-01    |          |            |
    | Nr                        | Namn     | Närvarande |
    | 1                         | Cia Ek   | nej        |
    | 2                         | Bo Dahl  | ja         |
    | 3                         | Ada Berg | nej        |
"""
BLOCKS_BELOW_ONE_HEADER = """
    | Namn     | Närvaro |
    | Träff 1  |         |
    | Ada Berg | x       |
    | Bo Dahl  |         |
    | Cia Ek   | x       |
    | Träff 2  |         |
    | Ada Berg |         |
    | Bo Dahl  | x       |
    | Cia Ek   |         |
"""
BLOCKS_BY_THEIR_HEADERS = """
    | Namn     | 1/3 (360 min) | Organisation |
    | Ada Berg | 360           | Flen         |
    | Bo Dahl  | 0             | Trosa        |
    | Cia Ek   | 200           | Flen         |
    |          |               |              |
    | Namn     | 1/4 (90 min)  | Organisation |
    | Ada Berg | 0             | Flen         |
    | Bo Dahl  | 90            | Trosa        |
    | Cia Ek   |               | Flen         |
"""
BLOCKS_WITHOUT_HEADERS = """
    | Träff 1 – Ett | 2016-03-01 |
    | Ada Berg      | x          |
    | Bo Dahl       |            |
    | Cia Ek        | x          |
    | Träff 2 – Två | 2016-04-01 |
    | Ada Berg      |            |
    | Bo Dahl       | x          |
    | Cia Ek        |            |
"""
THOSE_WHO_CAME_IN_BLOCKS = """
    | Träff 1  |
    | Ada Berg |
    | Cia Ek   |
    | Träff 2  |
    | Bo Dahl  |
"""
FROM_MOODLE = """
    | Course    | Kursen     |

    | Last name | First name | Group | 1 Mar 2016 9.00AM All | 1 Apr 2016 9.00AM All | P | Points |
    | Berg      | Ada        |       | P (2/2)               | A (0/2)               | 1 | 2 / 4  |
    | Dahl      | Bo         |       | E (0/2)               | P (2/2)               | 1 | 2 / 4  |
    | Ek        | Cia        |       | L (1/2)               | A (0/2)               | 0 | 1 / 4  |
"""
LONG_BY_EVENT = """
    | Attendance ID | Customer Email        | Customer Name | Event Name | Start Date | Status    |
    | A1            | ada.berg@flen.example | Ada Berg      | Träff 1    | 2016-03-01 | attended  |
    | A2            | bo.dahl@flen.example  | Bo Dahl       | Träff 1    | 2016-03-01 | cancelled |
    | A3            | cia.ek@flen.example   | Cia Ek        | Träff 1    | 2016-03-01 | attended  |
    | A4            | cia.ek@flen.example   | Cia Ek        | Träff 2    | 2016-04-01 | no-show   |
    | A5            | bo.dahl@flen.example  | Bo Dahl       | Träff 2    | 2016-04-01 | attended  |
    | A6            | ada.berg@flen.example | Ada Berg      | Träff 2    | 2016-04-01 | cancelled |
"""
HALF_DAYS = """
    | Närvaro, antal halvdagar |         |         |
    | Namn                     | Träff 1 | Träff 2 |
    | Ada Berg                 | 2       | 0       |
    | Bo Dahl                  | 0       | 2       |
    | Cia Ek                   | 1       | 0       |
"""
MORNING_AND_AFTERNOON = """
    | Namn     | Träff 1 fm | Träff 1 em | Träff 2 fm | Träff 2 em |
    | Ada Berg | x          | x          |            |            |
    | Bo Dahl  |            |            | x          |            |
    | Cia Ek   |            | x          |            |            |
"""
LONG_WITH_BLANKS = """
    | Träff   | Namn     | Närvarande |
    | Träff 1 | Ada Berg | x          |
    |         | Bo Dahl  |            |
    |         | Cia Ek   | x          |
    | Träff 2 | Cia Ek   |            |
    |         | Bo Dahl  | x          |
    |         | Ada Berg |            |
"""

CASES = [
    (HALF_DAYS, "B3 B4 B5 C3 C4 C5", ["attendance-in-hours"]),
    (MORNING_AND_AFTERNOON, "B2 B3 C4 D2 D3 D4", []),
    (LONG_WITH_BLANKS, "C2 C3 C4 C7 C6 C5", []),
    (FROM_MOODLE, "D4 D5 D6 E4 E5 E6", []),
    (LONG_BY_EVENT, "F2 F3 F4 F7 F6 F5", []),
    (SIDEWAYS, "B4 C4 D4 B5 C5 D5", []),
    (SIDEWAYS_IN_TIME, "D2 E2 F2 D3 E3 F3", ["attendance-in-hours"]),
    (BLOCKS, "C4 C5 C6 C12 C11 C10", []),
    (BLOCKS_BELOW_ONE_HEADER, "B3 B4 B5 B7 B8 B9", []),
    (BLOCKS_BY_THEIR_HEADERS, "B2 B3 B4 B7 B8 B9", ["attendance-in-hours"]),
    (BLOCKS_WITHOUT_HEADERS, "B2 B3 B4 B6 B7 B8", []),
    (MATRIX, "B2 B3 B4 C2 C3 C4", []),
    (HOURS, "B3 B4 B5 C3 C4 C5", ["attendance-in-hours"]),
    (MINUTES, "B3 B4 B5 C3 C4 C5", ["attendance-in-hours"]),
    (LONG_MINUTES, "C2 C3 C4 C7 C6 C5", ["attendance-in-hours"]),
    (LONG, "C2 C3 C4 C7 C6 C5", []),
    (LONG_HOURS, "C2 C3 C4 C7 C6 C5", ["attendance-in-hours"]),
    (THOSE_WHO_CAME, "C2 C:C C3 C:C C4 C:C", ["attendance-of-those-who-came"]),
]


@pytest.mark.parametrize(("drawing", "cells", "problems"), CASES)
def test_every_layout_tells_of_the_same_people(drawing, cells, problems):
    """Who was there is the same in a matrix and in a list, by marks and by hours, at its cell."""
    dataset, found = read_list(drawing)
    known = {(mark.participant_key, mark.session): mark for mark in dataset.attendances}

    assert {(*key, mark.is_present) for key, mark in known.items()} == PRESENT
    keys = [(key, session) for session in (1, 2) for key in ("D01", "D02", "D03")]
    assert [known[key].place.cell for key in keys] == cells.split()
    assert found == problems
    (account,) = dataset.accounts
    assert account.rows_read == account.rows_used + sum(count for _code, count in account.excluded)


def test_names_below_titles_are_presence_only_where_somebody_says_so():
    """Names alone may be those who were enrolled: the sheet Exports says that they came."""
    assert read_list(THOSE_WHO_CAME_IN_BLOCKS)[1] == ["attendance-without-presence"]
    dataset, found = read_list(THOSE_WHO_CAME_IN_BLOCKS, kind=ExportKind.ATTENDANCE)

    assert {
        (mark.participant_key, mark.session, mark.is_present) for mark in dataset.attendances
    } == PRESENT
    assert found == ["attendance-of-those-who-came"]


@pytest.mark.parametrize(
    ("title", "name", "problem"),
    [
        ("Träff 2", "Ada Berg", ""),
        ("Träff 9", "Ada Berg", "attendance-block-of-no-session A4"),
        ("2016-04-02", "Ada Berg", "attendance-block-of-no-session A4"),
        ("Reserver", "Ada Berg", "attendance-block-of-no-session 4:4"),
        ("Träff 2", "Frånvarande:", "attendance-blocks-differ A6"),
    ],
)
def test_a_list_among_several_that_nobody_can_place_stops_them_all(title, name, problem):
    """A session misspelt above one list would give its people to another, or to none."""
    drawing = f"""
        | Träff 1  |         |
        | Namn     | Närvaro |
        | Ada Berg | x       |
        | {title}  |         |
        | Namn     | Närvaro |
        | {name}   |         |
    """

    assert [one for one in read_list(drawing)[1] if "block" in one] == [problem] * bool(problem)


def test_a_word_above_each_list_is_nobody():
    """Lists of the same sessions for two groups are one list; a group's name is a heading."""
    dataset, found = read_list(
        """
        | Ledare   |         |         |
        | Namn     | Träff 1 | Träff 2 |
        | Ada Berg | x       |         |
        | Bo Dahl  |         | x       |
        | Chefer   |         |         |
        | Namn     | Träff 1 | Träff 2 |
        | Cia Ek   | x       |         |
        """
    )

    assert {
        (mark.participant_key, mark.session, mark.is_present) for mark in dataset.attendances
    } == PRESENT
    assert found == []
    (account,) = dataset.accounts
    assert (account.rows_read, account.excluded) == (5, (("row-is-a-heading", 2),))


@pytest.mark.parametrize(
    "drawing",
    [
        "| Träff 1 | Träff 2 |\n| Ada Berg | Bo Dahl |\n| Cia Ek | |",
        "| Tillfälle | Närvarande |\n| Träff 1 | Ada Berg, Cia Ek |\n| Träff 2 | Bo Dahl |",
        """
        | Träff 1 |      | Träff 2 |      |
        | Vem     | Där? | Vem     | Där? |
        | Ada     | x    | Bo Dahl | x    |
        | Cia Ek  | x    |         |      |
        """,
    ],
)
def test_people_and_sessions_in_another_layout_are_told_how_to_stand(drawing):
    """Who was there is not guessed: the coordinator reads which table is asked for."""
    assert read_list(drawing)[1] == ["attendance-layout-unknown"]
    assert read_list(drawing, kind=ExportKind.ATTENDANCE)[1] == ["attendance-layout-unknown"]


def test_lists_below_each_other_with_other_columns_are_told_of():
    """Names below a header of marks are no marks."""
    _dataset, found = read_list(
        """
        | Namn     | Träff 1 |          |
        | Ada Berg | x       |          |
        | Nr       | Namn    | Träff 2  |
        | 1        | Bo Dahl | x        |
        """
    )

    assert found == ["attendance-blocks-differ B3"]


def test_whoever_signed_a_declared_list_was_there():
    """A list of names and days that the sheet Exports calls attendance names those who came."""
    dataset, found = read_list(SIGNED_IN, kind=ExportKind.ATTENDANCE)

    assert {
        (mark.participant_key, mark.session, mark.is_present) for mark in dataset.attendances
    } == PRESENT
    assert found == ["attendance-of-those-who-came"]


def test_rows_of_a_long_list_are_counted_once_or_told_of():
    """A session that is not planned, a stranger, and a person listed twice cost a row each."""
    dataset, found = read_list(
        """
        | Tillfälle | Namn      | Närvarande | Roll      |
        | 1         | Ada Berg  | ja         | ledare    |
        | 1         | Berg, Ada | nej        | ledare    |
        | 9         | Bo Dahl   | ja         | ledare    |
        | 1         | Eva Fors  | ja         | chef      |
        | 1         | Politiker | 14         |           |
        | 2         | Bo Dahl   | ?          | ledare    |
        | 1         | Bo Dahl   | nej        | ledare    |
        """
    )

    assert [
        (mark.participant_key, mark.session, mark.is_present) for mark in dataset.attendances
    ] == [("D01", 1, True), ("D02", 1, False)]
    assert [(count.persons, count.place.cell) for count in dataset.invited_attendances] == [
        (14, "C6")
    ]
    assert sorted(found) == [
        "attendance-mark-unknown C7",
        "participant-listed-twice A3",
        "respondent-unknown B5",
        "row-session-unknown A4",
    ]
    (account,) = dataset.accounts
    assert (account.rows_read, account.rows_used) == (7, 4)


def test_politicians_of_both_halves_of_a_day_are_counted_once():
    """Of the numbers in two columns of one session the greater one counts, and not their sum."""
    dataset, _found = read_list(
        "| Namn | Träff 1 fm | Träff 1 em |\n| Ada Berg | x | x |\n| Politiker | 9 | 12 |"
    )

    assert [(count.persons, count.place.cell) for count in dataset.invited_attendances] == [
        (12, "C3")
    ]


def test_a_politician_who_signed_in_is_one_person():
    """In a list of those who came the session's number is never taken for a number of people."""
    dataset, _found = read_list(
        "| Tillfälle | Namn |\n| 1 | Ada Berg |\n| 1 | Politiker |\n| 2 | Bo Dahl |",
        kind=ExportKind.ATTENDANCE,
    )

    assert [(count.session, count.persons) for count in dataset.invited_attendances] == [(1, 1)]


def test_columns_of_people_are_counted_once_or_told_of():
    """A stranger, somebody twice and a session that is not planned each cost what they tell."""
    dataset, found = read_list(
        """
        | Tillfälle  | Ada Berg | Cia Eck | Bo Dahl | D02 | Politiker (antal) | Anmärkning |
        | Träff 1 fm | x        | x       |         | x   | 9                 | sent svar  |
        | Träff 1 em |          |         | ?       | x   | 12                |            |
        | Träff 9    | x        |         |         |     |                   |            |
        """
    )

    assert [
        (mark.participant_key, mark.session, mark.is_present, mark.place.cell)
        for mark in dataset.attendances
    ] == [("D01", 1, True, "B2")]
    assert [(count.persons, count.place.cell) for count in dataset.invited_attendances] == [
        (12, "F3")
    ]
    assert sorted(found) == [
        "attendance-mark-unknown D3",
        "column-of-nobody C1",
        "column-of-participant-twice E1",
        "respondent-misspelt C1",
        "row-session-unknown A4",
    ]
    (account,) = dataset.accounts
    assert (account.rows_read, account.rows_used) == (3, 2)


@pytest.mark.parametrize(
    ("drawing", "problem"),
    [
        ("| Datum | Fråga 1 | Fråga 2 |\n| 1/3 | ja | nej |\n| 1/4 | ja | ja |", "not-recognised"),
        ("| Datum | Ada Berg | Bo Dahl |\n| 1/3 | 4 | 5 |\n| 1/4 | 2 | 3 |", "without-marks"),
        ("| Ort | Ada Berg | Bo Dahl |\n| Flen | x | |\n| Trosa | | x |", "not-recognised"),
        (
            "| N | E-post | Rum | |\n| 1 | ada.berg@flen.example | 11 | Ja |\n| 2 | x | 12 | Nej |",
            "not-recognised",
        ),
    ],
)
def test_a_table_with_people_across_is_attendance_only_where_it_says_so(drawing, problem):
    """Days beside questions, grades of people, and people at places are not read as presence."""
    dataset, found = read_list(drawing)

    assert dataset.attendances == ()
    assert [code.endswith(problem) for code in found] == [True]


def test_people_across_whom_nobody_registered_are_told_of_one_by_one():
    """The sheet Exports says that it is attendance; each unknown name is then told at its cell."""
    drawing = "| Datum | Eva Å | Ola Ö |\n| 2016-03-01 | x | |\n| 2016-04-01 | | x |"

    assert read_list(drawing)[1] == ["file-not-recognised"]
    assert "column-of-nobody B1" in read_list(drawing, kind=ExportKind.ATTENDANCE)[1]


def test_attendance_rates_are_those_of_the_list():
    """The rate of a long list of those who came has everybody enrolled for its base."""
    programme = replace(PROGRAMME, profile=Profile(suppression_threshold=1))
    dataset, _found = read_list(THOSE_WHO_CAME)
    figures = {str(one.name): one for one in aggregate(replace(dataset, programme=programme))}

    rate = figures["attendance_rate session=1"]
    assert (rate.value, rate.base) == (2 / 3, 3)
