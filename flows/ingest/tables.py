"""A recognised sheet as an export: every filled row below the header a response or skipped."""

from collections import Counter
from collections.abc import Iterator

from flows.ingest.exports import Column, ColumnRole, Export, Response, Source
from flows.ingest.header_rows import rows_below
from flows.ingest.option_columns import read_value
from flows.ingest.recognised import Recognition
from flows.ingest.sums import row_code_of
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.programme.programme import ExportDeclaration
from flows.programme.sheets import CellValue, Row, Sheet, text_of

DROPPED = (ColumnRole.PERSONAL, ColumnRole.FAMILY_NAME)
MOMENT_ROLES = (ColumnRole.SUBMITTED_AT, ColumnRole.STARTED_AT, ColumnRole.PAID_ON)


def make_export(
    source: Source, sheet: Sheet, declaration: ExportDeclaration, recognition: Recognition
) -> Export:
    """Return the export; rows read = its responses + its rows skipped by code."""
    table = recognition.joined.sheet if recognition.joined else sheet
    below = rows_below(table, recognition.header_rows[-1])
    codes = list(map(row_code_of(recognition), below))
    kept = [row for row, code in zip(below, codes, strict=True) if not code]
    columns = with_blank_columns(recognition.columns, below)
    is_month_first = find_month_first(columns, kept, declaration)
    responses = make_responses(kept, columns, recognition, is_month_first=is_month_first)
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
        responses=tuple(responses),
        rows_skipped=tuple(sorted(Counter(code for code in codes if code).items())),
        lists_only_present=recognition.lists_only_present,
        are_positions=declaration.are_positions,
        continuations=recognition.joined.continuations if recognition.joined else (),
    )


def with_blank_columns(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """Return the columns and, in their places, those that have values but no header."""
    width = max((len(row.values) for row in rows), default=0)
    headed = {index for column in columns for index in column.indexes}
    blanks = (
        Column(index, "", ColumnRole.BLANK) for index in range(1, width + 1) if index not in headed
    )
    return tuple(sorted((*columns, *blanks), key=lambda column: column.index))


def find_month_first(
    columns: tuple[Column, ...], rows: list[Row], declaration: ExportDeclaration
) -> bool | None:
    """Return whether dates are written month first, or None where nobody can tell."""
    if declaration.is_month_first is not None:
        return declaration.is_month_first
    moments = [column for column in columns if column.role in MOMENT_ROLES]
    return infer_month_first(
        value
        for column in moments
        for row in rows
        for value in row.values[column.index - 1 : column.index]  # none, where the row is shorter
        if isinstance(value, str)
    )


def make_responses(
    rows: list[Row],
    columns: tuple[Column, ...],
    recognition: Recognition,
    *,
    is_month_first: bool | None,
) -> Iterator[Response]:
    """Yield each row with its values under the columns, most of which are taken as they are.

    Where all are, and every column of the sheet is one, the row's cells are its values.
    """
    sent = next((one for one in columns if one.role is ColumnRole.SUBMITTED_AT), None)
    indexes = [column.index - 1 for column in columns]
    width = max(indexes, default=-1) + 1
    families = [one for one in columns if one.role is ColumnRole.FAMILY_NAME]
    looked_at = [
        (position, column)
        for position, column in enumerate(columns)
        if not is_taken_as_it_is(column, families, recognition)
    ]
    are_cells = not looked_at and indexes == list(range(width))
    blanks = (None,) * width
    session_at = recognition.session_at
    for row in rows:
        cells = row.values + blanks[len(row.values) :]
        if not are_cells:
            values = [cells[index] for index in indexes]
            for position, column in looked_at:
                values[position] = admitted_value(row, column, families, recognition)
            cells = tuple(values)
        moment = recognition.cell_of(row, sent.index) if sent else None
        yield Response(
            row.number,
            cells,
            parse_timestamp(moment, is_month_first=is_month_first),
            recognition.is_partial(row),
            tuple(session_at(row, column.index) for column in columns) if session_at else (),
        )


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
