"""Google Forms and Google Sheets, csv and xlsx: a time, then a column for each question.

A grid is a column a row, headed "Question [Row]".
"""

import re

from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import survey_column
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Sheet
from flows.programme.translations import _

TOOL = Tool(_("Google Forms"))
PRECEDENCE = 20

TIMESTAMP_HEADERS = (
    "timestamp",
    "tidstämpel",
    "tidsstämpel",
    "tidsstempel",
    "tidsmerke",
    "zeitstempel",
    "aikaleima",
    "marca temporal",
    "horodateur",
)
SCORE_HEADERS = ("score", "poäng", "poeng", "point", "punkte", "pisteet")
MARKED = re.compile(r"(.*\S)\s*\[(?:score|feedback|poäng|feedback från läraren)\]", re.DOTALL)
"""How the columns of a marked quiz are headed, behind the question that they mark."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first column is the timestamp of Google Forms."""
    for header in candidate_headers(sheet, surroundings):
        time, *questions = header_texts(header)
        if normalise(time) not in TIMESTAMP_HEADERS or not questions:
            continue
        stamps = [row.value_at(1) for row in rows_below(sheet, header.number)]
        if are_moments(stamps):
            columns = (
                Column(1, time, ColumnRole.SUBMITTED_AT),
                *(
                    google_column(index, text, questions, surroundings.wordings)
                    for index, text in enumerate(questions, 2)
                ),
            )
            reason = _("its first column is the timestamp of Google Forms")
            return Recognition(TOOL, reason, ExportKind.SURVEY, (header.number,), columns)
    return None


def are_moments(stamps: list[CellValue]) -> bool:
    """Tell whether the first cell that is filled, if any is, holds a moment."""
    is_month_first = bool(infer_month_first(stamps))
    first = next((stamp for stamp in stamps if stamp is not None), None)
    return first is None or parse_timestamp(first, is_month_first=is_month_first) is not None


def google_column(index: int, text: str, questions: list[str], wordings: frozenset[str]) -> Column:
    """Return the column of a question, of the respondent, or of a quiz's score."""
    marked = MARKED.fullmatch(normalise(text))
    is_mark = marked is not None and marked[1] in {normalise(one) for one in questions}
    if (is_mark or normalise(text) in SCORE_HEADERS) and normalise(text) not in wordings:
        return Column(index, text, ColumnRole.TOOL)
    return survey_column(index, text, wordings)
