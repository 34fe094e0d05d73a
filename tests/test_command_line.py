"""The commands: what they say, in which language, and with which exit code they end."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from flows.__main__ import app
from flows.chain import runs
from flows.submit import conformance
from tests.drawing import draw_workbook
from tests.small_programme import NAME, write_small_programme

ROOT = Path(__file__).resolve().parents[1]
ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
)
TEXT = "Det här är ingen arbetsbok.\n".encode()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work beside `inputs/` and `outputs/`, with the small programme in the first."""
    monkeypatch.chdir(tmp_path)
    return write_small_programme(tmp_path / "inputs")


def run(*arguments, expecting):
    """Return what the command says, which must end with the exit code `expecting`."""
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == expecting, result.output
    return result.output


def empty(folder):
    """Leave nothing in the folder."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def remove_workbook(folder):
    """Leave everything but the workbook."""
    (folder / "programme.xlsx").unlink()


def write_over(file, content):
    """Return what puts `content` into `file`."""

    def prepare(folder):
        (folder / file).write_bytes(content)

    return prepare


def draw_unknown_workbook(folder):
    """Put a workbook with nothing but an unknown sheet where the programme's should be."""
    draw_workbook(folder / "programme.xlsx", Blad1="| Ett | Två |\n| 1 | 2 |")


def draw_unknown_export(folder):
    """Put a workbook with an unknown sheet among the exports."""
    draw_workbook(folder / "exports" / "annat.xlsx", Blad1="| Ett | Två |\n| 1 | 2 |")


WORKBOOK, EXPORT = "programme.xlsx", "exports/svar.xlsx"
BAD_INPUT = {
    "empty folder": (empty, 3, "Det finns inget program", "There is no programme"),
    "no workbook": (remove_workbook, 4, "saknar programme.xlsx", "has no programme.xlsx"),
    "text as workbook": (
        write_over(WORKBOOK, TEXT),
        5,
        "En fil är inte vad filnamnet säger",
        "A file is not what its name says",
    ),
    "password on workbook": (
        write_over(WORKBOOK, ENCRYPTED),
        5,
        "En fil är skyddad med lösenord",
        "A file is protected with a password",
    ),
    "unknown workbook": (
        draw_unknown_workbook,
        5,
        "inget av bladen känns igen",
        "none of its sheets is known",
    ),
    "text as export": (
        write_over(EXPORT, TEXT),
        1,
        "En fil är inte vad filnamnet säger",
        "A file is not what its name says",
    ),
    "password on export": (
        write_over(EXPORT, ENCRYPTED),
        1,
        "En fil är skyddad med lösenord",
        "A file is protected with a password",
    ),
    "unknown export": (
        draw_unknown_export,
        1,
        "En fil känns inte igen",
        "A file is not recognised",
    ),
    "header and no rows": (
        write_over("sessions/02/svar.csv", "Tidstämpel,Jag har nytta av innehållet\n".encode()),
        1,
        "En fil har en rubrikrad men inga svar",
        "A file has a header and no rows",
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_ends_in_one_clear_sentence(folder, case, language):
    """No traceback, the right exit code, and what else is readable is told of as well."""
    prepare, code, swedish, english = BAD_INPUT[case]
    prepare(folder)

    said = run("check", NAME, "--lang", language, expecting=code)

    assert (swedish if language == "sv" else english) in said
    assert "Traceback" not in said
    if prepare is not empty:
        assert "sessions/01/svar.csv" in said


@pytest.mark.usefixtures("folder")
def test_a_clean_programme_ends_with_zero():
    """Nothing to correct is exit code 0."""
    assert "0 fel att rätta" in run("check", NAME, expecting=0)


@pytest.mark.usefixtures("folder")
def test_messages_are_in_the_programmes_language_unless_another_is_asked_for():
    """`--lang` decides, else the programme's own language."""
    assert "rader lästa" in run("check", NAME, expecting=0)
    assert "rows read" in run("check", NAME, "--lang", "en", expecting=1)  # its texts are missing


@pytest.mark.usefixtures("folder")
def test_a_programme_is_named_or_pointed_to():
    """What the shell completes, `inputs/liten/`, is as good as the name."""
    assert run("check", NAME, expecting=0) == run("check", "inputs/liten/", expecting=0)


def test_new_makes_a_programme_that_check_can_read(tmp_path, monkeypatch):
    """What `new` writes is read back; its texts are still to be written, so it is not clean."""
    monkeypatch.chdir(tmp_path)

    folder, next_step = run("new", "ny-kurs", expecting=0).splitlines()
    assert folder == "inputs/ny-kurs"
    assert next_step.endswith("slutrapport check ny-kurs")
    run("new", "ny-kurs", expecting=6)
    assert "programme.xlsx" in run("check", "ny-kurs", expecting=5)


def test_submit_refuses_while_a_problem_blocks(folder):
    """The blocking problem is listed, nothing is written, and the exit code is 7."""
    (folder / "texts" / "avvikelser.sv.md").write_text("{{ okänd }}\n", encoding="utf-8")

    said = run("submit", NAME, expecting=7)

    assert "texts/avvikelser.sv.md › rad 1" in said
    assert "hindrar inlämningen" in said
    assert not Path("outputs").exists()


@pytest.mark.usefixtures("folder")
def test_a_submission_that_nobody_validated_is_not_final(monkeypatch):
    """Without Java there is no verdict, and without a verdict nothing is frozen."""
    monkeypatch.setattr(conformance, "which", lambda _program: None)

    assert "kan inte valideras" in run("submit", NAME, expecting=14)
    assert not Path("outputs").exists()


@pytest.mark.usefixtures("folder")
def test_a_submission_is_frozen_and_verified(monkeypatch):
    """Without UTKAST, read-only, made once; a changed file is named and ends with exit code 10."""
    monkeypatch.setattr(runs, "require_conformance", lambda _documents: None)  # make conformance
    pdf = Path(run("submit", NAME, expecting=0).splitlines()[-1])
    written = pdf.stat().st_mtime_ns
    run("submit", NAME, expecting=0)

    assert pdf.stat().st_mtime_ns == written
    assert pdf.parent.parent == Path("outputs/liten/submissions")
    assert "UTKAST" not in (pdf.parent / "report.sv.html").read_text("utf-8")
    run("verify", pdf.parent, expecting=0)

    portal = pdf.parent / "portal.sv.txt"
    portal.chmod(0o644)
    portal.write_text("ändrad\n", encoding="utf-8")

    assert "portal.sv.txt har ändrats" in run("verify", pdf.parent, expecting=10)


def test_a_folder_without_a_manifest_is_no_submission(tmp_path):
    """Somebody points to the wrong folder: nothing is said to have changed."""
    said = run("verify", tmp_path, expecting=10)

    assert "ingen läsbar manifest.json" in said
    assert "skiljer sig" not in said


def test_a_night_without_any_programme_is_not_clean(tmp_path):
    """A mistyped folder would otherwise be well every night."""
    assert "ingen programmapp" in run("nightly", tmp_path / "ipnuts", expecting=3)


@pytest.mark.usefixtures("folder")
def test_a_server_that_is_not_there_is_one_sentence():
    """Prefect is set up for a server that is down: the operator is told, without a traceback."""
    ended = subprocess.run(
        [sys.executable, "-m", "flows", "report", NAME],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PREFECT_API_URL": "http://127.0.0.1:9/api"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 11
    assert ended.stderr.startswith("Prefects server svarar inte på http://127.0.0.1:9/api.")
    assert ended.stderr.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_a_machine_that_cannot_reach_itself_is_one_sentence(monkeypatch):
    """Without a loopback interface no temporary server can be reached: it is told at once."""

    def find_no_way(*_to: object, **_how: object) -> None:
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr("socket.create_connection", find_no_way)
    monkeypatch.setattr("flows.prefect_server.PREFECT_API_URL", SimpleNamespace(value=lambda: None))

    said = run("report", NAME, expecting=11)

    assert said.startswith("Prefect kan inte starta sin server")
    assert said.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_a_file_where_the_outputs_should_go_is_one_sentence():
    """Outputs that cannot be written are the operator's to mend, and no bug."""
    Path("upptagen").touch()

    said = run("preview", NAME, "--once", "--outputs", "upptagen", expecting=12)

    assert "det ligger en fil där mappen ska vara" in said


@pytest.mark.usefixtures("folder")
def test_preview_writes_the_draft_to_one_place():
    """The preview's folder keeps its name, so that a reader can stay open on it."""
    for _ in range(2):
        pdf = Path(run("preview", NAME, "--once", expecting=0).splitlines()[-1])

    assert pdf == Path("outputs/liten/preview/report.sv.pdf")
    assert "UTKAST" in (pdf.parent / "report.sv.html").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_a_preview_of_nothing_waits_for_nothing():
    """A name without a folder is most likely misspelt: it is told at once, and that is all."""
    said = run("preview", "finns-inte", expecting=3)

    assert said.startswith("Det finns inget program i inputs/finns-inte.")
    assert said.count("\n") == 1


LOADED_BY = """
import sys
from flows.__main__ import app
app(sys.argv[1:], standalone_mode=False)
print("loaded:", *sys.modules)
"""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["check", NAME], {"prefect", "weasyprint", "pikepdf", "rapidfuzz", "jinja2"}),
        (["check", NAME, "--html"], {"prefect", "weasyprint", "pikepdf"}),
        (["preview", NAME, "--once"], {"prefect"}),
        (["submit", NAME], {"prefect"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(arguments, unwanted):
    """What is loaded is seen in a process of its own, where no test has loaded anything."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED_BY, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = ended.stdout.partition("loaded:")[2].split()
    assert "flows.chain.stages" in loaded
    assert unwanted.isdisjoint(loaded)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chekc"],
        ["check", NAME, "--lang", "no"],
        ["report", NAME, "--date", "i går"],
    ],
)
def test_a_command_that_is_not_understood_ends_with_two(arguments):
    """Usage errors are told from problems."""
    run(*arguments, expecting=2)
