"""Artologik Survey&Report, also called Sunet Survey: codes in one sheet, their labels in another.

The sheet `Data` holds numbers only, a row for each respondent; `VariableView` tells what each
column asks and what its codes mean. 999 is no answer.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from flows.ingest.column_roles import PERSON_HEADERS, role_of
from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, split_headers
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below, texts_in
from flows.ingest.recognised import Companion, Recognition, Surroundings, companion_of
from flows.ingest.survey_columns import arrange_columns
from flows.ingest.value_codes import Codebook, Variable, code_of, parse_codes
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Artologik Survey&Report")
PRECEDENCE = 10

BOOK_HEADERS = {
    "name": ("variable name", "variabelnamn", "variablenname", "variabelnavn"),
    "label": ("label", "etikett", "etiket"),
    "type": ("type", "typ"),
    "codes": ("value codes", "värdekoder", "wertecodes", "verdikoder", "værdikoder"),
    "missing": ("missing code", "saknat värde", "kod för saknat värde", "fehlender code"),
}
BOOK_ORDER = ("name", "label", "type", "data type", "codes", "missing")
"""How its columns stand in every language, also in those that we have no words of."""

FIRST_VARIABLES = 10
"""Among how many of its rows one with a list of codes is looked for."""

MISSING_CODE = "999"
VARIABLE = re.compile(r"var0*(\d+)(_0*\d+)?(c?)")
CHECK_BOXES = re.compile(
    r".*(check ?box|kryssrut|kontrollkästchen|multiple.choice|flerval|avkryss|afkryds|monivalin"
    r"|valintaruu|mehrfach)"
)
MATRIX = re.compile(r".*(matrix|matris|matriisi|grid|scale|skala|asteikko)")
YES_AND_NO = {"1": "ja", "2": "nej"}
"""What the codes of a check box mean, in Swedish whatever the survey's language."""

COMMENT = "kommentar"

OWN_HEADERS = {
    ColumnRole.RESPONSE_ID: ("id", "befragten id", "respondent id", "svarande-id"),
    ColumnRole.SUBMITTED_AT: (
        "svarstillfälle",
        "svarsdatum",
        "response date",
        "answered",
        "time of response",
        "antwortzeitpunkt",
        "antwortdatum",
    ),
    ColumnRole.PERSONAL: ("angezeigter name", "visningsnamn", "display name"),
}


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Companion | None:
    """Return how the sheet is read, if another one tells what its codes mean."""
    book = next((one for one in surroundings.related if find_book_header(one)), None)
    if book is None:
        return None
    variables = read_book(book)
    if book.file == sheet.file:
        variables = by_label(variables) | variables
    header = find_data_header(sheet, variables, surroundings)
    if sheet is book:
        others = (one for one in surroundings.related if not find_book_header(one))
        mains = (one for one in others if find_data_header(one, variables, Surroundings()))
        return companion_of(next(mains, None))
    if header is None:
        return None
    coded = {
        index: variable
        for index, text in enumerate(header_texts(header), 1)
        if (variable := variables.get(variable_key(text)))
    }
    own = {
        index: own_role(text)
        for index, text in enumerate(header_texts(header), 1)
        if index not in coded
    }
    rows = rows_below(sheet, header.number)
    columns = arrange_columns(
        header,
        own | sending_column(own, rows),
        question_parts(coded),
        rows,
        surroundings,
        are_options=lambda group: are_check_boxes([coded[part.index] for part in group]),
    )
    return Recognition(
        TOOL,
        _("its columns are the variables that the sheet VariableView of Survey&Report explains"),
        ExportKind.SURVEY,
        (header.number,),
        columns,
        cell_of=Codebook(coded).read_cell,
    )


def find_book_header(sheet: Sheet) -> Row | None:
    """Return the header of the sheet that explains the variables, or None for another sheet."""
    for row in sheet.rows[:3]:
        keys = texts_in(row)
        needed = ("name", "label", "codes")
        if all(keys & set(BOOK_HEADERS[what]) for what in needed):
            return row
        first_rows = sheet.rows[1:FIRST_VARIABLES] if row == sheet.rows[0] else ()
        if len(row.values) >= len(BOOK_ORDER) and any(map(lists_variable, first_rows)):
            return row
    return None


def lists_variable(row: Row) -> bool:
    """Tell whether the row is about a variable: its name first, its code list in its place."""
    name = text_of(row.value_at(1))
    codes = text_of(row.value_at(BOOK_ORDER.index("codes") + 1))
    return VARIABLE.fullmatch(normalise(name)) is not None and bool(parse_codes(codes))


def read_book(sheet: Sheet) -> dict[str, Variable]:
    """Return the variables that the sheet explains, by their name."""
    header = find_book_header(sheet)
    if header is None:
        return {}
    keys = [normalise(text) for text in header_texts(header)]
    places = {
        what: next((index for index, key in enumerate(keys, 1) if key in words), 0)
        for what, words in BOOK_HEADERS.items()
    }
    if not places["name"]:
        places = {what: index for index, what in enumerate(BOOK_ORDER, 1)}
    variables = {}
    for row in rows_below(sheet, header.number):
        said = {what: text_of(row.value_at(index)) for what, index in places.items() if index}
        missing = code_of(said.get("missing", "")) or MISSING_CODE
        variables[variable_key(said["name"])] = Variable(
            said["name"].strip(),
            display(said["label"]),
            normalise(said.get("type", "")),
            parse_codes(said["codes"]),
            frozenset((missing, MISSING_CODE)),
        )
    return variables


def by_label(variables: dict[str, Variable]) -> dict[str, Variable]:
    """Return the variables by their labels, which an export may have for headers.

    A comment has the label of the question that it is about.
    """
    asked = [one for one in variables.values() if one.label and not is_comment(one.name)]
    return {variable_key(one.label): one for one in asked}


def variable_key(name: str) -> str:
    """Return a variable's name as it is compared: VAR1 is VAR01."""
    key = normalise(name)
    match = VARIABLE.fullmatch(key)
    return f"var{match[1]}{match[2] or ''}{match[3]}" if match else key


def find_data_header(
    sheet: Sheet, variables: dict[str, Variable], surroundings: Surroundings
) -> Row | None:
    """Return the row that names variables, or None where no row does."""
    for row in candidate_headers(sheet, surroundings):
        if any(variable_key(text) in variables for text in header_texts(row) if text):
            return row
    return None


def own_role(text: str) -> ColumnRole:
    """Return what a column is for that is no variable: the respondent's, or the tool's own."""
    if not text.strip():
        return ColumnRole.BLANK
    return role_of(text, OWN_HEADERS) or role_of(text, PERSON_HEADERS) or ColumnRole.TOOL


def sending_column(own: dict[int, ColumnRole], rows: Rows) -> dict[int, ColumnRole]:
    """Return the tool's own column of moments as that of sending, where no word of ours told it."""
    if ColumnRole.SUBMITTED_AT in own.values():
        return {}
    for index, role in own.items():
        cells = [value for value in rows.column(index) if value is not None]
        if role is ColumnRole.TOOL and cells and all(isinstance(one, datetime) for one in cells):
            return {index: ColumnRole.SUBMITTED_AT}
    return {}


def question_parts(coded: dict[int, Variable]) -> Iterator[HeaderPart]:
    """Yield each variable's question: VAR04_1, VAR04_2 are parts of one.

    The comments, VAR04C and VAR04_2C, come last, from between them.
    """
    comments = {index for index, variable in coded.items() if is_comment(variable.name)}
    families = [
        (index, variable.name.rpartition("_")[0] or variable.name, variable.label)
        for index, variable in coded.items()
        if index not in comments
    ]
    for part in split_headers(families):
        names = (*part.names, coded[part.index].name)
        yield HeaderPart(part.index, part.question, part.label, names, code=part.code)
    for index in sorted(comments):
        variable = coded[index]
        yield HeaderPart(index, f"{variable.label} [{COMMENT}]", names=(variable.name,))


def is_comment(name: str) -> bool:
    """Tell whether a variable is what somebody wrote beside an answer."""
    variable = VARIABLE.fullmatch(normalise(name))
    return variable is not None and bool(variable[3])


def are_check_boxes(variables: list[Variable]) -> bool:
    """Tell whether the variables are the boxes of one question, by their type and their codes."""
    return all(
        CHECK_BOXES.match(variable.kind) is not None
        and MATRIX.match(variable.kind) is None
        and {code: normalise(label) for code, label in variable.labels_by_code.items()}
        in (YES_AND_NO, {})
        for variable in variables
    )
