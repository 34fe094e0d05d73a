"""The languages in which coordinators and the funder read."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language that has a catalogue in templates/translations/ (English is the source)."""

    SV = "sv"
    EN = "en"


QUOTATION_MARKS = {Language.SV: ("”", "”"), Language.EN: ("“", "”")}


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in Swedish and in English; a missing translation is the empty string."""

    sv: str
    en: str = ""

    def is_in(self, language: Language) -> bool:
        """Tell whether there is a text in `language`."""
        return bool(self.sv if language is Language.SV else self.en)

    def in_language(self, language: Language) -> str:
        """Return the text in `language`, or the other one where that is empty."""
        return (self.sv or self.en) if language is Language.SV else (self.en or self.sv)


NO_TEXT = Bilingual("")
"""The text of an optional field that nobody filled in."""
