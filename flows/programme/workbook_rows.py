"""One sheet of the programme workbook as rows whose cells are read by field name.

Reading never stops: a cell that cannot be understood is a problem and counts as empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from flows.programme.headers import display, normalise
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import CellError, CellValue, Row, Sheet, text_of
from flows.programme.typed_values import parse_date, parse_number
from flows.programme.vocabularies import member_named
from flows.programme.workbook_layout import EXAMPLE_MARKS, Column, SheetLayout

Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """One row of a sheet: `cells` holds each field's value and place, filled or not.

    Every method that reads a field appends what is wrong with it to `problems`.
    """

    layout: SheetLayout
    place: Place
    cells: dict[str, tuple[CellValue, Place]]
    problems: list[Problem] = field(default_factory=list)

    def place_of(self, name: str) -> Place:
        """Return the place of the field's cell, or of the row where there is no such column."""
        return self.cells.get(name, (None, self.place))[1]

    def report(self, code: str, name: str, **parameters: str | int) -> None:
        """Add a problem at the field's cell."""
        self.problems.append(
            problem(code, self.place_of(name), column=self.title_of(name), **parameters)
        )

    def title_of(self, name: str) -> str:
        """Return the title of the field's column in Swedish, which is the default."""
        return next(column.title.sv for column in self.layout.columns if column.name == name)

    def value(self, name: str) -> CellValue:
        """Return the field's value; an error cell is a problem and counts as empty."""
        value, _place = self.cells.get(name, (None, self.place))
        if isinstance(value, CellError):
            self.report("workbook-error-cell", name, found=value.text)
            return None
        return value

    def text(self, name: str) -> str:
        """Return the field as text on one line, "" where it is empty."""
        return display(text_of(self.value(name)))

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the field's lines, empty ones left out."""
        lines = (display(line) for line in text_of(self.value(name)).splitlines())
        return tuple(line for line in lines if line)

    def list_of_texts(self, name: str) -> tuple[str, ...]:
        """Return the texts that semicolons separate, each once."""
        texts = (part.strip() for part in self.text(name).split(";"))
        return tuple(dict.fromkeys(text for text in texts if text))

    def number(self, name: str) -> float | None:
        """Return the field as a number; "0,5", "468 000 kr" and "80 %" are numbers too."""
        value = self.value(name)
        if value is None or value == "":
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        number = parse_number(text_of(value))
        if number is None:
            self.report("workbook-not-a-number", name)
        return number

    def whole_number(self, name: str) -> int | None:
        """Return the field as a whole number of at least 0."""
        number = self.number(name)
        if number is None:
            return None
        if not number.is_integer():
            self.report("workbook-not-whole", name, found=f"{number:g}")
            return None
        if number < 0:
            self.report("workbook-negative", name, found=f"{number:g}")
            return None
        return int(number)

    def date(self, name: str) -> date | None:
        """Return the field as a date; one that is typed as text is read, with a note."""
        value = self.value(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value is None:
            return value
        typed = parse_date(text_of(value))
        if typed is None:
            self.report("workbook-not-a-date", name)
        else:
            self.report("workbook-date-as-text", name, found=typed.isoformat())
        return typed

    def member(self, name: str, kind: type[Member]) -> Member | None:
        """Return the member of the closed set that the field names."""
        column = next(column for column in self.layout.columns if column.name == name)
        text = self.text(name)
        if not text or column.vocabulary is None:
            return None
        member = member_named(column.vocabulary, text)
        if member is None:
            allowed = ", ".join(words.sv for _member, words in column.vocabulary)
            self.report("workbook-not-in-list", name, allowed=allowed)
        return kind(member) if member is not None else None


def header_row(sheet: Sheet, layout: SheetLayout) -> Row | None:
    """Return the row that holds most of the layout's titles, if it holds at least half."""
    titles = {normalise(title) for column in layout.columns for title in titles_of(column)}
    best = max(sheet.rows, key=lambda row: len(titles & keys_of(row)), default=None)
    if best is None or 2 * len(titles & keys_of(best)) < len(layout.columns):
        return None
    return best


def keys_of(row: Row) -> set[str]:
    """Return the normalised texts of a row."""
    return {normalise(value) for value in row.values if isinstance(value, str)}


def titles_of(column: Column) -> tuple[str, str]:
    """Return the column's titles in both languages."""
    return column.title.sv, column.title.en


def read_rows(sheet: Sheet, layout: SheetLayout) -> tuple[tuple[WorkbookRow, ...], list[Problem]]:
    """Return the filled rows of a sheet with a row for each record, examples left out."""
    header = header_row(sheet, layout)
    if header is None:
        return (), [problem("workbook-header-missing", sheet.place(), sheet=layout.title.sv)]
    columns, problems = match_columns(sheet, layout, header)
    rows = []
    for row in sheet.rows:
        if row.number <= header.number or is_example(row):
            continue
        cells = {
            name: (cell_at(row, position), sheet.place(row.number, position))
            for name, position in columns.items()
        }
        if any(value not in (None, "") for value, _place in cells.values()):
            rows.append(WorkbookRow(layout, sheet.place(row.number), cells))
    check_rows(rows, sheet.uncalculated)
    return tuple(rows), problems


def match_columns(
    sheet: Sheet, layout: SheetLayout, header: Row
) -> tuple[dict[str, int], list[Problem]]:
    """Return the position of each known column (A is 1), and what is wrong with the header."""
    names = {
        normalise(title): column.name for column in layout.columns for title in titles_of(column)
    }
    positions: dict[str, int] = {}
    problems = []
    for position, value in enumerate(header.values, 1):
        title = display(text_of(value))
        name = names.get(normalise(title))
        place = sheet.place(header.number, position)
        if name is None and title:
            known = [column.title.sv for column in layout.columns]
            nearest = (get_close_matches(title, known, 1, 0.0) or known)[0]
            problems.append(
                problem("workbook-column-unknown", place, column=title, nearest=nearest)
            )
        elif name in positions:
            first = sheet.place(header.number, positions[name]).cell
            problems.append(problem("workbook-column-twice", place, column=title, first=first))
        elif name is not None:
            positions[name] = position
    problems += [
        problem("workbook-column-missing", sheet.place(header.number), column=column.title.sv)
        for column in layout.columns
        if column.is_required and column.name not in positions
    ]
    return positions, problems


def read_settings(sheet: Sheet, layout: SheetLayout) -> tuple[WorkbookRow, list[Problem]]:
    """Return the one record of a settings sheet, which has a field a row and its value in B."""
    names = {
        normalise(title): column.name for column in layout.columns for title in titles_of(column)
    }
    cells: dict[str, tuple[CellValue, Place]] = {}
    problems = []
    header = next((row.number for row in sheet.rows if is_settings_header(row)), 0)
    for row in sheet.rows:
        title = display(text_of(cell_at(row, 1)))
        name = names.get(normalise(title))
        if name is not None:
            cells[name] = (cell_at(row, 2), sheet.place(row.number, 2))
        elif title and row.number > header:
            place = sheet.place(row.number, 1)
            known = [column.title.sv for column in layout.columns]
            nearest = (get_close_matches(title, known, 1, 0.0) or known)[0]
            problems.append(
                problem("workbook-column-unknown", place, column=title, nearest=nearest)
            )
    problems += [
        problem("workbook-column-missing", sheet.place(), column=column.title.sv)
        for column in layout.columns
        if column.is_required and column.name not in cells
    ]
    record = WorkbookRow(layout, sheet.place(), cells)
    check_rows([record], sheet.uncalculated)
    return record, problems


def is_settings_header(row: Row) -> bool:
    """Tell whether the row is the header of a settings sheet."""
    return {"fält", "field"} & keys_of(row) != set() and {"värde", "value"} & keys_of(row) != set()


def is_example(row: Row) -> bool:
    """Tell whether the row is the example that the empty workbook came with."""
    first = next((value for value in row.values if value is not None), None)
    return isinstance(first, str) and normalise(first).startswith(EXAMPLE_MARKS)


def cell_at(row: Row, position: int) -> CellValue:
    """Return the value in the column `position`, None beyond the row's end."""
    return row.values[position - 1] if position <= len(row.values) else None


def check_rows(rows: Iterable[WorkbookRow], uncalculated: tuple[str, ...]) -> None:
    """Report every required field that is empty and every formula without a value."""
    for row in rows:
        for column, value, place in fields_of(row):
            if place.cell in uncalculated:
                row.report("workbook-uncalculated", column.name)
            elif column.is_required and value in (None, ""):
                row.report("workbook-cell-empty", column.name)


def fields_of(row: WorkbookRow) -> Iterator[tuple[Column, CellValue, Place]]:
    """Yield every column that the sheet has, with the row's value and its place."""
    for column in row.layout.columns:
        if column.name in row.cells:
            yield column, *row.cells[column.name]
