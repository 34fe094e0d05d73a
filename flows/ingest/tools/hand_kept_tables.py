"""Tables that the coordinator keeps or the ledger prints: change projects and costs."""

from functools import partial

from flows.ingest.cell_values import is_sum
from flows.ingest.column_roles import COST_HEADERS, PROJECT_HEADERS, role_of
from flows.ingest.exports import TABLE, Column, ColumnRole
from flows.ingest.header_rows import candidate_headers, header_texts
from flows.ingest.recognised import Recognition, Surroundings
from flows.programme.programme import ExportKind
from flows.programme.sheets import Row, Sheet
from flows.programme.translations import _

PRECEDENCE = 40

FEWEST_PROJECT_COLUMNS = 2


def recognise(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return how the sheet is read, if a row heads costs or change projects."""
    for header in candidate_headers(sheet, surroundings):
        recognition = recognise_costs(header) or recognise_projects(header)
        if recognition is not None:
            return recognition
    return None


def recognise_costs(header: Row) -> Recognition | None:
    """Return how costs are read: a category and an amount are needed."""
    columns = columns_of(header, COST_HEADERS)
    roles = {column.role for column in columns}
    if not {ColumnRole.CATEGORY, ColumnRole.AMOUNT_SEK} <= roles:
        return None
    return Recognition(
        TABLE,
        _("it has a column for the cost category and one for the amount"),
        ExportKind.COSTS,
        (header.number,),
        columns,
        partial(cost_row_code, columns=columns),
    )


def cost_row_code(row: Row, columns: tuple[Column, ...]) -> str:
    """Leave out sums: rows of no category that say so, or whose category is a sum."""
    category = next(column for column in columns if column.role is ColumnRole.CATEGORY)
    stated = row.value_at(category.index)
    values = row.values if stated is None else (stated,)
    return "row-is-a-sum" if any(is_sum(value) for value in values) else ""


def recognise_projects(header: Row) -> Recognition | None:
    """Return how change projects are read.

    A title is needed and two of stage, methods and users: one of them alone is too common.
    """
    columns = columns_of(header, PROJECT_HEADERS)
    roles = {column.role for column in columns}
    about = {ColumnRole.STAGE, ColumnRole.METHODS, ColumnRole.USERS_INVOLVED}
    if ColumnRole.PROJECT_TITLE not in roles or len(about & roles) < FEWEST_PROJECT_COLUMNS:
        return None
    return Recognition(
        TABLE,
        _("it has columns for the project's title and for its stage, methods or users"),
        ExportKind.CHANGE_PROJECTS,
        (header.number,),
        columns,
    )


def columns_of(header: Row, headers: dict[ColumnRole, tuple[str, ...]]) -> tuple[Column, ...]:
    """Return the columns, each role given to the first header that has it."""
    taken: set[ColumnRole] = set()
    columns = []
    for index, text in enumerate(header_texts(header), 1):
        role = role_of(text, headers) or (ColumnRole.TOOL if text else ColumnRole.BLANK)
        first = role if role not in taken else ColumnRole.TOOL
        taken.add(role)
        columns.append(Column(index, text, first))
    return tuple(columns)
