"""Rows below a survey's header that nobody answered: sums, means, and the header once more.

The header stands there again where two exports were put below each other.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from flows.ingest.exports import TABLE, Column, ColumnRole, Export
from flows.ingest.recognised import Recognition
from flows.ingest.responses import Response
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, text_of

SUM_OR_MEAN = re.compile(
    r"\s*(?:(?:del)?summa|sum|(?:sub)?total(?:t|er|s)?|medel(?:värde)?|medelbetyg|snitt|genomsnitt"
    r"|average|mean|median|antal(?: svar(?:ande)?)?|count|standardavvikelse"
    r"|gennemsnit|gjennomsnitt|keskiarvo|summe|mittelwert|durchschnitt)\s*[:=]?\s*",
    re.IGNORECASE,
)
WRITTEN_BY_TOOLS = (ColumnRole.RESPONSE_ID, ColumnRole.SUBMITTED_AT, ColumnRole.STARTED_AT)
"""What a tool writes of every response, whoever answered whatever."""


def row_code_of(recognition: Recognition) -> Callable[[Row], str]:
    """Return what tells the code under which a row is left out; of a survey, sums as well.

    The word for a sum stands where no answer can: an option may well be called Medel. A row
    that says in every cell what the header says is the header.
    """
    if recognition.kind is not ExportKind.SURVEY:
        return recognition.row_code
    answers = {
        index
        for column in recognition.columns
        if column.role not in (*WRITTEN_BY_TOOLS, ColumnRole.NAME, ColumnRole.BLANK)
        for index in column.indexes
    }

    headers = {column.index: column.key for column in recognition.columns if column.key}

    def code_of(row: Row) -> str:
        for index, value in enumerate(row.values, 1):
            if value is not None:
                if not isinstance(value, str):
                    return ""
                if index not in answers and SUM_OR_MEAN.fullmatch(value):
                    return "row-is-a-sum"
                return "row-is-a-heading" if repeats(row, index, headers) else ""
        return ""

    return lambda row: recognition.row_code(row) or code_of(row)


def repeats(row: Row, first: int, headers: Mapping[int, str]) -> bool:
    """Tell whether the row's cells, from the `first` one on, say what heads their columns.

    One cell alone may be an answer that says what the question does.
    """
    if normalise(text_of(row.value_at(first))) != headers.get(first):
        return False
    filled = [(index, value) for index, value in enumerate(row.values, 1) if value is not None]
    return len(filled) > 1 and all(
        normalise(text_of(value)) == headers.get(index, normalise(text_of(value)))
        for index, value in filled
    )


def find_rows_of_nobody(export: Export) -> Iterator[Response]:
    """Yield the responses that lack all that their tool writes of the others."""
    if export.kind is not ExportKind.SURVEY or export.tool is TABLE:
        return
    positions = [
        position
        for position, column in enumerate(export.columns)
        if column.role in WRITTEN_BY_TOOLS and not is_sparse(export, column)
    ]
    columns = [export.responses.column(position) for position in positions]
    bare: Sequence[int] = range(len(export.responses) if columns else 0)
    for column in columns:
        bare = [number for number in bare if column[number] is None]
    for number in bare:
        if not export.responses.partial[number]:
            yield export.responses[number]


def is_sparse(export: Export, column: Column) -> bool:
    """Tell whether most responses have nothing in the column: their tool keeps none."""
    cells = export.responses.column(export.columns.index(column))
    return cells.count(None) * 2 >= len(cells)
