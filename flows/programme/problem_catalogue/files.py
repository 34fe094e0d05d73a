"""Problems of whole files: unreadable, not recognised, empty, not what they are said to be."""

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
        _(
            "Letters from this line on that are not in UTF-8 and were read as Windows-1252: "
            "{count}."
        ),
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
}
