"""From sheets to exports: which tool wrote each sheet, and its rows as responses."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from flows.ingest.exports import Export, Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognised import (
    Companion,
    Companionship,
    Recognition,
    Refusal,
    Surroundings,
    surroundings_of,
)
from flows.ingest.table_checks import check_frame, check_table
from flows.ingest.tables import make_export
from flows.ingest.tools import recognisers
from flows.programme.garbage import without_garbage_search
from flows.programme.headers import normalise
from flows.programme.problems import Problem, problem
from flows.programme.programme import ExportDeclaration, ExportKind, Programme
from flows.programme.sheets import Sheet

NOTHING_DECLARED = ExportDeclaration("*")


@without_garbage_search()
def recognise(
    files: tuple[ReadFile, ...], programme: Programme | None
) -> tuple[tuple[Export, ...], tuple[Problem, ...]]:
    """Return every recognised table of `files`, in their order, and what stands in its way.

    Without a programme (its workbook is missing) what structure alone tells is recognised.
    """
    declarations = programme.declarations if programme is not None else ()
    exports: list[Export] = []
    problems = find_unused(declarations, files)
    for file in files:
        neighbours = sheets_beside(file, files)
        for sheet in file.sheets:
            declaration = declaration_for(sheet, file.source, declarations)
            export, found = recognise_sheet(file, sheet, declaration, programme, neighbours)
            exports += [export] if export is not None else []
            problems += found
    return tuple(exports), tuple(problems)


def sheets_beside(file: ReadFile, files: tuple[ReadFile, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of the other files in the folder of `file`."""
    folder = PurePosixPath(file.source.file).parent
    return tuple(
        sheet
        for other in files
        if other is not file and PurePosixPath(other.source.file).parent == folder
        for sheet in other.sheets
    )


def recognise_sheet(
    file: ReadFile,
    sheet: Sheet,
    declaration: ExportDeclaration,
    programme: Programme | None,
    neighbours: tuple[Sheet, ...],
) -> tuple[Export | None, list[Problem]]:
    """Return the export that the sheet holds, or None with the reason as a problem."""
    if declaration.kind is ExportKind.IGNORED or not sheet.rows:
        return None, []
    if sheet.is_hidden:
        return None, [problem("sheet-hidden", sheet.place())]
    source = file.source
    session = declaration.session if declaration.session is not None else source.session
    surroundings = surroundings_of(
        programme,
        session,
        declaration.header_row,
        declaration.kind,
        siblings=file.sheets,
        neighbours=neighbours,
    )
    recognition = first_recognition(sheet, surroundings)
    if isinstance(recognition, Companion):
        return None, list(check_companion(sheet, recognition))
    if isinstance(recognition, Refusal):
        return None, [problem(recognition.code, sheet.place(recognition.row, recognition.column))]
    if recognition is None:
        code = "file-not-recognised" if declaration.kind is None else "table-not-as-declared"
        return None, [problem(code, sheet.place())]
    export = make_export(source, sheet, declaration, recognition)
    notes = (problem(code, sheet.place()) for code in recognition.notes)
    return export, [*notes, *check_table(sheet, export)]


def check_companion(sheet: Sheet, companion: Companion) -> Iterator[Problem]:
    """Yield why no row of the sheet is a response, and what is wrong with one that is joined."""
    if not companion.main:
        yield problem("table-without-responses", sheet.place())
        return
    yield problem(companion.is_to_main.value, sheet.place(), sheet=companion.main)
    if companion.is_to_main in (Companionship.JOINED, Companionship.JOINED_BY_NUMBER):
        yield from check_frame(sheet, sheet.rows[0].number)


def first_recognition(
    sheet: Sheet, surroundings: Surroundings
) -> Recognition | Companion | Refusal | None:
    """Return what the first tool says that recognises the sheet as what it is declared to be."""
    for recogniser in recognisers():
        recognition = recogniser(sheet, surroundings)
        kind = None if isinstance(recognition, Companion | None) else recognition.kind
        if recognition and surroundings.kind in (None, kind):
            return recognition
    return None


def declaration_for(
    sheet: Sheet, source: Source, declarations: tuple[ExportDeclaration, ...]
) -> ExportDeclaration:
    """Return the first declaration that fits the sheet and its file."""
    fitting = (declaration for declaration in declarations if fits(declaration, sheet, source))
    return next(fitting, NOTHING_DECLARED)


def fits(declaration: ExportDeclaration, sheet: Sheet, source: Source) -> bool:
    """Tell whether the declaration is about the sheet."""
    fits_sheet = normalise(declaration.sheet) in ("", normalise(sheet.name))
    return fits_sheet and fits_file(declaration, source)


def fits_file(declaration: ExportDeclaration, source: Source) -> bool:
    """Tell whether the declaration's pattern is the file's name or path; * and ? are any signs.

    What is declared of a file holds for its correction as well.
    """
    pattern = normalise(declaration.file).replace("[", "[[]")
    names = (
        name
        for file in source.names
        for name in (normalise(file), normalise(PurePosixPath(file).name))
    )
    return any(fnmatchcase(name, pattern) for name in names)


def find_unused(
    declarations: tuple[ExportDeclaration, ...], files: tuple[ReadFile, ...]
) -> list[Problem]:
    """Return a problem for each declaration that no file fits, or no sheet of such a file.

    A file that could not be read has no sheets; that is a problem of its own.
    """
    used = {
        declaration
        for declaration in declarations
        for file in files
        if fits_file(declaration, file.source)
        and (not file.sheets or any(fits(declaration, one, file.source) for one in file.sheets))
    }
    return [
        problem("declaration-unused", declaration.place)
        for declaration in declarations
        if declaration not in used
    ]
