"""Mentimeter: a sheet `Voters` with a row for each voter, and a sheet of sums for each session.

Two notes stand above the header of `Voters`. A voter is a running number, so nobody is known
again. The sums hold counts and averages; no response can be read from them.
"""

import re
from collections.abc import Iterator

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart
from flows.ingest.header_rows import HEADER_SEARCH_ROWS, header_texts, rows_below
from flows.ingest.recognised import Companion, Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Mentimeter")
PRECEDENCE = 10

DATE = re.compile(r"date(?: \(utc\))?|datum(?: \(utc\))?")
VOTER_HEADERS = ("session", "voter")
UPVOTES = "upvotes"
PART = re.compile(r"(?P<question>.+?):\s+(?P<label>\S.*)", re.DOTALL)
QUIZ_ROLES = {
    "name": ColumnRole.PERSONAL,
    "emoji": ColumnRole.TOOL,
    "score": ColumnRole.TOOL,
}
QUIZ_ANSWER = "answer"
"""What heads the columns of a question in a quiz, behind the question and a colon."""

BLOCK_TITLE = re.compile(r"(?:question|slide) \d+")
BLOCK_KEYS = ("session", "type", "respondents")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if it holds the voters of Mentimeter or the sums of them."""
    header = find_header(sheet)
    if header is None:
        mains = (one.name for one in surroundings.siblings if find_header(one))
        return Companion(next(mains, "")) if holds_sums(sheet) else None
    own = {
        index: role
        for index, text in enumerate(header_texts(header), 1)
        if (role := own_role(index, text))
    }
    own |= quiz_columns(header_texts(header))
    rows = rows_below(sheet, header.number)
    columns = arrange_columns(
        header, own, question_parts(header, own), rows, surroundings, are_options=are_numbered
    )
    return Recognition(
        TOOL,
        _("its header has the date, the session and the voter of Mentimeter"),
        ExportKind.SURVEY,
        (header.number,),
        columns,
    )


def find_header(sheet: Sheet) -> Row | None:
    """Return the header of the voters, or None where the sheet has none."""
    for row in sheet.rows[:HEADER_SEARCH_ROWS]:
        keys = [normalise(text) for text in header_texts(row)[:3]]
        if tuple(keys[1:]) == VOTER_HEADERS and DATE.fullmatch(keys[0]):
            return row
    return None


def holds_sums(sheet: Sheet) -> bool:
    """Tell whether the sheet is made of blocks that each sum up one question."""
    if not sheet.rows or not BLOCK_TITLE.fullmatch(normalise(text_of(sheet.rows[0].value_at(1)))):
        return False
    keys = {normalise(text_of(row.value_at(1))) for row in sheet.rows[:8]}
    return keys.issuperset(BLOCK_KEYS)


def own_role(index: int, text: str) -> ColumnRole | None:
    """Return what a column of the tool's own is for, or None for a question."""
    if index == 1:
        return ColumnRole.SUBMITTED_AT
    key = normalise(text)
    if key in (*VOTER_HEADERS, UPVOTES):
        return ColumnRole.TOOL
    return None if key else ColumnRole.BLANK


def quiz_columns(texts: tuple[str, ...]) -> dict[int, ColumnRole]:
    """Return what the columns of quiz questions are for beside the answer: who, and the score."""
    parts = {i: match for i, text in enumerate(texts, 1) if (match := PART.fullmatch(text.strip()))}
    asked = {
        question: {normalise(one["label"]) for one in parts.values() if one["question"] == question}
        for question in {match["question"] for match in parts.values()}
    }
    return {
        index: QUIZ_ROLES[key]
        for index, match in parts.items()
        if (key := normalise(match["label"])) in QUIZ_ROLES
        and asked[match["question"]] == {*QUIZ_ROLES, QUIZ_ANSWER}
    }


def question_parts(header: Row, own: dict[int, ColumnRole]) -> Iterator[HeaderPart]:
    """Yield each column's question and statement, or the number of somebody's answer to it.

    Several answers of one voter to an open question, numbered, are one answer in its own words.
    """
    for index, text in enumerate(header_texts(header), 1):
        if index in own:
            continue
        part = PART.fullmatch(text.strip())
        if part is None:
            yield HeaderPart(index, display(text), names=(display(text).rstrip(":"),))
        elif normalise(part["label"]) == QUIZ_ANSWER and index - 2 in own:
            yield HeaderPart(index, part["question"], names=(text,))
        else:
            label = part["label"].lstrip("-– ").strip()
            yield HeaderPart(index, part["question"], label, (text, part["label"]))


def are_numbered(group: tuple[HeaderPart, ...]) -> bool:
    """Tell whether the columns hold one voter's answers to an open question, one after another."""
    return all(part.label.isdigit() for part in group)
