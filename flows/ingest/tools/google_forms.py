"""Google Forms and Google Sheets, csv and xlsx: a time, then a column for each question.

A grid is a column a row, headed "Question [Row]".
"""

import re

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.recognised import Recognition, Surroundings, every_row, header_texts, value_at
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Sheet
from flows.programme.translations import _

PRECEDENCE = 20

TIMESTAMP_HEADERS = ("timestamp", "tidstämpel", "tidsstämpel")
SYSTEM_ROLES = (ColumnRole.EMAIL, ColumnRole.NAME, ColumnRole.KEY, ColumnRole.ROLE)
SCORE_HEADERS = ("score", "poäng")
GRID_ROW = re.compile(r"\[([^\[\]]*)\]\s*$")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first column is the timestamp of Google Forms."""
    if not sheet.rows:
        return None
    header, *rows = sheet.rows
    texts = header_texts(header)
    if normalise(texts[0]) not in TIMESTAMP_HEADERS or len(texts) == 1:
        return None
    stamps = [value_at(row, 1) for row in rows]
    is_month_first = bool(infer_month_first(stamps))
    if not all(parse_timestamp(s, is_month_first=is_month_first) for s in stamps[:1] if s):
        return None
    columns = tuple(
        question_column(index, text, surroundings.wordings)
        for index, text in enumerate(texts[1:], 2)
    )
    return Recognition(
        Tool.GOOGLE_FORMS,
        _("its first column is the timestamp of Google Forms"),
        ExportKind.SURVEY,
        header.number,
        (Column(1, texts[0], ColumnRole.SUBMITTED_AT), *columns),
        every_row,
    )


def question_column(index: int, text: str, wordings: frozenset[str]) -> Column:
    """Return a question, with its row label in a grid, or a column about the person."""
    grid = GRID_ROW.search(text)
    role = role_of(text, PERSON_HEADERS)
    if not text:
        return Column(index, text, ColumnRole.BLANK)
    if normalise(text) in SCORE_HEADERS:
        return Column(index, text, ColumnRole.TOOL)
    if role in SYSTEM_ROLES and normalise(text) not in wordings:
        return Column(index, text, role)
    return Column(index, text, ColumnRole.QUESTION, row_label=display(grid[1]) if grid else "")
