"""Moodle's activity Questionnaire: who and when, then Q01_name, Q02_name->option and so on.

A question is headed by its number and the short name that its maker gave it; below `->` stand
options (1 and 0) or the rows of a rating, whose -1 is "not applicable".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Moodle Questionnaire")
PRECEDENCE = 15

OWN_HEADERS = {
    "response": ColumnRole.RESPONSE_ID,
    "svar": ColumnRole.RESPONSE_ID,
    "submitted on": ColumnRole.SUBMITTED_AT,
    "inskickad": ColumnRole.SUBMITTED_AT,
    "inskickat": ColumnRole.SUBMITTED_AT,
    "inskickad den": ColumnRole.SUBMITTED_AT,
    "skickades in": ColumnRole.SUBMITTED_AT,
    "full name": ColumnRole.NAME,
    "fullständigt namn": ColumnRole.NAME,
    "username": ColumnRole.EMAIL,
    "användarnamn": ColumnRole.EMAIL,
    "complete": ColumnRole.TOOL,
    "komplett": ColumnRole.TOOL,
    "fullständigt": ColumnRole.TOOL,
    "institution": ColumnRole.TOOL,
    "department": ColumnRole.TOOL,
    "avdelning": ColumnRole.TOOL,
    "course": ColumnRole.TOOL,
    "kurs": ColumnRole.TOOL,
    "group": ColumnRole.TOOL,
    "grupp": ColumnRole.TOOL,
    "id": ColumnRole.TOOL,
}
"""What stands before the questions; which of them is a setting of the site."""

FEWEST_OWN_HEADERS = 2
COMPLETE_HEADERS = ("complete", "komplett", "fullständigt")
QUESTION = re.compile(r"Q(?P<number>\d{2,3})(?:_(?P<name>.*?))?(?:->(?P<label>.*))?", re.DOTALL)
WRITTEN = re.compile(r"\[(.+)\]")
"""What respondents wrote beside the option "Other": "Q03_metod->[Annat]"."""

OTHER = re.compile(r"!other(?:=(.+?):?)?")
NUMBERED_CHOICE = re.compile(r"\d+ : (\S.*)", re.DOTALL)
"""A choice that is exported with its number as well: "2 : Prototyp"."""

ANONYMOUS = re.compile(r"anon\w* ?\d+")
"""How somebody without a name is called: "Anonymous3", "Anonym3"."""

NOT_APPLICABLE = "-1"
UNFINISHED = "n"


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of one export are: the tool's own by index, rows of ratings, and dates."""

    own: Mapping[int, ColumnRole]
    rated: frozenset[int]
    is_month_first: bool

    def read(self, row: Row, index: int) -> CellValue:
        """Return what the row says in a cell: a moment, a name or none, a choice without number."""
        value = row.value_at(index)
        if not isinstance(value, str):
            return None if index in self.rated and text_of(value) == NOT_APPLICABLE else value
        role = self.own.get(index)
        if role is ColumnRole.SUBMITTED_AT:
            return parse_timestamp(value, is_month_first=self.is_month_first) or value
        if role is ColumnRole.NAME:
            return None if ANONYMOUS.fullmatch(normalise(value)) else value
        if index in self.rated and value.strip() == NOT_APPLICABLE:
            return None
        numbered = NUMBERED_CHOICE.fullmatch(value) if role is None else None
        return numbered[1] if numbered else value


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if questions numbered from Q01 on stand behind who and when."""
    for header in candidate_headers(sheet, surroundings):
        texts = tuple(plain_text(text) for text in header_texts(header))
        first = next((i for i, text in enumerate(texts, 1) if text.startswith("Q01")), 0)
        asked = {i: match for i, t in enumerate(texts, 1) if (match := QUESTION.fullmatch(t))}
        if first < FEWEST_OWN_HEADERS or any(i not in asked for i in range(first, len(texts) + 1)):
            continue
        keys = {i: normalise(text).rstrip(":") for i, text in enumerate(texts, 1) if i < first}
        known = sum(key in OWN_HEADERS for key in keys.values())
        if known < FEWEST_OWN_HEADERS:
            continue
        rows = rows_below(sheet, header.number)
        own = {index: own_role(index, key, rows) for index, key in keys.items()}
        parts = tuple(question_parts(asked))
        columns = arrange_columns(header, own, parts, rows, surroundings)
        options = {index for column in columns if column.options for index in column.indexes}
        moments = [i for i, role in own.items() if role is ColumnRole.SUBMITTED_AT]
        dates = chain.from_iterable(map(rows.column, moments))
        layout = Layout(
            own,
            frozenset(part.index for part in parts if part.label) - options,
            infer_month_first(dates) or False,
        )
        complete = next((i for i, key in keys.items() if key in COMPLETE_HEADERS), 0)
        numbers = [i for i, role in own.items() if role is ColumnRole.RESPONSE_ID]
        return Recognition(
            TOOL,
            _("behind who and when stand questions numbered from Q01 on, as in Moodle"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            row_code=partial(row_code, numbers=numbers),
            cell_of=layout.read,
            is_partial=partial(is_unfinished, complete=complete),
        )
    return None


def own_role(index: int, key: str, rows: Rows) -> ColumnRole:
    """Return what a column before the questions is for; an account that is no address is none."""
    role = OWN_HEADERS.get(key, ColumnRole.TOOL)
    if role is ColumnRole.EMAIL and not any("@" in text_of(one) for one in rows.column(index)):
        return ColumnRole.PERSONAL
    return role if key else ColumnRole.BLANK


def question_parts(asked: Mapping[int, re.Match[str]]) -> Iterator[HeaderPart]:
    """Yield each question by its name or, without one, its number; with its option or row."""
    for index, match in asked.items():
        number = f"Q{match['number']}"
        question = match["name"] or number
        label = match["label"] or ""
        other = OTHER.fullmatch(label)
        written = WRITTEN.fullmatch(label)
        if other:
            label = other[1] or "Other"
        elif written:
            label = written[1]
        yield HeaderPart(index, question, label, (match[0],), code=number)


def row_code(row: Row, numbers: list[int]) -> str:
    """Leave out the row of averages, in which a word stands where the response's number does."""
    cells = [text_of(row.value_at(index)) for index in numbers]
    return "row-is-a-sum" if any(cell and not cell.isdecimal() for cell in cells) else ""


def is_unfinished(row: Row, complete: int) -> bool:
    """Tell whether the response was never sent in, where the export says so."""
    return bool(complete) and normalise(text_of(row.value_at(complete))) == UNFINISHED
