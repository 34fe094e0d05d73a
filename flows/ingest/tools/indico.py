"""Indico's surveys: who sent it in and when, then questions headed "Section: Question"."""

from collections.abc import Iterator

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Sheet
from flows.programme.translations import _

TOOL = Tool("Indico")
PRECEDENCE = 10

OWN_HEADERS = {
    "submitter": ColumnRole.NAME,
    "submitter email": ColumnRole.EMAIL,
    "submission date": ColumnRole.SUBMITTED_AT,
}


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first columns are those of Indico."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        own = {
            index: OWN_HEADERS[normalise(text)]
            for index, text in enumerate(texts, 1)
            if normalise(text) in OWN_HEADERS
        }
        if set(own.values()) != set(OWN_HEADERS.values()):
            continue
        parts = question_parts(texts, own, surroundings)
        rows = rows_below(sheet, header.number)
        columns = arrange_columns(header, own, parts, rows, surroundings)
        return Recognition(
            TOOL,
            _("its first columns are those of Indico: Submitter and Submission Date"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
        )
    return None


def question_parts(
    texts: tuple[str, ...], own: dict[int, ColumnRole], surroundings: Surroundings
) -> Iterator[HeaderPart]:
    """Yield each question without its section, which stands before the colon."""
    for index, text in enumerate(texts, 1):
        if index in own or not text.strip():
            continue
        _section, colon, question = plain_text(text).partition(": ")
        if colon and question and not surroundings.asks(text):
            yield HeaderPart(index, question, names=(text,))
        else:
            yield HeaderPart(index, text)
