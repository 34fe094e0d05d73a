"""Attendance: participants by mark, invited groups by number, what is not known left out."""

from flows.programme.decisions import Decisions
from flows.programme.programme import ExportKind
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export


def attend(*drawings):
    """Return the dataset of the drawn attendance lists, and the problems."""
    return check(
        *(
            draw_export(drawing, kind=ExportKind.ATTENDANCE, file=f"exports/lista {number}.xlsx")
            for number, drawing in enumerate(drawings)
        )
    )


def marks(dataset):
    """Return participant, session and presence of each attendance."""
    return [(mark.participant_key, mark.session, mark.is_present) for mark in dataset.attendances]


def test_marks_are_read_and_unknown_ones_left_out():
    """Present and absent are counted; a mark that nobody can read counts as neither."""
    dataset, problems = attend("| Namn | T1 |\n| Ada Berg | x |\n| Bo Dahl | ? |\n| Cia Ek | |")

    assert marks(dataset) == [("D01", 1, True), ("D03", 1, False)]
    assert problems == ("attendance-mark-unknown B3",)


def test_session_that_nobody_marked_is_not_known():
    """A column of blanks is a session nobody kept the list for, not one nobody came to."""
    dataset, _ = attend("| Namn | T1 | T2 |\n| Ada Berg | 1 | |\n| Bo Dahl | 0 | |")

    assert {mark.session for mark in dataset.attendances} == {1}


def test_session_that_is_not_planned_is_not_used():
    """A column of a session that Tillfällen does not have is a problem at its header."""
    dataset, problems = attend("| Namn | T1 | T4 |\n| Ada Berg | x | x |")

    assert marks(dataset) == [("D01", 1, True)]
    assert problems == ("session-not-planned C1",)


def test_somebody_who_is_not_enrolled_is_excluded():
    """A substitute on the list is counted neither as present nor as enrolled."""
    dataset, problems = attend("| Nyckel | Namn | T1 |\n| D01 | Ada Berg | x |\n| | Eva Fors | x |")

    assert marks(dataset) == [("D01", 1, True)]
    assert problems == ("respondent-unknown B3",)
    assert dataset.accounts[0].excluded == (("respondent-unknown", 1),)


def test_second_row_of_a_participant_is_excluded():
    """A participant who stands there twice is counted with the first row."""
    dataset, problems = attend("| Namn | T1 |\n| Ada Berg | x |\n| Berg, Ada | 0 |")

    assert marks(dataset) == [("D01", 1, True)]
    assert problems == ("participant-listed-twice A3",)


def test_lists_complete_each_other_and_may_contradict():
    """Two lists of one session are one; where they differ the first counts, with a problem."""
    dataset, problems = attend(
        "| Namn | T1 |\n| Ada Berg | x |\n| Bo Dahl | x |",
        "| Namn | T1 |\n| Bo Dahl | 0 |\n| Cia Ek | 0 |",
    )

    assert marks(dataset) == [("D01", 1, True), ("D02", 1, True), ("D03", 1, False)]
    assert problems == ("attendance-contradicted B2",)


def test_invited_groups_are_counted_apart():
    """A row of an invited group holds numbers; a politician by name is one person."""
    dataset, problems = attend(
        """
        | Namn              | Roll      | T1  | T2 |
        | Ada Berg          | ledare    | x   | x  |
        | Politiker (antal) |           | 9   |    |
        | Eva Fors          | politiker | x   | 0  |
        | Antal politiker   |           | två | 1  |
        | Politiker         |           | -2  | 0  |
        """
    )

    assert marks(dataset) == [("D01", 1, True), ("D01", 2, True)]
    assert [
        (count.group, count.session, count.persons) for count in dataset.invited_attendances
    ] == [("politiker", 1, 9), ("politiker", 1, 1), ("politiker", 2, 1)]
    assert problems == (
        "invited-count-unknown C5",
        "group-not-invited D5",
        "invited-count-unknown C6",
    )


def test_participant_on_no_list_is_told_at_the_register():
    """Everybody in the register has a row somewhere; whoever has none leaves the attendance."""
    export = draw_export("| Namn | T1 |\n| Ada Berg | x |", kind=ExportKind.ATTENDANCE)
    _, problems = validate(PROGRAMME, Decisions(), (export,))

    assert [p.place.cell for p in problems if p.code == "participant-not-listed"] == ["3:3", "4:4"]


def test_row_of_nobody_is_blank_unless_it_is_marked():
    """A row without name and marks is blank; marks that belong to nobody are told of."""
    _, problems = attend("| Namn | Roll | T1 |\n| Ada Berg | | x |\n| | chef | |\n| | chef | x |")

    assert problems == ("row-blank A3", "respondent-unknown A4")


def test_error_cell_is_no_mark():
    """A formula that failed says nothing about who was there."""
    dataset, problems = attend("| Namn | T1 |\n| Ada Berg | x |\n| Bo Dahl | #N/A |")

    assert marks(dataset) == [("D01", 1, True)]
    assert problems == ("cell-error B3",)
