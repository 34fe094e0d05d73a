"""KoboToolbox and ODK: the form's fields, then what the server adds about each submission.

Of a question with several answers a column holds all of them, and one each for every option.
"""

import re
from collections.abc import Iterator

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.option_columns import CellReader
from flows.ingest.recognised import (
    Companion,
    Companionship,
    Recognition,
    Surroundings,
    companion_of,
)
from flows.ingest.survey_columns import arrange_columns
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("KoboToolbox/ODK")
PRECEDENCE = 10

OWN_FIELDS = {
    "_id": ColumnRole.RESPONSE_ID,
    "key": ColumnRole.RESPONSE_ID,
    "_uuid": ColumnRole.TOOL,
    "meta-instanceid": ColumnRole.TOOL,
    "meta/instanceid": ColumnRole.TOOL,
    "meta-instancename": ColumnRole.TOOL,
    "instanceid": ColumnRole.TOOL,
    "instancename": ColumnRole.TOOL,
    "start": ColumnRole.STARTED_AT,
    "end": ColumnRole.MODIFIED_AT,
    "today": ColumnRole.TOOL,
    "_submission_time": ColumnRole.SUBMITTED_AT,
    "submissiondate": ColumnRole.SUBMITTED_AT,
    "deviceid": ColumnRole.PERSONAL,
    "subscriberid": ColumnRole.PERSONAL,
    "simserial": ColumnRole.PERSONAL,
    "simid": ColumnRole.PERSONAL,
    "phonenumber": ColumnRole.PERSONAL,
    "username": ColumnRole.PERSONAL,
    "submitterid": ColumnRole.PERSONAL,
    "submittername": ColumnRole.PERSONAL,
    "_submitted_by": ColumnRole.PERSONAL,
    "audit": ColumnRole.TOOL,
    "attachmentspresent": ColumnRole.TOOL,
    "attachmentsexpected": ColumnRole.TOOL,
    "status": ColumnRole.TOOL,
    "reviewstate": ColumnRole.TOOL,
    "edits": ColumnRole.TOOL,
    "formversion": ColumnRole.TOOL,
    "formid-version": ColumnRole.TOOL,
    "__version__": ColumnRole.TOOL,
    "_version_": ColumnRole.TOOL,
}
SERVER_FIELD = re.compile(r"_[a-z]\w*")
GEOPOINT = re.compile(r".*[_-](?:latitude|longitude|altitude|precision|accuracy)")
KOBO_MARKS = {"_id", "_uuid", "_submission_time"}
ODK_MARKS = {"submissiondate", "key"}
PARENT_MARKS = ({"_parent_index", "_index"}, {"parent_key", "key"})
"""What the rows of a repeated group have in place of that."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if its header has what the server adds to a submission.

    What a group of questions was answered each time that it was repeated stands in a sheet or
    a file of its own, whose rows point at their submission.
    """
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        if points_at_parent(header):
            mains = (one for one in surroundings.related if any(map(is_header, one.rows[:1])))
            return companion_of(next(mains, sheet), Companionship.REPEATS)
        if not is_header(header):
            continue
        rows = rows_below(sheet, header.number)
        own = {i: role for i, text in enumerate(texts, 1) if (role := own_role(text, surroundings))}
        lists = frozenset(list_columns(texts, rows)) - own.keys()
        own |= dict.fromkeys(lists, ColumnRole.TOOL)
        parts = field_parts(texts, frozenset(own), surroundings)
        columns = arrange_columns(header, own, parts, rows, surroundings)
        return Recognition(
            TOOL,
            _("its header has what KoboToolbox or ODK adds to each submission"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            cell_of=make_cell_reader(columns, surroundings),
        )
    return None


def is_header(row: Row) -> bool:
    """Tell whether the row heads submissions."""
    keys = {normalise(text) for text in header_texts(row)}
    return len(KOBO_MARKS & keys) > 1 or keys >= ODK_MARKS


def points_at_parent(row: Row) -> bool:
    """Tell whether the row heads what was repeated within submissions."""
    keys = {normalise(text) for text in header_texts(row)}
    return any(keys >= marks for marks in PARENT_MARKS)


def own_role(text: str, surroundings: Surroundings) -> ColumnRole | None:
    """Return what a column of the server's or the device's is for, or None for a field."""
    key = normalise(text)
    if surroundings.asks(text):
        return None
    if key in OWN_FIELDS:
        return OWN_FIELDS[key]
    if GEOPOINT.fullmatch(key):
        return ColumnRole.PERSONAL
    return ColumnRole.TOOL if SERVER_FIELD.fullmatch(key) else role_of(text, PERSON_HEADERS)


def list_columns(texts: tuple[str, ...], rows: Rows) -> Iterator[int]:
    """Yield the columns that only repeat what the columns of their options say."""
    for index, text in enumerate(texts, 1):
        options = [i for i, one in enumerate(texts, 1) if one.startswith(f"{text}/")]
        marks = {normalise(text_of(value)) for i in options for value in rows.column(i)}
        if options and marks <= {"", "0", "1", "true", "false"}:
            yield index


def field_parts(
    texts: tuple[str, ...], others: frozenset[int], surroundings: Surroundings
) -> Iterator[HeaderPart]:
    """Yield each field without the groups that it is in; an option is part of its question."""
    for index, text in enumerate(texts, 1):
        if index in others or not text.strip():
            continue
        path = plain_text(text).split("/")
        parent = text.rpartition("/")[0]
        is_known = parent in texts or surroundings.choices_item(parent.rpartition("/")[2])
        if parent and len(path) > 1 and is_known:
            yield HeaderPart(index, path[-2], path[-1], (text,))
        else:
            yield HeaderPart(index, path[-1], names=(text,) if len(path) > 1 else ())


def make_cell_reader(columns: tuple[Column, ...], surroundings: Surroundings) -> CellReader:
    """Return what reads a cell: of several options in one column, spaces stand between them."""
    options_by_index = {
        column.index: item.options
        for column in columns
        if not column.options and (item := surroundings.choices_item(column.header))
    }
    if not options_by_index:
        return Row.value_at

    def read_cell(row: Row, index: int) -> CellValue:
        value = row.value_at(index)
        options = options_by_index.get(index)
        return split_at_spaces(value, options) if options and isinstance(value, str) else value

    return read_cell


def split_at_spaces(text: str, options: frozenset[str]) -> str:
    """Return the options with line ends between them, or the text where other words are in it."""
    words = text.split()
    found: list[str] = []
    while words:
        ends = range(len(words), 0, -1)
        end = next((end for end in ends if normalise(" ".join(words[:end])) in options), 0)
        if not end:
            return text
        found.append(" ".join(words[:end]))
        words = words[end:]
    return "\n".join(found)
