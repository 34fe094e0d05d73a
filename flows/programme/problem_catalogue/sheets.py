"""Problems of sheets and their rows: hidden, in doubt, going on elsewhere, without responses."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

SHEETS: dict[str, Entry] = {
    "sheet-hidden": Entry(
        Severity.NOTE,
        _("A hidden sheet is not read"),
        _("The sheet is hidden, and was not read."),
        _("A visible sheet, if it holds data."),
        _("Unhide the sheet if it should be read; otherwise let it be."),
    ),
    "hidden-not-told": Entry(
        Severity.NOTE,
        _("What is hidden in a file cannot be told"),
        _("Cells with an error look like empty ones here, and hidden rows like any others."),
        _("A file that tells of them, such as an xlsx."),
        _("Open the file in Excel and save it as xlsx, if it may have any."),
    ),
    "rows-hidden": Entry(
        Severity.NOTE,
        _("Hidden rows are read"),
        _("Hidden rows, which were read all the same: {count}."),
        _("The rows that should count, visible."),
        _("Unhide them to see what was read, or delete those that should not count."),
    ),
    "columns-hidden": Entry(
        Severity.NOTE,
        _("Hidden columns are read"),
        _("Hidden columns, which were read all the same: {count}."),
        _("The columns that should count, visible."),
        _("Unhide them to see what was read, or delete those that should not count."),
    ),
    "cells-uncalculated": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Formulas have no value"),
        _("Cells with formulas that were never calculated: {count} ({cells})."),
        _("Cells that show a value."),
        _("Open the file in Excel, save it and try again."),
    ),
    "headers-collide": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Two columns have the same header"),
        _("The header is the same as that of {first}."),
        _("A header of its own for each question."),
        _("Rename one of the two, in the form if you can."),
    ),
    "column-without-header": Entry(
        Severity.NOTE,
        _("A column has no header"),
        _("The column has values but no header, and was not read."),
        _("A header that says what the column is."),
        _("Give it a header if it should be read; otherwise let it be."),
    ),
    "column-of-no-session": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A column of attendance belongs to no session"),
        _("The header is a date or a number that no session has, so the column is not read."),
        _("The number or the date of a session, as in the sheet Sessions."),
        _("Correct the header, or the sheet Sessions in programme.xlsx."),
    ),
    "marks-not-read": Entry(
        Severity.NOTE,
        _("Marks stand in a column that is not read"),
        _("The column holds marks like those of attendance, but its header names no session."),
        _("The number or the date of a session, as in the sheet Sessions."),
        _("Write the session's number in the header if it is attendance; otherwise let it be."),
    ),
    "attendance-in-hours": Entry(
        Severity.NOTE,
        _("An attendance list counts time"),
        _(
            "The cells are hours, minutes or days; whoever has more than none at a session was "
            "there."
        ),
        _("Time at each session, 0 or nothing for whoever was not there."),
        _("Nothing, if that is right; otherwise mark the absent with 0."),
    ),
    "attendance-of-those-who-came": Entry(
        Severity.NOTE,
        _("An attendance list names only those who came"),
        _(
            "No row says that anybody was absent, so whoever the list does not name at one of "
            "its sessions was not there."
        ),
        _("A row for everybody who came, at each session."),
        _("Nothing, if that is right; otherwise add the rows that are missing."),
    ),
    "attendance-without-marks": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A list of people and sessions does not say who was there"),
        _("Most cells of the list are neither marks of attendance nor told to be time."),
        _(
            "Marks such as x, 1 or ja; or time, with the word timmar or minuter in a title or "
            "a header."
        ),
        _(
            "Write what the cells are above them. If they are attendance, say so in the sheet "
            "Exports, and any number above 0 counts as present."
        ),
    ),
    "attendance-without-presence": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A list of people and sessions has no column for who was there"),
        _("People are listed at sessions, and nothing says whether they were there."),
        _("A column such as Närvarande, with ja and nej."),
        _(
            "Add the column. If the list names only those who came, say in the sheet Exports "
            "that it is attendance."
        ),
    ),
    "attendance-layout-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("People and sessions stand in a layout that is not known"),
        _("The sheet names participants and sessions; who was there cannot be told from it."),
        _("A row for each person and a column for each session, with x where somebody was there."),
        _(
            "Put it into such a table, with Namn above the people and Träff 1, Träff 2 and so on "
            "above the marks; or declare the file as not used in the sheet Exports."
        ),
    ),
    "attendance-block-of-no-session": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("One of several lists on a sheet names no session"),
        _(
            "Attendance lists stand below each other, and nothing here names one session of "
            "the programme, so none of them is read."
        ),
        _("Above each list the number or the date of its session, as in the sheet Sessions."),
        _("Write it in a cell above the list, such as Träff 2, or correct what stands here."),
    ),
    "attendance-blocks-differ": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("One of several lists on a sheet is kept in another way than the others"),
        _(
            "Attendance lists stand below each other, and what stands here fits none of their "
            "columns, so none of them is read."
        ),
        _("The same columns in each list, and each person in a row of their own."),
        _(
            "Use the columns of the first list everywhere, and write who was there or not in a "
            "column such as Närvarande, with ja and nej."
        ),
    ),
    "moments-in-doubt": Entry(
        Severity.NOTE,
        _("Dates cannot be read for certain"),
        _("Cells whose date could be read with day or month first, or is none: {count}."),
        _("Dates that can be read in one way only, such as 2016-01-20."),
        _(
            "Type the date as year-month-day; where a whole column writes them so, say the date "
            "order in the sheet Exports of programme.xlsx."
        ),
    ),
    "sheet-joined": Entry(
        Severity.NOTE,
        _("A table goes on in another sheet"),
        _(
            "The columns of this sheet were put behind those of the sheet {sheet}: the key of "
            "each respondent stands in both."
        ),
        _("The same respondents in both sheets."),
        _("Nothing."),
    ),
    "sheet-joined-by-number": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A table goes on in another sheet without the respondents' keys"),
        _(
            "The sheet holds further answers of the respondents of the sheet {sheet} and no "
            "column of it, so each row was taken to be the same respondent's as the row of the "
            "same number there."
        ),
        _("Both sheets in the order in which the tool wrote them."),
        _(
            "If nobody sorted or deleted rows in one of them, say so in "
            "decisions/acknowledged.xlsx; otherwise export again."
        ),
    ),
    "sheet-continues-another": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A table goes on in another sheet that cannot be joined to it"),
        _(
            "The sheet holds further answers of the respondents of the sheet {sheet}, but not "
            "of the same ones, and was not read."
        ),
        _("The same respondents in both sheets, each with a key of their own."),
        _("Export again; as csv, all columns are in one table."),
    ),
    "sheet-repeats-part": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A sheet holds a part of the form that could be answered several times"),
        _("Each response of {sheet} may have several rows here, so none of them is read."),
        _("One row for each response."),
        _(
            "Declare it as not used in the sheet Exports, or put what you need of it into the "
            "row of each response."
        ),
    ),
    "rows-typed-by-hand": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Rows that the survey tool did not write"),
        _(
            "Rows without the number and the time that the tool writes in every response, of "
            "which what they answer is counted: {count}."
        ),
        _("Responses as the tool wrote them."),
        _(
            "Delete the row if it is a sum or a mean; if somebody typed a response there, say "
            "so in decisions/acknowledged.xlsx."
        ),
    ),
    "sheet-explains-another": Entry(
        Severity.NOTE,
        _("A sheet belongs to another one"),
        _("The sheet explains or sums up the sheet {sheet}; it holds no responses of its own."),
        _("The responses in the sheet {sheet}."),
        _("Nothing needs to be done."),
    ),
    "table-without-responses": Entry(
        Severity.FILE_REJECTED,
        _("A table describes or sums up answers"),
        _("The table lists questions or counts answers; no row of it is somebody's response."),
        _("The responses themselves, one row for each."),
        _(
            "Export the responses from the tool, or declare this file as not used in the sheet "
            "Exports."
        ),
    ),
    "responses-partial": Entry(
        Severity.NOTE,
        _("Some responses were never finished"),
        _("Unfinished responses, of which what they answer is counted: {count}."),
        _("Responses that were sent in."),
        _("Nothing needs to be done: the report tells complete and partial responses apart."),
    ),
    "row-is-a-test": Entry(
        Severity.ROW_EXCLUDED,
        _("A row is a test"),
        _("The tool says that the response was made to try the form."),
        _("Rows of respondents."),
        _("Nothing needs to be done: tests are left out."),
    ),
    "row-joins-again": Entry(
        Severity.ROW_EXCLUDED,
        _("Somebody joined the meeting again"),
        _("The row is another visit of somebody whom the meeting's list names already."),
        _("One row for each person."),
        _("Nothing needs to be done: a person counts once."),
    ),
    "row-of-another-block": Entry(
        Severity.ROW_EXCLUDED,
        _("A row belongs to another part of the report"),
        _("The row stands below the list of participants, in a part that repeats or sums it up."),
        _("Rows of the list."),
        _("Nothing needs to be done: the list is read."),
    ),
    "row-is-a-sum": Entry(
        Severity.ROW_EXCLUDED,
        _("A row is a sum"),
        _("The row adds up the rows above it, or is their mean."),
        _("Rows of data."),
        _("Nothing needs to be done: sums are left out."),
    ),
    "row-is-a-heading": Entry(
        Severity.ROW_EXCLUDED,
        _("A row is a heading"),
        _("The row is a heading across the table, or the header once more."),
        _("Rows of data."),
        _("Nothing needs to be done: headings are left out."),
    ),
}
