"""Google Forms and Google Sheets, csv and xlsx: a time, then a column for each question.

A grid is a column a row, headed "Question [Row]".
"""

import re
from collections.abc import Iterator, Sequence

from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import survey_column
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Sheet, text_of
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
SCORE_HEADERS = ("score", "total score", "poäng", "poeng", "point", "punkte", "pisteet")
SCORE = re.compile(r"\d+(?:[.,]\d+)? / \d+(?:[.,]\d+)?")
"""How a quiz counts in every language: "8 / 10", "1.00 / 1.00"."""

MARKED = re.compile(r"(.*\S)\s*\[(.+)\]", re.DOTALL)
"""How the columns of a marked quiz are headed, behind the question that they mark."""

SCORE_COLUMNS = (2, 3)
"""The whole score stands behind the time, or behind the address that stands there."""

MARK_WORDS = ("score", "feedback", "poäng", "feedback från läraren")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first column is the timestamp of Google Forms."""
    for header in candidate_headers(sheet, surroundings):
        time, *questions = header_texts(header)
        if normalise(time) not in TIMESTAMP_HEADERS or not questions:
            continue
        rows = rows_below(sheet, header.number)
        if are_moments(rows.column(1)):
            marks = frozenset(quiz_marks(questions, rows))
            columns = (
                Column(1, time, ColumnRole.SUBMITTED_AT),
                *(
                    Column(index, text, ColumnRole.TOOL)
                    if index in marks and not surroundings.asks(text)
                    else survey_column(index, text, surroundings.wordings)
                    for index, text in enumerate(questions, 2)
                ),
            )
            reason = _("its first column is the timestamp of Google Forms")
            return Recognition(TOOL, reason, ExportKind.SURVEY, (header.number,), columns)
    return None


def are_moments(stamps: Sequence[CellValue]) -> bool:
    """Tell whether the first cell that is filled, if any is, holds a moment."""
    is_month_first = bool(infer_month_first(stamps))
    first = next((stamp for stamp in stamps if stamp is not None), None)
    return first is None or parse_timestamp(first, is_month_first=is_month_first) is not None


def quiz_marks(questions: list[str], rows: Rows) -> Iterator[int]:
    """Yield the columns of a quiz: the whole score, and what marks single questions.

    Words for them that are not known are told by what stands below: "1.00 / 1.00", and behind
    that the feedback.
    """
    keys = [normalise(text) for text in questions]
    marked = ""
    for index, key in enumerate(keys, 2):
        match = MARKED.fullmatch(key)
        question = match[1] if match and match[1] in keys else ""
        is_score = holds_scores(rows, index)
        is_known = match is not None and match[2] in MARK_WORDS
        if question and (is_known or is_score or question == marked):
            marked = question
            yield index
        elif key in SCORE_HEADERS or (is_score and index in SCORE_COLUMNS):
            yield index


def holds_scores(rows: Rows, index: int) -> bool:
    """Tell whether the column is filled with nothing but scores."""
    filled = [text_of(value) for value in rows.column(index) if value is not None]
    return bool(filled) and all(map(SCORE.fullmatch, filled))
