"""The programme's earlier submissions: what they have told, and cannot take back."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.aggregate.earlier_figures import EarlierFigures, read_earlier_figures
from flows.programme.exceptions import SubmissionUnreadableError
from flows.submit.manifest import MANIFEST, HashedFile, describe_inputs

SUBMISSIONS = "submissions"
INDICATORS = "indicators.json"


@dataclass(frozen=True, slots=True)
class EarlierSubmission:
    """One submission that was made from other inputs: its indicators and their file's hash."""

    run: str
    indicators_sha256: str
    figures: EarlierFigures


def read_earlier_submissions(
    outputs: Path, inputs: Iterable[HashedFile]
) -> tuple[EarlierSubmission, ...]:
    """Return the submissions of the programme with the folder `outputs`, by their runs.

    One made from these very `inputs` is no earlier one: it tells what is told now. Raises
    SubmissionUnreadableError where one cannot be read.
    """
    folders = sorted(path.parent for path in (outputs / SUBMISSIONS).glob(f"[!.]*/{MANIFEST}"))
    return tuple(submission for folder in folders for submission in read_submission(folder, inputs))


def read_submission(folder: Path, inputs: Iterable[HashedFile]) -> Iterator[EarlierSubmission]:
    """Yield what the submission in `folder` has told, if other inputs than `inputs` made it."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["made_from"]["inputs"] == describe_inputs(inputs):
            return
        content = (folder / INDICATORS).read_bytes()
        figures = read_earlier_figures(content.decode())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SubmissionUnreadableError(folder=folder.as_posix()) from error
    yield EarlierSubmission(folder.name, sha256(content).hexdigest(), figures)
