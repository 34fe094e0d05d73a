"""Where a table's header stands in its sheet, and what stands in it and below it."""

import re
from bisect import bisect_right

from flows.ingest.recognised import Surroundings
from flows.programme.places import column_number
from flows.programme.sheet_rows import Rows, keep_rows
from flows.programme.sheets import Row, Sheet, text_of

HEADER_SEARCH_ROWS = 20
"""Among how many filled rows the header is looked for; a title or a preamble may stand above."""

MERGED_DOWNWARDS = re.compile(r"([A-Z]+)(\d+):\1(\d+)")


def candidate_headers(sheet: Sheet, surroundings: Surroundings) -> tuple[Row, ...]:
    """Return the rows that may be the header: the declared one, else the first ones.

    A cell that is merged downwards heads its column in each of its rows.
    """
    rows = (
        [row for row in sheet.rows if row.number == surroundings.header_row]
        if surroundings.header_row is not None
        else sheet.rows[:HEADER_SEARCH_ROWS]
    )
    merged = [match for cells in sheet.merged if (match := MERGED_DOWNWARDS.fullmatch(cells))]
    return tuple(fill_merged(row, sheet, merged) for row in rows)


def fill_merged(row: Row, sheet: Sheet, merged: list[re.Match[str]]) -> Row:
    """Return `row` with the values of the cells above that are merged down into it."""
    values = list(row.values)
    for letters, first, last in (match.groups() for match in merged):
        if int(first) < row.number <= int(last):
            above = next((one for one in sheet.rows if one.number == int(first)), row)
            column = column_number(letters)
            values += [None] * (column - len(values))
            values[column - 1] = above.value_at(column)
    return Row(row.number, tuple(values), row.is_hidden)


def header_texts(row: Row) -> tuple[str, ...]:
    """Return the row's cells as header texts, as their owner wrote them."""
    return tuple(text_of(value) for value in row.values)


def texts_in(row: Row) -> frozenset[str]:
    """Return the row's texts for a quick look: without the spaces around them, case folded.

    Every table of a folder is looked at for every other one, which may explain its codes.
    """
    return frozenset(value.strip().casefold() for value in row.values if isinstance(value, str))


def rows_below(sheet: Sheet, header: int) -> Rows:
    """Return the filled rows below the row number `header`."""
    rows = keep_rows(sheet.rows)
    return rows[bisect_right(rows.numbers, header) :]
