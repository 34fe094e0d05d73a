"""Microsoft Forms, xlsx: ID, two times, e-mail and name, then a column for each question.

The order of the columns differs between years, and the last change stands first or last.
"""

from datetime import datetime

from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.recognised import Recognition, Surroundings, every_row, header_texts, value_at
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet
from flows.programme.translations import _

PRECEDENCE = 10

SYSTEM_HEADERS = {
    ColumnRole.RESPONSE_ID: ("id",),
    ColumnRole.STARTED_AT: ("start time", "starttid", "starttidspunkt"),
    ColumnRole.SUBMITTED_AT: ("completion time", "slutförandetid", "fullføringstidspunkt"),
    ColumnRole.EMAIL: ("email", "e-post", "e-postadress"),
    ColumnRole.NAME: ("name", "namn", "navn"),
    ColumnRole.MODIFIED_AT: (
        "last modified time",
        "ändrades senast klockan",
        "tidpunkt för senaste ändring",
        "senast ändrad",
        "tidspunkt for siste endring",
    ),
    ColumnRole.TOOL: ("total points", "quiz feedback", "grade posted time", "totalt antal poäng"),
}
QUIZ_PREFIXES = ("points - ", "feedback - ", "poäng - ", "poäng – ")
MARKS = (ColumnRole.RESPONSE_ID, ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT)
LEADING_COLUMNS = 5


def recognise(sheet: Sheet, _surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first row is the header of Microsoft Forms."""
    if not sheet.rows or len(sheet.rows[0].values) < LEADING_COLUMNS:
        return None
    header = sheet.rows[0]
    texts = header_texts(header)
    roles = [system_role(text) for text in texts]
    reason = _("its first columns are those of Microsoft Forms: ID and two times")
    if not set(MARKS) <= set(roles):
        roles = roles_by_structure(texts, sheet.rows[1:])
        reason = _("it begins as Microsoft Forms does, with ID, two moments and two texts")
    if not roles:
        return None
    columns = tuple(
        Column(index, text, role or (ColumnRole.QUESTION if text else ColumnRole.BLANK))
        for index, (text, role) in enumerate(zip(texts, roles, strict=True), 1)
    )
    return Recognition(
        Tool.MICROSOFT_FORMS, reason, ExportKind.SURVEY, header.number, columns, every_row
    )


def system_role(text: str) -> ColumnRole | None:
    """Return what a column of the tool's own is for, or None for a question."""
    key = normalise(text)
    if key.startswith(QUIZ_PREFIXES):
        return ColumnRole.TOOL
    return next((role for role, headers in SYSTEM_HEADERS.items() if key in headers), None)


def roles_by_structure(texts: tuple[str, ...], rows: tuple[Row, ...]) -> list[ColumnRole | None]:
    """Return the roles in a language that we have no words for, or an empty list."""
    moments = [(value_at(row, 2), value_at(row, 3)) for row in rows]
    has_times = bool(moments) and all(
        isinstance(value, datetime) or parse_timestamp(value, is_month_first=True) is not None
        for pair in moments
        for value in pair
    )
    if normalise(texts[0]) != "id" or not has_times:
        return []
    leading = [*MARKS, ColumnRole.EMAIL, ColumnRole.NAME]
    return [*leading, *(system_role(text) for text in texts[LEADING_COLUMNS:])]
