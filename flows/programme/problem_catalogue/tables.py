"""Problems of tables and their columns: when they were answered, and what they ask."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

TABLES: dict[str, Entry] = {
    "column-personal-number": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A column holds personal identity numbers"),
        _(
            "Most cells of this column look like personal identity numbers, so nothing in "
            "this table is used."
        ),
        _("No personal identity numbers: neither the report nor the funder needs them."),
        _("Delete the column in Excel and save the file in the same place."),
    ),
    "file-repeated": Entry(
        Severity.FILE_REJECTED,
        _("Two files have the same content"),
        _(
            "The content is the same, to the last character, as that of {file}, which is "
            "used instead."
        ),
        _("Each export once, in the folder of its own session."),
        _("Keep the file where it belongs and delete the other one."),
    ),
    "session-not-planned": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A session is not in the programme workbook"),
        _("This belongs to session {session}, which is not planned, so it is not used."),
        _("A number in the sheet Sessions."),
        _("Add the session to the sheet Sessions, or move the file to the right folder."),
    ),
    "session-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Nothing tells which session an evaluation is about"),
        _(
            "No folder, no declaration and no single day of answers tells the session, so "
            "nothing in this table is used."
        ),
        _("An export of one session, in a folder such as sessions/03."),
        _("Move the file to the folder of its session, or name the session in the sheet Exports."),
    ),
    "session-by-date": Entry(
        Severity.NOTE,
        _("The session was told by the date"),
        _(
            "Every answer was sent in on the day of session {session}, so the table is read "
            "as its evaluation."
        ),
        _("An export in the folder of its session."),
        _("Move the file to the folder of its session to be sure."),
    ),
    "wave-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Nothing tells whether a self-assessment was made before or after"),
        _(
            "The answers were not all sent in by the first session, nor all from the last "
            "one on, so nothing in this table is used."
        ),
        _("One wave: before or after."),
        _("Name the wave of the file in the sheet Exports."),
    ),
    "survey-without-items": Entry(
        Severity.FILE_REJECTED,
        _("A survey has none of the programme's questions"),
        _("No column asks a question of the sheet Items."),
        _("At least one question as it is worded in the sheet Items."),
        _(
            "Add the questions to the sheet Items, or declare the file as not used in the "
            "sheet Exports."
        ),
    ),
    "column-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A question is not in the programme workbook"),
        _(
            "This column asks no question of the sheet Items, so its answers are not used; most "
            "alike is {item}, {similarity_pct} % the same."
        ),
        _("A known wording."),
        _(
            "Add it to the sheet Items, as not used if it is not wanted. If it is a known "
            "question in other words, check --propose proposes it in decisions/, where you say yes."
        ),
    ),
    "column-unused": Entry(
        Severity.NOTE,
        _("A column is not used"),
        _("Nothing tells what this column is for, so it is not read."),
        _("Columns whose header says what they hold."),
        _("Nothing, if it is not needed; otherwise give it a header that says what it holds."),
    ),
    "item-asked-twice": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Two columns ask the same question"),
        _("This column asks {item}, as {cell} does already; only {cell} is used."),
        _("One column for each question."),
        _(
            "Give the two questions wordings of their own in the sheet Items, or delete the "
            "column that is wrong."
        ),
    ),
    "wording-changed": Entry(
        Severity.NOTE,
        _("A question was asked in other words"),
        _("{item} was asked in other words than in the sheet Items; its answers are used."),
        _("The same wording from session to session."),
        _("Nothing, if the meaning is the same; the report tells of it."),
    ),
    "item-never-asked": Entry(
        Severity.NOTE,
        _("A question was never asked"),
        _("No export has a column for {item}."),
        _("At least one column with one of its wordings."),
        _("Correct the wording in the sheet Items, or delete the row."),
    ),
    "wording-item-unknown": Entry(
        Severity.NOTE,
        _("A confirmed wording belongs to no question"),
        _("The row names a question that is not in the sheet Items."),
        _("The id of a question in the sheet Items."),
        _("Correct the question's id in this row."),
    ),
    "wording-unused": Entry(
        Severity.NOTE,
        _("A confirmed wording is in no export"),
        _("No export asks {item} in these words."),
        _("The wording as it stands in the header of an export."),
        _("Copy the header from the export into this row, or delete the row."),
    ),
    "column-off-scale": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A column's answers are not on its question's scale"),
        _("{cells} of the {filled} answers to {item} are not on its scale and are not counted."),
        _("One of: {expected}."),
        _(
            "Add the labels that were used to the sheet Scales, or choose the right scale in "
            "the sheet Items."
        ),
    ),
}
