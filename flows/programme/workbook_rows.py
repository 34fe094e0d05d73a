"""One row of the programme workbook, whose cells are read by the names of their fields.

Reading never stops: a cell that cannot be understood is a problem and counts as empty.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flows.programme.headers import display
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import CellError, CellValue, text_of
from flows.programme.typed_values import date_in, number_in
from flows.programme.vocabularies import member_named, words_in
from flows.programme.workbook_layout import SheetLayout

Member = TypeVar("Member", bound=StrEnum)

GROUPED_WITH_POINTS = re.compile(r"\d{1,3}([.,]\d{3})+")
"""468.000 is 468 000 to some and 468 to others."""


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """One row of a sheet: `cells` holds each field's value and place, filled or not.

    `language` is that of the sheet's titles; problems speak of columns and words in it. Every
    method that reads a field appends what is wrong with it to `problems`.
    """

    layout: SheetLayout
    language: Language
    place: Place
    cells: dict[str, tuple[CellValue, Place]]
    problems: list[Problem] = field(default_factory=list)

    def place_of(self, name: str) -> Place:
        """Return the place of the field's cell, or of the row where there is no such column."""
        return self.cells.get(name, (None, self.place))[1]

    def report(self, code: str, name: str, **parameters: str | int) -> None:
        """Add a problem at the field's cell."""
        column = self.layout.column(name).title.in_language(self.language)
        self.problems.append(problem(code, self.place_of(name), column=column, **parameters))

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

    def bilingual_text(self, name: str) -> Bilingual:
        """Return the text whose two fields are `name`_sv and `name`_en."""
        return Bilingual(self.text(f"{name}_sv"), self.text(f"{name}_en"))

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
        number = number_in(value)
        if number is None and value not in (None, ""):
            self.report("workbook-not-a-number", name)
        return number

    def whole_number(self, name: str) -> int | None:
        """Return the field as a whole number of at least 0."""
        value = self.value(name)
        number = self.number(name)
        if number is None:
            return None
        if isinstance(value, str) and GROUPED_WITH_POINTS.match(value.strip()):
            self.report("workbook-number-unclear", name)
            return None
        if not number.is_integer():
            self.report("workbook-not-whole", name, found=f"{number:.12g}")
            return None
        if number < 0:
            self.report("workbook-negative", name, found=f"{number:g}")
            return None
        return int(number)

    def share(self, name: str) -> float | None:
        """Return the field as a fraction from 0 to 1."""
        share = self.number(name)
        if share is not None and not 0 <= share <= 1:
            self.report("workbook-not-a-share", name, found=f"{share:g}")
            return None
        return share

    def date(self, name: str) -> date | None:
        """Return the field as a date; one that is typed as text is read, with a note."""
        value = self.value(name)
        day = date_in(value)
        if day is None and value is not None:
            self.report("workbook-not-a-date", name)
        elif day is not None and not isinstance(value, date):
            self.report("workbook-date-as-text", name, found=day.isoformat())
        return day

    def member(self, name: str, kind: type[Member]) -> Member | None:
        """Return the member of the closed set that the field names."""
        vocabulary = self.layout.column(name).vocabulary
        text = self.text(name)
        if not text or vocabulary is None:
            return None
        member = member_named(vocabulary, text)
        if member is None:
            allowed = ", ".join(words_in(vocabulary, self.language))
            self.report("workbook-not-in-list", name, allowed=allowed)
        return kind(member) if member is not None else None
