"""Problems between files: what should agree and does not."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

AGREEMENT: dict[str, Entry] = {
    "more-answers-than-present": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("More people evaluated a session than were there"),
        _("Session {session} has {answers} evaluations and {present} participants present."),
        _("At most one evaluation from each participant present."),
        _("Check the attendance of the session, and that the file is in the right folder."),
    ),
    "answered-but-absent": Entry(
        Severity.NOTE,
        _("Somebody evaluated a session without being there"),
        _(
            "The participant is marked as absent, in {cell} of {file}; both are counted as "
            "they stand."
        ),
        _("Evaluations from those who were present."),
        _("Correct the attendance if the participant was there."),
    ),
    "session-not-evaluated": Entry(
        Severity.NOTE,
        _("A session has no evaluation"),
        _("No evaluation of session {session} is used."),
        _("An export with answers in the folder of the session."),
        _("Put the export there; if there was no evaluation, say so in the text on deviations."),
    ),
    "session-not-marked": Entry(
        Severity.NOTE,
        _("A session has no attendance"),
        _("No attendance list has a mark for session {session}."),
        _("A mark for each participant who was there."),
        _("Fill in the session in the attendance list."),
    ),
    "quote-not-found": Entry(
        Severity.NOTE,
        _("An approved quote is in no answer"),
        _("Nobody wrote these words, so they are not printed."),
        _("The words of an answer, letter by letter."),
        _("Copy the quote from the export, or delete the row."),
    ),
    "quote-names-somebody": Entry(
        Severity.NOTE,
        _("An approved quote may point at somebody"),
        _("It holds a name, a workplace, an address or a number, so it is not printed."),
        _("A quote that points at nobody, or a second person's word that it may be printed."),
        _("Choose other words, or let a second person answer yes beside the quote."),
    ),
}
