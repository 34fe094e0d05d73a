"""Headers of two rows in a plain table: questions above, and below them their options."""

from dataclasses import dataclass
from itertools import pairwise

from flows.ingest.column_roles import TABLE_HEADERS, role_of
from flows.ingest.recognised import Surroundings
from flows.programme.headers import normalise
from flows.programme.sheets import Row, Sheet, text_of

FEWEST_OPTIONS = 2


@dataclass(frozen=True, slots=True)
class TableHeader:
    """The header of a plain table as one row of `texts`; `rows` are its rows in Excel.

    An option that stands below its question is headed by both: "Question - Option".
    """

    texts: tuple[str, ...]
    rows: tuple[int, ...]


def read_header(sheet: Sheet, header: Row, surroundings: Surroundings) -> TableHeader:
    """Return the header that `header` is, or is one of the two rows of."""
    position = next(n for n, row in enumerate(sheet.rows) if row.number == header.number)
    around = sheet.rows[max(position - 1, 0) : position + 2]
    for above, below in pairwise(around):
        folded = fold_options(above, below, surroundings)
        if folded:
            return TableHeader(folded, (above.number, below.number))
    return TableHeader(tuple(text_of(value) for value in header.values), (header.number,))


def fold_options(above: Row, below: Row, surroundings: Surroundings) -> tuple[str, ...]:
    """Return both rows as one, nothing where `below` is no row of options but a response.

    A response has something below what is headed; a row of options has nothing there but the
    rows of a grid, or it heads what is not headed above.
    """
    if not all(value is None or isinstance(value, str) for value in below.values):
        return ()
    texts: list[str] = []
    options = 0
    is_header = False
    item = None
    question = ""
    for index in range(1, max(len(above.values), len(below.values)) + 1):
        upper, lower = text_of(above.value_at(index)), text_of(below.value_at(index))
        if upper:
            question, item = upper, surroundings.choices_item(upper)
        if item and normalise(lower) in item.options:
            texts.append(f"{question} - {lower}")
            options += 1
            continue
        is_asked = surroundings.asks(lower)
        if upper and lower and not is_asked:
            return ()
        item = None
        is_known = is_asked or role_of(lower, TABLE_HEADERS) is not None
        is_header = is_header or is_known or bool(upper)
        texts.append(lower if is_asked else upper or lower)
    return tuple(texts) if is_header and options >= FEWEST_OPTIONS else ()
