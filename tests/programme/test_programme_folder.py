"""Which files of a programme folder are read, and as what."""

import os
from pathlib import Path

import pytest

from flows.programme.exceptions import ProgrammeNotFoundError
from flows.programme.folder import find_programme, list_programmes, report_misplaced
from flows.programme.places import Place
from flows.programme.problems import problem


def put(root, *files):
    """Put empty files into the folder `root`."""
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).touch()


def test_every_file_has_its_place_and_the_order_is_by_name(tmp_path):
    """Workbook, exports, texts and decisions are told by their folder, sorted by path."""
    put(
        tmp_path / "kurs",
        "texts/syfte-och-mal.sv.md",
        "sessions/02/b.csv",
        "sessions/01/Ä.xlsx",
        "exports/närvaro.xlsx",
        "decisions/wording.xlsx",
        "programme.xlsx",
    )

    folder = find_programme("kurs", tmp_path)

    assert folder.workbook == "programme.xlsx"
    assert folder.exports == ("exports/närvaro.xlsx", "sessions/01/Ä.xlsx", "sessions/02/b.csv")
    assert folder.texts == ("texts/syfte-och-mal.sv.md",)
    assert folder.decisions == ("decisions/wording.xlsx",)
    assert folder.misplaced == ()
    assert len(folder.files) == 6


def test_what_programs_leave_behind_is_not_the_owners(tmp_path):
    """Lock files, hidden files, thumbnails and our own notes are not read."""
    put(
        tmp_path / "kurs",
        "programme.xlsx",
        "~$programme.xlsx",
        "exports/~WRL0001.tmp",
        ".DS_Store",
        "sessions/LÄS MIG.txt",
        "sessions/01/.gitkeep",
        "sessions/01/Thumbs.db",
        "sessions/01/.~lock.a.xlsx#",
        "exports/LA\N{COMBINING DIAERESIS}S MIG.txt",
        "__MACOSX/sessions/01/._a.xlsx",
        ".git/sessions/01/a.xlsx",
    )

    folder = find_programme("kurs", tmp_path)

    assert (folder.files, folder.misplaced) == (("programme.xlsx",), ())


def test_file_where_nothing_is_read_is_a_problem(tmp_path):
    """Nothing disappears: a file beside the folders is named, not ignored."""
    put(
        tmp_path / "kurs",
        "programme.xlsx",
        "programme (kopia).xlsx",
        "gammalt/enkät.xlsx",
        "sessions",
    )

    folder = find_programme("kurs", tmp_path)

    assert folder.misplaced == ("gammalt/enkät.xlsx", "programme (kopia).xlsx", "sessions")
    assert report_misplaced(folder)[0] == problem("file-misplaced", Place("gammalt/enkät.xlsx"))


def test_folder_without_workbook_is_still_found(tmp_path):
    """Where programme.xlsx is missing, what else is there is reported all the same."""
    put(tmp_path / "kurs", "sessions/01/a.csv")

    assert find_programme("kurs", tmp_path).workbook == ""


@pytest.mark.parametrize("name", ["annan", "", ".", "..", "../kurs", "kurs/sessions", ".dold"])
def test_what_is_no_programme_is_not_found(tmp_path, name):
    """A programme is one folder directly under inputs/, and no path leads out of it."""
    put(tmp_path / "inputs/kurs", "sessions/01/a.csv")
    put(tmp_path / "inputs/.dold", "sessions/01/a.csv")
    put(tmp_path / "kurs", "sessions/01/a.csv")

    with pytest.raises(ProgrammeNotFoundError):
        find_programme(name, tmp_path / "inputs")


def test_empty_folder_is_no_programme(tmp_path):
    """A folder with nothing in it is told apart from one that can be reported on."""
    (tmp_path / "kurs/sessions").mkdir(parents=True)

    with pytest.raises(ProgrammeNotFoundError):
        find_programme("kurs", tmp_path)


def test_programmes_are_listed_by_name(tmp_path):
    """Folders that hold a workbook or exports are programmes; notes and the hidden are not."""
    put(tmp_path, "läs mig.txt", "b/programme.xlsx", "a/sessions/01/a.csv", "c/texts/x.md")
    put(tmp_path, ".d/programme.xlsx")

    assert list_programmes(tmp_path) == ("a", "b")
    assert list_programmes(tmp_path / "finns-inte") == ()


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    """A link in a folder that somebody sent may lead to any file of the machine that reads it."""
    (tmp_path / "hemligt.csv").write_text("lösenord")
    (tmp_path / "annat").mkdir()
    exports = tmp_path / "inputs" / "kurs" / "exports"
    exports.mkdir(parents=True)
    (exports / "eget.csv").write_text("A")
    (exports / "inne.csv").symlink_to("eget.csv")
    (exports / "ute.csv").symlink_to("../../../hemligt.csv")
    (exports / "mapp").symlink_to(tmp_path / "annat")

    folder = find_programme("kurs", tmp_path / "inputs")

    assert folder.exports == ("exports/eget.csv", "exports/inne.csv")
    assert report_misplaced(folder) == (
        problem("file-link-outside", Place("exports/mapp")),
        problem("file-link-outside", Place("exports/ute.csv")),
    )


@pytest.mark.parametrize(
    "name", [b"a\nb.csv", b"\x1b[2J.csv", b"\xff.csv", "\u202evsc.exe".encode()]
)
def test_names_that_cannot_be_shown_are_not_read(tmp_path, name):
    """Control signs in a name would reach a terminal, and other bytes stop every file written."""
    exports = tmp_path / "kurs" / "exports"
    exports.mkdir(parents=True)
    (exports / "a.csv").write_text("A")
    (Path(os.fsdecode(os.fsencode(exports) + b"/" + name))).write_text("A")

    folder = find_programme("kurs", tmp_path)

    (refused,) = report_misplaced(folder)
    assert folder.exports == ("exports/a.csv",)
    assert refused.code == "file-name-unreadable"
    assert refused.place.file.isprintable()
