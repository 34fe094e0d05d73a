"""From sheets to exports: which tool wrote each sheet, and its rows as responses."""

from collections import Counter
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from flows.ingest.exports import Column, ColumnRole, Export, Response, Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognised import (
    Recognition,
    Surroundings,
    header_texts,
    row_numbered,
    surroundings_of,
    value_at,
)
from flows.ingest.timestamps import infer_month_first, parse_timestamp
from flows.ingest.tools import recognisers
from flows.programme.headers import normalise
from flows.programme.problems import Problem, problem
from flows.programme.programme import ExportDeclaration, ExportKind, Programme
from flows.programme.sheets import Row, Sheet

NOTHING_DECLARED = ExportDeclaration("*")


def recognise(
    files: tuple[ReadFile, ...], programme: Programme | None
) -> tuple[tuple[Export, ...], tuple[Problem, ...]]:
    """Return every recognised table of `files`, in their order, and what stands in its way.

    Without a programme (its workbook is missing) what structure alone tells is recognised.
    """
    exports: list[Export] = []
    problems: list[Problem] = []
    for file in files:
        for sheet in file.sheets:
            export, found = recognise_sheet(file.source, sheet, programme)
            exports += [export] if export is not None else []
            problems += found
    return tuple(exports), tuple(problems)


def recognise_sheet(
    source: Source, sheet: Sheet, programme: Programme | None
) -> tuple[Export | None, list[Problem]]:
    """Return the export that the sheet holds, or None with the reason as a problem."""
    declaration = declaration_for(sheet, programme)
    if declaration.kind is ExportKind.IGNORED or not sheet.rows:
        return None, []
    if sheet.is_hidden:
        return None, [problem("sheet-hidden", sheet.place())]
    session = declaration.session if declaration.session is not None else source.session
    surroundings = surroundings_of(programme, session, declaration.header_row, declaration.kind)
    recognition = first_recognition(sheet, surroundings)
    if recognition is None:
        return None, [problem("file-not-recognised", sheet.place())]
    export = make_export(source, sheet, declaration, recognition)
    return export, check_sheet(sheet, export)


def declaration_for(sheet: Sheet, programme: Programme | None) -> ExportDeclaration:
    """Return the first declaration whose pattern fits the file's name or path, and its sheet."""
    declarations = programme.declarations if programme is not None else ()
    names = (normalise(sheet.file), normalise(PurePosixPath(sheet.file).name))
    for declaration in declarations:
        fits_file = any(fnmatchcase(name, normalise(declaration.file)) for name in names)
        if fits_file and normalise(declaration.sheet) in ("", normalise(sheet.name)):
            return declaration
    return NOTHING_DECLARED


def first_recognition(sheet: Sheet, surroundings: Surroundings) -> Recognition | None:
    """Return what the first tool says that recognises the sheet as what it is declared to be."""
    for recogniser in recognisers():
        recognition = recogniser(sheet, surroundings)
        if recognition is not None and surroundings.kind in (None, recognition.kind):
            return recognition
    return None


def make_export(
    source: Source, sheet: Sheet, declaration: ExportDeclaration, recognition: Recognition
) -> Export:
    """Return the export; every filled row below the header is a response or skipped by code."""
    below = [row for row in sheet.rows if row.number > recognition.header]
    codes = [recognition.row_code(row) for row in below]
    kept = [row for row, code in zip(below, codes, strict=True) if not code]
    columns = with_trailing_blanks(recognition.columns, below)
    is_month_first = month_first(columns, kept, declaration)
    return Export(
        source=source,
        sheet=sheet.name,
        tool=recognition.tool,
        reason=recognition.reason,
        kind=recognition.kind,
        session=declaration.session if declaration.session is not None else source.session,
        wave=declaration.wave,
        header_rows=(recognition.header,),
        columns=columns,
        responses=tuple(make_response(row, columns, is_month_first) for row in kept),
        rows_skipped=tuple(sorted(Counter(code for code in codes if code).items())),
    )


def with_trailing_blanks(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """Return the columns and, behind them, those that have values but no header."""
    width = max((len(row.values) for row in rows), default=0)
    blanks = (Column(index, "", ColumnRole.BLANK) for index in range(len(columns) + 1, width + 1))
    return (*columns, *blanks)


def month_first(
    columns: tuple[Column, ...], rows: list[Row], declaration: ExportDeclaration
) -> bool | None:
    """Return whether dates are written month first, or None where nobody can tell."""
    if declaration.is_month_first is not None:
        return declaration.is_month_first
    moments = moment_columns(columns)
    return infer_month_first(value_at(row, column.index) for row in rows for column in moments)


def moment_columns(columns: tuple[Column, ...]) -> list[Column]:
    """Return the columns that hold moments."""
    roles = (ColumnRole.SUBMITTED_AT, ColumnRole.STARTED_AT, ColumnRole.PAID_ON)
    return [column for column in columns if column.role in roles]


def make_response(row: Row, columns: tuple[Column, ...], is_month_first: bool | None) -> Response:
    """Return one row with its values under the columns; personal columns are emptied here."""
    values = tuple(
        None if column.role is ColumnRole.PERSONAL else value_at(row, column.index)
        for column in columns
    )
    return Response(row.number, values, submitted_at(values, columns, is_month_first))


def submitted_at(
    values: tuple[object, ...], columns: tuple[Column, ...], is_month_first: bool | None
) -> datetime | None:
    """Return when the row was submitted, or None where there is no such column or moment."""
    for value, column in zip(values, columns, strict=True):
        if column.role is ColumnRole.SUBMITTED_AT:
            return parse_timestamp(value, is_month_first=is_month_first)  # type: ignore[arg-type]
    return None


def check_sheet(sheet: Sheet, export: Export) -> list[Problem]:
    """Return what is wrong with the table's frame: headers, hidden rows, formulas, no rows."""
    problems = [*colliding_headers(export), *columns_without_header(export)]
    header = row_numbered(sheet, export.header_rows[-1])
    if header is None or not any(header_texts(header)):
        return problems
    if not export.responses:
        problems.append(problem("file-has-no-rows", sheet.place()))
    hidden = [row.number for row in sheet.rows if row.is_hidden and row.number > header.number]
    if hidden:
        problems.append(problem("rows-hidden", sheet.place(hidden[0]), count=len(hidden)))
    if sheet.uncalculated:
        cells = ", ".join(sheet.uncalculated[:5])
        count = len(sheet.uncalculated)
        problems.append(problem("cells-uncalculated", sheet.place(), count=count, cells=cells))
    problems += moments_in_doubt(export)
    return problems


def colliding_headers(export: Export) -> list[Problem]:
    """Return a problem for each question whose header repeats an earlier one."""
    first: dict[str, Column] = {}
    problems = []
    for column in export.columns:
        if column.role is not ColumnRole.QUESTION:
            continue
        earlier = first.setdefault(column.key, column)
        if earlier is not column:
            place = export.place(export.header_rows[-1], column.index)
            cell = export.place(export.header_rows[-1], earlier.index).cell
            problems.append(problem("headers-collide", place, first=cell))
    return problems


def columns_without_header(export: Export) -> list[Problem]:
    """Return a problem for each column that has values but no header."""
    return [
        problem("column-without-header", export.place(0, column.index))
        for position, column in enumerate(export.columns)
        if column.role is ColumnRole.BLANK
        and any(response.values[position] is not None for response in export.responses)
    ]


def moments_in_doubt(export: Export) -> list[Problem]:
    """Return one problem for the moments that are there and could not be read."""
    column = export.column_with(ColumnRole.SUBMITTED_AT)
    if column is None:
        return []
    position = export.columns.index(column)
    doubtful = [
        response.row
        for response in export.responses
        if response.values[position] is not None and response.submitted_at is None
    ]
    if not doubtful:
        return []
    place = export.place(doubtful[0], column.index)
    return [problem("moments-in-doubt", place, count=len(doubtful))]
