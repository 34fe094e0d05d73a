"""A report in two languages has everything in both, and no word of its own in only one."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from flows.programme import translations
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.texts import Section, Text
from flows.render import html
from flows.render.html import render_html
from flows.render.translation_checks import find_untranslated, languages_of_report
from tests.messages import find_messages
from tests.render.report_drawing import YEAR, draw_report
from tests.test_translations import ROOT

SV, EN = Language
SESSION = Place("programme.xlsx", "Tillfällen", 2)
BOTH = Bilingual("Titel", "Title")


def text(section: Section, language: Language) -> Text:
    """Return a text file of one word."""
    return Text(section, language, f"texts/{section}.{language}.md", "Text")


def with_words(*pairs: tuple[str, str]):
    """Return the year with nothing but its words in one language."""
    programme = YEAR.programme
    bilingual = replace(
        programme,
        project=replace(programme.project, title=BOTH, status=BOTH),
        sessions=tuple(replace(session, theme=BOTH) for session in programme.sessions),
        items=tuple(replace(item, wording=BOTH) for item in programme.items),
        scales=(),
        words=tuple(Bilingual(*pair) for pair in pairs),
    )
    return replace(YEAR, programme=bilingual)


WORDS = (
    ("ledare", "leader"),
    ("chef", "manager"),
    ("kommun", "municipality"),
    ("landsting", "county council"),
    ("Personal", "Personnel"),
    ("Resor", "Travel"),
    ("Test", "Test"),
    ("Idé", "Idea"),
    ("Prototyp", "Prototype"),
)


@pytest.mark.parametrize(
    ("written", "languages"),
    [
        ([], [SV]),
        ([SV], [SV]),
        ([SV, EN], [SV, EN]),
        ([EN], [SV, EN]),
    ],
)
def test_the_report_is_in_the_languages_of_its_texts(written, languages):
    """The programme's own language comes first, whether or not anything is written in it."""
    texts = [text(Section.PURPOSE, language) for language in written]

    assert list(languages_of_report(YEAR.programme, texts)) == languages


def test_a_report_in_its_own_language_needs_no_other():
    """What is missing in English is nobody's problem where no English report is made."""
    assert find_untranslated(with_words(), (), (SV,)) == ()


def test_a_word_without_translation_is_named():
    """Roles, organisation types, cost categories, stages and methods; never what is the same."""
    assert find_untranslated(with_words(*WORDS), (), (SV, EN)) == ()

    (found,) = find_untranslated(with_words(*WORDS[2:]), (), (SV, EN))

    assert found.code == "words-untranslated"
    assert dict(found.parameters) == {"words": "chef; ledare"}


def test_an_index_without_translation_is_named():
    """The word that puts questions together heads a row of the report, in its language."""
    dataset = with_words(*WORDS)
    items = tuple(replace(item, index_id="förmåga") for item in dataset.programme.items)
    indexed = replace(dataset, programme=replace(dataset.programme, items=items))

    (found,) = find_untranslated(indexed, (), (SV, EN))

    assert dict(found.parameters) == {"words": "förmåga"}


def test_a_row_without_translation_is_pointed_to():
    """The theme of a session in Swedish alone is a problem at the session's row."""
    dataset = with_words(*WORDS)
    session = replace(dataset.programme.sessions[0], theme=Bilingual("Behov"), place=SESSION)
    programme = replace(dataset.programme, sessions=(session,))

    (found,) = find_untranslated(replace(dataset, programme=programme), (), (SV, EN))

    assert (found.code, found.place) == ("translation-missing", SESSION)
    assert dict(found.parameters) == {"language": "en"}


def test_a_text_without_counterpart_is_pointed_to():
    """A chapter that only one of the two reports has would make them two reports."""
    texts = [text(Section.METHOD, SV), text(Section.GOALS, SV), text(Section.GOALS, EN)]

    (found,) = find_untranslated(with_words(*WORDS), texts, (SV, EN))

    assert found.code == "text-untranslated"
    assert found.place.file == "texts/metod.sv.md"
    assert dict(found.parameters) == {"file": "texts/metod.en.md"}


class VisibleText(HTMLParser):
    """Collects what a page shows or reads aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag, attrs):
        """Note the texts in attributes, and where styles begin."""
        self.skipped += tag == "style"
        self.parts += [value for name, value in attrs if name in ("aria-label", "alt", "title")]

    def handle_endtag(self, tag):
        """Note where styles end."""
        self.skipped -= tag == "style"

    def handle_data(self, data):
        """Note a text."""
        if not self.skipped:
            self.parts.append(data)


def words_shown(language: Language) -> set[str]:
    """Return the words of the report on the year, whose own words are in both languages."""
    programme = replace(with_words(*WORDS).programme, scales=YEAR.programme.scales)
    page = VisibleText()
    page.feed(render_html(draw_report(replace(YEAR, programme=programme), language=language)))
    return set(re.findall(r"[^\W\d_]{3,}", " ".join(page.parts)))


def test_what_has_a_counterpart_is_printed_in_the_language_of_the_report():
    """No role, kind of organisation, cost category, stage or title stands there untranslated."""
    pairs = [(sv, en) for sv, en in (*WORDS, (BOTH.sv, BOTH.en)) if sv != en and " " not in en]
    swedish, english = map(set, zip(*pairs, strict=True))
    shown = {language: words_shown(language) for language in Language}

    assert (shown[SV] & english, shown[EN] & swedish) == (set(), set())
    assert shown[SV] >= swedish
    assert shown[EN] >= english


@pytest.fixture
def pseudo_language(tmp_path, monkeypatch):
    """Let English be a made-up language in which every message stands in ⟦brackets⟧."""
    catalogue = Catalog(locale="en")
    for message in find_messages(ROOT):
        catalogue.add(message, f"⟦{message}⟧")
    folder = tmp_path / "en"
    folder.mkdir()
    with (folder / "all.po").open("wb") as file:
        write_po(file, catalogue)
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    caches = (translations.catalogue, html.environment)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("pseudo_language")
def test_a_further_language_is_a_catalogue():
    """No word that the report shows or reads aloud is the program's without being translated."""
    page = VisibleText()
    page.feed(render_html(draw_report(language=EN)))
    shown = " ".join(page.parts)
    while (outside := re.sub(r"⟦[^⟦⟧]*⟧", " ", shown)) != shown:
        shown = outside
    words = set(re.findall(r"[^\W\d_]{3,}", shown))
    of_the_data = set(re.findall(r"[^\W\d_]{3,}", repr(YEAR))) | {"Vinnova"}
    of_the_locale = {"January", "February", "March", "November", "and"}
    names = {"SHA"}

    assert words - of_the_data - of_the_locale - names == set()
