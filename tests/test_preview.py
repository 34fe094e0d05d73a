"""The preview is drawn again when something changes, and survives what is half-done."""

import os
import signal
import subprocess
import sys
from threading import Timer

import pytest

from flows.chain import stages
from flows.chain.preview import is_watched, keep_drawing
from flows.chain.runs import WrittenRun
from flows.chain.stages import Request
from flows.ingest.reading import read_files
from flows.programme.exceptions import WorkbookMissingError
from flows.render.parts import typeset_in_turn
from tests.small_programme import NAME, write_small_programme

UNTIL_WATCHING_SECONDS = 1.0


@pytest.fixture
def draft(tmp_path):
    """Return the request for a draft of the small programme."""
    write_small_programme(tmp_path / "inputs")
    return Request(NAME, tmp_path / "inputs", tmp_path / "outputs")


def test_a_changed_text_is_in_the_next_drawing(draft):
    """Somebody saves a text, and the draft in the same place has its words."""
    text = draft.inputs / NAME / "texts" / "avvikelser.sv.md"
    drawings = keep_drawing(draft, typeset_in_turn)
    before = next(drawings)
    Timer(UNTIL_WATCHING_SECONDS, text.write_text, ["Snöstorm.\n", "utf-8"]).start()

    after = next(drawings)

    assert after.folder == before.folder
    assert "Snöstorm." in (after.folder / "report.sv.html").read_text("utf-8")


def test_a_word_in_a_text_opens_no_spreadsheet(draft, monkeypatch):
    """What is in the files is known by their bytes; the next draft is there all the sooner."""
    opened = []
    monkeypatch.setattr(
        stages, "read_files", lambda root, files: opened.append(files) or read_files(root, files)
    )
    folder = draft.inputs / NAME
    for path, content in (
        (folder / "texts" / "avvikelser.sv.md", "Snöstorm.\n"),
        (folder / "texts" / "avvikelser.sv.md", "Hagel.\n"),
        (folder / "exports" / "inte-en-enkät.csv", "a;b\n1;2\n"),
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
        stages.make_findings(draft)

    assert [len(files) for files in opened] == [len(opened[0]), len(opened[0]) + 1]


def test_a_workbook_that_is_gone_for_a_moment_does_not_end_the_preview(draft):
    """Excel removes a file before it writes it anew; the sentence is told and work goes on."""
    workbook = draft.inputs / NAME / "programme.xlsx"
    saved = workbook.read_bytes()
    workbook.unlink()
    drawings = keep_drawing(draft, typeset_in_turn)

    assert isinstance(next(drawings), WorkbookMissingError)
    Timer(UNTIL_WATCHING_SECONDS, workbook.write_bytes, [saved]).start()
    assert isinstance(next(drawings), WrittenRun)


@pytest.mark.parametrize(
    ("name", "is_seen"),
    [("mal.sv.md", True), ("närvaro.xlsx", True), ("~$närvaro.xlsx", False), (".mal.swp", False)],
)
def test_lock_files_and_hidden_files_are_no_change(name, is_seen):
    """Opening a file in Excel or in an editor changes no report."""
    assert is_watched(None, f"/any/{name}") is is_seen


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a console there, not a group")
def test_ctrl_c_ends_the_preview_without_a_word(draft):
    """It is the way to end it: neither the press nor the reader has anything to say."""
    command = ["preview", NAME, "--inputs", str(draft.inputs), "--outputs", str(draft.outputs)]
    with subprocess.Popen(
        [sys.executable, "-m", "flows", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as previewing:
        drawn = next(line for line in previewing.stdout if line.rstrip().endswith(".pdf"))
        os.killpg(previewing.pid, signal.SIGINT)
        _rest, said = previewing.communicate(timeout=60)

    assert drawn
    assert "Traceback" not in said
