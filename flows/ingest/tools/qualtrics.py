"""Qualtrics: two or three header rows with the questions' codes, their texts and import ids.

Answers stand as texts or as numbers, and of several choices each may have a column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text, split_headers
from flows.ingest.header_rows import HEADER_SEARCH_ROWS, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Qualtrics")
PRECEDENCE = 10

SYSTEM_COLUMNS = {
    "responseid": ColumnRole.RESPONSE_ID,
    "responseset": ColumnRole.TOOL,
    "startdate": ColumnRole.STARTED_AT,
    "enddate": ColumnRole.SUBMITTED_AT,
    "recordeddate": ColumnRole.MODIFIED_AT,
    "status": ColumnRole.TOOL,
    "progress": ColumnRole.TOOL,
    "duration (in seconds)": ColumnRole.TOOL,
    "finished": ColumnRole.TOOL,
    "ipaddress": ColumnRole.PERSONAL,
    "name": ColumnRole.NAME,
    "recipientfirstname": ColumnRole.NAME,
    "recipientlastname": ColumnRole.FAMILY_NAME,
    "recipientemail": ColumnRole.EMAIL,
    "emailaddress": ColumnRole.EMAIL,
    "externalreference": ColumnRole.KEY,
    "externaldatareference": ColumnRole.KEY,
    "locationlatitude": ColumnRole.PERSONAL,
    "locationlongitude": ColumnRole.PERSONAL,
    "locationaccuracy": ColumnRole.PERSONAL,
    "distributionchannel": ColumnRole.TOOL,
    "userlanguage": ColumnRole.TOOL,
}
FEWEST_SYSTEM_COLUMNS = 4
"""So many of the tool's own columns are in every export, whatever its age and options."""

FIRST_OLD_CODE = "v1"
"""What heads the first column of an export from before 2016, above its text."""

WRITE_IN_CODE = re.compile(r".*TEXT(?:_\d+)?")
WRITTEN_BESIDE = " - Text"
CHOSEN = re.compile(r"\s+-\s+(?:Selected Choice|Valt alternativ)$")
PREVIEW_STATUS = re.compile(r"1|8|9|12|17|.*(?:preview|spam|förhandsgransk|vorschau).*")
"""How the tool marks responses made to look at the form, and those that it takes for spam."""

TEST_STATUS = re.compile(r"2|(?:survey )?test")
"""How the tool marks responses that it generated to try the form."""

SEEN_BUT_UNANSWERED = ("-99",)
"""What the tool writes, where it is asked to, of a question that somebody left out."""

UNFINISHED = ("0", "false", "falskt", "falsk", "no", "nej")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first rows are the header of Qualtrics."""
    rows = sheet.rows[:HEADER_SEARCH_ROWS]
    for position, row in enumerate(rows):
        system = system_columns(row)
        if len(system) < FEWEST_SYSTEM_COLUMNS or not {"enddate", "finished"} & system.keys():
            continue
        above = rows[position - 1] if position else row
        is_old = normalise(text_of(above.value_at(1))) == FIRST_OLD_CODE
        header = (above, row) if is_old else (row, *texts_below(rows[position + 1 :], system))
        answers = rows_below(sheet, header[-1].number)
        roles = {index: SYSTEM_COLUMNS[name] for name, index in system.items()}
        parts = question_parts(header, frozenset(roles))
        columns = arrange_columns(row, roles, parts, answers, surroundings)
        return Recognition(
            TOOL,
            _("its header has the columns of Qualtrics, such as EndDate and Finished"),
            ExportKind.SURVEY,
            tuple(one.number for one in header),
            columns,
            row_code=partial(test_code, system=system, is_trial=are_all_tests(answers, system)),
            cell_of=read_cell if leaves_out(answers) else Row.value_at,
            is_partial=partial(is_unfinished, system=system),
        )
    return None


def system_columns(row: Row) -> dict[str, int]:
    """Return where the tool's own columns stand, by their name."""
    names = {index: normalise(text) for index, text in enumerate(header_texts(row), 1)}
    return {name: index for index, name in names.items() if name in SYSTEM_COLUMNS}


def texts_below(rows: Sequence[Row], system: dict[str, int]) -> Iterator[Row]:
    """Yield the rows of the header below the codes: texts and import ids, at most two.

    The first response is the row that says when it was ended.
    """
    ended = system.get("enddate") or system.get("recordeddate") or 1
    for row in rows[:2]:
        is_response = parse_timestamp(row.value_at(ended), is_month_first=True) is not None
        if is_response or row.value_at(ended) is None:
            return
        yield row


def question_parts(header: tuple[Row, ...], system: frozenset[int]) -> Iterator[HeaderPart]:
    """Yield each question's header: codes stand in the first row, texts in the second.

    What is written beside an option or a row of a grid does not part it from the next one, and
    is headed by its text once more: it is called so with the word that newer exports add.
    """
    codes, texts = header[0], header[min(1, len(header) - 1)]
    asked, written = [], []
    for index, code in enumerate(header_texts(codes), 1):
        text = CHOSEN.sub("", plain_text(text_of(texts.value_at(index))))
        if index not in system and text:
            if WRITE_IN_CODE.fullmatch(code):
                written.append((index, code, text))
            else:
                asked.append((index, code.rpartition("_")[0] or code, text))
    headed = {text for _index, _code, text in asked}
    written = [(i, c, text + WRITTEN_BESIDE if text in headed else text) for i, c, text in written]
    for part in (*split_headers(asked, texts.number), *split_headers(written, texts.number)):
        names = (*part.names, text_of(codes.value_at(part.index)))
        yield replace(part, question=CHOSEN.sub("", part.question), names=names)


def test_code(row: Row, system: dict[str, int], *, is_trial: bool) -> str:
    """Leave out responses that were made to try the form, and spam.

    A file of nothing but generated responses is somebody's trial, and is read as it is.
    """
    status = system_text(row, system, "status")
    is_test = TEST_STATUS.fullmatch(status) is not None and not is_trial
    return "row-is-a-test" if is_test or PREVIEW_STATUS.fullmatch(status) else ""


def are_all_tests(rows: Rows, system: dict[str, int]) -> bool:
    """Tell whether the tool generated every response of the file."""
    return all(TEST_STATUS.fullmatch(system_text(row, system, "status")) for row in rows)


def leaves_out(rows: Rows) -> bool:
    """Tell whether any cell says that a question was seen and left unanswered."""
    return any(text_of(value) in SEEN_BUT_UNANSWERED for row in rows for value in row.values)


def read_cell(row: Row, index: int) -> CellValue:
    """Return what a row says in a cell; nothing where a question was left unanswered."""
    value = row.value_at(index)
    return None if text_of(value) in SEEN_BUT_UNANSWERED else value


def is_unfinished(row: Row, system: dict[str, int]) -> bool:
    """Tell whether the respondent never came to the end of the form."""
    return system_text(row, system, "finished") in UNFINISHED


def system_text(row: Row, system: dict[str, int], name: str) -> str:
    """Return what the row says in one of the tool's own columns, normalised, or ""."""
    return normalise(text_of(row.value_at(system[name]))) if name in system else ""
