"""REDCap: a record a row, `field___1` for each check box and `form_complete` for each form.

The data dictionary is another file, which tells what is asked in the fields and what their
codes mean. Where it stands in the same folder, the data are read through it.
"""

import re
from collections.abc import Iterator
from functools import partial

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below, texts_in
from flows.ingest.recognised import Companion, Recognition, Surroundings, companion_of
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.value_codes import Codebook, Variable, code_of
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("REDCap")
PRECEDENCE = 10

RECORD = re.compile(r"record_id|study_id|participant_id|record id|study id")
FIELD = re.compile(r"[a-z][a-z0-9_]*")
"""The first field is the record's. It may be called anything where all headers are fields."""
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
NAME, TYPE, LABEL = "variable / field name", "field type", "field label"
CHOICES = "choices, calculations, or slider labels"
DICTIONARY_HEADERS = {NAME, TYPE, LABEL}
MOST_SHARE = 0.5
CHOSEN_TYPES = ("checkbox", "radio", "dropdown")
YES_NO = {"yesno": {"1": "Yes", "0": "No"}, "truefalse": {"1": "True", "0": "False"}}
CHOICE = re.compile(r"\s*([^,|]+?)\s*,\s*([^|]*?)\s*")


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if it has a record and tells which forms are complete."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        keys = [normalise(text) for text in texts]
        if is_dictionary(sheet):
            return companion_of(find_data(sheet, surroundings))
        forms = [index for index, key in enumerate(keys, 1) if COMPLETE.fullmatch(key)]
        has_boxes = any(CHECK_BOX.fullmatch(key) for key in keys)
        is_record = RECORD.fullmatch(keys[0]) or all(map(FIELD.fullmatch, keys))
        if not is_record or not (forms or has_boxes):
            continue
        rows = rows_below(sheet, header.number)
        if not all(holds_form_states(index, rows) for index in forms):
            continue
        own = dict(own_columns(keys))
        fields = read_fields(keys, surroundings)
        parts = field_parts(texts, own, fields)
        columns = arrange_columns(header, own, parts, rows, surroundings)
        coded = {
            index: fields[key]
            for index, key in enumerate(keys, 1)
            if key in fields and index not in own
        }
        return Recognition(
            TOOL,
            _("its header has a record, and which forms are complete, as REDCap writes them"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            cell_of=partial(read_cell, codebook=Codebook(coded)),
            is_partial=partial(is_unfinished, forms=tuple(forms)),
        )
    return None


def holds_form_states(index: int, rows: Rows) -> bool:
    """Tell whether the column says of each record how far its form has come."""
    states = {normalise(text_of(value)) for value in rows.column(index)}
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


def is_dictionary(sheet: Sheet) -> bool:
    """Tell whether the sheet is a data dictionary, with a row for each field."""
    return any(texts_in(row) >= DICTIONARY_HEADERS for row in sheet.rows[:1])


def find_data(dictionary: Sheet, surroundings: Surroundings) -> Sheet | None:
    """Return the sheet whose columns the dictionary explains, or None."""
    fields = fields_of(dictionary)
    for sheet in surroundings.related:
        keys = [normalise(text) for row in sheet.rows[:1] for text in header_texts(row)]
        if keys and explains(fields, keys) and not is_dictionary(sheet):
            return sheet
    return None


def read_fields(keys: list[str], surroundings: Surroundings) -> dict[str, Variable]:
    """Return the fields of the dictionary that explains the columns `keys`; none without one."""
    dictionaries = (fields_of(sheet) for sheet in surroundings.related if is_dictionary(sheet))
    return next((fields for fields in dictionaries if explains(fields, keys)), {})


def explains(fields: dict[str, Variable], keys: list[str]) -> bool:
    """Tell whether most of the columns, but for the tool's own, are fields of the dictionary."""
    own = dict(own_columns(keys))
    boxes = [CHECK_BOX.fullmatch(key) for key in keys]
    asked = {
        box["field"] if box else key
        for index, (key, box) in enumerate(zip(keys, boxes, strict=True), 1)
        if index not in own
    }
    return len(asked & fields.keys()) > MOST_SHARE * len(asked)


def fields_of(dictionary: Sheet) -> dict[str, Variable]:
    """Return what a dictionary says of each field, by its name."""
    header, *rows = dictionary.rows
    index_of = {normalise(text): index for index, text in enumerate(header_texts(header), 1)}
    fields = {}
    for row in rows:
        name, kind, label, choices = (
            text_of(row.value_at(index_of[what])) if what in index_of else ""
            for what in (NAME, TYPE, LABEL, CHOICES)
        )
        listed = (CHOICE.fullmatch(choice) for choice in choices.split("|"))
        codes = {code_of(one[1]): plain_text(one[2]) for one in listed if one}
        codes = codes if kind in CHOSEN_TYPES else YES_NO.get(kind, {})
        fields[normalise(name)] = Variable(name, plain_text(label), kind, codes)
    return fields


def field_parts(
    texts: tuple[str, ...], own: dict[int, ColumnRole], fields: dict[str, Variable]
) -> Iterator[HeaderPart]:
    """Yield each field with what it asks; a check box is an option of its field."""
    for index, text in enumerate(texts, 1):
        if index in own:
            continue
        box = CHECK_BOX.fullmatch(text.strip()) or LABELLED_CHECK_BOX.fullmatch(text.strip())
        name = box["field"] if box else text
        field = fields.get(normalise(name), Variable(name, name))
        option = field.labels_by_code.get(code_of(box["code"]), box["code"]) if box else ""
        names = (text,) if box else (name,)
        yield HeaderPart(index, field.label or name, option, names, code=name)


def read_cell(row: Row, index: int, codebook: Codebook) -> CellValue:
    """Return what a row says in a cell, by its label; "[not completed]" is no time."""
    value = codebook.read_cell(row, index)
    return None if normalise(text_of(value)) == NOT_COMPLETED else value


def is_unfinished(row: Row, forms: tuple[int, ...]) -> bool:
    """Tell whether the row has forms and none of them is complete; other events have their own."""
    states = {normalise(text_of(row.value_at(index))) for index in forms} - {""}
    return bool(states) and not any(state in COMPLETE_CODES for state in states)
