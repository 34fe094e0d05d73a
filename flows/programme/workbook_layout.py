"""What a sheet of the programme workbook is made of.

Titles exist in Swedish (the default) and English; either is read. A row whose first cell
begins with "Exempel" or "Example" is an example and is never read.
"""

from dataclasses import dataclass

from flows.programme.languages import NO_TEXT, Bilingual
from flows.programme.vocabularies import Vocabulary

EXAMPLE_MARKS = ("exempel", "example")


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or on a settings sheet one row: `name` is the field it fills."""

    name: str
    title: Bilingual
    help: str
    example: Bilingual = NO_TEXT
    is_required: bool = False
    vocabulary: Vocabulary | None = None
    width: int = 18


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """One sheet. A settings sheet has a field a row: title, value, help, example."""

    name: str
    title: Bilingual
    help: str
    columns: tuple[Column, ...]
    is_settings: bool = False
    is_optional: bool = False


def same(text: str) -> Bilingual:
    """Return a text that is the same in both languages, such as a number or a code."""
    return Bilingual(text, text)
