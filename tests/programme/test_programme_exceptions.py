"""What stops a run is said in one sentence, in the reader's language."""

import copy

from flows.programme.exceptions import ProgrammeNotFoundError, WorkbookUnreadableError
from flows.programme.languages import Language
from flows.programme.translations import translate


def test_a_name_is_never_translated():
    """A programme called like a word of the catalogue keeps its name in every language."""
    stopped = ProgrammeNotFoundError(folder="inputs/missing", name="missing")

    assert translate("missing", Language.SV) != "missing"
    assert stopped.in_language(Language.SV).endswith("slutrapport new missing")


def test_a_reason_is_translated_with_its_sentence():
    """The reason is a message of its own and speaks the sentence's language."""
    reason = "none of its sheets is known."
    stopped = WorkbookUnreadableError(file="programme.xlsx", reason=reason)

    assert reason in stopped.in_language(Language.EN)
    assert translate(reason, Language.SV) in stopped.in_language(Language.SV)
    assert translate(reason, Language.SV) != reason


def test_a_stop_crosses_a_process_with_its_values():
    """Taken apart and made again, as pickling does, it says the same sentence."""
    stopped = ProgrammeNotFoundError(folder="inputs/a", name="a")

    assert str(copy.deepcopy(stopped)) == str(stopped)
