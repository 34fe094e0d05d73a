"""What a sheet of the programme workbook is made of.

Titles exist in Swedish (the default) and English; either is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.programme.languages import Bilingual, Language
from flows.programme.translations import _
from flows.programme.vocabularies import Vocabulary


class CellForm(StrEnum):
    """What a column's cells hold, as the number format that Excel gives them."""

    GENERAL = "General"
    WORDS = "@"  # Excel would read a code such as 3-4 as a date
    WHOLE = "0"
    KRONOR = "#,##0"
    SHARE = "0 %"
    DAY = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or on a settings sheet one row: `name` is the field it fills.

    `example` is in the workbook's language, unless the field is always in `language`.
    """

    name: str
    title: Bilingual
    help: str
    example: str = ""
    is_required: bool = False
    vocabulary: Vocabulary | None = None
    form: CellForm = CellForm.GENERAL
    width: int = 18
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """One sheet. A settings sheet has a field a row: title, value, help, example.

    `is_found_by_one_title` lets a single title make a row the header, for lists that a person
    may keep with one column.
    """

    name: str
    title: Bilingual
    help: str
    columns: tuple[Column, ...]
    is_settings: bool = False
    is_optional: bool = False
    is_found_by_one_title: bool = False

    def column(self, name: str) -> Column:
        """Return the column that fills the field `name`."""
        return next(column for column in self.columns if column.name == name)


def columns_in_both_languages(
    name: str,
    title: Bilingual,
    help_text: str,
    example: str = "",
    *,
    is_required: bool = False,
    width: int = 18,
) -> Iterator[Column]:
    """Yield the Swedish and the English column of one bilingual text.

    Where the text is required, the Swedish one is: a report can do without its translation.
    """
    yield Column(
        f"{name}_sv",
        Bilingual(f"{title.sv} (svenska)", f"{title.en} (Swedish)"),
        help_text,
        example,
        is_required=is_required,
        width=width,
        language=Language.SV,
    )
    yield Column(
        f"{name}_en",
        Bilingual(f"{title.sv} (engelska)", f"{title.en} (English)"),
        _("The same in English, for the English report."),
        example,
        width=width,
        language=Language.EN,
    )
