"""Problems of the texts as files: misnamed, missing, not plain text."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

TEXTS: dict[str, Entry] = {
    "text-unknown": Entry(
        Severity.NOTE,
        _("A text belongs to no section"),
        _("The file's name is not a section's, and the text was not read."),
        _("A name such as {nearest}.sv.md."),
        _("Rename the file to the section it is for."),
    ),
    "text-not-markdown": Entry(
        Severity.NOTE,
        _("A text is not plain text"),
        _("Only files whose names end in .md are read as texts."),
        _("A plain text file with a name such as {nearest}.sv.md."),
        _("Copy the words into such a file; renaming this one is not enough."),
    ),
    "text-help-unclosed": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A help text has no end"),
        _("The text has <!-- without --> after it, so what follows would be printed."),
        _("--> after each help text, or no help text at all."),
        _("Add --> where the help ends, or remove the help text and its <!--."),
    ),
    "text-not-utf-8": Entry(
        Severity.NOTE,
        _("A text is not in UTF-8"),
        _("The text was read as Windows-1252."),
        _("UTF-8."),
        _("Check å, ä and ö in the report; save the text as UTF-8."),
    ),
    "text-missing": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A text is missing"),
        _("The text {file} is missing or empty."),
        _("A text for each section of the summary, for deviations and for lessons."),
        _("Write the text; slutrapport new shows what each one is for."),
    ),
}
