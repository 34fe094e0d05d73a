"""Every message is there in Swedish, and Swedish stands in catalogues and vocabularies only."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.messages import (
    find_messages,
    find_swedish,
    named_places,
    read_catalogues,
)

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = find_messages(ROOT)
SWEDISH = read_catalogues(ROOT / "templates" / "translations" / "sv")

VOCABULARIES = (
    "flows/programme/vocabularies.py",  # the words of drop-down lists
    "flows/programme/workplaces.py",  # words that many workplaces have in their names
    "flows/programme/text_vocabulary.py",  # words beside the numbers of texts
    "flows/programme/workbook_sheets/",  # sheet names, headers and examples
    "flows/programme/workbook_tables.py",  # headers of settings sheets
    "flows/programme/decision_files.py",  # headers of decision files
    "flows/programme/proposal_layouts.py",  # the same
    "flows/programme/coding_layouts.py",  # the same
    "flows/programme/folder.py",  # file names
    "flows/programme/scaffold.py",  # file names
    "flows/ingest/",  # headers and marks that survey tools and people write
    "flows/validate/quote_screen.py",  # letters
    "flows/validate/personal_numbers.py",  # letters in a pattern
    "flows/validate/occasions.py",  # words that stand in a wave column
    "flows/aggregate/economy.py",  # names of cost categories
)
"""Where Swedish words are matched or written as data, in files that are Swedish themselves."""


def test_every_message_is_translated():
    """A message without its Swedish would reach a Swedish reader in English."""
    translated = {translation.message for translation in SWEDISH if translation.text}

    assert {
        message: place for message, place in MESSAGES.items() if message not in translated
    } == {}


def test_every_translation_is_used():
    """A translation that nothing asks for any more would be kept up for nobody."""
    assert [(one.file, one.message) for one in SWEDISH if one.message not in MESSAGES] == []


def test_no_translation_is_a_guess():
    """A fuzzy translation is a machine's guess from a similar message."""
    assert [(one.file, one.message) for one in SWEDISH if one.is_fuzzy] == []


def test_one_message_has_one_translation():
    """Catalogue files are read one after the other: a second wording would win unseen."""
    wordings = defaultdict(set)
    for one in SWEDISH:
        wordings[one.message].add(one.text)

    assert {message: texts for message, texts in wordings.items() if len(texts) > 1} == {}


def test_a_translation_fills_the_same_places():
    """A value that only one language prints is missing in the other, or stops the program."""
    unlike = [one for one in SWEDISH if named_places(one.text) != named_places(one.message)]

    assert unlike == []


def test_swedish_stands_in_vocabularies_only():
    """A sentence in Python could not be translated to a third language."""
    modules = (path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("flows/**/*.py")))
    swedish = {
        module: found
        for module in modules
        if not module.startswith(VOCABULARIES) and (found := list(find_swedish(read(module))))
    }

    assert swedish == {}


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_vocabulary_is_there(vocabulary):
    """An exemption that exempts nothing would look like a rule."""
    path = ROOT / vocabulary
    modules = sorted(path.glob("**/*.py")) if path.is_dir() else [path]

    assert any(list(find_swedish(module.read_text("utf-8"))) for module in modules)


def read(module: str) -> str:
    """Return the source of `module`."""
    return (ROOT / module).read_text("utf-8")


def test_messages_are_found_in_code_and_templates(tmp_path):
    """A marked message is found with its place, wherever it stands."""
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "a.py").write_text('x = 1\ntitle = _("Sessions")\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text(
        "<p>{% trans trimmed count=n %}\n  {{ count }} people\n{% endtrans %}{{ _('Goals') }}</p>"
    )

    assert find_messages(tmp_path) == {
        "Sessions": "flows/a.py:2",
        "%(count)s people": "templates/a.html:1",
        "Goals": "templates/a.html:3",
    }


@pytest.mark.parametrize(
    ("source", "swedish"),
    [
        ('"""Mål."""\nx = 1', []),
        ('x = _("Check å and ä")', []),
        ('x = "Åter"', ["Åter"]),
        ('x = f"Mål {n}"', ["Mål "]),
        ('x = {"närv": 1}', ["närv"]),
    ],
)
def test_swedish_is_found_in_code(source, swedish):
    """Docstrings and marked English may hold Swedish letters; other strings may not."""
    assert list(find_swedish(source)) == swedish


PER_CENT = {"English": r"\d\s%", "Swedish": r"(?<=[\d}])(?:%| %)"}
"""What is wrong: any space in English; none, or one where a line may break, in Swedish."""


def test_per_cent_is_set_as_each_language_sets_it():
    """80% in English, 80 % in Swedish with a space that does not break."""
    swedish = [one.text for one in SWEDISH if re.search(PER_CENT["Swedish"], one.text)]

    assert [message for message in MESSAGES if re.search(PER_CENT["English"], message)] == []
    assert swedish == []


@pytest.mark.parametrize("text", ["minst 80 %", "minst 80%", "{limit_pct} %", "{limit_pct}%"])
def test_a_per_cent_sign_that_stands_wrong_is_found(text):
    """The rule above can fail."""
    assert re.search(PER_CENT["Swedish"], text)
