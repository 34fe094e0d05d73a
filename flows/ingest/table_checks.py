"""What is wrong with a table's frame: its headers, hidden rows, formulas, moments, no rows."""

from collections.abc import Iterable, Iterator

from flows.ingest.cell_values import attendance_mark
from flows.ingest.exports import TABLE, Column, ColumnRole, Export
from flows.ingest.header_rows import rows_below
from flows.ingest.session_headers import names_session
from flows.ingest.sums import find_rows_of_nobody
from flows.programme.problems import Problem, problem
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import is_empty
from flows.programme.sheets import CellValue, Sheet

CELLS_NAMED = 5


def check_table(sheet: Sheet, export: Export) -> Iterator[Problem]:
    """Yield every problem of the table's frame; what its rows say is looked at later."""
    yield from find_colliding_headers(export)
    yield from find_columns_without_header(export)
    yield from find_columns_of_no_session(export)
    yield from find_moments_in_doubt(export)
    partial = sum(export.responses.partial)
    if partial:
        yield problem("responses-partial", sheet.place(), count=partial)
    added = [response.row for response in find_rows_of_nobody(export)]
    if added:
        yield problem("rows-typed-by-hand", sheet.place(added[0]), count=len(added))
    if not export.responses:
        yield problem("file-has-no-rows", sheet.place())
    yield from check_frame(sheet, export.header_rows[-1])


def check_frame(sheet: Sheet, header: int) -> Iterator[Problem]:
    """Yield what its owner does not see of a sheet: hidden rows and columns, values never made.

    `header` is the number in Excel of the lowest row of its header.
    """
    below = rows_below(sheet, header)
    hidden = [number for number in below.numbers if number in below.hidden]
    if hidden:
        yield problem("rows-hidden", sheet.place(hidden[0]), count=len(hidden))
    columns = [column for column in sheet.hidden_columns if not is_empty(below.column(column))]
    if columns:
        yield problem("columns-hidden", sheet.place(0, columns[0]), count=len(columns))
    if sheet.uncalculated:
        cells = ", ".join(sheet.uncalculated[:CELLS_NAMED])
        count = len(sheet.uncalculated)
        yield problem("cells-uncalculated", sheet.place(), count=count, cells=cells)


def find_colliding_headers(export: Export) -> Iterator[Problem]:
    """Yield a problem for each question whose header repeats an earlier one.

    Columns that their tool tells apart by codes of its own may well ask in the same words.
    """
    first: dict[str, Column] = {}
    for column in export.columns:
        if column.role is not ColumnRole.QUESTION or column.names:
            continue
        earlier = first.setdefault(column.key, column)
        if earlier is not column:
            cell = export.header_place(earlier).cell
            yield problem("headers-collide", export.header_place(column), first=cell)


def find_columns_without_header(export: Export) -> Iterator[Problem]:
    """Yield a problem for each column that has values but no header."""
    for position, column in enumerate(export.columns):
        if column.role is ColumnRole.BLANK and not is_empty(export.responses.column(position)):
            yield problem("column-without-header", export.place(0, column.index))


def find_columns_of_no_session(export: Export) -> Iterator[Problem]:
    """Yield a problem for each column of a hand-kept list whose session is not planned.

    Marks below a header that names no session at all may be a session's too. A meeting's report
    is about one session, and what else it tells is known.
    """
    if export.kind is not ExportKind.ATTENDANCE or export.tool is not TABLE:
        return
    for position, column in enumerate(export.columns):
        if column.role is not ColumnRole.TOOL:
            continue
        if names_session(column.header):
            yield problem("column-of-no-session", export.header_place(column))
        elif holds_written_marks(export.responses.column(position)):
            yield problem("marks-not-read", export.header_place(column))


def holds_written_marks(values: Iterable[CellValue]) -> bool:
    """Tell whether every filled cell is a mark such as x or ja; numbers may count anything."""
    filled = [value for value in values if value is not None]
    return bool(filled) and all(
        isinstance(value, str) and not value.isdecimal() and attendance_mark(value) is not None
        for value in filled
    )


def find_moments_in_doubt(export: Export) -> Iterator[Problem]:
    """Yield one problem for the moments that are there and could not be read."""
    column = export.column_with(ColumnRole.SUBMITTED_AT)
    if column is None:
        return
    position = export.columns.index(column)
    responses = export.responses
    told = zip(responses.rows, responses.column(position), responses.moments, strict=True)
    doubtful = [row for row, cell, moment in told if cell is not None and moment is None]
    if doubtful:
        place = export.place(doubtful[0], column.index)
        yield problem("moments-in-doubt", place, count=len(doubtful))
