"""What the newest run has told, for whoever asks after one of its figures."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from flows.aggregate.indicator_file import read_indicators
from flows.aggregate.indicators import Indicator
from flows.submit.earlier_submissions import INDICATORS, EarlierSubmission
from flows.submit.manifest import MANIFEST, HashedFile, describe_earlier, describe_inputs, hash_code
from flows.submit.run_folder import find_latest


def read_latest_figures(
    outputs: Path, inputs: Iterable[HashedFile], earlier: Iterable[EarlierSubmission]
) -> tuple[Indicator, ...] | None:
    """Return the indicators of the newest run under `outputs`, the programme's own folder.

    None where there is no run, where it was made from other inputs, after other submissions or
    by another version of the program, or where somebody changed its file: then only counting
    again tells.
    """
    folder = find_latest(outputs)
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        content = (folder / INDICATORS).read_bytes()
        made_from = manifest["made_from"]
        written = {row["file"]: row["sha256"] for row in manifest["outputs"]}
        is_current = (
            made_from["inputs"] == describe_inputs(inputs)
            and made_from["earlier_submissions"]
            == describe_earlier((each.run, each.indicators_sha256) for each in earlier)
            and made_from["code_sha256"] == hash_code()
            and written[INDICATORS] == sha256(content).hexdigest()
        )
        return read_indicators(content.decode()) if is_current else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
