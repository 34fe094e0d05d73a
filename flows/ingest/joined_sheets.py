"""Tables that go on to the right in further sheets of their workbook, put together into one.

Some tools write no more than 255 columns to a sheet and the rest to the next one, a row for
each respondent in both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.ingest.continuations import Continuation, JoinedSheet
from flows.ingest.header_rows import header_texts, rows_below
from flows.programme.headers import normalise
from flows.programme.sheets import Row, Sheet, text_of


def pair_rows(first: Sheet, part: Sheet) -> Mapping[int, int] | None:
    """Return the rows of `part` by those of `first` that they continue, or None where in doubt.

    Both have their header in their first row. They are paired by a column that both have, in
    which every respondent has a value of their own, the same ones in both.
    """
    header, continued = first.rows[0], part.rows[0]
    for column, other in shared_columns(header, continued):
        rows = rows_by_key(first, column)
        others = rows_by_key(part, other)
        if rows and rows.keys() == others.keys():
            pairs = {rows[key]: others[key] for key in rows}
            return {header.number: continued.number, **pairs}
    return None


def rows_by_key(sheet: Sheet, column: int) -> dict[str, int]:
    """Return the rows below the header by what they say in `column`; none where it is no key."""
    rows = rows_below(sheet, sheet.rows[0].number)
    by_key = {text_of(row.value_at(column)): row.number for row in rows}
    return by_key if len(by_key) == len(rows) and "" not in by_key else {}


def pair_rows_by_number(first: Sheet, part: Sheet) -> Mapping[int, int] | None:
    """Return the rows of `part` by their own numbers, where the sheets share no column at all.

    None where a row is in one of them alone, for then they are not as the tool wrote them.
    """
    numbers = [row.number for row in first.rows]
    if shared_columns(first.rows[0], part.rows[0]) or numbers != [row.number for row in part.rows]:
        return None
    return dict(zip(numbers, numbers, strict=True))


def shared_columns(header: Row, other: Row) -> tuple[tuple[int, int], ...]:
    """Return the columns of two headers that are called the same, as pairs."""
    index_of = {normalise(text): index for index, text in enumerate(header_texts(other), 1)}
    return tuple(
        (index, index_of[key])
        for index, text in enumerate(header_texts(header), 1)
        if (key := normalise(text)) and key in index_of
    )


def join_sheets(first: Sheet, parts: Sequence[tuple[Sheet, Mapping[int, int]]]) -> JoinedSheet:
    """Return `first` with the columns of each of `parts` behind it, given with its rows' pairs."""
    joined = first
    continuations: list[Continuation] = []
    for part, pairs in parts:
        after = max(len(row.values) for row in joined.rows)
        continuations.append(Continuation(part.name, after, pairs))
        row_of = {row.number: row for row in part.rows}
        joined = replace(
            joined,
            rows=tuple(
                row._replace(
                    values=row.values
                    + (None,) * (after - len(row.values))
                    + row_of[pairs[row.number]].values
                )
                for row in joined.rows
            ),
        )
    return JoinedSheet(joined, tuple(continuations))
