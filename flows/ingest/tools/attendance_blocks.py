"""Attendance in blocks: a list for each session, one below the other on a sheet."""

from collections.abc import Sequence
from functools import partial

from flows.ingest.attendance_blocks import Block, find_blocks, find_obstacles, lay_out_columns
from flows.ingest.attendance_marks import make_mark_reader
from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.recognised import Recognition, Refusal, Surroundings
from flows.ingest.tools.attendance import row_code
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet, text_of
from flows.programme.translations import _

PRECEDENCE = 28

FEWEST_BLOCKS = 2
FEWEST_KNOWN_SHARE = 0.5
"""Below titles alone, fewer names of the register are a list of other things."""


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | Refusal | None:
    """Return how the sheet is read, if it holds several lists of people, each of its session.

    A title above each list, or its header, names the session. Below titles alone the register
    tells that rows are people, or the sheet Exports that it is attendance.
    """
    is_declared = surroundings.kind is ExportKind.ATTENDANCE
    blocks = find_blocks(sheet, surroundings)
    if len(blocks) < FEWEST_BLOCKS or surroundings.header_row is not None:
        return None
    columns = lay_out_columns(blocks, surroundings)
    code_of = partial(
        block_row_code, sheet=sheet, columns=columns, blocks=blocks, more=surroundings
    )
    people = [row for block in blocks for row in block.rows if not code_of(row)]
    if not any(block.columns for block in blocks) and not is_declared:
        known = sum(any(surroundings.knows(text_of(v)) for v in row.values) for row in people)
        if known < FEWEST_KNOWN_SHARE * len(people):
            return None
    obstacle = next(find_obstacles(blocks, columns, people), None)
    if obstacle:
        return obstacle
    marked = [one.index for one in columns if one.role is ColumnRole.SESSION]
    if not (marked or is_declared):
        return Refusal("attendance-without-presence")
    heads = [head.row for block in blocks for head in block.heads]
    texts = (sheet.name, *(text_of(value) for row in heads for value in row.values))
    reader = make_mark_reader(people, marked, texts, surroundings, is_declared=is_declared)
    if reader is None:
        return None
    lists_only_present = all(
        attendance_mark(reader.read(row, index)) for row in people for index in marked
    )
    return Recognition(
        TABLE,
        _("it has a list for each session, one below the other"),
        ExportKind.ATTENDANCE,
        (blocks[0].heads[-1].row.number,),
        columns,
        code_of,
        cell_of=reader.read,
        session_at=partial(session_in, columns=columns, blocks=blocks),
        lists_only_present=lists_only_present,
        notes=(
            *(("attendance-in-hours",) if reader.counts_time else ()),
            *(("attendance-of-those-who-came",) if lists_only_present else ()),
        ),
    )


def block_row_code(
    row: Row,
    sheet: Sheet,
    columns: tuple[Column, ...],
    blocks: Sequence[Block],
    more: Surroundings,
) -> str:
    """Leave out the titles and headers of further lists, and what is left out of any list."""
    if any(row.number == head.row.number for block in blocks for head in block.heads):
        return "row-is-a-heading"
    return row_code(row, sheet, columns, more)


def session_in(
    row: Row, index: int, columns: tuple[Column, ...], blocks: Sequence[Block]
) -> int | None:
    """Return the session that a cell of presence is about; without one, that of who is listed."""
    told = [one.index for one in columns if one.role is ColumnRole.SESSION]
    told = told or [one.index for one in columns if one.role is ColumnRole.NAME][:1]
    block = next((one for one in reversed(blocks) if one.heads[0].row.number < row.number), None)
    return block.session_at(index) if block and index in told else None
