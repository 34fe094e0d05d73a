"""A draft that is there already is taken as it is, if it is whole."""

from dataclasses import replace

import pytest

from flows.chain import runs
from flows.chain.runs import draft_report, find_draft
from flows.chain.stages import Request, make_findings
from flows.programme.languages import Language
from flows.programme.workbook_writer import write_programme_workbook
from tests.drawing import draw_csv
from tests.small_programme import NAME, PROGRAMME, write_small_programme


@pytest.fixture(name="request_for_draft")
def make_request(tmp_path):
    """Return the request for a draft of the small programme."""
    write_small_programme(tmp_path / "inputs")
    return Request(NAME, tmp_path / "inputs", tmp_path / "outputs")


@pytest.mark.parametrize("damage", ["manifest.json", "report.sv.pdf"])
def test_a_draft_is_found_until_a_file_of_it_is_gone(request_for_draft, damage):
    """A damaged folder is no draft, so that the night makes it anew."""
    before = find_draft(request_for_draft)
    run = draft_report(request_for_draft)
    found = find_draft(request_for_draft)
    (run.folder / damage).unlink()

    assert before is None
    assert found == run
    assert find_draft(request_for_draft) is None


def test_a_draft_has_what_is_to_be_decided_and_a_submission_has_not(request_for_draft, monkeypatch):
    """Names and addresses in a proposal are the coordinator's; a submission goes to others."""
    draw_csv(
        request_for_draft.inputs / NAME / "sessions" / "02" / "fler.csv",
        "| Tidstämpel | E-postadress | Jag har nytta av innehållet |\n"
        "| 2016-03-01 17.01.00 | person1@ort.example | 5 |",
    )
    workbook = request_for_draft.inputs / NAME / "programme.xlsx"
    people = tuple(
        replace(one, email=f"person{one.key[1]}@orten.example") for one in PROGRAMME.participants
    )
    write_programme_workbook(replace(PROGRAMME, participants=people), workbook, Language.SV)
    monkeypatch.setattr(runs, "begin_editions", lambda *_: ())
    findings = make_findings(request_for_draft)
    names = {
        is_draft: {
            document.name
            for document in runs.make_run(findings, request_for_draft, is_draft=is_draft).documents
        }
        for is_draft in (True, False)
    }

    assert "decisions/people.xlsx" in names[True]
    assert not [name for name in names[False] if "/" in name]


def test_a_programme_with_texts_in_two_languages_has_two_reports(tmp_path):
    """Both are made of the same figures in one run, the second as when it is asked for alone."""
    write_small_programme(tmp_path / "inputs", languages=Language)
    request = Request(NAME, tmp_path / "inputs", tmp_path / "outputs")

    run = draft_report(request)
    english = draft_report(replace(request, language=Language.EN))

    assert [report.name for report in run.reports] == ["report.sv.pdf", "report.en.pdf"]
    assert {path.name for path in run.folder.iterdir()} - {
        path.name for path in english.folder.iterdir()
    } == {
        *("report.sv.pdf", "report.sv.html", "portal.sv.txt", "problems.sv.html"),
        "evidence.sv.xlsx",
    }
    assert page(english).replace(english.folder.name, "") == page(run).replace(run.folder.name, "")


def page(run) -> str:
    """Return the English report of `run`."""
    return (run.folder / "report.en.html").read_text("utf-8")
