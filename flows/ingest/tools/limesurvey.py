"""LimeSurvey: headers of a code, a text or both, and a date of sending that may be empty.

A multiple choice has a column for each option, with Y or Yes where it was ticked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("LimeSurvey")
PRECEDENCE = 20

OWN_CODES = {
    "id": ColumnRole.RESPONSE_ID,
    "submitdate": ColumnRole.SUBMITTED_AT,
    "lastpage": ColumnRole.TOOL,
    "startlanguage": ColumnRole.TOOL,
    "seed": ColumnRole.TOOL,
    "startdate": ColumnRole.STARTED_AT,
    "datestamp": ColumnRole.MODIFIED_AT,
    "ipaddr": ColumnRole.PERSONAL,
    "refurl": ColumnRole.TOOL,
    "token": ColumnRole.KEY,
    "firstname": ColumnRole.NAME,
    "lastname": ColumnRole.FAMILY_NAME,
    "email": ColumnRole.EMAIL,
    "interviewtime": ColumnRole.TOOL,
}
CODE_BY_TEXT = {
    "response id": "id",
    "date submitted": "submitdate",
    "last page": "lastpage",
    "start language": "startlanguage",
    "seed": "seed",
    "date started": "startdate",
    "date last action": "datestamp",
    "ip address": "ipaddr",
    "referrer url": "refurl",
    "access code": "token",
    "first name": "firstname",
    "last name": "lastname",
    "email address": "email",
    "total time": "interviewtime",
    "svars-id": "id",
    "inlämningsdatum": "submitdate",
    "datum för inskickat": "submitdate",
    "datum inskickat": "submitdate",
    "inskickat datum": "submitdate",
    "senaste sidan": "lastpage",
    "sista sidan": "lastpage",
    "sista sida": "lastpage",
    "startspråk": "startlanguage",
    "startdatum": "startdate",
    "datum för senaste åtgärd": "datestamp",
}
LANGUAGE_COLUMN = 4
LAST_OWN_COLUMN = 7
LANGUAGES = frozenset(
    ("sv", "en", "nb", "nn", "da", "fi", "de", "de-informal", "de-easy", "is", "fr", "es", "nl")
)
"""What the tool writes of the language that somebody began in; ja and no may be answers."""

SEED = re.compile(r"\d{5,}")
MARKS = {"submitdate", "lastpage", "startlanguage", "datestamp"}
"""Two of these are in every export that has not been stripped of what the tool adds."""

FEWEST_MARKS = 2
FEWEST_CODED_HEADERS = 5
CODED_SHARE = 0.8
CODE = r"(?P<code>[A-Za-z][A-Za-z0-9]*(?:-\d+)?)(?P<sub>(?:\[[^\]]*\])+|_[A-Za-z0-9]+)?"
OWN_CODE_AND_TEXT = re.compile(r"(?:submitdate|lastpage|startlanguage|datestamp)(\W{1,3})\w.*")
USUAL_SEPARATOR = ". "
"""What stands between a code and its text, unless whoever exported chose another."""

PLAIN_CODE = re.compile(r"[A-Za-z]\d+")
ENDING_BRACKETS = re.compile(
    r"(?P<question>.*?)\s*\[(?P<label>[^\[\]]*(?:\]\[[^\[\]]*)?)\]", re.DOTALL
)
COMMENT_CODE = re.compile(r".*comment\]?")
TIMING = re.compile(r"(?:question|group|total) time\b.*|grouptime\d*|interviewtime")
TIME_OF_QUESTION = re.compile(r"(.+)time")
"""How the column is coded that tells how long somebody took to answer a question."""

NOT_SHOWN = "N/A"
"""What the tool writes where a question was not put to somebody, or nothing was sent in."""

ATTRIBUTE = re.compile(r"attribute_?\d+\b.*")
"""What somebody wrote about a person in the survey's list of participants."""

ANONYMOUS_YEAR = 1980
"""The date of every response where the survey keeps no dates."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One header: the tool's `code`, the part of it in brackets, and the question's text."""

    raw: str
    code: str
    sub: str
    text: str

    @property
    def own_code(self) -> str:
        """The code of a column that the tool adds, or "" for a question."""
        if self.code.casefold() in OWN_CODES and not self.sub:
            return self.code.casefold()
        return CODE_BY_TEXT.get(normalise(self.raw), "")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its header has the codes of LimeSurvey."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        pattern = heading_pattern(texts)
        headings = {i: read_heading(text, pattern) for i, text in enumerate(texts, 1) if text}
        own = {heading.own_code: index for index, heading in headings.items() if heading.own_code}
        rows = rows_below(sheet, header.number)
        if len(MARKS & own.keys()) < FEWEST_MARKS and heads_own_columns(header, surroundings):
            own |= own_columns_by_cells(rows)
        if len(MARKS & own.keys()) < FEWEST_MARKS and not are_coded(list(headings.values())):
            continue
        roles = {index: OWN_CODES[code] for code, index in own.items()}
        codes = frozenset(heading.code.casefold() for heading in headings.values())
        roles |= {
            i: role for i, h in headings.items() if (role := added_role(h, codes, surroundings))
        }
        parts = question_parts(headings, frozenset(roles))
        columns = arrange_columns(header, roles, parts, rows, surroundings)
        return Recognition(
            TOOL,
            _("its headers are codes with texts, as LimeSurvey writes them"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            cell_of=partial(read_cell, dates=date_columns(own)),
            is_partial=partial(is_unsent, submitted=own.get("submitdate", 0)),
        )
    return None


def heads_own_columns(header: Row, surroundings: Surroundings) -> bool:
    """Tell whether the row's first cells may head the tool's own columns: words, no questions."""
    first = header.values[:LANGUAGE_COLUMN]
    return all(isinstance(one, str) and not surroundings.asks(one) for one in first)


def own_columns_by_cells(rows: Rows) -> dict[str, int]:
    """Return the tool's own first columns by their codes, as their cells tell in any language.

    They are the response's number, when it was sent in, the last page that was seen, and the
    language; then a long random number and two more moments may follow. None where they differ.
    """
    if not rows or not all(map(begins_with_own_columns, rows)):
        return {}
    columns = range(2, LAST_OWN_COLUMN + 1)
    moments, _pages, _languages, *others = map(rows.column, columns)
    if not are_moments(moments):
        return {}
    own = {"id": 1, "submitdate": 2, "lastpage": 3, "startlanguage": LANGUAGE_COLUMN}
    following = list(enumerate(others, LANGUAGE_COLUMN + 1))
    if all(SEED.fullmatch(text_of(one)) for one in following[0][1]):
        own["seed"] = following.pop(0)[0]
    for code, (index, values) in zip(("startdate", "datestamp"), following, strict=False):
        if not are_moments(values):
            break
        own[code] = index
    return own


def begins_with_own_columns(row: Row) -> bool:
    """Tell whether the row begins with numbers and a language where the tool writes them."""
    number, _moment, page, language = (row.value_at(i) for i in range(1, LANGUAGE_COLUMN + 1))
    return (
        text_of(number).isdecimal()
        and (page is None or text_of(page).isdecimal())
        and normalise(text_of(language)) in LANGUAGES
    )


def are_moments(cells: Iterable[CellValue]) -> bool:
    """Tell whether the cells hold moments, some of them perhaps nothing."""
    filled = [cell for cell in cells if cell is not None]
    return bool(filled) and all(parse_timestamp(cell, is_month_first=True) for cell in filled)


def heading_pattern(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Return how the headers `texts` put codes and texts together, as the tool's own tell."""
    own = (OWN_CODE_AND_TEXT.fullmatch(text) for text in texts)
    separator = next((match[1] for match in own if match), USUAL_SEPARATOR).strip()
    return re.compile(rf"{CODE}(?:\s*{re.escape(separator)}\s+(?P<text>.*))?", re.DOTALL)


def read_heading(text: str, pattern: re.Pattern[str]) -> Heading:
    """Return a header taken apart; one that has no code is its own text."""
    match = pattern.fullmatch(text.strip())
    if match is None:
        return Heading(text, "", "", plain_text(text))
    return Heading(text, match["code"], match["sub"] or "", plain_text(match["text"] or ""))


def are_coded(headings: list[Heading]) -> bool:
    """Tell whether nearly every header is a code and a text, and more than numbers: "edu1. ..."."""
    coded = [heading for heading in headings if heading.code and heading.text]
    return (
        len(coded) >= FEWEST_CODED_HEADERS
        and len(coded) >= CODED_SHARE * len(headings)
        and any(not PLAIN_CODE.fullmatch(heading.code) for heading in coded)
    )


def added_role(
    heading: Heading, codes: frozenset[str], surroundings: Surroundings
) -> ColumnRole | None:
    """Return what a column is for that the tool adds: measured times, facts about a person.

    `codes` are those of all questions, case folded.
    """
    if surroundings.asks(heading.raw):
        return None
    if ATTRIBUTE.fullmatch(normalise(heading.raw)):
        return ColumnRole.PERSONAL
    timed = TIME_OF_QUESTION.fullmatch(heading.code.casefold())
    is_time = TIMING.fullmatch(normalise(heading.text or heading.raw)) is not None
    is_question_time = not heading.text and timed is not None and timed[1] in codes
    return ColumnRole.TOOL if is_time or is_question_time else None


def question_parts(headings: dict[int, Heading], own: frozenset[int]) -> Iterator[HeaderPart]:
    """Yield each question; the comments on single options come last, from between them."""
    asked = {index: heading for index, heading in headings.items() if index not in own}
    for index, heading in asked.items():
        if not COMMENT_CODE.fullmatch(heading.sub):
            yield heading_part(index, heading)
    for index, heading in asked.items():
        if COMMENT_CODE.fullmatch(heading.sub):
            yield HeaderPart(index, heading.text or heading.raw, names=(heading.raw,))


def heading_part(index: int, heading: Heading) -> HeaderPart:
    """Return the question of a header, and of a sub-question what is its own."""
    code = f"{heading.code}{heading.sub}"
    names = tuple(dict.fromkeys(name for name in (heading.raw, code) if name))
    if not heading.sub and heading.code:
        return HeaderPart(index, heading.text or heading.code, names=names)
    brackets = ENDING_BRACKETS.fullmatch(heading.text)
    if brackets and brackets["label"]:
        return HeaderPart(index, brackets["question"], brackets["label"], names, code=heading.code)
    if heading.sub and not heading.text:
        label = heading.sub.strip("[]_").replace("][", ", ")
        return HeaderPart(index, heading.code, label, names, code=heading.code)
    return HeaderPart(index, brackets["question"] if brackets else heading.text, names=names)


def date_columns(own: dict[str, int]) -> frozenset[int]:
    """Return the columns that hold dates."""
    return frozenset(own[code] for code in ("submitdate", "startdate", "datestamp") if code in own)


def read_cell(row: Row, index: int, dates: frozenset[int]) -> CellValue:
    """Return what a row says in a cell; no date where the survey keeps none."""
    value = row.value_at(index)
    if value == NOT_SHOWN:
        return None
    if index not in dates:
        return value
    moment = parse_timestamp(value, is_month_first=True)
    is_kept = moment is None or moment.date() > date(ANONYMOUS_YEAR, 12, 31)
    return value if is_kept else None


def is_unsent(row: Row, submitted: int) -> bool:
    """Tell whether the respondent never sent the form in."""
    return bool(submitted) and row.value_at(submitted) in (None, NOT_SHOWN)
