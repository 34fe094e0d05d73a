"""Typeform: a column for each question or option, and two times in UTC behind them.

The header of an option's column is the option alone; which question it answers stands nowhere
in the file. The questions with several answers of the programme workbook tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from flows.ingest.exports import ColumnRole, Tool
from flows.ingest.header_parts import HeaderPart, plain_text
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import ChoicesItem, Recognition, Surroundings
from flows.ingest.survey_columns import arrange_columns, is_write_in
from flows.programme.headers import normalise
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

TOOL = Tool("Typeform")
PRECEDENCE = 10

OWN_HEADERS = {
    "#": ColumnRole.RESPONSE_ID,
    "response id": ColumnRole.RESPONSE_ID,
    "response type": ColumnRole.TOOL,
    "start date (utc)": ColumnRole.STARTED_AT,
    "stage date (utc)": ColumnRole.TOOL,
    "submit date (utc)": ColumnRole.SUBMITTED_AT,
    "network id": ColumnRole.PERSONAL,
    "submitted at": ColumnRole.SUBMITTED_AT,
    "token": ColumnRole.RESPONSE_ID,
    "tags": ColumnRole.TOOL,
    "ending": ColumnRole.TOOL,
}
MARKS = ({"start date (utc)", "submit date (utc)"}, {"submitted at", "token"})
"""The times in UTC of the tool's own file, or what it writes to a Google Sheet."""
RESPONSE_TYPE = "response type"
FINISHED = "completed"
FEWEST_OPTIONS = 2


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if its header has the two times of Typeform."""
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        index_of = {normalise(text): index for index, text in enumerate(texts, 1)}
        if not any(index_of.keys() >= marks for marks in MARKS):
            continue
        own = {index: OWN_HEADERS[key] for key, index in index_of.items() if key in OWN_HEADERS}
        rows = rows_below(sheet, header.number)
        asked = [(i, shown_text(text, surroundings)) for i, text in enumerate(texts, 1)]
        parts = question_parts(
            [(index, text) for index, text in asked if index not in own and text],
            rows,
            surroundings,
        )
        columns = arrange_columns(header, own, parts, rows, surroundings)
        return Recognition(
            TOOL,
            _("its header has the times of Typeform in UTC, or its token"),
            ExportKind.SURVEY,
            (header.number,),
            columns,
            is_partial=partial(is_unfinished, response_type=index_of.get(RESPONSE_TYPE, 0)),
        )
    return None


def shown_text(text: str, surroundings: Surroundings) -> str:
    """Return a header without its markup, unless the programme workbook has that as well."""
    return text if surroundings.asks(text) else plain_text(text)


def question_parts(
    headers: Sequence[tuple[int, str]], rows: Rows, surroundings: Surroundings
) -> Iterator[HeaderPart]:
    """Yield each header as a question, as an option of one, or as its "Other".

    Behind options that no question is known to have, "Other" is told by what stands before it.
    """
    question = ""
    position = 0
    while position < len(headers):
        index, text = headers[position]
        item, count = find_options(headers[position:], surroundings)
        if item is not None:
            for option_index, option in headers[position : position + count]:
                yield HeaderPart(option_index, item.wording, option)
            question = item.wording
            position += count
            continue
        is_other = bool(position) and is_write_in(text) and not surroundings.asks(text)
        if is_other and question:
            yield HeaderPart(index, question, text)
        elif is_other:
            yield HeaderPart(index, f"{headers[position - 1][1]} – {text}")
        else:
            question = "" if repeats_header(index, text, rows) else text
            yield HeaderPart(index, text)
        position += 1


def repeats_header(index: int, text: str, rows: Rows) -> bool:
    """Tell whether the column's filled cells say what its header says, as those of options do."""
    said = {normalise(plain_text(text_of(value))) for value in rows.column(index)} - {""}
    return said <= {normalise(text)}


def find_options(
    headers: Sequence[tuple[int, str]], surroundings: Surroundings
) -> tuple[ChoicesItem | None, int]:
    """Return the question whose options the first of `headers` are, and how many of them.

    Of several questions with such options it is the one that most headers belong to.
    """
    counts = [
        (count_options((text for _, text in headers), item, surroundings), item)
        for item in surroundings.choices_items
    ]
    most = max((count for count, _ in counts), default=0)
    if most < FEWEST_OPTIONS:
        return None, 0
    return next((item for count, item in counts if count == most), None), most


def count_options(texts: Iterable[str], item: ChoicesItem, surroundings: Surroundings) -> int:
    """Return how many of `texts`, from the first one on, are options of `item`, each once."""
    seen: set[str] = set()
    for text in texts:
        key = normalise(text)
        if key not in item.options or key in seen or surroundings.asks(text):
            break
        seen.add(key)
    return len(seen)


def is_unfinished(row: Row, response_type: int) -> bool:
    """Tell whether the tool says that the respondent never came to the end of the form."""
    return bool(response_type) and normalise(text_of(row.value_at(response_type))) != FINISHED
