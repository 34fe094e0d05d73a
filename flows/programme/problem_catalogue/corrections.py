"""Problems of corrected files: which of them is read instead of which."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

CORRECTIONS: dict[str, Entry] = {
    "correction-outdated": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A correction is older than its original"),
        _("{file} has changed since this correction of it was made, so only {file} is read."),
        _("A correction of the file as it is now."),
        _(
            "Make the report again, correct the file in its new correction workbook, and move "
            "this one away."
        ),
    ),
    "corrections-compete": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Two corrections of one file contradict each other"),
        _("This file and {other} both correct {file}; only {file} itself is read."),
        _("One correction of each file."),
        _("Keep the one that is right, and move the other away."),
    ),
    "correction-left-out": Entry(
        Severity.NOTE,
        _("An earlier correction is left out"),
        _("{other} corrects {file} as well, and is read instead."),
        _("One correction of each file."),
        _("Nothing needs to be done; this file may be moved away."),
    ),
    "correction-without-original": Entry(
        Severity.NOTE,
        _("A corrected file stands without its original"),
        _("{file} is gone, so only changes of the marked cells can be told."),
        _("The original beside its correction."),
        _("Put the original back where it was, unchanged; it is not counted twice."),
    ),
}
