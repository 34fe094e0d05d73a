"""Run folders are written whole or not at all, and `latest` points to the newest."""

from errno import ENOSPC

import pytest

from flows.programme.exceptions import OutputNotWritableError, WorkInRunFolderError
from flows.programme.languages import Language
from flows.submit import run_folder
from flows.submit.documents import Document, json_document
from flows.submit.manifest import digest
from flows.submit.run_folder import UNFINISHED, freeze_run, point_to_latest, write_run


def contents(folder):
    """Return the names in `folder` with the bytes of each file."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_run_folder_holds_exactly_its_documents(tmp_path):
    """A second run of the same id leaves nothing of the first behind."""
    folder = tmp_path / "programme" / "abc"
    write_run(folder, [Document("report.sv.pdf", b"one"), Document("old.txt", b"old")])
    write_run(folder, [Document("report.sv.pdf", b"two")])

    assert contents(folder) == {"report.sv.pdf": b"two"}
    assert [path.name for path in folder.parent.iterdir()] == ["abc"]


def test_a_run_that_dies_leaves_the_folder_as_it_was(tmp_path):
    """A run that is killed between two files changes nothing that a reader can see."""
    folder = tmp_path / "abc"
    write_run(folder, [Document("report.sv.pdf", b"whole")])

    def dying():
        yield Document("report.sv.pdf", b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_run(folder, dying())

    assert contents(folder) == {"report.sv.pdf": b"whole"}


def test_a_run_without_room_leaves_nothing_and_says_why(tmp_path):
    """What was written before the disk was full is removed at once, not in the next night."""
    folder = tmp_path / "abc"

    def too_much():
        yield Document("report.sv.pdf", b"half")
        raise OSError(ENOSPC, "No space left on device")

    with pytest.raises(OutputNotWritableError) as stopped:
        write_run(folder, too_much())

    assert "disken är full" in stopped.value.in_language(Language.SV)
    assert list(tmp_path.iterdir()) == []


def test_what_killed_runs_left_is_cleared_away(tmp_path):
    """The next run of the programme removes the unfinished folders of those before it."""
    (tmp_path / f"{UNFINISHED}x" / "deep").mkdir(parents=True)
    write_run(tmp_path / "abc", [Document("report.sv.pdf", b"")])

    assert [path.name for path in tmp_path.iterdir()] == ["abc"]


def test_latest_follows_the_newest_run(tmp_path):
    """`latest` is a relative link, so that the outputs can be moved as they are."""
    for run in ("one", "two"):
        write_run(tmp_path / run, [Document("run.txt", run.encode())])
        point_to_latest(tmp_path / run)

    assert (tmp_path / "latest" / "run.txt").read_text() == "two"
    assert not (tmp_path / "latest").readlink().is_absolute()


def test_latest_is_a_text_file_where_links_are_not_allowed(tmp_path, monkeypatch):
    """On Windows without the right to make links, latest.txt holds the run's name."""

    def refuse(*_arguments, **_keywords):
        raise OSError

    monkeypatch.setattr(run_folder.Path, "symlink_to", refuse)
    write_run(tmp_path / "abc", [])
    point_to_latest(tmp_path / "abc")

    assert (tmp_path / "latest.txt").read_text() == "abc\n"


def test_a_frozen_run_is_never_written_again(tmp_path):
    """A submission's files are read-only, and a second one of the same id is refused."""
    folder = freeze_run(tmp_path / "abc", [Document("report.sv.pdf", b"sent")])

    assert (folder / "report.sv.pdf").stat().st_mode & 0o222 == 0
    with pytest.raises(FileExistsError):
        freeze_run(tmp_path / "abc", [Document("report.sv.pdf", b"other")])
    assert contents(folder) == {"report.sv.pdf": b"sent"}


@pytest.mark.parametrize(
    ("saved", "is_kept"),
    [
        ("corrections/svar (rättelser).xlsx", True),
        ("corrections/annat namn.xlsx", True),
        ("corrections/~$svar (rättelser).xlsx", False),
        ("report.sv.pdf", False),
    ],
)
def test_nobodys_work_is_written_over(tmp_path, saved, is_kept):
    """Whoever corrects a workbook where it lies is told to move it; a lock file is no work."""
    documents = [
        Document("report.sv.pdf", b"a"),
        Document("corrections/svar (rättelser).xlsx", b"b"),
    ]
    outputs = [{"file": document.name, "sha256": document.sha256} for document in documents]
    manifest = {"run": digest({})[:12], "made_from": {}, "outputs": outputs}
    documents.append(json_document("manifest.json", manifest))
    folder = write_run(tmp_path / "abc", documents)
    (folder / saved).write_bytes(b"mine")

    if is_kept:
        with pytest.raises(WorkInRunFolderError):
            write_run(folder, documents)
        assert (folder / saved).read_bytes() == b"mine"
    else:
        write_run(folder, documents)
        assert not (folder / saved).exists() or (folder / saved).read_bytes() == b"a"
