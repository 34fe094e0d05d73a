"""Problems of single cells: answers, marks, dates and amounts."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

CELLS: dict[str, Entry] = {
    "answer-off-scale": Entry(
        Severity.NOTE,
        _("An answer is not on the scale"),
        _("The answer {found} is not on the scale and counts as not answered."),
        _("One of: {expected}."),
        _("Correct the cell, or leave it empty if the right answer is not known."),
    ),
    "answer-not-a-label": Entry(
        Severity.NOTE,
        _("An answer is none of the question's alternatives"),
        _("The text is none of the alternatives and counts as not answered."),
        _("One of: {expected}."),
        _("Correct the cell, or add the label to the sheet Scales."),
    ),
    "choice-unknown": Entry(
        Severity.NOTE,
        _("A choice is none of the question's alternatives"),
        _("At least one of the choices in the cell is unknown and is left out; the others count."),
        _("One or more of: {expected}."),
        _("Correct the cell, or add the label to the sheet Scales."),
    ),
    "answer-not-a-number": Entry(
        Severity.NOTE,
        _("An answer is not a number"),
        _("The cell holds no number and counts as not answered."),
        _("A number, such as 8 or 8,5."),
        _("Write the number alone in the cell."),
    ),
    "cell-error": Entry(
        Severity.NOTE,
        _("A formula failed"),
        _("The cell shows {found} and counts as empty."),
        _("A value."),
        _("Correct the formula in Excel, or type the value."),
    ),
    "attendance-mark-unknown": Entry(
        Severity.NOTE,
        _("A mark of attendance cannot be read"),
        _("The mark says neither present nor absent; this attendance counts as not known."),
        _("x, 1, yes or present; empty, 0, no or absent."),
        _("Write x if the participant was there, and 0 if not."),
    ),
    "invited-count-unknown": Entry(
        Severity.NOTE,
        _("The number of an invited group cannot be read"),
        _("The cell holds no number of people and is left out."),
        _("A whole number of people."),
        _("Write how many came."),
    ),
    "group-not-invited": Entry(
        Severity.NOTE,
        _("A group came that was not invited"),
        _("The list counts an invited group at session {session}, to which it is not invited."),
        _("Numbers only at sessions to which the group is invited."),
        _("Add the group to the session in the sheet Sessions, or correct the list."),
    ),
    "yes-no-unknown": Entry(
        Severity.NOTE,
        _("An answer is neither yes nor no"),
        _("The cell begins with neither yes nor no and counts as not answered."),
        _("yes or no."),
        _("Begin the cell with yes or no."),
    ),
    "date-as-text": Entry(
        Severity.NOTE,
        _("A date is typed as text"),
        _("The date is text and is read as {found}."),
        _("A real date, like the others in the column."),
        _(
            "Type the date again, as 2016-01-20, and check that Excel moves it to the right "
            "of the cell."
        ),
    ),
    "date-unreadable": Entry(
        Severity.NOTE,
        _("A date cannot be read"),
        _("The cell holds no date that can be read."),
        _("A date, such as 2016-01-20."),
        _("Type the date again, as 2016-01-20."),
    ),
    "date-outside-project": Entry(
        Severity.NOTE,
        _("An answer was sent in outside the project's period"),
        _("The answer was sent in on {found}; it is used."),
        _("A day from {starts_on} to {ends_on}."),
        _("Correct the date, or the project's period in the sheet Project."),
    ),
    "cost-outside-project": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A cost was booked outside the project's period"),
        _("The cost was booked on {found}; it is counted until you decide."),
        _("A day from {starts_on} to {ends_on}."),
        _(
            "Delete the row if the cost is not the project's; acknowledge it in "
            "decisions/acknowledged.xlsx if the work was done in the period."
        ),
    ),
    "answered-before-session": Entry(
        Severity.NOTE,
        _("An answer was sent in before its session"),
        _("The answer was sent in on {found}, before session {session}."),
        _("The day of the session, {held_on}, or later."),
        _("Check that the file is in the folder of its own session."),
    ),
    "amount-unreadable": Entry(
        Severity.ROW_EXCLUDED,
        _("An amount cannot be read"),
        _("The cell holds no amount, so the cost is not counted."),
        _("An amount in kronor, such as 7480,50."),
        _("Write the amount as a number."),
    ),
    "category-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A cost category is not in the budget"),
        _("The budget has no such category, so the cost is not counted."),
        _("A category as it stands in the sheet Economy."),
        _("Correct the category in this row, or add it to the sheet Economy."),
    ),
    "party-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A project party is not in the budget"),
        _("Neither the budget nor the project has such a party, so the cost is not counted."),
        _("A party as it stands in the sheet Economy or Project."),
        _("Correct the party in this row, or add it to the sheet Economy."),
    ),
}
