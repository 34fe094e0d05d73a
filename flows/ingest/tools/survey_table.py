"""A survey as a plain table from any tool: one header row and a row for each respondent.

It is recognised by the questions of the programme workbook, or because the sheet of
exports declares it.
"""

from flows.ingest.column_roles import SURVEY_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.recognised import Recognition, Surroundings, every_row, header_texts
from flows.ingest.tools.google_forms import GRID_ROW
from flows.programme.headers import display, normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet
from flows.programme.translations import _

PRECEDENCE = 90

HEADER_SEARCH_ROWS = 20


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if one of its first rows holds a known question."""
    header = header_row(sheet, surroundings)
    if header is None:
        return None
    columns = tuple(
        survey_column(index, text, surroundings.wordings)
        for index, text in enumerate(header_texts(header), 1)
    )
    return Recognition(
        Tool.TABLE,
        _("one of its rows holds questions of the programme workbook"),
        ExportKind.SURVEY,
        header.number,
        columns,
        every_row,
    )


def header_row(sheet: Sheet, surroundings: Surroundings) -> Row | None:
    """Return the declared row, or the one with the most known questions, or None."""
    rows = sheet.rows[:HEADER_SEARCH_ROWS]
    if surroundings.header_row is not None:
        return next((row for row in rows if row.number == surroundings.header_row), None)
    if surroundings.kind is ExportKind.SURVEY:
        return max(
            rows, key=lambda row: (known_questions(row, surroundings), -row.number), default=None
        )
    known = [row for row in rows if known_questions(row, surroundings)]
    return max(known, key=lambda row: known_questions(row, surroundings), default=None)


def known_questions(row: Row, surroundings: Surroundings) -> int:
    """Return how many of the row's cells are questions of the programme workbook."""
    texts = header_texts(row)
    labels = (grid[1] for text in texts if (grid := GRID_ROW.search(text)))
    return len(surroundings.wordings & {normalise(text) for text in (*texts, *labels)})


def survey_column(index: int, text: str, wordings: frozenset[str]) -> Column:
    """Return a question, or a column about the person or the answer."""
    if not text:
        return Column(index, text, ColumnRole.BLANK)
    role = role_of(text, SURVEY_HEADERS)
    if role is not None and normalise(text) not in wordings:
        return Column(index, text, role)
    grid = GRID_ROW.search(text)
    return Column(index, text, ColumnRole.QUESTION, row_label=display(grid[1]) if grid else "")
