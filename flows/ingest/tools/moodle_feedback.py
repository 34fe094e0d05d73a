"""Moodle's activity Feedback: who and when, then a column for each question.

Its dates are written out: "Tuesday, 24 November 2026, 6:42 PM". An anonymous one begins with
the number of the response.
"""

import re
from collections.abc import Iterator

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Companion, Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.timestamps import is_written_out
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Moodle Feedback")
PRECEDENCE = 20

RESPONSE_NUMBER = (
    "anonymous response number",
    "response number",
    "anonymt svarsnummer",
    "svarsnummer",
    "svar nummer",
    "svarnummer",
)
DATE_HEADERS = ("date", "datum", "dato", "päivämäärä", "päiväys")
OWN_HEADERS = {
    ColumnRole.RESPONSE_ID: RESPONSE_NUMBER,
    ColumnRole.NAME: ("user full name", "full name", "fullständigt namn", "fullt navn"),
    ColumnRole.TOOL: ("groups", "grupper", "ryhmät", "course", "kurs", "id number", "id-nummer"),
    ColumnRole.SUBMITTED_AT: DATE_HEADERS,
}
COUNT = re.compile(r"[^:]+: \d+")
"""A line above the sums of all responses: "Submitted answers: 14", "Questions: 5"."""

LABELLED = re.compile(r"\((?P<label>[^()]+)\)\s+(?P<question>\S.*)", re.DOTALL)


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if it has dates written out, or numbers of responses.

    What the page Analysis exports sums the responses up and holds none.
    """
    if sums_responses_up(sheet):
        return Companion()
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        rows = rows_below(sheet, header.number)
        date_column = find_date_column(texts, rows)
        is_anonymous = normalise(texts[0]) in RESPONSE_NUMBER
        if not date_column and not is_anonymous:
            continue
        own = dict(own_columns(texts, date_column, surroundings))
        if not {ColumnRole.NAME, ColumnRole.EMAIL, ColumnRole.RESPONSE_ID} & set(own.values()):
            continue
        columns = arrange_columns(header, own, question_parts(texts, own), rows, surroundings)
        return Recognition(
            TOOL,
            _("it has dates written out or numbers of responses, as Moodle Feedback does"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
        )
    return None


def sums_responses_up(sheet: Sheet) -> bool:
    """Tell whether the sheet begins with a date written out and two counts below it."""
    date, *counts = [text_of(row.value_at(1)) for row in sheet.rows[:3]] or [""]
    return is_written_out(date) and bool(counts) and all(map(COUNT.fullmatch, counts))


def find_date_column(texts: tuple[str, ...], rows: Rows) -> int:
    """Return the column of dates that are written out with their weekday, 0 where none is."""
    for index, text in enumerate(texts, 1):
        if normalise(text) not in DATE_HEADERS:
            continue
        dates = rows.column(index)
        if dates and all(map(is_written_out, dates)):
            return index
    return 0


def own_columns(
    texts: tuple[str, ...], date_column: int, surroundings: Surroundings
) -> Iterator[tuple[int, ColumnRole]]:
    """Yield what the columns up to the date are for, which tell who answered and when."""
    for index, text in enumerate(texts[: date_column or 1], 1):
        role = role_of(text, OWN_HEADERS) or role_of(text, PERSON_HEADERS)
        if role and not surroundings.asks(text):
            yield index, role


def question_parts(texts: tuple[str, ...], own: dict[int, ColumnRole]) -> Iterator[HeaderPart]:
    """Yield each question without the label in brackets that its maker gave it."""
    for index, text in enumerate(texts, 1):
        if index in own or not text.strip():
            continue
        labelled = LABELLED.fullmatch(plain_text(text))
        if labelled:
            yield HeaderPart(index, labelled["question"], names=(text, labelled["label"]))
        else:
            yield HeaderPart(index, plain_text(text))
