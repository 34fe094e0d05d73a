"""The same response counts once, and of two responses by one person the later."""

from flows.programme.items import Wave
from tests.validate.export_drawing import check, draw_export


def test_identical_row_is_excluded():
    """A row with the same moment and values as an earlier one is the same response."""
    dataset, problems = check(
        draw_export(
            """
            | Inskickad           | Tiden räckte | fritt |
            | 2016-03-01 16:00:01 | 4            | Bra   |
            | 2016-03-01 16:00:01 | 4            | Bra   |
            | 2016-03-01 16:00:02 | 4            | Bra   |
            | 2016-03-01 16:00:01 | 4            | Bra!  |
            """
        )
    )

    assert problems == ("row-duplicate A3",)
    assert len(dataset.responses) == 3


def test_rows_that_overlap_between_two_exports_count_once():
    """A second export of the same form holds the first one's rows again, with the same number."""
    early = "| ID | Inskickad | Tiden räckte |\n| 1 | 2016-03-01 16:00:01 | 4 |"
    late = f"{early.replace(':01 ', ':00 ')}\n| 2 | 2016-03-01 16:00:01 | 4 |"
    dataset, problems = check(
        draw_export(early, file="sessions/01/a(1-1).xlsx"),
        draw_export(late, file="sessions/01/a(1-2).xlsx"),
    )

    assert problems == ("row-duplicate A2",)
    assert [(found.place.file[12:], found.place.row) for found in dataset.responses] == [
        ("a(1-1).xlsx", 2),
        ("a(1-2).xlsx", 3),
    ]


def test_number_or_name_marks_a_response():
    """Without a moment, two rows with one number or one name are still the same response."""
    numbered = draw_export("| ID | Tiden räckte |\n| 7 | 4 |\n| 7 | 4 |")
    named = draw_export("| Namn | Tiden räckte |\n| Ada Berg | 4 |\n| Ada Berg | 4 |")

    for export in (numbered, named):
        assert check(export)[1] == ("row-duplicate A3",)


def test_forms_number_their_responses_on_their_own():
    """One number at two moments is two responses, of two forms after the same session."""
    header = "| ID | Inskickad | Tiden räckte |"
    dataset, problems = check(
        draw_export(f"{header}\n| 1 | 2016-03-01 16:00:01 | 4 |", file="sessions/01/a.xlsx"),
        draw_export(f"{header}\n| 1 | 2016-03-01 16:01:01 | 4 |", file="sessions/01/b.xlsx"),
    )

    assert problems == ()
    assert len(dataset.responses) == 2


def test_paper_forms_that_are_alike_both_count():
    """Without name, number or time of day two people may have ticked alike; that is no problem.

    That they also wrote alike is noted.
    """
    ticked = draw_export("| Inskickad | Tiden räckte |\n| 2016-03-01 | 4 |\n| 2016-03-01 | 4 |")
    written = draw_export("| Tiden räckte | fritt |\n| 4 | Bra |\n| 4 | Bra |\n| 4 | |\n| 4 | |")

    for export, expected in ((ticked, ()), (written, ("row-repeated A3",))):
        dataset, problems = check(export)
        assert problems == expected
        assert len(dataset.responses) == len(export.responses)


def test_last_of_two_responses_counts():
    """Whoever answers a survey twice is counted with the response sent in last."""
    dataset, problems = check(
        draw_export(
            """
            | Inskickad           | Namn     | Tiden räckte |
            | 2016-03-03 09:00:00 | Ada Berg | 5            |
            | 2016-03-01 16:00:00 | Ada Berg | 1            |
            | 2016-03-01 16:00:00 | Bo Dahl  | 2            |
            """
        )
    )

    assert problems == ("answered-twice A3",)
    assert [answer.value for answer in dataset.answers] == [5, 2]


def test_lower_row_counts_where_no_moment_is_known():
    """Without moments the response further down is the later one."""
    dataset, problems = check(
        draw_export("| Namn | Tiden räckte |\n| Ada Berg | 1 |\n| Berg, Ada | 5 |")
    )

    assert problems == ("answered-twice A2",)
    assert [answer.value for answer in dataset.answers] == [5]


def test_other_sessions_and_waves_are_other_surveys():
    """One person may answer once after each session and once in each wave."""
    row = "| Namn | leda |\n| Ada Berg | 4 |"
    form = "| Namn | Tiden räckte |\n| Ada Berg | 4 |"
    dataset, problems = check(
        draw_export(form, file="sessions/01/a.xlsx"),
        draw_export(form, file="sessions/02/a.xlsx"),
        draw_export(row, file="exports/a.xlsx", wave=Wave.BEFORE),
        draw_export(row, file="exports/b.xlsx", wave=Wave.AFTER),
    )

    assert problems == ()
    assert len(dataset.responses) == 4


def test_two_forms_after_one_session_are_two_surveys():
    """Forms with different questions do not replace each other."""
    dataset, problems = check(
        draw_export("| Namn | Tiden räckte |\n| Ada Berg | 4 |", file="sessions/01/a.xlsx"),
        draw_export("| Namn | betyg |\n| Ada Berg | 8 |", file="sessions/01/b.xlsx"),
    )

    assert problems == ()
    assert len(dataset.responses) == 2


def test_reflections_may_be_written_again_later():
    """Reflections that belong to no session are one survey for each file."""
    dataset, problems = check(
        draw_export("| Namn | tanke |\n| Ada Berg | Mod |", file="exports/halvvägs.xlsx"),
        draw_export("| Namn | tanke |\n| Ada Berg | Tid |", file="exports/slut.xlsx"),
    )

    assert problems == ()
    assert [comment.text for comment in dataset.comments] == ["Mod", "Tid"]
