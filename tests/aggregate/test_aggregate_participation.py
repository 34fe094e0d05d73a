"""Enrolment, attendance and response rates."""

from dataclasses import replace

from flows.aggregate.indicators import Status
from flows.programme.places import Place
from flows.validate.dataset import InvitedAttendance
from tests.aggregate.dataset_drawing import draw_dataset
from tests.aggregate.figure_lookup import Figures, count

REGISTER = """
    | key | role  | organisation_type |
    | ada | chef  | kommun            |
    | bo  | ledare| kommun            |
    | cia | ledare| landsting         |
    | dan |       | landsting         |
"""
ATTENDANCE = """
    | who | 1 | 2 |
    | ada | x | - |
    | bo  | x | x |
    | cia | - | ? |
    | dan | x | x |
"""


def test_enrolled_counts_the_register_in_all_and_by_part():
    """A participant without a role counts in the whole and in no role."""
    figures = count(register=REGISTER)

    assert figures("enrolled") == (4, None)
    assert figures("enrolled role=chef") == (1, None)
    assert figures("enrolled role=ledare") == (2, None)
    assert figures("enrolled organisation_type=landsting") == (2, None)
    assert figures("sessions") == (2, None)


def test_attendance_is_counted_by_session_and_part_and_unknown_marks_leave_the_base():
    """The base is the known marks, once for each session."""
    figures = count(register=REGISTER, attendance=ATTENDANCE)

    assert figures("present session=1") == (3, 4)
    assert figures("present session=2") == (2, 3)
    assert figures("present") == (5, 7)
    assert figures("attendance_rate") == (5 / 7, 7)
    assert figures("attendance_rate session=2") == (2 / 3, 3)
    assert figures("attendance_rate role=ledare") == (2 / 3, 3)
    assert figures("present session=2 organisation_type=kommun") == (1, 2)


def test_attendance_cites_exactly_the_marks_it_counts():
    """Cell D4 holds a question mark, and no figure is made of it."""
    figures = count(register=REGISTER, attendance=ATTENDANCE)

    (source,) = figures["attendance_rate session=2"].sources
    assert (source.file, source.sheet) == ("exports/narvaro.xlsx", "Närvaro")
    assert source.cells == "C2:C3, C5"


def test_a_session_without_attendance_list_has_no_figure_instead_of_zero():
    """Not knowing who came is not the same as nobody coming."""
    figures = count(register=REGISTER, attendance=ATTENDANCE, sessions=3)

    assert figures["present session=3"].status is Status.NO_ANSWERS
    assert figures["attendance_rate session=3"].status is Status.NO_ANSWERS
    assert "present session=3 role=chef" not in figures


def test_invited_groups_are_counted_apart_and_never_with_participants():
    """Twelve politicians change no figure but their own."""
    dataset = draw_dataset(register=REGISTER, attendance=ATTENDANCE)
    place = Place("exports/narvaro.xlsx", "Närvaro", 7, 2)
    visit = InvitedAttendance("politiker", 1, 12, place)
    alone, together = (
        Figures(dataset),
        Figures(replace(dataset, invited_attendances=(visit, replace(visit, persons=3)))),
    )

    assert together("invited_present session=1 role=politiker") == (15, None)
    assert set(together.indicators) - set(alone.indicators) == {
        together["invited_present session=1 role=politiker"]
    }


ANSWERS = """
    | who | session | benefit |
    | ada | 1       | 4       |
    | bo  | 1       | 5       |
    | ada | 2       | 4       |
    |     | 2       | 3       |
    |     | 2       | 3       |
"""


def test_response_rates_have_two_bases():
    """Of three present two answered, which is two of four enrolled."""
    figures = count(register=REGISTER, attendance=ATTENDANCE, answers=ANSWERS)

    assert figures("responses session=1") == (2, 4)
    assert figures("response_rate session=1") == (2 / 3, 3)
    assert figures("response_rate_enrolled session=1") == (2 / 4, 4)


def test_responses_are_never_told_by_role():
    """They would tie the answers by session to those by role, and disclose who was late."""
    figures = count(register=REGISTER, attendance=ATTENDANCE, answers=ANSWERS)

    assert "responses role=ledare" not in figures
    assert "responses session=1 role=ledare" not in figures


def test_more_responses_than_people_present_never_make_a_rate_above_one():
    """Three answers from two people present are a problem of the validation, not 150 %."""
    figures = count(register=REGISTER, attendance=ATTENDANCE, answers=ANSWERS)

    assert figures("responses session=2") == (3, 4)
    assert figures("response_rate session=2") == (1.0, 2)


def test_pooled_rates_take_only_sessions_where_both_numbers_are_known():
    """Session 3 has answers and no list, session 4 a list and no evaluation."""
    figures = count(
        register=REGISTER,
        attendance="""
            | who | 1 | 4 |
            | ada | x | x |
            | bo  | x | x |
        """,
        answers="""
            | who | session | benefit |
            | ada | 1       | 4       |
            | ada | 3       | 4       |
            | bo  | 3       | 4       |
        """,
        sessions=4,
    )

    assert figures("response_rate") == (1 / 2, 2)
    assert figures("responses") == (3, 8)
    assert figures("response_rate_enrolled") == (3 / 8, 8)
    assert figures["response_rate session=3"].status is Status.NO_ANSWERS
    assert figures["responses session=4"].status is Status.NOT_ASKED


def test_waves_have_responses_of_their_own():
    """Self-assessments are counted by wave and never among the evaluations."""
    figures = count(
        register=REGISTER,
        answers="""
            | who | wave   | skill |
            | ada | before | 2     |
            | bo  | before | 3     |
            | ada | after  | 4     |
        """,
    )

    assert figures("responses wave=before") == (2, 4)
    assert figures("response_rate_enrolled wave=after") == (1 / 4, 4)
    assert figures["responses"].status is Status.NOT_ASKED


def test_without_participants_and_exports_every_figure_says_so():
    """An empty programme divides by nothing; with nobody registered, nobody knows how many came."""
    figures = count()

    assert figures["enrolled"].status is Status.NO_ANSWERS
    assert figures["attendance_rate"].status is Status.NO_ANSWERS
    assert figures["responses"].status is Status.NOT_ASKED
    assert figures["change_projects"].status is Status.NOT_ASKED
    assert figures["comments"].status is Status.NOT_ASKED
    assert figures["outcome"].status is Status.NO_ANSWERS
