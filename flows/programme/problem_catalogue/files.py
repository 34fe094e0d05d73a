"""Problems of whole files: unreadable, not recognised, empty, in doubt."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

FILES: dict[str, Entry] = {
    "file-empty": Entry(
        Severity.FILE_REJECTED,
        _("The file is empty"),
        _("The file has no rows."),
        _("One header row and at least one row of data."),
        _("Export the file again from the survey tool."),
    ),
}
