"""The words that people read, in each language. English is the source language.

Every sentence stands in the code in English, marked with `_`; its Swedish stands in
templates/translations/sv/. A third language is another folder beside it.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from flows.programme.languages import Bilingual, Language
from flows.programme.locations import TEMPLATES

TRANSLATIONS = TEMPLATES / "translations"


def _(message: str) -> str:
    """Mark `message` for translation and return it unchanged."""
    return message


@cache
def catalogue(language: Language) -> NullTranslations:
    """Return the catalogue of `language`, as gettext and Jinja know it."""
    messages = Catalog(locale=language.value)
    for path in sorted(TRANSLATIONS.glob(f"{language}/*.po")):
        for message in read_po(path.open("rb"), locale=language.value):
            messages[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def translate(message: str, language: Language, /, **values: str | int) -> str:
    """Return `message` in `language` with its {named} places filled."""
    translated = catalogue(language).gettext(message) if message else ""
    return translated.format(**values) if values else translated


def counted(one: str, many: str, count: int, language: Language, /, **values: str | int) -> str:
    """Return `one` or `many` with its {count}, for languages with one singular and one plural."""
    return translate(one if count == 1 else many, language, count=count, **values)


def bilingual(message: str, /, **values: str | int) -> Bilingual:
    """Return `message` in both languages with its {named} places filled."""
    swedish, english = (translate(message, language, **values) for language in Language)
    return Bilingual(swedish, english)
