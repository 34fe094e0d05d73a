"""Proposals put into decisions/, where a person answers them with yes or no."""

from pathlib import Path

from flows.programme.folder import DECISIONS, ProgrammeFolder
from flows.programme.languages import Language
from flows.submit.proposal_workbooks import make_proposal_workbooks
from flows.submit.run_folder import own_turn
from flows.validate.proposals import Proposals


def put_proposals(
    proposals: Proposals, folder: ProgrammeFolder, language: Language
) -> tuple[Path, ...]:
    """Write a workbook for each kind of proposal into decisions/, and return where they are.

    They stand beside what is there; nothing is overwritten, and what already waits for an
    answer is not proposed again. Raises OutputNotWritableError.
    """
    documents = make_proposal_workbooks(proposals, folder.decisions, language)
    written = tuple(folder.root / document.name for document in documents)
    with own_turn(folder.root / DECISIONS):
        for path, document in zip(written, documents, strict=True):
            with path.open("xb") as file:
                file.write(document.content)
    return written
