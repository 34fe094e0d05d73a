"""The rows of one sheet of the programme workbook, wherever in it they stand.

The header is found by its titles, in Swedish or English; rows and columns of the owner's
own above, beside or between the fields do no harm.
"""

from collections.abc import Container, Iterable
from difflib import get_close_matches
from itertools import dropwhile

from flows.programme.headers import display, normalise
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.workbook_examples import is_altered, is_example
from flows.programme.workbook_layout import SheetLayout
from flows.programme.workbook_rows import WorkbookRow

FIELD_TITLES = {"fält", "field"}
VALUE_TITLES = {"värde", "value"}
FEWEST_TITLES = 2
"""How many titles make a row the header; one alone may be a word in a row of data."""


def read_rows(
    sheet: Sheet, layout: SheetLayout
) -> tuple[tuple[WorkbookRow, ...], tuple[Problem, ...]]:
    """Return the filled rows of a sheet with a row for each record, examples left out."""
    header = find_header(sheet, layout)
    if header is None:
        return (), (problem("workbook-header-missing", sheet.place()),)
    language = language_of(header.values, layout)
    columns, problems = match_columns(sheet, layout, header, language)
    rows = []
    for row in sheet.rows:
        if row.number <= header.number:
            continue
        if is_example(row):
            if is_altered(row, layout):
                problems.append(problem("workbook-example-altered", sheet.place(row.number)))
            continue
        cells = {
            name: (row.value_at(position), sheet.place(row.number, position))
            for name, position in columns.items()
        }
        if any(value not in (None, "") for value, _place in cells.values()):
            rows.append(WorkbookRow(layout, language, sheet.place(row.number), cells))
    check_cells(rows, sheet.uncalculated)
    return tuple(rows), tuple(problems)


def find_header(sheet: Sheet, layout: SheetLayout) -> Row | None:
    """Return the first row that holds most of the layout's titles, None where none does."""
    titles = set(names_by_title(layout))
    best = max(sheet.rows, key=lambda row: len(titles & keys_of(row.values)), default=None)
    fewest = 1 if layout.is_found_by_one_title else FEWEST_TITLES
    if best is None or len(titles & keys_of(best.values)) < fewest:
        return None
    return best


def match_columns(
    sheet: Sheet, layout: SheetLayout, header: Row, language: Language
) -> tuple[dict[str, int], list[Problem]]:
    """Return the position of each known column (A is 1), and what is wrong with the header."""
    names = names_by_title(layout)
    positions: dict[str, int] = {}
    problems = []
    for position, value in enumerate(header.values, 1):
        title = display(text_of(value))
        name = names.get(normalise(title))
        place = sheet.place(header.number, position)
        if name is None and title:
            nearest = nearest_title(title, layout, language)
            problems.append(problem("workbook-column-unknown", place, nearest=nearest))
        elif name in positions:
            first = sheet.place(header.number, positions[name]).cell
            problems.append(problem("workbook-column-twice", place, column=title, first=first))
        elif name is not None:
            positions[name] = position
    problems += [
        problem("workbook-column-missing", sheet.place(header.number), column=title)
        for title in missing_titles(positions, layout, language)
    ]
    return positions, problems


def read_settings(sheet: Sheet, layout: SheetLayout) -> tuple[WorkbookRow, tuple[Problem, ...]]:
    """Return the one record of a settings sheet, which has a field a row and its value beside."""
    names = names_by_title(layout)
    header = next(filter(is_settings_header, sheet.rows), None)
    title_column = position_of(FIELD_TITLES, header)
    value_column = position_of(VALUE_TITLES, header) if header else title_column + 1
    fields = fields_below(header, sheet, names.keys())
    language = language_of((row.value_at(title_column) for row in fields), layout)
    cells: dict[str, tuple[CellValue, Place]] = {}
    problems = []
    for row in fields:
        title = display(text_of(row.value_at(title_column)))
        name = names.get(normalise(title))
        place = sheet.place(row.number, title_column)
        if name is None and title:
            nearest = nearest_title(title, layout, language)
            problems.append(problem("workbook-column-unknown", place, nearest=nearest))
        elif name in cells:
            first = cells[name][1].cell
            problems.append(problem("workbook-column-twice", place, column=title, first=first))
        elif name is not None:
            place = sheet.place(row.number, value_column)
            cells[name] = (row.value_at(value_column), place)
    problems += [
        problem("workbook-column-missing", sheet.place(), column=title)
        for title in missing_titles(cells, layout, language)
    ]
    record = WorkbookRow(layout, language, sheet.place(), cells)
    check_cells((record,), sheet.uncalculated)
    return record, tuple(problems)


def fields_below(header: Row | None, sheet: Sheet, titles: Container[str]) -> tuple[Row, ...]:
    """Return the rows of fields; without a header they begin with the first known title."""
    if header is not None:
        return tuple(row for row in sheet.rows if row.number > header.number)
    return tuple(dropwhile(lambda row: normalise(text_of(row.values[0])) not in titles, sheet.rows))


def is_settings_header(row: Row) -> bool:
    """Tell whether the row is the header of a settings sheet."""
    keys = keys_of(row.values)
    return not keys.isdisjoint(FIELD_TITLES) and not keys.isdisjoint(VALUE_TITLES)


def position_of(titles: set[str], header: Row | None) -> int:
    """Return the column (A is 1) of the header that has one of the `titles`, else 1."""
    values = header.values if header is not None else ()
    found = (number for number, value in enumerate(values, 1) if keys_of((value,)) & titles)
    return next(found, 1)


def names_by_title(layout: SheetLayout) -> dict[str, str]:
    """Return the field that each title names, in both languages, by its normalised title."""
    return {
        normalise(column.title.in_language(language)): column.name
        for column in layout.columns
        for language in Language
    }


def language_of(titles: Iterable[CellValue], layout: SheetLayout) -> Language:
    """Return the language in which most of the `titles` are; Swedish where they tell nothing."""
    keys = keys_of(titles)

    def matches(language: Language) -> int:
        return sum(normalise(c.title.in_language(language)) in keys for c in layout.columns)

    return max(Language, key=matches)


def missing_titles(
    found: Iterable[str], layout: SheetLayout, language: Language
) -> tuple[str, ...]:
    """Return the titles of the required fields that are not among those `found`."""
    names = set(found)
    return tuple(
        column.title.in_language(language)
        for column in layout.columns
        if column.is_required and column.name not in names
    )


def nearest_title(title: str, layout: SheetLayout, language: Language) -> str:
    """Return the layout's title that is nearest to the unknown `title`."""
    known = [column.title.in_language(language) for column in layout.columns]
    return get_close_matches(title, known, 1, cutoff=0.0)[0]


def keys_of(values: Iterable[CellValue]) -> set[str]:
    """Return the normalised texts among `values`."""
    return {normalise(value) for value in values if isinstance(value, str)}


def check_cells(rows: Iterable[WorkbookRow], uncalculated: tuple[str, ...]) -> None:
    """Report every required field that is empty and every formula without a value."""
    for row in rows:
        for name, (value, place) in row.cells.items():
            if place.cell in uncalculated:
                row.report("workbook-uncalculated", name)
            elif row.layout.column(name).is_required and value in (None, ""):
                settings = row.layout.is_settings
                row.report("workbook-field-empty" if settings else "workbook-cell-empty", name)
