"""`trace`: one number of evidence and what it leads back to. Counts again only what has changed."""

import re
from dataclasses import dataclass

from flows.aggregate.evidence import EvidenceRow, number_evidence
from flows.chain.stages import Request, conclude, examine, read
from flows.programme.exceptions import EvidenceUnknownError
from flows.programme.languages import Language
from flows.render.figures import anchor_of
from flows.render.translation_checks import languages_of_report
from flows.submit.latest_figures import read_latest_figures
from flows.validate.dataset import Dataset

TYPED = re.compile(r"\s*E?\s*(\d{1,9})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TracedEvidence:
    """A row of evidence, the dataset that it was counted from, and the reader's language."""

    row: EvidenceRow
    dataset: Dataset
    language: Language


def trace_evidence(request: Request, number: str) -> TracedEvidence:
    """Return the row of evidence that `number` names: "E17", "e 17", "017" or "17".

    The figures are those of the newest run where it was made from the same inputs, else they
    are counted anew. Raises EvidenceUnknownError, or what stops a report.
    """
    examination = examine(read(request))
    reading, dataset = examination.reading, examination.dataset
    outputs = request.outputs / reading.folder.name
    indicators = read_latest_figures(outputs, reading.inputs, reading.earlier)
    if indicators is None:
        indicators = conclude(examination, request).indicators
    rows = number_evidence(dataset.programme, indicators).rows
    typed = TYPED.fullmatch(number)
    for row in rows:
        if typed and row.number == int(typed[1]):
            language = request.language or languages_of_report(dataset.programme, reading.texts)[0]
            return TracedEvidence(row, dataset, language)
    raise EvidenceUnknownError(number=number, last=anchor_of(rows[-1].number))
