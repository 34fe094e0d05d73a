"""Microsoft Forms, xlsx: ID, two times, e-mail and name, then a column for each question.

The order of the columns differs between years, and the last change stands first or last. Some
delete the columns that tell who answered, so that the two times are what it is known by.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain, takewhile

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import survey_column
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows, is_empty
from flows.programme.sheets import CellValue, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Microsoft Forms")
PRECEDENCE = 10

SYSTEM_HEADERS = {
    ColumnRole.RESPONSE_ID: ("id",),
    ColumnRole.STARTED_AT: ("start time", "starttid", "starttidspunkt", "startzeit", "aloitusaika"),
    ColumnRole.SUBMITTED_AT: (
        "completion time",
        "slutförandetid",
        "fullføringstidspunkt",
        "fuldførelsestidspunkt",
        "afslutningstidspunkt",
        "fertigstellungszeit",
        "valmistumisaika",
        "päättymisaika",
    ),
    ColumnRole.EMAIL: ("email", "e-post", "e-postadresse", "e-mail", "mail", "sähköposti"),
    ColumnRole.NAME: ("name", "namn", "navn", "nimi"),
    ColumnRole.MODIFIED_AT: (
        "last modified time",
        "ändrades senast klockan",
        "tidpunkt för senaste ändring",
        "senast ändrad",
        "tidspunkt for siste endring",
        "tidspunkt for seneste ændring",
        "senest ændret",
        "uhrzeit der letzten änderung",
        "zeitpunkt der letzten änderung",
        "viimeksi muokattu",
    ),
    ColumnRole.TOOL: (
        "total points",
        "quiz feedback",
        "grade posted time",
        "totalt antal poäng",
        "totala poäng",
        "feedback om quiz",
        "feedback på quiz",
        "tidpunkt för publicering av betyg",
        "sammenlagt antall poeng",
        "point i alt",
        "gesamtpunktzahl",
        "pisteet yhteensä",
    ),
}
QUIZ_PREFIXES = (
    "points - ",
    "feedback - ",
    "poäng - ",
    "poäng – ",
    "feedback – ",
    "poeng - ",
    "point - ",
    "punkte - ",
    "pisteet - ",
    "palaute - ",
    "tilbakemelding - ",
)
MARK_OF = re.compile(r"[^-–:?]{2,30} [-–] (.+)")
"""How the points and the feedback of a question are headed in every language."""

LANGUAGE_HEADERS = ("language", "språk", "sprog", "kieli", "sprache")
MARKS = {ColumnRole.RESPONSE_ID, ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT}
TIMES = {ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT}
LEADING_COLUMNS = (
    ColumnRole.RESPONSE_ID,
    ColumnRole.STARTED_AT,
    ColumnRole.SUBMITTED_AT,
    ColumnRole.EMAIL,
    ColumnRole.NAME,
)
FIRST_ROWS = 20
"""How many responses are looked at to tell whether a column holds moments."""

REPEATED = "2"
"""What is put behind a question's title that a column of the tool's own has already: Name2."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if one of its first rows is the header of Microsoft Forms."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        rows = rows_below(sheet, header.number)
        roles = {index: role for index, text in enumerate(texts, 1) if (role := system_role(text))}
        reason = _("its first columns are those of Microsoft Forms: ID and two times")
        begins_so = begins_as_forms(texts, rows[:FIRST_ROWS])
        said = set(roles.values())
        if not (said >= MARKS or (said >= TIMES and hold_moments(roles, rows[:FIRST_ROWS]))):
            if not begins_so:
                continue
            roles |= dict(enumerate(LEADING_COLUMNS, 1))
            reason = _("it begins as Microsoft Forms does, with ID, two moments and two texts")
        if begins_so:
            roles.setdefault(1, ColumnRole.RESPONSE_ID)
            if tells_nobody(roles, texts, rows, surroundings):
                roles |= dict(enumerate(LEADING_COLUMNS, 1))
        roles |= dict.fromkeys(
            own_columns(texts, roles, rows, surroundings.wordings), ColumnRole.TOOL
        )
        columns = forms_columns(texts, roles, surroundings.wordings)
        if ColumnRole.MODIFIED_AT not in roles.values():
            columns = mark_last_change(columns, rows, surroundings.wordings)
        return Recognition(TOOL, reason, ExportKind.SURVEY, (header.number,), columns)
    return None


def system_role(text: str) -> ColumnRole | None:
    """Return what a column of the tool's own is for, or None for a question."""
    key = normalise(text)
    return next((role for role, headers in SYSTEM_HEADERS.items() if key in headers), None)


def hold_moments(roles: dict[int, ColumnRole], rows: Rows) -> bool:
    """Tell whether every filled cell of the two times is a moment; there may be none."""
    times = [index for index, role in roles.items() if role in TIMES]
    cells = chain.from_iterable(map(rows.column, times))
    return all(value is None or is_moment(value) for value in cells)


def begins_as_forms(texts: tuple[str, ...], rows: Rows) -> bool:
    """Tell whether the columns begin as the tool's own do, in whatever language.

    Where the first is not headed ID, it counts the responses, and the fourth holds addresses.
    """
    if len(texts) < len(LEADING_COLUMNS) or not rows:
        return False
    if not all(map(is_moment, chain(rows.column(2), rows.column(3)))):
        return False
    numbers = rows.column(1)
    counts = all(isinstance(number, int) for number in numbers) and len(set(numbers)) == len(rows)
    accounts = rows.column(len(LEADING_COLUMNS) - 1)
    return normalise(texts[0]) == "id" or (counts and all(map(is_account, accounts)))


def is_account(value: CellValue) -> bool:
    """Tell whether the cell holds an address, or the tool's word for somebody unknown."""
    text = normalise(text_of(value))
    return text.startswith("anonym") or "@" in text


def tells_nobody(
    roles: dict[int, ColumnRole],
    texts: tuple[str, ...],
    rows: Rows,
    surroundings: Surroundings,
) -> bool:
    """Tell whether the two columns behind the times are the respondent's, in unknown words."""
    address, name = len(LEADING_COLUMNS) - 1, len(LEADING_COLUMNS)
    if ColumnRole.EMAIL in roles.values():
        return False
    addresses = set(rows.column(address))
    return not any(surroundings.asks(texts[index - 1]) for index in (address, name)) and all(
        one is None or is_account(one) for one in addresses
    )


def is_moment(value: CellValue) -> bool:
    """Tell whether the cell holds a moment, typed or as text."""
    return parse_timestamp(value, is_month_first=True) is not None


def forms_columns(
    texts: tuple[str, ...], roles: dict[int, ColumnRole], wordings: frozenset[str]
) -> tuple[Column, ...]:
    """Return the tool's own columns and the questions."""
    return tuple(
        Column(index, text, roles[index]) if index in roles else asked_column(index, text, wordings)
        for index, text in enumerate(texts, 1)
    )


def own_columns(
    texts: tuple[str, ...],
    roles: dict[int, ColumnRole],
    rows: Rows,
    wordings: frozenset[str],
) -> Iterator[int]:
    """Yield the columns that the tool adds in words that are not known in every language.

    They are a quiz's points and feedback, what stands between the respondent and the first
    question of a quiz, and empty columns where the last change may stand. The language of
    whoever answered stands behind the name.
    """
    marks = frozenset(quiz_marks(texts))
    yield from marks
    first = max((i for i, role in roles.items() if role in LEADING_COLUMNS), default=0) + 1
    behind = takewhile(
        lambda i: (
            i in roles
            or (i < min(marks) - 1 if marks else is_unfilled(i, rows))
            or normalise(texts[i - 1]) in LANGUAGE_HEADERS
        ),
        range(first, len(texts) + 1),
    )
    for index in (*behind, *([len(texts)] if is_unfilled(len(texts), rows) else [])):
        if index not in roles and normalise(texts[index - 1]) not in wordings:
            yield index


def is_unfilled(index: int, rows: Rows) -> bool:
    """Tell whether there are rows and none has a value in the column."""
    return bool(rows) and is_empty(rows.column(index))


def quiz_marks(texts: tuple[str, ...]) -> Iterator[int]:
    """Yield the columns of a quiz's points and feedback: "Points - <question>".

    Words for them that are not known must stand in a pair behind their question.
    """
    keys = [normalise(text) for text in texts]
    for index, key in enumerate(keys, 1):
        prefix = next((prefix for prefix in QUIZ_PREFIXES if key.startswith(prefix)), "")
        if prefix and key.removeprefix(prefix) in keys:
            yield index
    for index, (asked, *pair) in enumerate(zip(keys, keys[1:], keys[2:], strict=False), 1):
        matches = [match for key in dict.fromkeys(pair) if (match := MARK_OF.fullmatch(key))]
        marked = {match[1] for match in matches}
        if len(matches) == len(pair) and marked in ({asked}, {asked.removesuffix(REPEATED)}):
            yield from (index + 1, index + 2)


def asked_column(index: int, text: str, wordings: frozenset[str]) -> Column:
    """Return a question's column; "Name2" is a question for the name, put by the form itself."""
    column = survey_column(index, text, wordings)
    role = role_of(normalise(text).removesuffix(REPEATED), PERSON_HEADERS)
    if role is None or column.role is not ColumnRole.QUESTION or column.key in wordings:
        return column
    return Column(index, text, role)


def mark_last_change(
    columns: tuple[Column, ...], rows: Rows, wordings: frozenset[str]
) -> tuple[Column, ...]:
    """Return the columns, one of unknown wording marked as that of the last change.

    Its header is not known in every language; but no answer is a moment after its sending.
    """
    submitted = next(column for column in columns if column.role is ColumnRole.SUBMITTED_AT)
    return tuple(
        Column(column.index, column.header, ColumnRole.MODIFIED_AT)
        if column.role is ColumnRole.QUESTION
        and column.key not in wordings
        and holds_changes(column, submitted, rows)
        else column
        for column in columns
    )


def holds_changes(column: Column, submitted: Column, rows: Rows) -> bool:
    """Tell whether the column is filled with nothing but moments from the sending onwards."""
    changes = [
        (changed, sent)
        for changed, sent in zip(
            rows.column(column.index), rows.column(submitted.index), strict=True
        )
        if changed is not None
    ]
    return bool(changes) and all(
        isinstance(changed, datetime) and isinstance(sent, datetime) and changed >= sent
        for changed, sent in changes
    )
