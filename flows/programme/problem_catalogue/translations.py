"""Problems of a report in more than one language: what one of them lacks."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

TRANSLATIONS: dict[str, Entry] = {
    "translation-missing": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A text of the programme workbook is not translated"),
        _("The row has a text that is missing in the language “{language}” of the report."),
        _("The same text in each language in which the report is made."),
        _("Fill in the column or the field for that language."),
    ),
    "text-untranslated": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A text is not translated"),
        _("The text has no counterpart in the report’s other language."),
        _("The same section in {file}."),
        _("Write it there, or remove every text in that language to report in one language."),
    ),
    "words-untranslated": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Words of the programme are not translated"),
        _("These words have no counterpart in the other language: {words}."),
        _("A row for each of them in the sheet Words, in both languages."),
        _("Add the rows; copy the sheet from a new programme workbook if there is none."),
    ),
}
