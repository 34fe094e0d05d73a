"""The catalogue and the validation know the same codes, and what blocks is what falsifies."""

import re
from pathlib import Path

from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.problem_catalogue.answers import ANSWERS
from flows.programme.problems import Severity

STAGE = Path(__file__).resolve().parents[2] / "flows" / "validate"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(STAGE.glob("*.py")))


def test_every_code_is_in_the_catalogue_and_used():
    """A problem without words would stop a run; words without a problem are dead."""
    raised = set(
        re.findall(r'(?:problem\(|code = |repeat_of\(\w+, \w+, |refuse\()\s*"([a-z-]+)"', SOURCE)
    )

    assert raised <= set(CATALOGUE)
    assert {code for code in ANSWERS if f'"{code}"' not in SOURCE} == set()


def test_what_blocks_a_submission():
    """Only what would make a published figure wrong, or must never be published, blocks."""
    blocking = {
        code for code, entry in ANSWERS.items() if entry.severity is Severity.BLOCKS_SUBMISSION
    }

    assert blocking == {
        "column-personal-number",
        "register-personal-number",
        "session-not-planned",
        "session-unknown",
        "wave-unknown",
        "column-unknown",
        "column-of-nobody",
        "column-of-participant-twice",
        "item-asked-twice",
        "column-off-scale",
        "category-unknown",
        "party-unknown",
        "cost-outside-project",
        "more-answers-than-present",
    }
