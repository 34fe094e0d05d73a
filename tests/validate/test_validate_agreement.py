"""Files must agree with each other, with the plan, and with what people decided."""

from dataclasses import replace
from datetime import date

import pytest

from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import Acknowledgement, ApprovedQuote, Decisions
from flows.programme.places import Place
from flows.programme.problems import problem
from flows.programme.programme import ExportKind
from flows.validate.acknowledgements import acknowledge
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export

ATTENDANCE = "| Namn | T1 |\n| Ada Berg | x |\n| Bo Dahl | 0 |\n| Cia Ek | x |"


def draw_attendance():
    """Return a list of session 1 with two present."""
    return draw_export(ATTENDANCE, kind=ExportKind.ATTENDANCE, file="exports/lista.xlsx")


@pytest.mark.parametrize(
    ("answers", "problems"), [(1, ()), (2, ()), (3, ("more-answers-than-present",))]
)
def test_no_more_evaluations_than_people_present(answers, problems):
    """Two were there: two evaluations are fine, three are not."""
    export = draw_export("| Tiden räckte |\n" + "| 4 |\n" * answers)

    assert check(export, draw_attendance())[1] == problems


def test_evaluation_by_somebody_absent_is_noted():
    """A participant who evaluates a session and is marked absent has one cell wrong."""
    export = draw_export("| Namn | Tiden räckte |\n| Ada Berg | 4 |\n| Bo Dahl | 4 |")

    assert check(export, draw_attendance())[1] == ("answered-but-absent A3",)


def test_sessions_held_so_far_need_evaluation_and_attendance():
    """By the newest date in the exports session 2 has been held and session 3 has not."""
    export = draw_export("| Inskickad | Tiden räckte |\n| 2016-04-01 10:00:00 | 4 |")
    _, problems = validate(PROGRAMME, Decisions(), (export, draw_attendance()))
    missing = {
        (found.code, dict(found.parameters)["session"])
        for found in problems
        if found.code.startswith("session-")
    }

    assert missing == {("session-not-evaluated", "2"), ("session-not-marked", "2")}


def test_file_with_the_same_content_is_used_once():
    """Of two files with one hash the first by name is used, the other rejected and accounted."""
    drawing = "| Tiden räckte |\n| 4 |"
    dataset, problems = check(
        draw_export(drawing, file="sessions/02/kopia.xlsx", sha256="same"),
        draw_export(drawing, file="sessions/01/svar.xlsx", sha256="same"),
    )

    assert problems == ("file-repeated",)
    assert [(account.file, account.rows_used) for account in dataset.accounts] == [
        ("sessions/01/svar.xlsx", 1),
        ("sessions/02/kopia.xlsx", 0),
    ]


@pytest.mark.parametrize(
    ("cells", "is_rejected"),
    [
        (["640823-3234", "19811228-9874"], True),
        (["196408233234", "8112289874"], True),
        (["640883-3234", "19640823Tf29"], True),
        (["640823-3234", "Ada"], False),
        (["640823-3234", "640824-3235", "Ada"], True),
        (["640823\N{EN DASH}3234", "640823 - 3234", "640823+3234"], True),
        (["1964-08-23-3234", "1964-08-23 3234"], True),
        (["506231234", "607011235"], True),  # Excel drops the zero of 05 in a number
        (["641323-3234", "640800-3234"], False),
        (["2016-08-23", "2016-08-24 13:00"], False),
        (["8", "10"], False),
    ],
)
def test_column_of_personal_numbers_rejects_the_table(cells, is_rejected):
    """More than half of the filled cells with the form of a personal number refuse the table."""
    rows = "\n".join(f"| '{cell} | 4 |" for cell in cells)
    dataset, problems = check(draw_export(f"| fritt | Tiden räckte |\n{rows}"))

    assert ("column-personal-number A1" in problems) is is_rejected
    assert dataset.accounts[0].rows_used == (0 if is_rejected else len(cells))


@pytest.mark.parametrize(("key", "is_refused"), [("19640823-3234", True), ("D01", False)])
def test_key_that_is_a_personal_number_blocks(key, is_refused):
    """The register's own codes are short; a personal number has no place in it."""
    ada, *others = PROGRAMME.participants
    place = Place("programme.xlsx", "Deltagare", 2)
    programme = replace(PROGRAMME, participants=(replace(ada, key=key, place=place), *others))

    _, problems = validate(programme, Decisions(), ())

    found = [each for each in problems if each.code == "register-personal-number"]
    assert found == ([problem("register-personal-number", place)] if is_refused else [])


def test_moments_without_signs_are_no_personal_numbers():
    """202504251530 in a column of moments has the digits of a personal number and is none."""
    export = draw_export("| Inskickad | Tiden räckte |\n| '201603011530 | 4 |")

    assert check(export)[1] == ()


def test_rows_skipped_when_the_file_was_read_are_accounted():
    """Sums and headings below the header were read, and are excluded with their codes."""
    export = draw_export("| Tiden räckte | betyg |\n| 4 | 8 |\n| | |\n| 5 | |")
    skipped = replace(export, rows_skipped=(("row-is-a-sum", 2),))
    (account,) = check(skipped)[0].accounts

    assert (account.rows_read, account.rows_used) == (4, 2)
    assert account.excluded == (("row-is-a-sum", 2),)


def test_approved_quote_must_be_written_letter_by_letter():
    """A quote may differ in white space, and be a passage of an answer that its row names."""
    export = draw_export("| fritt |\n| Vi  vågar prova mer. |")
    answer = identify_comment("fritt", "Vi vågar prova mer.")
    approved = tuple(
        ApprovedQuote(text, Place("decisions/quotes.xlsx", "", row), comment_id=comment_id)
        for row, (text, comment_id) in enumerate(
            (
                ("Vi vågar prova mer.", ""),
                ("vågar prova", answer),
                ("vi vågar prova mer.", ""),
                ("Vi vågar!", ""),
                ("", ""),
            ),
            2,
        )
    )
    dataset, problems = validate(PROGRAMME, Decisions(quotes=approved), (export,))

    assert dataset.quotes == approved[:2]
    rows = [found.place.row for found in problems if found.code == "quote-not-found"]
    assert rows == [4, 5, 6]


def test_latest_date_is_the_newest_in_the_exports():
    """Answers, marked sessions and costs are dated; without any of them there is no date."""
    survey = draw_export("| Inskickad | Tiden räckte |\n| 2016-03-02 10:00:00 | 4 |")
    costs = draw_export(
        "| Datum | Kostnadsslag | Belopp |\n| 2016-06-30 | Personal | 1 |",
        kind=ExportKind.COSTS,
        file="exports/utdrag.xlsx",
    )

    assert check(survey)[0].latest_date == date(2016, 3, 2)
    assert check(survey, costs)[0].latest_date == date(2016, 6, 30)
    assert check(draw_attendance())[0].latest_date == date(2016, 3, 1)
    assert check()[0].latest_date is None


@pytest.mark.parametrize(
    ("acknowledgement", "is_covered"),
    [
        (Acknowledgement("column-unknown"), True),
        (Acknowledgement("column-unknown", "sessions/08/a.xlsx", "Sheet1", "p1"), True),
        (Acknowledgement("column-unknown", "sessions/09/a.xlsx"), False),
        (Acknowledgement("column-unknown", cell="P2"), False),
        (Acknowledgement("answer-off-scale"), False),
    ],
)
def test_acknowledged_problems_are_no_longer_open(acknowledgement, is_covered):
    """An acknowledgement covers its code, in the file, sheet and cell that it names, if any."""
    found = problem("column-unknown", Place("sessions/08/a.xlsx", "Sheet1", 1, 16), item="tid")
    other = problem("row-blank", Place("sessions/08/a.xlsx", "Sheet1", 2, 1))
    still_open, acknowledged = acknowledge(
        (other, found), Decisions(acknowledgements=(acknowledgement,))
    )

    assert still_open == ((other,) if is_covered else (found, other))
    assert acknowledged == ((found,) if is_covered else ())
