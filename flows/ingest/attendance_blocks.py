"""The lists of a sheet on which one stands below the other: where each begins, and its session."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.ingest.cell_values import attendance_mark
from flows.ingest.column_roles import PERSON_HEADERS, PERSON_ROLES, role_of
from flows.ingest.exports import Column, ColumnRole
from flows.ingest.header_rows import HEADER_SEARCH_ROWS
from flows.ingest.recognised import Refusal, Surroundings
from flows.ingest.session_headers import LIST_PRESENCE, names_session, session_of
from flows.programme.headers import normalise
from flows.programme.sheets import CellValue, Row, Sheet, text_of

TITLE_WORDS = re.compile(
    r"(?:närvaro\w*|deltagar\w*|attendance(?: list)?|participants?|datum|date)"
    r"(?: (?:för|vid|på|den|at|for|of|on))*[\s:,–-]*"
)
"""What stands before a session in a title: "Närvarolista, träff 1", "Datum: 2016-03-01"."""


@dataclass(frozen=True, slots=True)
class Head:
    """A row above a list: the `columns` that it heads, or the `session` that it names.

    `doubt` is the column of a cell that looks like a session and is none that is known.
    """

    row: Row
    columns: tuple[Column, ...] = ()
    session: int | None = None
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One list: its titles and its header, and the rows below them up to the next one.

    `columns` are those of its header or of the last one above, none where there is no header.
    `session` is what its titles name, None where they name none or several.
    """

    heads: tuple[Head, ...]
    columns: tuple[Column, ...]
    session: int | None
    rows: tuple[Row, ...]

    def session_at(self, index: int) -> int | None:
        """Return the session of a column: what its header names, else what the titles do."""
        named = next((one.session for one in self.columns if one.index == index), None)
        return self.session if named is None else named


def find_blocks(sheet: Sheet, surroundings: Surroundings) -> tuple[Block, ...]:
    """Return the lists of the sheet that have rows; what stands above the first one is none."""
    searched = sheet.rows[:HEADER_SEARCH_ROWS]
    if not any(find_head(row, surroundings) for row in searched):
        return ()
    blocks: list[Block] = []
    heads: list[Head] = []
    columns: tuple[Column, ...] = ()
    rows_by_list: list[tuple[tuple[Head, ...], list[Row]]] = []
    for row in sheet.rows:
        head = find_head(row, surroundings)
        if head:
            if head.columns and rows_by_list and not heads:
                heads += take_sub_heading(rows_by_list[-1][1], surroundings)
            heads.append(head)
        elif heads:
            rows_by_list.append((tuple(heads), [row]))
            heads = []
        elif rows_by_list:
            rows_by_list[-1][1].append(row)
    for above, rows in rows_by_list:
        columns = next((head.columns for head in reversed(above) if head.columns), columns)
        named = {head.session for head in above if head.session is not None}
        session = named.pop() if len(named) == 1 else None if named else surroundings.session
        blocks.append(Block(above, columns, session, tuple(rows)))
    return tuple(blocks)


def take_sub_heading(rows: list[Row], surroundings: Surroundings) -> Iterator[Head]:
    """Yield the last of `rows`, taken out, where it is one word above a header: "Chefer"."""
    texts = [text_of(value) for value in rows[-1].values if value is not None]
    if len(rows) > 1 and len(texts) == 1 and not surroundings.knows(texts[0]):
        yield Head(rows.pop())


def find_head(row: Row, surroundings: Surroundings) -> Head | None:
    """Return what the row heads, where it is a header or a title."""
    columns = block_columns(row, surroundings)
    if columns:
        return Head(row, columns)
    session = title_session(row, surroundings)
    if session is not None:
        return Head(row, session=session)
    doubt = doubtful_title(row, surroundings)
    return Head(row, doubt=doubt) if doubt else None


def block_columns(row: Row, surroundings: Surroundings) -> tuple[Column, ...]:
    """Return the columns that the row heads, none where it does not head people and presence."""
    columns = tuple(
        block_column(index, value, surroundings) for index, value in enumerate(row.values, 1)
    )
    roles = {column.role for column in columns}
    return columns if ColumnRole.SESSION in roles and PERSON_ROLES & roles else ()


def block_column(index: int, value: CellValue, surroundings: Surroundings) -> Column:
    """Return the column of presence, at a session that it names or not, or of something else."""
    text = text_of(value)
    if LIST_PRESENCE.fullmatch(normalise(text)):
        return Column(index, text, ColumnRole.SESSION)
    session = session_of(value, surroundings)
    if session is not None:
        return Column(index, text, ColumnRole.SESSION, session=session)
    role = role_of(text, PERSON_HEADERS)
    return Column(index, text, role or (ColumnRole.TOOL if text else ColumnRole.BLANK))


def title_session(row: Row, surroundings: Surroundings) -> int | None:
    """Return the session that a row names before all else, beside nobody and no mark, or None."""
    first, *others = [value for value in row.values if value is not None]
    session = titled_session(first, surroundings)
    if session is None or text_of(first).isdecimal():
        return None
    is_title = all(
        titled_session(value, surroundings) == session
        or (isinstance(value, str) and attendance_mark(value) is None)
        for value in others
    ) and not any(surroundings.knows(text_of(value)) for value in others)
    return session if is_title else None


def titled_session(value: CellValue, surroundings: Surroundings) -> int | None:
    """Return the session that a title names: "Träff 1 – Behov", "Närvarolista, träff 1"."""
    session = session_of(value, surroundings)
    if session is None and isinstance(value, str):
        rest = TITLE_WORDS.sub("", normalise(value), count=1)
        session = session_of(rest, surroundings) if rest != normalise(value) else None
    return session


def doubtful_title(row: Row, surroundings: Surroundings) -> int:
    """Return the column of the one filled cell that looks like a session nobody knows, or 0."""
    filled = [(index, value) for index, value in enumerate(row.values, 1) if value is not None]
    index, value = filled[0]
    text = TITLE_WORDS.sub("", normalise(text_of(value)), count=1)
    is_title = len(filled) == 1 and not text.isdecimal() and names_session(text)
    return index if is_title and not surroundings.knows(text) else 0


def lay_out_columns(blocks: Sequence[Block], surroundings: Surroundings) -> tuple[Column, ...]:
    """Return the columns of all lists: those of their headers or, without any, by their cells."""
    columns: dict[int, Column] = {}
    for block in blocks:
        for column in block.columns:
            earlier = columns.get(column.index)
            if earlier is None or earlier.role is ColumnRole.BLANK:
                columns[column.index] = replace(column, session=None)
    if not columns:
        columns = {one.index: one for one in columns_by_cells(blocks, surroundings)}
    return tuple(columns[index] for index in sorted(columns))


def columns_by_cells(blocks: Sequence[Block], surroundings: Surroundings) -> Iterator[Column]:
    """Yield the columns of lists without a header: names, marks beside them, and others."""
    cells = [
        (index, value)
        for block in blocks
        for row in block.rows
        for index, value in enumerate(row.values, 1)
        if value is not None
    ]
    known = Counter(index for index, value in cells if surroundings.knows(text_of(value)))
    texts = Counter(index for index, value in cells if isinstance(value, str))
    (named, _count), *_others = (
        known or texts or Counter(index for index, _ in cells)
    ).most_common()
    for index in sorted({index for index, _value in cells}):
        values = [value for at, value in cells if at == index]
        are_marks = all(attendance_mark(value) is not None for value in values)
        role = ColumnRole.SESSION if are_marks else ColumnRole.TOOL
        yield Column(index, "", ColumnRole.NAME if index == named else role)


def find_obstacles(
    blocks: Sequence[Block], columns: Sequence[Column], people: Sequence[Row]
) -> Iterator[Refusal]:
    """Yield why the lists cannot be read, each at its cell."""
    roles = {column.index: column.role for column in columns}
    marked = [index for index, role in roles.items() if role is ColumnRole.SESSION]
    named = [index for index, role in roles.items() if role in PERSON_ROLES]
    for block in blocks:
        yield from find_obstacles_above(block, roles, marked or named[:1])
    for row in people:
        for index in named:
            text = text_of(row.value_at(index)).strip(" :")
            if text and attendance_mark(text) is not None:
                yield Refusal("attendance-blocks-differ", row.number, index)


def find_obstacles_above(
    block: Block, roles: Mapping[int, ColumnRole], told: Sequence[int]
) -> Iterator[Refusal]:
    """Yield what of the titles and the header of a list cannot be read."""
    first, last = block.heads[0].row.number, block.heads[-1].row.number
    for head in block.heads:
        if head.doubt:
            yield Refusal("attendance-block-of-no-session", head.row.number, head.doubt)
    for column in block.columns:
        if column.role is ColumnRole.TOOL and names_session(column.header):
            yield Refusal("attendance-block-of-no-session", last, column.index)
        if column.role not in (ColumnRole.BLANK, ColumnRole.TOOL, roles[column.index]):
            yield Refusal("attendance-blocks-differ", last, column.index)
    own = [column.index for column in block.columns if column.role is ColumnRole.SESSION]
    if any(block.session_at(index) is None for index in own or told):
        yield Refusal("attendance-block-of-no-session", first)
