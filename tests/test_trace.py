"""`trace` follows a printed number to its cells; what a run has counted is not counted again."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.__main__ import app
from flows.aggregate.evidence import number_evidence
from flows.chain import tracing
from flows.chain.runs import ingredients_of, make_annexes, outcome_of
from flows.chain.stages import Request, make_findings
from flows.submit.manifest import make_manifest
from flows.submit.run_folder import point_to_latest, write_run
from tests.small_programme import NAME, write_small_programme

ROOT = Path(__file__).resolve().parents[1]
REQUEST = Request(NAME, Path("inputs"), Path("outputs"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work beside `inputs/` with the small programme."""
    monkeypatch.chdir(tmp_path)
    return write_small_programme(tmp_path / "inputs")


@pytest.fixture
def findings(folder):
    """Write what `trace` reads of a run of the small programme, and return its findings."""
    findings = make_findings(REQUEST)
    annexes = make_annexes(findings, is_draft=True).documents
    ingredients = ingredients_of(findings.reading.folder, REQUEST, is_draft=True)
    manifest = make_manifest(ingredients, outcome_of(findings), annexes)
    point_to_latest(write_run(Path("outputs") / folder.name / "run", (*annexes, manifest)))
    return findings


@pytest.fixture
def forbid_counting(monkeypatch):
    """Let nothing be counted."""

    def refuse(*_arguments):
        raise AssertionError

    monkeypatch.setattr(tracing, "conclude", refuse)


def trace(*arguments, expecting=0):
    """Return what the command says."""
    result = CliRunner().invoke(app, ["trace", NAME, *arguments])
    assert result.exit_code == expecting, result.output
    return result.output


def number_of(findings, measure):
    """Return the number of the first row with a figure of `measure`, as it is printed."""
    rows = number_evidence(findings.dataset.programme, findings.indicators).rows
    found = (row for row in rows if row.indicators[0].name.measure == measure)
    return f"E{next(found).number}"


@pytest.mark.usefixtures("forbid_counting")
def test_a_number_leads_to_definition_formula_base_and_cells(findings):
    """What the newest run has told is told again, and nothing is counted."""
    said = trace(number_of(findings, "answers"))

    assert "Formel: antal(giltiga svar = svaret) / antal(giltiga svar)\n" in said
    assert "(n = 12)" in said
    assert "sessions/01/svar.csv › " in said


@pytest.mark.usefixtures("forbid_counting")
def test_a_number_may_be_typed_as_it_comes(findings):
    """E17, e17, "E 17", 017 and 17 are the same number."""
    number = number_of(findings, "answers")
    bare = number.removeprefix("E")

    for typed in (number.lower(), bare, f"E {bare}", f"0{bare}", f" {number} "):
        assert trace(typed) == trace(number)


@pytest.mark.usefixtures("forbid_counting", "findings")
@pytest.mark.parametrize("number", ["E999", "E0", "17a", "E", "ett", "E1E1", "E12–22", "17.0"])
def test_an_unknown_number_is_one_sentence(number):
    """It says which numbers there are, and ends as any word that the command does not know."""
    swedish, english = (trace(number, "--lang", lang, expecting=2) for lang in ("sv", "en"))

    assert swedish.startswith(f"Rapporten har inget belägg {number}. Numren går från E1 till E")
    assert english.startswith(f"The report has no evidence {number}. Its numbers go from E1 to E")
    assert swedish.count("\n") == english.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_without_a_run_the_figures_are_counted():
    """A programme can be looked into before its first report."""
    assert "Formel: " in trace("E1")


@pytest.mark.usefixtures("findings")
@pytest.mark.parametrize("file", ["sessions/01/svar.csv", "programme.xlsx"])
def test_figures_of_other_inputs_are_not_told(folder, file, monkeypatch):
    """Where an input changed since the run, what it told is counted anew."""
    counted = []
    conclude = tracing.conclude
    monkeypatch.setattr(tracing, "conclude", lambda *each: counted.append(1) or conclude(*each))
    with (folder / file).open("ab") as changed:
        changed.write(b"\n")

    trace("E1")

    assert counted == [1]


@pytest.mark.usefixtures("findings")
def test_figures_that_somebody_changed_are_not_told():
    """A run's file that is no longer what its manifest says is not believed."""
    before = trace("E1")
    written = Path("outputs") / NAME / "latest" / "indicators.json"
    written.chmod(0o644)
    written.write_text(written.read_text("utf-8").replace('"value": 8', '"value": 9'), "utf-8")

    assert "8" in before
    assert trace("E1") == before


@pytest.mark.usefixtures("forbid_counting")
def test_programs_are_told_the_same_in_both_languages(findings):
    """`--json`: each figure at full precision with its words, and the cells by table."""
    number = number_of(findings, "answers")

    told = json.loads(trace(number, "--json"))

    assert (told["schema"], told["evidence"]) == (1, number)
    shares = [each for each in told["figures"] if each["id"].startswith("share ")]
    assert shares[0]["formula"] == {
        "sv": "antal(giltiga svar = svaret) / antal(giltiga svar)",
        "en": "count(valid answers = the answer) / count(valid answers)",
    }
    assert {table["file"] for table in told["tables"]} >= {"sessions/01/svar.csv"}


@pytest.mark.usefixtures("findings")
def test_nothing_heavy_is_loaded():
    """Neither Prefect nor what counts, draws or sets type has a part in looking up a number."""
    code = (
        "import sys; from flows.__main__ import app;"
        f"app(['trace', {NAME!r}, 'E1'], standalone_mode=False);"
        "sys.exit(str({'prefect', 'scipy', 'weasyprint', 'svg', 'pikepdf'} & {*sys.modules}))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.stderr == "set()\n"
