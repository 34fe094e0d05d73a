"""A survey as a plain table from any tool: one header row and a row for each respondent.

It is recognised by the questions of the programme workbook, or because the sheet of
exports declares it.
"""

from flows.ingest.column_roles import TABLE_HEADERS
from flows.ingest.exports import TABLE
from flows.ingest.header_rows import candidate_headers, header_texts
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import row_label, survey_column
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet
from flows.programme.translations import _

PRECEDENCE = 90


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
    columns = tuple(
        survey_column(index, text, surroundings.wordings, TABLE_HEADERS)
        for index, text in enumerate(header_texts(header), 1)
    )
    reason = (
        _("one of its rows holds questions of the programme workbook")
        if is_known
        else _("the sheet Exports of the programme workbook says that it is a survey")
    )
    return Recognition(TABLE, reason, ExportKind.SURVEY, (header.number,), columns)


def known_questions(row: Row, surroundings: Surroundings) -> int:
    """Return how many of the row's cells are questions of the programme workbook."""
    texts = header_texts(row)
    labels = (label for text in texts if (label := row_label(text)))
    return len(surroundings.wordings & {normalise(text) for text in (*texts, *labels)})
