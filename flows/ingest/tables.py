"""A recognised sheet as an export: every filled row below the header a response or skipped."""

from collections import Counter
from functools import partial

from flows.ingest.exports import Column, ColumnRole, Export, Source
from flows.ingest.header_rows import rows_below
from flows.ingest.option_columns import CellReader, read_value
from flows.ingest.recognised import Recognition, every_response
from flows.ingest.responses import Responses
from flows.ingest.sums import row_code_of
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.programme.programme import ExportDeclaration
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.value_columns import ValueColumn, make_column, repeat_value

DROPPED = (ColumnRole.PERSONAL, ColumnRole.FAMILY_NAME)
MOMENT_ROLES = (ColumnRole.SUBMITTED_AT, ColumnRole.STARTED_AT, ColumnRole.PAID_ON)


def make_export(
    source: Source, sheet: Sheet, declaration: ExportDeclaration, recognition: Recognition
) -> Export:
    """Return the export; rows read = its responses + its rows skipped by code."""
    table = recognition.joined.sheet if recognition.joined else sheet
    below = rows_below(table, recognition.header_rows[-1])
    codes = list(map(row_code_of(recognition), below))
    kept = below.pick([number for number, code in enumerate(codes) if not code])
    columns = with_blank_columns(recognition.columns, below)
    is_month_first = find_month_first(columns, kept, declaration)
    return Export(
        source=source,
        sheet=sheet.name,
        tool=recognition.tool,
        reason=recognition.reason,
        kind=recognition.kind,
        session=declaration.session if declaration.session is not None else source.session,
        wave=declaration.wave,
        header_rows=recognition.header_rows,
        columns=columns,
        responses=make_responses(kept, columns, recognition, is_month_first=is_month_first),
        rows_skipped=tuple(sorted(Counter(code for code in codes if code).items())),
        lists_only_present=recognition.lists_only_present,
        are_positions=declaration.are_positions,
        continuations=recognition.joined.continuations if recognition.joined else (),
    )


def with_blank_columns(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """Return the columns and, in their places, those that have values but no header."""
    headed = {index for column in columns for index in column.indexes}
    blanks = (
        Column(index, "", ColumnRole.BLANK)
        for index in range(1, rows.width + 1)
        if index not in headed
    )
    return tuple(sorted((*columns, *blanks), key=lambda column: column.index))


def find_month_first(
    columns: tuple[Column, ...], rows: Rows, declaration: ExportDeclaration
) -> bool | None:
    """Return whether dates are written month first, or None where nobody can tell."""
    if declaration.is_month_first is not None:
        return declaration.is_month_first
    moments = [column for column in columns if column.role in MOMENT_ROLES]
    return infer_month_first(value for column in moments for value in rows.column(column.index))


def make_responses(
    rows: Rows,
    columns: tuple[Column, ...],
    recognition: Recognition,
    *,
    is_month_first: bool | None,
) -> Responses:
    """Return the response in each row, most of whose values are taken as they are."""
    sent = next((one for one in columns if one.role is ColumnRole.SUBMITTED_AT), None)
    families = [one for one in columns if one.role is ColumnRole.FAMILY_NAME]
    told = (
        cells_of(rows, sent.index, recognition.cell_of) if sent else repeat_value(None, len(rows))
    )
    return Responses(
        rows.numbers,
        tuple(
            rows.column(column.index)
            if is_taken_as_it_is(column, families, recognition)
            else make_column(admitted_value(row, column, families, recognition) for row in rows)
            for column in columns
        ),
        told.translate(partial(parse_timestamp, is_month_first=is_month_first)),
        tell_partial(rows, recognition),
        tell_sessions(rows, columns, recognition),
    )


def tell_partial(rows: Rows, recognition: Recognition) -> ValueColumn[bool]:
    """Return of each row whether it is a partial response."""
    if recognition.is_partial is every_response:
        return repeat_value(False, len(rows))
    return make_column(map(recognition.is_partial, rows))


def tell_sessions(
    rows: Rows, columns: tuple[Column, ...], recognition: Recognition
) -> ValueColumn[tuple[int | None, ...]]:
    """Return of each row the sessions that its values are about, where the headers do not tell."""
    session_at = recognition.session_at
    if session_at is None:
        return repeat_value((), len(rows))
    return make_column(tuple(session_at(row, column.index) for column in columns) for row in rows)


def cells_of(rows: Rows, index: int, cell_of: CellReader) -> ValueColumn[CellValue]:
    """Return what each row says in the column `index`."""
    if cell_of is Row.value_at:
        return rows.column(index)
    return make_column(cell_of(row, index) for row in rows)


def is_taken_as_it_is(column: Column, families: list[Column], recognition: Recognition) -> bool:
    """Tell whether a response has in the column what stands in its one cell."""
    is_looked_at = (
        column.role in DROPPED
        or (column.role is ColumnRole.NAME and families)
        or column.options
        or recognition.cell_of is not Row.value_at
    )
    return not is_looked_at


def named_beside(family: Column, columns: tuple[Column, ...]) -> Column:
    """Return the column of names that is nearest to that of a family name."""
    names = (column for column in columns if column.role is ColumnRole.NAME)
    return min(names, key=lambda column: abs(column.index - family.index))


def admitted_value(
    row: Row, column: Column, families: list[Column], recognition: Recognition
) -> CellValue:
    """Return the row's value in the column; what is personal is dropped here, at the door.

    A name in two columns stands whole in the given name's, beside which the family name is: a
    form may ask for both beside the account that its tool tells of.
    """
    if column.role in DROPPED:
        return None
    value = read_value(row, column, recognition.cell_of)
    if column.role is not ColumnRole.NAME or not families:
        return value
    own = (one for one in families if named_beside(one, recognition.columns) == column)
    names = (value, *(row.value_at(family.index) for family in own))
    parts = [text_of(name) for name in names if name is not None]
    return " ".join(parts) or None
