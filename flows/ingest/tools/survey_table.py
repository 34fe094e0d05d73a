"""A survey as a plain table from any tool: one header row and a row for each respondent.

It is recognised by the questions of the programme workbook, or because the sheet of
exports declares it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import takewhile

from flows.ingest.column_roles import TABLE_HEADERS
from flows.ingest.exports import TABLE, Column, ColumnRole, OptionCell
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import ChoicesItem, Recognition, Surroundings
from flows.ingest.response_status import find_status, is_unfinished
from flows.ingest.survey_columns import is_write_in, row_label, survey_column
from flows.ingest.timestamps import parse_timestamp
from flows.ingest.two_row_headers import read_header
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

PRECEDENCE = 90

NUMBERED = re.compile(r"[a-zA-Z]{0,2}\d{1,3}[a-z]?\s*[.):]\s*(\S.*)", re.DOTALL)
"""A question with its number in the form before it: "1. ", "Q1: ", "3b) "."""

ORDERS = (False, True)

UNNAMED = re.compile(r"(?:column|kolumn|unnamed:?|f) ?\d+|")
"""How a column is headed that has no header of its own, by whatever saved the table."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if it is declared or one of its first rows has a question."""
    header = max(
        candidate_headers(sheet, surroundings),
        key=lambda row: (known_questions(row, surroundings), -row.number),
        default=None,
    )
    if header is None:
        return None
    is_known = known_questions(header, surroundings) > 0
    if not is_known and surroundings.kind is not ExportKind.SURVEY:
        return None
    heading = read_header(sheet, header, surroundings)
    rows = rows_below(sheet, heading.rows[-1])
    found = table_columns(heading.texts, rows, surroundings)
    columns = tuple(
        replace(column, header_row=heading.rows[0]) if column.options else column
        for column in sorted(found, key=lambda column: column.index)
    )
    reason = (
        _("one of its rows holds questions of the programme workbook")
        if is_known
        else _("the sheet Exports of the programme workbook says that it is a survey")
    )
    return Recognition(
        TABLE,
        reason,
        ExportKind.SURVEY,
        heading.rows,
        columns,
        is_partial=partial(is_unfinished, status=find_status(columns, rows)),
    )


def table_columns(
    texts: tuple[str, ...], rows: Rows, surroundings: Surroundings
) -> Iterator[Column]:
    """Yield the columns; those of one question's options are taken together.

    They are headed by the question with an option behind it, or only the first one is headed
    and the others are not: "Field", "Column2", "Column3".
    """
    options = {
        index: found
        for index, text in enumerate(texts, 1)
        if (found := find_option(text, surroundings))
    }
    yield from join_options(options)
    followers: set[int] = set()
    for index, text in enumerate(texts, 1):
        if index in options or index in followers:
            continue
        column = survey_column(index, text, surroundings.wordings, TABLE_HEADERS)
        column = replace(column, names=names_of(text), role=role_of_cells(column, rows))
        item = surroundings.choices_item(text)
        unnamed = takewhile(
            lambda i: UNNAMED.fullmatch(normalise(texts[i - 1])), range(index + 1, len(texts) + 1)
        )
        more = tuple(unnamed) if item else ()
        if item and more:
            followers.update(more)
            cells = tuple(option_cell(cell, rows, item) for cell in (index, *more))
            column = replace(column, options=cells)
        yield column


def role_of_cells(column: Column, rows: Rows) -> ColumnRole:
    """Return what the column is for: it is no moment whose header says so where no cell is one."""
    if column.role not in (ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT):
        return column.role
    cells = [value for value in rows.column(column.index) if value is not None]
    is_moment = any(
        parse_timestamp(cell, is_month_first=order) for cell in cells for order in ORDERS
    )
    return column.role if is_moment or not cells else ColumnRole.TOOL


def names_of(text: str) -> tuple[str, ...]:
    """Return the question without the number that stands before it, where one does."""
    numbered = NUMBERED.fullmatch(text.strip())
    return (numbered[1],) if numbered else ()


def option_cell(index: int, rows: Rows, item: ChoicesItem) -> OptionCell:
    """Return a cell whose text is the option; one for what no option says is the item's "Other"."""
    said = {normalise(text_of(value)) for value in rows.column(index)} - {""}
    other = next((option for option in sorted(item.options) if is_write_in(option)), "")
    if other and said and said.isdisjoint(item.options):
        return OptionCell(index, other, is_write_in=True)
    return OptionCell(index)


def find_option(text: str, surroundings: Surroundings) -> tuple[str, str] | None:
    """Return the question and the option that a header puts together, or None.

    The question is in the words of the header, which may be changed ones, without the number
    that may stand before it.
    """
    for whole in (text, *names_of(text)):
        for item in surroundings.choices_items:
            for wording in sorted(item.wordings):
                rest = normalise(whole).removeprefix(wording).strip("-–—:[]() ")
                if normalise(whole).startswith(wording) and rest in item.options:
                    asked = display(whole)[: len(wording)]
                    option = whole.strip()[-len(rest) - 1 :].strip("-–—:[]() ")
                    return asked if normalise(asked) == wording else item.wording, option
    return None


def join_options(options: dict[int, tuple[str, str]]) -> Iterator[Column]:
    """Yield each question that options have been found of."""
    for question in dict.fromkeys(question for question, _option in options.values()):
        cells = tuple(
            OptionCell(index, option)
            for index, (asked, option) in options.items()
            if asked == question
        )
        yield Column(cells[0].index, question, ColumnRole.QUESTION, options=cells)


def known_questions(row: Row, surroundings: Surroundings) -> int:
    """Return how many of the row's cells are questions of the programme workbook."""
    texts = header_texts(row)
    labels = (label for text in texts for label in (row_label(text), *names_of(text)) if label)
    questions = (found[0] for text in texts if (found := find_option(text, surroundings)))
    return len(surroundings.wordings & {normalise(text) for text in (*texts, *labels, *questions)})
