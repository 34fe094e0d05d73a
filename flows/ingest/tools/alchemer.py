"""Alchemer, formerly SurveyGizmo: times and a status first, options before their question.

"Other - Write In:How do you run it?" is an option of the question after the colon.
"""

import re
from collections.abc import Iterator
from functools import partial

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Alchemer")
PRECEDENCE = 10

OWN_HEADERS = {
    "response id": ColumnRole.RESPONSE_ID,
    "time started": ColumnRole.STARTED_AT,
    "date started": ColumnRole.STARTED_AT,
    "date submitted": ColumnRole.SUBMITTED_AT,
    "status": ColumnRole.TOOL,
    "contact id": ColumnRole.PERSONAL,
    "legacy comments": ColumnRole.PERSONAL,
    "comments": ColumnRole.PERSONAL,
    "language": ColumnRole.TOOL,
    "referer": ColumnRole.TOOL,
    "extended referer": ColumnRole.TOOL,
    "sessionid": ColumnRole.PERSONAL,
    "user agent": ColumnRole.PERSONAL,
    "extended user agent": ColumnRole.PERSONAL,
    "tags": ColumnRole.TOOL,
    "link name": ColumnRole.TOOL,
    "ip address": ColumnRole.PERSONAL,
    "longitude": ColumnRole.PERSONAL,
    "latitude": ColumnRole.PERSONAL,
    "country": ColumnRole.PERSONAL,
    "city": ColumnRole.PERSONAL,
    "state/region": ColumnRole.PERSONAL,
    "postal": ColumnRole.PERSONAL,
}
MARKS = {"time started", "date submitted", "status"}
FINISHED = "complete"
LABELLED = re.compile(r"(.+?)::?(\S.*)", re.DOTALL)


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its header has the times and the status of Alchemer."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        index_of = {normalise(text): index for index, text in enumerate(texts, 1)}
        if not index_of.keys() >= MARKS:
            continue
        first_question = max(index_of[mark] for mark in MARKS)
        own = {
            index: OWN_HEADERS[key]
            for key, index in index_of.items()
            if key in OWN_HEADERS and (index <= first_question or not surroundings.asks(key))
        }
        parts = question_parts(texts, own)
        rows = rows_below(sheet, header.number)
        columns = arrange_columns(header, own, parts, rows, surroundings)
        return Recognition(
            TOOL,
            _("its header has the columns of Alchemer: Time Started, Date Submitted and Status"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            is_partial=partial(is_unfinished, status=index_of["status"]),
        )
    return None


def question_parts(texts: tuple[str, ...], own: dict[int, ColumnRole]) -> Iterator[HeaderPart]:
    """Yield each column's question; what stands before a colon is a label where others share it."""
    shown = {index: plain_text(text) for index, text in enumerate(texts, 1) if index not in own}
    ends = [normalise(end) for text in shown.values() if (end := question_after_colon(text))]
    wholes = {normalise(text) for text in shown.values()}
    for index, text in shown.items():
        end = question_after_colon(text)
        is_shared = normalise(end) in wholes or ends.count(normalise(end)) > 1
        if end and is_shared:
            label = text.removesuffix(end).rstrip(":")
            yield HeaderPart(index, end, label, (text,))
        elif text:
            yield HeaderPart(index, text)


def question_after_colon(text: str) -> str:
    """Return the question behind the label and the colon of a header, or ""."""
    labelled = LABELLED.fullmatch(text)
    return labelled[2] if labelled else ""


def is_unfinished(row: Row, status: int) -> bool:
    """Tell whether the respondent never came to the end of the form."""
    return normalise(text_of(row.value_at(status))) != FINISHED
