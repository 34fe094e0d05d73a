"""Problems of whole files: unreadable, not recognised, empty, in doubt."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

REJECTED = Severity.FILE_REJECTED

FILES: dict[str, Entry] = {
    "file-empty": Entry(
        REJECTED,
        _("A file is empty"),
        _("The file has no rows."),
        _("One header row and at least one row of data."),
        _("Export the file again from the survey tool."),
    ),
    "file-has-no-rows": Entry(
        REJECTED,
        _("A file has a header and no rows"),
        _("There is a header row and nothing below it."),
        _("At least one row of data."),
        _("Export again when there are answers, or move the file away."),
    ),
    "file-type-not-read": Entry(
        Severity.NOTE,
        _("A file is no spreadsheet"),
        _("Files of this type are not read."),
        _("xlsx, xlsm, xls, xlsb, ods, csv, tsv or txt."),
        _("Export the data as xlsx or csv, or move the file away."),
    ),
    "file-not-a-spreadsheet": Entry(
        REJECTED,
        _("A file is not what its name says"),
        _("The file's content is not that of a spreadsheet of this type."),
        _("A real spreadsheet file."),
        _("Open it in Excel and save it as xlsx; renaming a file does not convert it."),
    ),
    "file-password-protected": Entry(
        REJECTED,
        _("A file is protected with a password"),
        _("The file is encrypted and cannot be opened."),
        _("A file without password."),
        _("Open it in Excel, remove the password under File, Info, and save."),
    ),
    "file-damaged": Entry(
        REJECTED,
        _("A file is damaged"),
        _("The file could not be opened to its end."),
        _("A whole spreadsheet file."),
        _("Export it again, or open it in Excel, let Excel repair it, and save."),
    ),
    "file-quote-unclosed": Entry(
        REJECTED,
        _("A quotation mark is never closed"),
        _("A cell begins with a quotation mark and swallows the rest of the file."),
        _("Quotation marks in pairs."),
        _("Export the file again, or remove the lone quotation mark with a text editor."),
    ),
    "file-declares-entities": Entry(
        REJECTED,
        _("A workbook holds what no spreadsheet program writes"),
        _("The file's XML declares entities, with which a file can grow without end."),
        _("A workbook as Excel or a survey tool saves it."),
        _("Do not open the file; ask where it came from, and export it again."),
    ),
    "encoding-assumed": Entry(
        Severity.NOTE,
        _("A text file does not say how its letters are written"),
        _("The file is not in UTF-8 and was read as {encoding}."),
        _("Letters such as å, ä and ö that look right in the report."),
        _("If they look wrong, open the file in Excel and save it as CSV UTF-8."),
    ),
    "text-repaired": Entry(
        Severity.NOTE,
        _("Letters in a text file were repaired"),
        _("{count} letters from this line on are not in UTF-8; they were read as Windows-1252."),
        _("One way of writing letters in the whole file."),
        _("Check the line, or export the file again as CSV UTF-8."),
    ),
    "file-not-recognised": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A file is not recognised"),
        _("Nothing tells which tool wrote the table or what it is about."),
        _("An export of a known tool, or a table with the questions of the programme workbook."),
        _("Say what it is in the sheet Exports of programme.xlsx, or move the file away."),
    ),
    "table-not-as-declared": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A file is not what the sheet Exports says"),
        _("No row has the headers of such a table as the sheet Exports says it is."),
        _("A table of that kind, or the number of the row with its headers."),
        _("Correct the sheet Exports in programme.xlsx, or the table's headers."),
    ),
    "declaration-unused": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A row of the sheet Exports fits no file"),
        _("No file, or no sheet of such a file, has the name in this row."),
        _("A name as in the folder; * and ? stand for signs that vary."),
        _("Correct the name, put the file into the folder, or remove the row."),
    ),
    "sheet-hidden": Entry(
        Severity.NOTE,
        _("A hidden sheet is not read"),
        _("The sheet is hidden, and was not read."),
        _("A visible sheet, if it holds data."),
        _("Unhide the sheet if it should be read; otherwise let it be."),
    ),
    "rows-hidden": Entry(
        Severity.NOTE,
        _("Hidden rows are read"),
        _("{count} rows are hidden; they were read all the same."),
        _("The rows that should count, visible."),
        _("Unhide them to see what was read, or delete those that should not count."),
    ),
    "columns-hidden": Entry(
        Severity.NOTE,
        _("Hidden columns are read"),
        _("{count} columns are hidden; they were read all the same."),
        _("The columns that should count, visible."),
        _("Unhide them to see what was read, or delete those that should not count."),
    ),
    "file-link-outside": Entry(
        REJECTED,
        _("A link leads out of the programme folder"),
        _("The name is a link to something outside the folder, and was not followed."),
        _("The file itself."),
        _("Copy the file into the folder."),
    ),
    "file-name-unreadable": Entry(
        REJECTED,
        _("A file name holds signs that cannot be shown"),
        _("The name holds control signs, or is not written as text; the file was not read."),
        _("A name of letters, digits, spaces and ordinary signs."),
        _("Rename the file."),
    ),
    "cells-uncalculated": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Formulas have no value"),
        _("{count} cells hold formulas that were never calculated: {cells}."),
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
    "moments-in-doubt": Entry(
        Severity.NOTE,
        _("Dates cannot be read for certain"),
        _("{count} dates could be read with day or month first, or are no dates."),
        _("Dates that can be read in one way only, such as 2016-01-20."),
        _("Say the date order in the sheet Exports of programme.xlsx."),
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
    "rows-typed-by-hand": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Rows that the survey tool did not write"),
        _(
            "{count} rows lack both the number and the time that the tool writes in every "
            "response; what they answer is counted."
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
        _("{count} responses are unfinished; what they answer is counted."),
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
