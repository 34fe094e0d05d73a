"""Each survey belongs to a session or a wave, by folder, declaration, column or dates."""

from datetime import date, timedelta

import pytest

from flows.programme.items import Wave
from flows.validate.occasions import parse_wave
from tests.validate.export_drawing import check, draw_export

FIRST, LAST = date(2016, 3, 1), date(2016, 5, 1)


def occasions(dataset):
    """Return the session and wave of each answer."""
    return [(answer.session, answer.wave) for answer in dataset.answers]


def test_folder_tells_the_session():
    """A survey in sessions/02 is about session 2."""
    dataset, problems = check(draw_export("| Tiden räckte |\n| 4 |", file="sessions/02/svar.xlsx"))

    assert (occasions(dataset), problems) == ([(2, None)], ())


def test_session_that_is_not_planned_rejects_the_table():
    """A folder of a session that Tillfällen does not have blocks, and its rows are accounted."""
    dataset, problems = check(
        draw_export("| Tiden räckte |\n| 4 |\n| 5 |", file="sessions/11/svar.xlsx")
    )

    assert problems == ("session-not-planned",)
    assert (dataset.accounts[0].rows_read, dataset.accounts[0].rows_used) == (2, 0)


@pytest.mark.parametrize(
    ("days", "session", "problems"),
    [
        ([date(2016, 4, 1)] * 2, 2, ("session-by-date",)),
        ([date(2016, 4, 1), date(2016, 4, 2)], None, ("session-unknown",)),
        ([date(2016, 4, 2)], None, ("session-unknown",)),
    ],
)
def test_evaluation_outside_the_folders_goes_by_its_day(days, session, problems):
    """Only a single day on which a session was held tells the session; it is noted."""
    rows = "\n".join(f"| {day} 16:00:00 | {n} |" for n, day in enumerate(days, 1))
    dataset, found = check(
        draw_export(f"| Inskickad | Tiden räckte |\n{rows}", file="exports/svar.xlsx")
    )

    assert found == problems
    assert occasions(dataset) == ([(session, None)] * len(days) if session else [])


def test_declared_wave_counts_for_any_instrument():
    """Answers of a declared wave have that wave and no session, whatever the item's form."""
    dataset, problems = check(
        draw_export("| Tiden räckte |\n| 4 |", file="sessions/02/innan.csv", wave=Wave.BEFORE)
    )

    assert (occasions(dataset), problems) == ([(None, Wave.BEFORE)], ())
    assert [(asked.session, asked.wave) for asked in dataset.asked_items] == [(None, Wave.BEFORE)]


@pytest.mark.parametrize(
    ("days", "wave"),
    [
        ([FIRST - timedelta(9), FIRST], Wave.BEFORE),
        ([FIRST, FIRST + timedelta(1)], None),
        ([LAST - timedelta(1), LAST], None),
        ([LAST, LAST + timedelta(9)], Wave.AFTER),
    ],
)
def test_self_assessment_goes_by_the_first_and_last_session(days, wave):
    """All by the first session's day is before, all from the last one's on after, else unknown."""
    rows = "\n".join(f"| {day} 09:00:00 | 3 |" for day in days)
    dataset, problems = check(
        draw_export(f"| Inskickad | leda |\n{rows}", file="exports/svar.xlsx")
    )

    assert occasions(dataset) == ([(None, wave)] * 2 if wave else [])
    assert problems == (() if wave else ("wave-unknown",))


@pytest.mark.parametrize(
    "drawing", ["| leda |\n| 3 |", "| Inskickad | leda |\n| 2016-02-01 | 3 |\n| | 4 |"]
)
def test_self_assessment_without_moments_has_no_wave(drawing):
    """Without declaration, column or every moment nothing tells the wave: the table is rejected."""
    _, problems = check(draw_export(drawing, file="exports/svar.xlsx"))

    assert problems == ("wave-unknown",)


def test_declared_wave_counts_more_than_a_column():
    """What the workbook says of a file is true of all its rows."""
    export = draw_export(
        "| Mätning | leda |\n| före | 3 |", file="exports/svar.xlsx", wave=Wave.AFTER
    )

    assert occasions(check(export)[0]) == [(None, Wave.AFTER)]


@pytest.mark.parametrize("header", ["Mätning", "när"])
def test_wave_column_tells_the_wave_of_each_row(header):
    """A recognised column or an item of that kind tells each row's wave; others are excluded."""
    dataset, problems = check(
        draw_export(
            f"| Namn | {header} | leda |\n| Ada Berg | Före kursen | 2 |"
            "\n| Ada Berg | efter | 4 |\n| Bo Dahl | kanske | 3 |",
            file="exports/svar.xlsx",
        )
    )

    assert occasions(dataset) == [(None, Wave.BEFORE), (None, Wave.AFTER)]
    assert problems == ("wave-mark-unknown B4",)
    assert {asked.wave for asked in dataset.asked_items} == {Wave.BEFORE, Wave.AFTER}


def test_words_for_waves():
    """The first word of a wave cell decides."""
    assert parse_wave("Pre-test") is Wave.BEFORE
    assert parse_wave("After the course") is Wave.AFTER
    assert parse_wave("Tillbakablick") is Wave.RETROSPECTIVE
    assert parse_wave("") is None


def test_answer_before_its_session_is_noted():
    """An evaluation sent in the day before its session is doubtful; on the day it is not."""
    _, problems = check(
        draw_export(
            "| Inskickad | Tiden räckte |\n| 2016-02-29 16:00:00 | 4 |\n| 2016-03-01 16:00:00 | 4 |"
        )
    )

    assert problems == ("answered-before-session A2",)


def test_answer_outside_the_project_is_noted_and_used():
    """The project's last day is within it, the next one is not."""
    dataset, problems = check(
        draw_export(
            "| Inskickad | Tiden räckte |\n| 2016-12-31 16:00:00 | 4 |\n| 2017-01-01 16:00:00 | 4 |"
        )
    )

    assert problems == ("date-outside-project A3",)
    assert len(dataset.responses) == 2
    assert dataset.latest_date == date(2016, 12, 31)


def test_export_without_rows_says_nothing():
    """A header alone is told of when the file is read; it has no wave and no answers."""
    dataset, problems = check(draw_export("| leda |", file="exports/svar.xlsx"))

    assert problems == ()
    assert dataset.asked_items == ()
