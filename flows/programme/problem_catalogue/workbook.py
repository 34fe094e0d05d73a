"""Problems in the programme workbook and in the decisions as files."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

BLOCKS = Severity.BLOCKS_SUBMISSION

WORKBOOK: dict[str, Entry] = {
    "workbook-sheet-missing": Entry(
        BLOCKS,
        _("A sheet is missing in the programme workbook"),
        _("There is no sheet {sheet}."),
        _("The sheets that slutrapport new writes."),
        _("Copy the sheet {sheet} from a new programme workbook and fill it in."),
    ),
    "workbook-sheet-unknown": Entry(
        Severity.NOTE,
        _("A sheet is not known"),
        _("The sheet is not one of the programme workbook's, and was not read."),
        _("The sheets that slutrapport new writes, such as {nearest}."),
        _("Rename the sheet to {nearest} if that is what it holds; otherwise let it be."),
    ),
    "workbook-sheet-extra": Entry(
        Severity.NOTE,
        _("A sheet of your own is not read"),
        _("The sheet is not one of the programme workbook's, and was not read."),
        _("The sheets that slutrapport new writes."),
        _("Nothing, if the sheet holds notes of your own."),
    ),
    "workbook-sheet-twice": Entry(
        BLOCKS,
        _("Two sheets have the same subject"),
        _("The sheet {first} is about the same, and only that one was read."),
        _("One sheet for each subject."),
        _("Remove or rename one of the two sheets."),
    ),
    "workbook-header-missing": Entry(
        BLOCKS,
        _("A sheet has no header row"),
        _("No row of the sheet holds its column titles."),
        _("The titles that slutrapport new writes."),
        _("Copy the header row from a new programme workbook."),
    ),
    "workbook-column-missing": Entry(
        BLOCKS,
        _("A column or field is missing in the programme workbook"),
        _("There is no {column}."),
        _("{column}, which is needed."),
        _("Add it with exactly that title and fill it in."),
    ),
    "workbook-column-unknown": Entry(
        Severity.NOTE,
        _("A column or field is not known"),
        _("The title is not known, and what belongs to it was not read."),
        _("One of the sheet's own titles; the nearest is {nearest}."),
        _("Correct the title, or let it be if it is a note of your own."),
    ),
    "workbook-column-twice": Entry(
        BLOCKS,
        _("Two columns have the same title"),
        _('"{column}" stands in {first} as well; only that column was read.'),
        _("Each title once."),
        _("Remove or rename one of the two columns."),
    ),
    "register-empty": Entry(
        BLOCKS,
        _("Nobody is in the register of participants"),
        _(
            "The sheet has no row of your own, so the report can tell neither who attended nor "
            "how many of the participants answered."
        ),
        _("A row for each participant; a key is enough, without name and address."),
        _(
            "Fill in the participants. If nobody knows who they were, as in an anonymous "
            "course, say so in decisions/acknowledged.xlsx; the report then tells of the "
            "evaluations alone."
        ),
    ),
    "workbook-cell-empty": Entry(
        BLOCKS,
        _("A cell that is needed is empty"),
        _("{column} is empty."),
        _("A value."),
        _("Fill in the cell, or remove the whole row."),
    ),
    "workbook-field-empty": Entry(
        BLOCKS,
        _("A field that is needed is empty"),
        _("{column} is empty."),
        _("A value."),
        _("Fill in the cell in the column Value."),
    ),
    "workbook-example-altered": Entry(
        Severity.NOTE,
        _("An example row has been changed"),
        _("The row begins with the word Example and was not read, but it is not the example."),
        _("Rows of your own, without the word Example."),
        _("Remove the word Example: from the first cell if the row should be read."),
    ),
    "workbook-error-cell": Entry(
        BLOCKS,
        _("A cell shows an error"),
        _("{column} shows {found}."),
        _("A value."),
        _("Correct the formula, or type the value."),
    ),
    "workbook-uncalculated": Entry(
        BLOCKS,
        _("A formula has no value"),
        _("{column} holds a formula that was never calculated."),
        _("A value."),
        _("Open the workbook in Excel, save it and try again."),
    ),
    "workbook-not-a-number": Entry(
        BLOCKS,
        _("A cell is not a number"),
        _("{column} is not a number."),
        _("A number such as 468 000, 0,5 or 80%."),
        _("Type the number only."),
    ),
    "workbook-number-unclear": Entry(
        BLOCKS,
        _("A number can be read in two ways"),
        _("{column} has three digits after a point or comma: thousands or decimals?"),
        _("A number such as 468000 or 468 000."),
        _("Type the number without points and commas."),
    ),
    "workbook-not-a-share": Entry(
        BLOCKS,
        _("A share is not between 0 and 100%"),
        _("{column} is {found}, which is read as {found} times the whole."),
        _("A percentage such as 80%, or a number from 0 to 1."),
        _("Type the number with a percent sign."),
    ),
    "workbook-not-whole": Entry(
        BLOCKS,
        _("A cell is not a whole number"),
        _("{column} is {found}."),
        _("A whole number."),
        _("Type a whole number."),
    ),
    "workbook-negative": Entry(
        BLOCKS,
        _("A number is negative"),
        _("{column} is {found}."),
        _("0 or more."),
        _("Type the number without its minus sign, or correct it."),
    ),
    "workbook-not-a-date": Entry(
        BLOCKS,
        _("A cell is not a date"),
        _("{column} is not a date."),
        _("A date such as 2016-01-20."),
        _("Type the date as year-month-day."),
    ),
    "workbook-date-as-text": Entry(
        Severity.NOTE,
        _("A date is typed as text"),
        _("{column} is text; it was read as {found}."),
        _("A date that Excel knows as a date."),
        _("Check the date. Type it again as year-month-day to make the note go away."),
    ),
    "workbook-not-in-list": Entry(
        BLOCKS,
        _("A cell holds none of the allowed words"),
        _("{column} holds a word that is not known."),
        _("One of: {allowed}."),
        _("Choose one from the cell's list."),
    ),
    "workbook-repeated": Entry(
        BLOCKS,
        _("Something that must be unique stands twice"),
        _("{column} is the same as in row {row}."),
        _("{column} different in each row."),
        _("Change or remove one of the two rows."),
    ),
    "workbook-wording-twice": Entry(
        BLOCKS,
        _("Two items have the same wording"),
        _("The item in row {row} has the same wording in the same form."),
        _("Each wording once in each form: columns are told apart by it."),
        _("Remove one of the items, or make the wordings differ in form and workbook."),
    ),
    "workbook-scale-unknown": Entry(
        BLOCKS,
        _("An item has no scale"),
        _("The item's scale is empty or not on the sheet of scales, so no answer to it counts."),
        _("One of: {known}."),
        _("Type the scale's id, or add the scale."),
    ),
    "workbook-index-too-small": Entry(
        BLOCKS,
        _("An index has too few items"),
        _("The index {index} has {found} items, which say nothing of how they go together."),
        _("{fewest} items or more with the same word."),
        _("Type the word at the other items of the index, or empty the cell."),
    ),
    "workbook-index-mixed": Entry(
        BLOCKS,
        _("The items of an index do not belong together"),
        _("The item differs from the others of the index {index}, or is not answered on a scale."),
        _(
            "Items of one index in the same form, of the answer type scale, on scales with the "
            "same values; one worded the other way round on a scale with the values reversed."
        ),
        _("Empty the cell, or correct the item's form, answer type or scale."),
    ),
    "workbook-scale-without-values": Entry(
        BLOCKS,
        _("A scale has answers without value"),
        _("The scale {scale} has answers with neither value nor missing kind."),
        _("A value for each answer, or the answer type one choice."),
        _("Fill in the values on the sheet of scales."),
    ),
    "workbook-value-and-missing": Entry(
        BLOCKS,
        _("An answer is both a value and missing"),
        _("The row has both a value and a missing kind."),
        _("One of the two."),
        _("Empty one of the two cells."),
    ),
    "workbook-session-unknown": Entry(
        BLOCKS,
        _("A file is declared for a session that does not exist"),
        _("Session {session} is not on the sheet of sessions."),
        _("A session's number."),
        _("Correct the number, or add the session."),
    ),
    "workbook-session-outside-project": Entry(
        BLOCKS,
        _("A session lies outside the project's dates"),
        _("The session's date is {found}."),
        _("A date from {starts} to {ends}."),
        _("Correct the session's date or the project's."),
    ),
    "workbook-ends-before-start": Entry(
        BLOCKS,
        _("The project ends before it starts"),
        _("{column} is earlier than the start, {starts}."),
        _("An end after the start."),
        _("Correct one of the two dates."),
    ),
    "workbook-email-malformed": Entry(
        Severity.NOTE,
        _("An e-mail address is not complete"),
        _("{column} does not have the shape of an address."),
        _("name@organisation.se"),
        _("Correct the address: answers are linked by it."),
    ),
    "file-misplaced": Entry(
        Severity.NOTE,
        _("A file stands where nothing is read"),
        _("The file is in none of the folders that are read, and was not used."),
        _("Exports in sessions/ or exports/, prose in texts/, decisions in decisions/."),
        _("Move the file to the folder where it belongs, or let it be if it is a note."),
    ),
    "decision-cell-empty": Entry(
        Severity.NOTE,
        _("A decision is not complete"),
        _("{column} is empty, so the decision has no effect."),
        _("{column} filled in."),
        _("Fill in the cell, or remove the row."),
    ),
    "decision-file-unknown": Entry(
        Severity.NOTE,
        _("A file of decisions is not known"),
        _("The file is none of the decisions' files, and was not read."),
        _("A name that begins with wording, people, acknowledged, quotes or themes."),
        _("Rename the file, or move it away."),
    ),
}
