"""What `slutrapport new` writes can be filled in, checked and never overwritten."""

import re

import pytest

from flows.programme.exceptions import ProgrammeExistsError, ProgrammeNameError
from flows.programme.folder import find_programme, list_programmes
from flows.programme.indicator_names import parse_indicator_name
from flows.programme.languages import Language
from flows.programme.scaffold import SCAFFOLD, new_programme
from flows.programme.text_files import missing_texts, read_texts
from flows.programme.texts import REQUIRED_SECTIONS, Section

USAGE = 2


@pytest.mark.parametrize("language", Language)
def test_new_programme_has_a_place_for_everything(tmp_path, language):
    """Workbook, ten sessions, exports, a text for each section and all decisions are there."""
    root = new_programme("kurs-2016", tmp_path / "inputs", language)

    folder = find_programme("kurs-2016", tmp_path / "inputs")
    assert root == tmp_path / "inputs" / "kurs-2016"
    assert list_programmes(tmp_path / "inputs") == ("kurs-2016",)
    assert folder.workbook == "programme.xlsx"
    assert folder.texts == tuple(sorted(f"texts/{section}.{language}.md" for section in Section))
    assert folder.decisions == tuple(
        f"decisions/{name}.xlsx" for name in ("acknowledged", "quotes")
    )
    assert (folder.exports, folder.misplaced) == ((), ())
    assert len([path for path in (root / "sessions").iterdir() if path.is_dir()]) == 10
    assert (root / "exports").is_dir()


@pytest.mark.parametrize("language", Language)
def test_starter_texts_say_nothing_until_somebody_writes(tmp_path, language):
    """The starter texts are all help: none is printed, and the sections needed are missed."""
    root = new_programme("kurs", tmp_path, language)

    texts, problems = read_texts(root, find_programme("kurs", tmp_path).texts)

    assert (texts, problems) == ((), ())
    assert len(missing_texts(texts, language)) == len(REQUIRED_SECTIONS)


@pytest.mark.parametrize("path", sorted(SCAFFOLD.glob("*.md")), ids=lambda path: path.name)
def test_starter_texts_show_placeholders_that_are_understood(path):
    """Each placeholder in an example names a measure, or a fact of project or goals."""
    for placeholder in re.findall(r"\{\{ (.*?) \}\}", path.read_text(encoding="utf-8")):
        if not placeholder.startswith(("project.", "goals.")):
            assert parse_indicator_name(placeholder.removeprefix("base "))


def test_work_is_never_overwritten(tmp_path):
    """A programme that exists stays as it is."""
    root = new_programme("kurs", tmp_path, Language.SV)
    (root / "programme.xlsx").write_text("ifylld")

    with pytest.raises(ProgrammeExistsError):
        new_programme("kurs", tmp_path, Language.SV)

    assert (root / "programme.xlsx").read_text() == "ifylld"


def test_what_is_missing_is_added_to_what_somebody_put_there(tmp_path):
    """In a folder without a workbook the rest is made, and what stands there stays."""
    text = tmp_path / "kurs" / "texts" / "mal.sv.md"
    export = tmp_path / "kurs" / "sessions" / "01" / "svar.csv"
    for file in (text, export):
        file.parent.mkdir(parents=True)
        file.write_text("min egen")

    root = new_programme("kurs", tmp_path, Language.SV)

    assert (root / "programme.xlsx").exists()
    assert (text.read_text(), export.read_text()) == ("min egen", "min egen")


@pytest.mark.parametrize("name", ["", "Kurs", "kurs 1", "../kurs", "kurs/1", "-kurs", ".kurs"])
def test_name_must_be_a_plain_one(tmp_path, name):
    """A name that would be awkward on some machine is refused in one sentence."""
    with pytest.raises(ProgrammeNameError) as refused:
        new_programme(name, tmp_path, Language.SV)

    assert refused.value.exit_code == USAGE
    assert list(tmp_path.iterdir()) == []
