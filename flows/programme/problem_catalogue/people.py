"""Problems of rows: whom they are about, and rows that stand there twice."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

PEOPLE: dict[str, Entry] = {
    "row-blank": Entry(
        Severity.ROW_EXCLUDED,
        _("A row has no answers"),
        _("The row holds no answer."),
        _("At least one answer."),
        _("Nothing, if the form was sent in empty; otherwise fill in what is missing."),
    ),
    "row-duplicate": Entry(
        Severity.ROW_EXCLUDED,
        _("A row stands there twice"),
        _("The row is the same as row {row} in {file}, which is counted."),
        _("Each response once."),
        _("Nothing, if it was pasted or exported twice; it is counted once."),
    ),
    "row-repeated": Entry(
        Severity.NOTE,
        _("Two people answered exactly alike"),
        _(
            "The row is the same as row {row} in {file}, and nothing tells whether they are "
            "two people; both are counted."
        ),
        _("Each form typed in once."),
        _("Look at the paper forms, and delete the row if one was typed in twice."),
    ),
    "answered-twice": Entry(
        Severity.ROW_EXCLUDED,
        _("Somebody answered the same survey twice"),
        _("The same respondent answered again later, in row {row} of {file}, which is counted."),
        _("One response from each person."),
        _("Nothing, if the later response is meant; otherwise delete the later row."),
    ),
    "respondent-unknown": Entry(
        Severity.ROW_EXCLUDED,
        _("Somebody is not in the register of participants"),
        _(
            "Nobody in the sheet Participants has this key, address or name, so the row is "
            "not used."
        ),
        _("A key, an e-mail address or a name as it stands in the sheet Participants."),
        _("Correct the spelling in this cell, or add the person to the sheet Participants."),
    ),
    "respondent-ambiguous": Entry(
        Severity.ROW_EXCLUDED,
        _("A row may be about two participants"),
        _(
            "The row names two different participants, or a name that two of them share, so "
            "it is not used."
        ),
        _("One participant: by key, e-mail address or a name of their own."),
        _("Write the participant's key or e-mail address in the row."),
    ),
    "respondent-invited": Entry(
        Severity.ROW_EXCLUDED,
        _("Somebody of an invited group answered"),
        _("The row is from an invited group, which is counted apart from the participants."),
        _("Answers from participants."),
        _("Nothing, if it is right; otherwise correct the role."),
    ),
    "role-unknown": Entry(
        Severity.NOTE,
        _("A role is not in the register of participants"),
        _("No participant has this role; the row is used without a role."),
        _("A role of the sheet Participants."),
        _("Write the role as it stands in the sheet Participants."),
    ),
    "wave-mark-unknown": Entry(
        Severity.ROW_EXCLUDED,
        _("A row does not tell whether it is before or after"),
        _("The cell names no wave, so the row is not used."),
        _("before or after."),
        _("Write before or after in the cell."),
    ),
    "participant-listed-twice": Entry(
        Severity.ROW_EXCLUDED,
        _("A participant stands twice in an attendance list"),
        _("The same participant stands in row {row}, which is counted."),
        _("One row for each participant."),
        _("Put the marks in one row and delete the other."),
    ),
    "participant-not-listed": Entry(
        Severity.NOTE,
        _("A participant is in no attendance list"),
        _("No attendance list has a row for this participant, who is left out of the attendance."),
        _("A row in the attendance list for everybody in the sheet Participants."),
        _("Add the participant to the attendance list."),
    ),
    "column-of-nobody": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A column of attendance is about nobody in the register"),
        _(
            "Nobody in the sheet Participants has this key, address or name, or two people "
            "have, so the column is not read."
        ),
        _("A key, an e-mail address or a name as it stands in the sheet Participants."),
        _("Correct the spelling in this cell, or add the person to the sheet Participants."),
    ),
    "column-of-participant-twice": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Two columns of attendance are about the same participant"),
        _("The participant heads {first} already, and only that column is read."),
        _("One column for each participant."),
        _("Put the marks in one column and delete the other."),
    ),
    "row-session-unknown": Entry(
        Severity.ROW_EXCLUDED,
        _("A row of an attendance list names no session"),
        _("The cell names no session of the programme, so the row is not used."),
        _("The number or the date of a session, as in the sheet Sessions."),
        _("Correct the cell, or add the session to the sheet Sessions."),
    ),
    "attendance-contradicted": Entry(
        Severity.NOTE,
        _("Two attendance lists contradict each other"),
        _("The mark contradicts {cell} in {file}, which is used."),
        _("The same mark in both lists, or the session in one of them."),
        _("Correct the mark that is wrong."),
    ),
    "project-listed-twice": Entry(
        Severity.ROW_EXCLUDED,
        _("A change project stands there twice"),
        _("The same project stands further down, in row {row} of {file}, which is counted."),
        _("Each project once."),
        _("Keep the newest row and delete the other."),
    ),
    "register-personal-number": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A participant's key is a personal identity number"),
        _("The key looks like a personal identity number."),
        _("A short code of your own, such as D01."),
        _("Change the key here and in the lists that use it."),
    ),
    "project-without-owner": Entry(
        Severity.NOTE,
        _("A change project has no owner"),
        _("The row names no participant; the project is counted without an organisation."),
        _("The owner's key, e-mail address or name."),
        _("Write who owns the project."),
    ),
    "cost-repeated": Entry(
        Severity.NOTE,
        _("A cost stands there twice"),
        _(
            "The row is the same as row {row} in {file}, and nothing tells whether it was "
            "booked twice; both are counted."
        ),
        _("Each booking once."),
        _("Look in the ledger, and delete the row if there is only one booking."),
    ),
}
