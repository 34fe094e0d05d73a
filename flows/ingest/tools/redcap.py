"""REDCap: a record a row, `field___1` for each check box and `form_complete` for each form.

The data dictionary is another file that describes the fields; it holds no responses.
"""

import re
from collections.abc import Iterator
from functools import partial

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Companion, Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("REDCap")
PRECEDENCE = 10

RECORD = re.compile(r"record_id|study_id|participant_id|record id|study id")
COMPLETE = re.compile(r"[a-z0-9_]+_complete|complete\?")
CHECK_BOX = re.compile(r"(?P<field>\w+?)___(?P<code>\w+)")
LABELLED_CHECK_BOX = re.compile(r"(?P<field>.*?) \(choice=(?P<code>.*)\)", re.DOTALL)
OWN_FIELDS = {
    "redcap_survey_identifier": ColumnRole.KEY,
    "survey identifier": ColumnRole.KEY,
    "redcap_event_name": ColumnRole.TOOL,
    "event name": ColumnRole.TOOL,
    "redcap_repeat_instrument": ColumnRole.TOOL,
    "redcap_repeat_instance": ColumnRole.TOOL,
    "repeat instrument": ColumnRole.TOOL,
    "repeat instance": ColumnRole.TOOL,
    "redcap_data_access_group": ColumnRole.TOOL,
    "data access group": ColumnRole.TOOL,
}
TIMESTAMP = re.compile(r"[a-z0-9_]+_timestamp|survey timestamp")
NOT_COMPLETED = "[not completed]"
COMPLETE_CODES = ("2", "complete")
DICTIONARY_HEADERS = {"variable / field name", "form name", "field type", "field label"}


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if it has a record and tells which forms are complete."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        keys = [normalise(text) for text in texts]
        if set(keys) >= DICTIONARY_HEADERS:
            return Companion()
        forms = [index for index, key in enumerate(keys, 1) if COMPLETE.fullmatch(key)]
        has_boxes = any(CHECK_BOX.fullmatch(key) for key in keys)
        if not RECORD.fullmatch(keys[0]) or not (forms or has_boxes):
            continue
        rows = rows_below(sheet, header.number)
        if not all(holds_form_states(index, rows) for index in forms):
            continue
        own = dict(own_columns(keys))
        columns = arrange_columns(header, own, field_parts(texts, own), rows, surroundings)
        return Recognition(
            TOOL,
            _("its header has a record, and which forms are complete, as REDCap writes them"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            cell_of=read_cell,
            is_partial=partial(is_unfinished, forms=tuple(forms)),
        )
    return None


def holds_form_states(index: int, rows: tuple[Row, ...]) -> bool:
    """Tell whether the column says of each record how far its form has come."""
    states = {normalise(text_of(row.value_at(index))) for row in rows}
    return states <= {"", "0", "1", "2", "incomplete", "unverified", "complete"}


def own_columns(keys: list[str]) -> Iterator[tuple[int, ColumnRole]]:
    """Yield what the tool's own columns are for; the first time of sending counts."""
    has_time = False
    for index, key in enumerate(keys, 1):
        if index == 1:
            yield index, ColumnRole.RESPONSE_ID
        elif TIMESTAMP.fullmatch(key):
            yield index, ColumnRole.TOOL if has_time else ColumnRole.SUBMITTED_AT
            has_time = True
        elif COMPLETE.fullmatch(key):
            yield index, ColumnRole.TOOL
        elif key in OWN_FIELDS:
            yield index, OWN_FIELDS[key]
        elif not key:
            yield index, ColumnRole.BLANK


def field_parts(texts: tuple[str, ...], own: dict[int, ColumnRole]) -> Iterator[HeaderPart]:
    """Yield each field; a check box is an option of its field."""
    for index, text in enumerate(texts, 1):
        if index in own:
            continue
        box = CHECK_BOX.fullmatch(text.strip()) or LABELLED_CHECK_BOX.fullmatch(text.strip())
        if box:
            yield HeaderPart(index, box["field"], box["code"], (text,))
        else:
            yield HeaderPart(index, text)


def read_cell(row: Row, index: int) -> CellValue:
    """Return what a row says in a cell; "[not completed]" is no time."""
    value = row.value_at(index)
    return None if normalise(text_of(value)) == NOT_COMPLETED else value


def is_unfinished(row: Row, forms: tuple[int, ...]) -> bool:
    """Tell whether no form of the record is complete."""
    states = [normalise(text_of(row.value_at(index))) for index in forms]
    return bool(states) and not any(state in COMPLETE_CODES for state in states)
