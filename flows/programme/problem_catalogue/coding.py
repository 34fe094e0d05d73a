"""Problems of approved quotes and of coding: words that changed, and themes nobody knows."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

CODING: dict[str, Entry] = {
    "quote-text-changed": Entry(
        Severity.NOTE,
        _("The answer behind an approved quote has changed"),
        _("No answer has the id beside the quote any more, so it is not printed."),
        _("The answer as it was when the quote was approved."),
        _(
            "Read the answer again, and copy its new id from decisions/themes.xlsx, or delete "
            "the row."
        ),
    ),
    "quote-not-bound": Entry(
        Severity.NOTE,
        _("A part of an answer is approved without the answer"),
        _(
            "The quote is a part of an answer, and nothing tells of which; it is not printed, "
            "because what stands around it might change."
        ),
        _("The id of the answer beside the quote, or the whole answer."),
        _("Copy the answer's id from decisions/themes.xlsx, which check --propose makes."),
    ),
    "theme-listed-twice": Entry(
        Severity.NOTE,
        _("A theme stands twice in the list"),
        _("The id or the name is that of the theme in row {row} of {file}, which is used."),
        _("One row for each theme, with an id and names of its own."),
        _("Give the theme another id or name, or delete the row."),
    ),
    "theme-unknown": Entry(
        Severity.NOTE,
        _("A theme is not in the list"),
        _("The sheet Themes has no such theme, so it is not counted."),
        _("An id or a name of the sheet Themes."),
        _("Choose a theme from the list, or add it to the sheet Themes."),
    ),
    "coding-text-changed": Entry(
        Severity.NOTE,
        _("A coded comment has changed"),
        _("Other words stand in its cell now, so the themes of this row are not counted."),
        _("The comment as it was when it was coded."),
        _("Code the new words: check --propose makes a row for them. Then delete this row."),
    ),
    "coding-text-gone": Entry(
        Severity.NOTE,
        _("A coded comment is no longer there"),
        _("No export holds it any more, so the themes of this row are not counted."),
        _("A comment that stands in an export."),
        _("Nothing, if the comment was to go; otherwise put the export back."),
    ),
    "coding-row-mixed": Entry(
        Severity.NOTE,
        _("A row of the coding workbook does not hold together"),
        _("The id is not that of these words and this question, so its themes are not counted."),
        _("The id, the comment and the item id as check --propose wrote them."),
        _("Undo the change; if only some of the columns were sorted, sort them all together."),
    ),
    "coding-contradictory": Entry(
        Severity.NOTE,
        _("A comment is coded in two ways"),
        _("Another row gives the same comment other themes, so neither is counted."),
        _("One row for each comment, or the same themes in both."),
        _("Delete one of the rows, or correct its themes."),
    ),
    "coding-second-alone": Entry(
        Severity.NOTE,
        _("Only the second coder has read a comment"),
        _("Comments that the first coder has not read: {count}. Their themes are not counted."),
        _("The first coder's themes, which are the ones that are counted."),
        _("If one person alone has coded, move the themes to the columns of the first coder."),
    ),
    "coding-incomplete": Entry(
        Severity.NOTE,
        _("Not every comment is coded"),
        _("Comments without a theme: {count}. The themes are counted of the others."),
        _("A theme for each comment; one such as Other takes what fits nowhere."),
        _("Code the rest: check --propose makes a row for each comment that has none."),
    ),
    "decision-sheet-extra": Entry(
        Severity.NOTE,
        _("A sheet of your own is not read"),
        _("The sheet is neither the list of themes nor that of comments, and was not read."),
        _("The sheets that check --propose writes, under their own names."),
        _("Nothing, if the sheet holds notes of your own; otherwise give it its name back."),
    ),
}
