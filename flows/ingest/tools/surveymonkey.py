"""SurveyMonkey: two header rows, the questions above and their options or rows below.

A chosen option is its own label. In some exports the two rows are one: "3. Python.", or the
question alone, whose options then stand in one cell.
"""

import re
from collections.abc import Iterator

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import HEADER_SEARCH_ROWS, header_texts, rows_below
from flows.ingest.recognised import Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("SurveyMonkey")
PRECEDENCE = 10

RESPONDENT = re.compile(
    r"respondent[ -]?id|svarande-id|befragten-id|respondent-id|vastaajan tunnus"
)
OWN_HEADERS = {
    "collector id": ColumnRole.TOOL,
    "collectorid": ColumnRole.TOOL,
    "start date": ColumnRole.STARTED_AT,
    "startdate": ColumnRole.STARTED_AT,
    "startdatum": ColumnRole.STARTED_AT,
    "date created": ColumnRole.STARTED_AT,
    "end date": ColumnRole.SUBMITTED_AT,
    "enddate": ColumnRole.SUBMITTED_AT,
    "slutdatum": ColumnRole.SUBMITTED_AT,
    "date modified": ColumnRole.SUBMITTED_AT,
    "ip address": ColumnRole.PERSONAL,
    "ip-adress": ColumnRole.PERSONAL,
    "email address": ColumnRole.EMAIL,
    "e-postadress": ColumnRole.EMAIL,
    "first name": ColumnRole.NAME,
    "förnamn": ColumnRole.NAME,
    "last name": ColumnRole.FAMILY_NAME,
    "efternamn": ColumnRole.FAMILY_NAME,
}
OWN_PATTERN = re.compile(
    r"(?:custom data|anpassade data|custom value|custom) ?\d*|insamlar-id|insamlings-id|samlar-id"
)
WHOLE_ANSWER = re.compile(
    r"response|open-ended response|svar|öppet svar|svar på öppen fråga|antwort|offene antwort"
    r"|respons|åpent svar|åbent svar|vastaus|avoin vastaus"
)
"""What stands below a question whose answer is the whole cell."""

COLLECTOR = re.compile(r"collector ?id|(?:insamlar|insamlings|samlar)-id")
"""What no other tool has, by which it is known where no options head columns."""

NUMBERED = re.compile(r"(\d+\w*\.)\s+(.+)", re.DOTALL)


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its first column is SurveyMonkey's respondent."""
    for header in sheet.rows[:HEADER_SEARCH_ROWS]:
        texts = header_texts(header)
        if not RESPONDENT.fullmatch(own_key(texts[0])) or len(texts) == 1:
            continue
        below = rows_below(sheet, header.number)
        options = next((row for row in below[:1] if row.value_at(1) is None), None)
        rows = below[1:] if options else below
        own = {
            index: role
            for index, text in enumerate(texts, 1)
            if (role := own_role(text)) and not surroundings.asks(text)
        }
        has_options = any(is_option(i, text, rows) for i, text in enumerate(texts, 1))
        is_collected = any(COLLECTOR.fullmatch(own_key(text)) for text in texts)
        if options is None and not has_options and not is_collected:
            return None
        parts = tuple(paired_parts(header, options)) if options else tuple(flat_parts(texts, rows))
        asked = (part for part in parts if part.index not in own)
        columns = arrange_columns(header, own, asked, rows, surroundings)
        return Recognition(
            TOOL,
            _("its first columns are SurveyMonkey's, such as Respondent ID and Collector ID"),
            ExportKind.SURVEY,
            tuple(row.number for row in (header, options) if row),
            columns,
        )
    return None


def own_key(text: str) -> str:
    """Return a header of the tool's own as it is compared: respondent_id is Respondent ID."""
    return normalise(text).replace("_", " ")


def own_role(text: str) -> ColumnRole | None:
    """Return what a column of the tool's own is for, or None for a question."""
    key = own_key(text)
    if RESPONDENT.fullmatch(key):
        return ColumnRole.RESPONSE_ID
    return ColumnRole.PERSONAL if OWN_PATTERN.fullmatch(key) else OWN_HEADERS.get(key)


def paired_parts(questions: Row, options: Row) -> Iterator[HeaderPart]:
    """Yield each column's question, which stands over the first of its options, and its option.

    A column over which no question stands is pointed at by its option.
    """
    question = ""
    for index in range(1, max(len(questions.values), len(options.values)) + 1):
        own_question = plain_text(text_of(questions.value_at(index)))
        question = own_question or question
        option = plain_text(text_of(options.value_at(index)))
        is_whole = WHOLE_ANSWER.fullmatch(normalise(option)) is not None
        label = "" if is_whole else option
        if question or option:
            header = questions if own_question else options
            yield HeaderPart(index, question, label, header_row=header.number)


def flat_parts(texts: tuple[str, ...], rows: Rows) -> Iterator[HeaderPart]:
    """Yield each column's header: the number of its question with an option, or a question."""
    for index, text in enumerate(texts, 1):
        numbered = NUMBERED.fullmatch(text.strip())
        if numbered and is_option(index, text, rows):
            yield HeaderPart(index, numbered[1], numbered[2], (text,))
        elif text.strip():
            yield HeaderPart(index, text)


def is_option(index: int, text: str, rows: Rows) -> bool:
    """Tell whether the column's filled cells repeat what its header says after its number."""
    numbered = NUMBERED.fullmatch(text.strip())
    if numbered is None:
        return False
    said = {normalise(text_of(value)) for value in rows.column(index)} - {""}
    return said == {normalise(numbered[2])}
