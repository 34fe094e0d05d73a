"""The example row of an empty sheet: written for the eye, never read as a record."""

from flows.programme.headers import normalise
from flows.programme.languages import Language
from flows.programme.sheets import CellValue, Row, text_of
from flows.programme.translations import _, translate
from flows.programme.typed_values import parse_date, parse_number
from flows.programme.workbook_layout import CellForm, Column, SheetLayout

MARK = _("Example: {value}")
NEVER_READ = _("The row that begins with Example: is never read.")


def make_example_row(layout: SheetLayout, language: Language) -> tuple[CellValue, ...]:
    """Return the sheet's example; its first cell begins with the word that marks it."""
    first, *others = layout.columns
    marked = translate(MARK, language, value=text_of(example_of(first, language)))
    return (marked, *(example_of(column, language) for column in others))


def example_of(column: Column, language: Language) -> CellValue:
    """Return the column's example as Excel would hold it once typed; None without any."""
    text = translate(column.example, column.language or language)
    if column.form is CellForm.DAY:
        return parse_date(text)
    if column.form is CellForm.WORDS or text.endswith("%"):  # 80 % would be shown as 0.8
        return text or None
    number = parse_number(text)
    return text or None if number is None else number


def is_example(row: Row) -> bool:
    """Tell whether the first filled cell of the row begins with "Exempel:" or "Example:"."""
    first = next((value for value in row.values if value is not None), None)
    marks = (normalise(translate(MARK, language, value="")) for language in Language)
    return isinstance(first, str) and normalise(first).startswith(tuple(marks))


def is_altered(row: Row, layout: SheetLayout) -> bool:
    """Tell whether somebody has typed over the example and left its mark.

    Then the row was probably meant to be read.
    """
    written = {
        normalise(text_of(value))
        for language in Language
        for value in make_example_row(layout, language)
    }
    _marked, *others = (value for value in row.values if value is not None)
    return not {normalise(text_of(value)) for value in others} <= written
