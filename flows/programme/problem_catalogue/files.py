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
    "file-too-large": Entry(
        REJECTED,
        _("A file is too large"),
        _("The file is larger than what is read: 50 MB, or 500 MB unpacked."),
        _("A file within these limits."),
        _("Remove pictures and unused sheets, or split the file."),
    ),
    "file-takes-too-long": Entry(
        REJECTED,
        _("A file takes too long to read"),
        _("The file was not read within a minute."),
        _("A file that opens quickly."),
        _("Copy the table into a new workbook and save that instead."),
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
    "row-is-a-sum": Entry(
        Severity.ROW_EXCLUDED,
        _("A row is a sum"),
        _("The row adds up the rows above it."),
        _("Rows of data."),
        _("Nothing needs to be done: sums are left out."),
    ),
    "row-is-a-heading": Entry(
        Severity.ROW_EXCLUDED,
        _("A row is a heading"),
        _("The row is a heading merged across the table."),
        _("Rows of data."),
        _("Nothing needs to be done: headings are left out."),
    ),
}
