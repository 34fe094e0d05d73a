"""Problems of what a person is asked to decide: what may be the same, and the answers."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

PROPOSALS: dict[str, Entry] = {
    "respondent-misspelt": Entry(
        Severity.NOTE,
        _("Somebody may be misspelt"),
        _("Characters that differ from row {row} of the sheet Participants: {differences}."),
        _("The same spelling as in the sheet Participants."),
        _(
            "Correct the cell, or say in decisions/people.xlsx, which check --propose fills in, "
            "whether it is the same person; nobody is joined by a guess."
        ),
    ),
    "code-misspelt": Entry(
        Severity.NOTE,
        _("A self-made code may be misspelt"),
        _(
            "No code of the other wave is the same. Characters that differ from the code in "
            "{cell} of {file}: {differences}."
        ),
        _("The same code before and after."),
        _(
            "Say in decisions/people.xlsx, which check --propose fills in, whether it is the "
            "same person; nobody is joined by a guess."
        ),
    ),
    "decision-open": Entry(
        Severity.NOTE,
        _("A proposal is not answered"),
        _("Nobody has answered yes or no in this row, so it has no effect."),
        _("yes or no."),
        _("Choose yes or no in the row."),
    ),
    "decision-contradictory": Entry(
        Severity.NOTE,
        _("Two decisions contradict each other"),
        _("Another row says yes to something else for the same text, so neither has any effect."),
        _("One yes for each text."),
        _("Choose no in the row that is wrong."),
    ),
    "match-meant-unknown": Entry(
        Severity.NOTE,
        _("A decision about a person means nobody"),
        _("The row names no participant's key and no code of another response."),
        _("A key of the sheet Participants, or a code as it was written elsewhere."),
        _("Correct the key in the row, or delete the row."),
    ),
    "match-unused": Entry(
        Severity.NOTE,
        _("A decision about a person is not needed"),
        _("No export has anybody spelt in this way."),
        _("A spelling that stands in an export."),
        _("Nothing, if the spelling was corrected in the export; otherwise copy it from there."),
    ),
}
