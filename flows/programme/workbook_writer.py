"""Writes the programme workbook, from the frozen types or from nothing but examples."""

from pathlib import Path

from flows.programme import vocabularies as words
from flows.programme.languages import Language
from flows.programme.programme import Programme
from flows.programme.sheets import CellValue
from flows.programme.translations import _, translate
from flows.programme.workbook_examples import NEVER_READ, make_example_row
from flows.programme.workbook_layout import CellForm, Column, SheetLayout
from flows.programme.workbook_records import SheetRows, list_rows
from flows.programme.workbook_sheets import SHEETS
from flows.programme.xlsx_writer import (
    AMOUNT,
    FIELD,
    HINT,
    INPUT,
    PLAIN,
    SAMPLE,
    CellRules,
    ColumnDrawing,
    SheetDrawing,
    write_xlsx,
)


def write_programme_workbook(programme: Programme, path: Path, language: Language) -> None:
    """Write `programme` as a workbook whose titles and words are in `language`."""
    rows_by_sheet = list_rows(programme, language)
    drawings = (draw_sheet(layout, rows_by_sheet[layout.name], language) for layout in SHEETS)
    write_xlsx(path, tuple(drawings))


def write_empty_workbook(path: Path, language: Language) -> None:
    """Write a workbook to be filled in: help texts, lists and one example on each sheet."""
    write_xlsx(path, tuple(draw_sheet(layout, (), language) for layout in SHEETS))


def draw_sheet(layout: SheetLayout, rows: SheetRows, language: Language) -> SheetDrawing:
    """Return one sheet with its rows; without any it carries an example instead."""
    if layout.is_settings:
        return draw_settings(layout, rows[0] if rows else (), language)
    lead = translate(layout.help, language)
    rule = translate(NEVER_READ, language)
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=lead if rows else f"{lead} {rule}",
        columns=tuple(
            ColumnDrawing(
                column.title.in_language(language),
                help_of(column, language),
                column.width,
                rules_of(column, language),
                AMOUNT if column.form is CellForm.KRONOR else PLAIN,
            )
            for column in layout.columns
        ),
        rows=rows,
        example=() if rows else make_example_row(layout, language),
    )


def draw_settings(
    layout: SheetLayout, values: tuple[CellValue, ...], language: Language
) -> SheetDrawing:
    """Return a settings sheet: a field a row with its value, help and example."""
    filled = values or (None,) * len(layout.columns)
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=translate(layout.help, language),
        columns=(
            ColumnDrawing(translate(_("Field"), language), width=40, style=FIELD),
            ColumnDrawing(translate(_("Value"), language), width=60, style=INPUT),
            ColumnDrawing(translate(_("Help"), language), width=72, style=HINT),
            ColumnDrawing(translate(_("Example"), language), width=50, style=SAMPLE),
        ),
        rows=tuple(
            (
                column.title.in_language(language),
                value,
                help_of(column, language),
                translate(column.example, column.language or language),
            )
            for column, value in zip(layout.columns, filled, strict=True)
        ),
        rules_by_row=tuple(rules_of(column, language) for column in layout.columns),
    )


def help_of(column: Column, language: Language) -> str:
    """Return what helps to fill in the column, above all whether it is needed."""
    text = translate(column.help, language)
    return translate(_("Required. {help}"), language, help=text) if column.is_required else text


def rules_of(column: Column, language: Language) -> CellRules:
    """Return the column's drop-down list, empty where anything may be typed, and its format."""
    choices = words.words_in(column.vocabulary, language) if column.vocabulary else ()
    return CellRules(choices, column.form)
