"""SurveyXact: codes in the sheet `Dataset`, explained by `Structure`, `Labels` and `Variables`."""

import re
from functools import partial

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart
from flows.ingest.header_rows import header_texts, rows_below
from flows.ingest.recognised import Companion, Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.value_codes import Codebook, Variable, code_of
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("SurveyXact")
PRECEDENCE = 10

DATASET = re.compile(r"dataset(?:\(\d+\))?")
EXPLAINING = ("structure", "labels", "variables")
NEEDED_HEADERS = {"variablename", "questiontext"}
SEVERAL = "multiple"
PARTIAL_STATUS = "statoverall_3"
"""The column that is 1 where somebody answered some questions and never finished."""

SENT_HEADERS = ("closetime", "statcompleted", "completed", "statcreateddate")
CHOSEN = "1"


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if it is the dataset that the other sheets explain."""
    structure = surroundings.sibling("structure")
    if structure is None or not structure.rows:
        return None
    if not {normalise(text) for text in header_texts(structure.rows[0])} >= NEEDED_HEADERS:
        return None
    main = next((one for one in surroundings.siblings if is_dataset(one)), None)
    if main is not None and normalise(sheet.name) in EXPLAINING:
        return Companion(main.name)
    if not is_dataset(sheet) or not sheet.rows:
        return None
    header = sheet.rows[0]
    index_of = {normalise(text): index for index, text in enumerate(header_texts(header), 1)}
    labels = read_labels(surroundings.sibling("labels"))
    parts, coded = read_structure(structure, index_of, labels)
    own = {
        index: own_role(text)
        for index, text in enumerate(header_texts(header), 1)
        if index not in coded
    }
    columns = arrange_columns(
        header,
        own,
        parts,
        rows_below(sheet, header.number),
        surroundings,
        are_options=lambda group: all(coded[part.index].kind == SEVERAL for part in group),
    )
    return Recognition(
        TOOL,
        _("its columns are the variables that the sheet Structure of SurveyXact explains"),
        ExportKind.SURVEY,
        (header.number,),
        columns,
        cell_of=Codebook(coded).read_cell,
        is_partial=partial(is_unfinished, status=index_of.get(PARTIAL_STATUS, 0)),
    )


def is_dataset(sheet: Sheet) -> bool:
    """Tell whether the sheet holds the responses."""
    return DATASET.fullmatch(normalise(sheet.name)) is not None


def read_labels(sheet: Sheet | None) -> dict[str, dict[str, str]]:
    """Return the labels of each variable's codes; the sheet has a row for each, and no header."""
    labels: dict[str, dict[str, str]] = {}
    for row in sheet.rows if sheet else ():
        name, code, label = (text_of(row.value_at(index)) for index in (1, 2, 3))
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
        choice = said.get("choicetext", "") if is_several else ""
        question = said["questiontext"] or name
        parts[index] = HeaderPart(
            index, question, choice, (name,), code=said.get("questionname", "")
        )
        kind = SEVERAL if is_several else ""
        codes = {} if is_several else labels.get(normalise(name), {})
        coded[index] = Variable(name, question, kind, codes)
    return tuple(parts[index] for index in sorted(parts)), coded


def own_role(text: str) -> ColumnRole:
    """Return what a column is for that the structure does not explain."""
    if normalise(text) in SENT_HEADERS:
        return ColumnRole.SUBMITTED_AT
    role = role_of(text, PERSON_HEADERS)
    return role or (ColumnRole.TOOL if text.strip() else ColumnRole.BLANK)


def is_unfinished(row: Row, status: int) -> bool:
    """Tell whether the respondent answered some questions and never finished."""
    return bool(status) and code_of(row.value_at(status)) == CHOSEN
