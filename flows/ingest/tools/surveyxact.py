"""SurveyXact: codes in `Dataset`, explained by `Structure`, `Labels` and `Variables`.

They are sheets of one workbook, or csv files of one folder.
"""

import re
from collections.abc import Mapping
from functools import partial

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart
from flows.ingest.header_rows import header_texts, rows_below, texts_in
from flows.ingest.joined_sheets import join_sheets, pair_rows, pair_rows_by_number
from flows.ingest.recognised import (
    Companion,
    Companionship,
    Recognition,
    Surroundings,
    companion_of,
)
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.value_codes import Codebook, Variable, code_of
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("SurveyXact")
PRECEDENCE = 10

VARIABLE_HEADER = "variablename"
NEEDED_HEADERS = {VARIABLE_HEADER, "questiontext"}
LABEL_COLUMN = 3
MOST_SHARE = 0.5
SEVERAL = "multiple"
PARTIAL_STATUS = "statoverall_3"
"""The column that is 1 where somebody answered some questions and never finished."""

PART_OF_DATASET = re.compile(r"dataset ?(?:\(?\d+\)?)?")
"""How the sheets of a dataset are called: Dataset, or Dataset(1), Dataset(2) and so on."""

SENT_HEADERS = ("closetime", "statcompleted", "completed", "statcreateddate")
KEY_HEADERS = ("respondent", "respondentid", "respnokk")
"""What heads the respondents' keys; somebody who never answered has one too, and no time."""

CHOSEN = "1"


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if it is the dataset that other sheets or files explain."""
    structures = [one for one in surroundings.related if is_structure(one)]
    if not structures or not sheet.rows:
        return None
    structure = max(structures, key=lambda one: len(column_names(sheet) & variable_names(one)))
    names = variable_names(structure)
    if sheet in structures or lists_variables(sheet, names):
        mains = (one for one in surroundings.related if is_dataset(one, names))
        return companion_of(next(mains, None))
    first, *parts = find_parts(sheet, surroundings, names)
    if first is not sheet:
        return companion_of(first, continue_in(first, sheet)[1])
    if not any(is_dataset(one, names) for one in (first, *parts)):
        return None
    continued = [(part, pairs) for part in parts if (pairs := continue_in(first, part)[0])]
    joined = join_sheets(first, continued)
    table = joined.sheet
    header = table.rows[0]
    index_of = first_indexes(header)
    lists = (one for one in surroundings.related if lists_variables(one, names))
    labels = next((one for one in lists if holds_labels(one)), None)
    asked, coded = read_structure(structure, index_of, read_labels(labels))
    own = {
        index: own_role(text) if index_of.get(normalise(text)) == index else ColumnRole.TOOL
        for index, text in enumerate(header_texts(header), 1)
        if index not in coded
    }
    columns = arrange_columns(
        header,
        own,
        asked,
        rows_below(table, header.number),
        surroundings,
        are_options=lambda group: all(coded[part.index].kind == SEVERAL for part in group),
    )
    return Recognition(
        TOOL,
        _("its columns are the variables that the Structure of SurveyXact explains"),
        ExportKind.SURVEY,
        (header.number,),
        columns,
        cell_of=Codebook(coded).read_cell,
        is_partial=partial(is_unfinished, status=index_of.get(PARTIAL_STATUS, 0)),
        joined=joined,
    )


def first_indexes(header: Row) -> dict[str, int]:
    """Return the first column of each name, normalised; a further sheet may have it again."""
    indexes: dict[str, int] = {}
    for index, text in enumerate(header_texts(header), 1):
        indexes.setdefault(normalise(text), index)
    return indexes


def is_structure(sheet: Sheet) -> bool:
    """Tell whether the sheet has a row for each variable, with the question it asks."""
    return any(texts_in(row) >= NEEDED_HEADERS for row in sheet.rows[:1])


def column_names(sheet: Sheet) -> set[str]:
    """Return what heads the columns of the sheet, normalised."""
    first_row = sheet.rows[:1]
    return {normalise(text) for row in first_row for text in header_texts(row)} - {""}


def variable_names(sheet: Sheet) -> set[str]:
    """Return the variables that a structure explains or that a list of labels begins with."""
    column = 1
    if is_structure(sheet):
        keys = [normalise(text) for text in header_texts(sheet.rows[0])]
        column = keys.index(VARIABLE_HEADER) + 1
    return {normalise(text_of(row.value_at(column))) for row in sheet.rows} - {
        "",
        VARIABLE_HEADER,
    }


def lists_variables(sheet: Sheet, names: set[str]) -> bool:
    """Tell whether the rows begin with variables, as those of Labels and Variables do.

    Some variables are the tool's own, and no question of the structure.
    """
    listed = variable_names(sheet)
    return len(listed & names) > MOST_SHARE * len(listed) and not is_structure(sheet)


def is_dataset(sheet: Sheet, names: set[str]) -> bool:
    """Tell whether the variables head the columns of the sheet."""
    return bool(column_names(sheet) & names) and not lists_variables(sheet, names)


def find_parts(sheet: Sheet, surroundings: Surroundings, names: set[str]) -> list[Sheet]:
    """Return the sheets of the dataset that `sheet` is one of, in their order; it alone if it is.

    A dataset of more than 255 columns goes on in further sheets of its workbook, with the
    same respondents. One of them may hold nothing that the structure explains.
    """
    parts = [
        one
        for one in surroundings.siblings
        if PART_OF_DATASET.fullmatch(normalise(one.name)) and one.rows and not one.is_hidden
    ]
    are_explained = any(is_dataset(one, names) for one in parts)
    return parts if sheet in parts and are_explained else [sheet]


def continue_in(first: Sheet, part: Sheet) -> tuple[Mapping[int, int] | None, Companionship]:
    """Return the rows of `part` by those of `first`, or None, and what `part` is to it."""
    pairs = pair_rows(first, part)
    if pairs:
        return pairs, Companionship.JOINED
    pairs = pair_rows_by_number(first, part)
    return pairs, Companionship.JOINED_BY_NUMBER if pairs else Companionship.CONTINUES


def holds_labels(sheet: Sheet) -> bool:
    """Tell whether the rows have a variable, a code and a label."""
    return any(row.value_at(LABEL_COLUMN) is not None for row in sheet.rows)


def read_labels(sheet: Sheet | None) -> dict[str, dict[str, str]]:
    """Return the labels of each variable's codes; the sheet has a row for each, and no header."""
    labels: dict[str, dict[str, str]] = {}
    for row in sheet.rows if sheet else ():
        name, code, label = (text_of(row.value_at(i)) for i in range(1, LABEL_COLUMN + 1))
        labels.setdefault(normalise(name), {})[code_of(code)] = display(label)
    return labels


def read_structure(
    sheet: Sheet, index_of: dict[str, int], labels: dict[str, dict[str, str]]
) -> tuple[tuple[HeaderPart, ...], dict[int, Variable]]:
    """Return the questions of the dataset's columns, and the codes that they are answered with.

    A question with several answers has a row, and a column, for each of its choices.
    """
    header = {normalise(text): index for index, text in enumerate(header_texts(sheet.rows[0]), 1)}
    parts: dict[int, HeaderPart] = {}
    coded: dict[int, Variable] = {}
    for row in sheet.rows[1:]:
        said = {name: display(text_of(row.value_at(index))) for name, index in header.items()}
        name = said["variablename"]
        index = index_of.get(normalise(name))
        if index is None or index in parts:
            continue
        is_several = normalise(said.get("subtype", "")) == SEVERAL
        text = said["questiontext"] or name
        question, choice = (text, said.get("choicetext", "")) if is_several else split_row(text)
        code = said.get("questionname", "")
        names = (name,) if is_several else (name, text)
        parts[index] = HeaderPart(index, question, choice, names, code=code)
        kind = SEVERAL if is_several else ""
        codes = {} if is_several else labels.get(normalise(name), {})
        coded[index] = Variable(name, text, kind, codes)
    return tuple(parts[index] for index in sorted(parts)), coded


def split_row(text: str) -> tuple[str, str]:
    """Return a question and the row of its grid that stands behind a dash, "" without one."""
    question, dash, row = text.rpartition(" - ")
    return (question, row) if dash else (text, "")


def own_role(text: str) -> ColumnRole:
    """Return what a column is for that the structure does not explain."""
    if normalise(text) in SENT_HEADERS:
        return ColumnRole.SUBMITTED_AT
    if normalise(text) in KEY_HEADERS:
        return ColumnRole.RESPONSE_ID
    role = role_of(text, PERSON_HEADERS)
    return role or (ColumnRole.TOOL if text.strip() else ColumnRole.BLANK)


def is_unfinished(row: Row, status: int) -> bool:
    """Tell whether the respondent answered some questions and never finished."""
    return bool(status) and code_of(row.value_at(status)) == CHOSEN
