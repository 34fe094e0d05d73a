"""How workbooks of decisions are drawn: each sheet, and the lists of the coding workbook."""

from dataclasses import replace

from flows.programme.coding_layouts import COMMENTS, FIRST_MARKS, SECOND_MARKS, THEMES
from flows.programme.decisions import Theme
from flows.programme.languages import Language
from flows.programme.translations import translate
from flows.programme.workbook_examples import NEVER_READ, make_example_row
from flows.programme.workbook_layout import Column, SheetLayout
from flows.programme.workbook_records import SheetRows
from flows.programme.workbook_writer import rules_of
from flows.programme.xlsx_writer import (
    FIRST_ROW,
    CellRules,
    ColumnDrawing,
    SheetDrawing,
    make_xlsx,
)

MOST_LISTED_THEMES = 100
FROZEN_COLUMNS = 2
"""The comment's id and its words stay in sight while somebody chooses themes."""


def draw_decisions(layout: SheetLayout, rows: SheetRows, language: Language) -> SheetDrawing:
    """Return one sheet of decisions, its titles and lists in `language`."""
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=translate(layout.help, language),
        columns=tuple(draw_column(column, language) for column in layout.columns),
        rows=rows,
    )


def draw_column(column: Column, language: Language) -> ColumnDrawing:
    """Return one column with its help; themes are chosen from the list of themes."""
    rules = rules_of(column, language)
    if column.name in (*FIRST_MARKS, *SECOND_MARKS):
        rules = CellRules(list_of=theme_names(language))
    return ColumnDrawing(
        column.title.in_language(language), translate(column.help, language), column.width, rules
    )


def theme_names(language: Language) -> str:
    """Return the formula of the names in the list of themes, as many as are filled in."""
    position = next(
        number
        for number, column in enumerate(THEMES.columns)
        if column.name == f"name_{language.value}"
    )
    letter = chr(ord("A") + position)
    sheet = THEMES.title.in_language(language)
    first = f"'{sheet}'!${letter}${FIRST_ROW}"
    last = f"${letter}${FIRST_ROW + MOST_LISTED_THEMES}"
    return f"OFFSET({first},0,0,MAX(1,COUNTA({first}:{last})),1)"


def make_coding_workbook(themes: tuple[Theme, ...], rows: SheetRows, language: Language) -> bytes:
    """Return a coding workbook with `themes` and a row for each comment, in `language`.

    Without themes an example shows what the list is for.
    """
    listed: SheetRows = tuple(
        (theme.key, theme.name.sv or None, theme.name.en or None, theme.description, theme.example)
        for theme in themes
    )
    drawn = draw_decisions(THEMES, listed, language)
    if not themes:
        rule = translate(NEVER_READ, language)
        example = make_example_row(THEMES, language)
        drawn = replace(drawn, lead=f"{drawn.lead} {rule}", example=example)
    comments = draw_decisions(COMMENTS, rows, language)
    return make_xlsx((drawn, replace(comments, frozen_columns=FROZEN_COLUMNS)))
