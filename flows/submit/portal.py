"""The portal's form: the three summary sections to paste, each with its number of characters.

The form is the legal report and the PDF its attachment; its labels are the funder's.
"""

from collections.abc import Iterable

from flows.programme.languages import Language
from flows.programme.texts import Section
from flows.programme.translations import _, translate
from flows.render.text_binding import BoundText
from flows.submit.documents import Document, text_document

LABELS = {
    Section.PURPOSE: _("Purpose and goal"),
    Section.RESULTS: _("Results and expected effects"),
    Section.APPROACH: _("Approach and implementation"),
}
"""The form's three fields, in its order."""


def make_portal_text(
    texts: Iterable[BoundText], limit_characters: int, language: Language
) -> Document:
    """Return the fields in the order of the form; a missing text leaves its field empty."""
    plain = {text.section: text.plain for text in texts if text.language is language}
    fields = [
        make_field(translate(label, language), plain.get(section, ""), limit_characters, language)
        for section, label in LABELS.items()
    ]
    return text_document(f"portal.{language}.txt", "\n\n".join(fields))


def make_field(label: str, text: str, limit_characters: int, language: Language) -> str:
    """Return one field: its label with the count, a rule below it, and the text to paste."""
    count = translate(
        _("{count} of {limit} characters"), language, count=len(text), limit=limit_characters
    )
    heading = f"{label} ({count})"
    return f"{heading}\n{'─' * len(heading)}\n{text}\n"
