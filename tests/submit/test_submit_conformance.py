"""A report is final only when veraPDF has said that it keeps both standards."""

import stat
from textwrap import dedent

import pytest

from flows.programme.exceptions import ReportNotConformingError, ReportNotValidatedError
from flows.submit import conformance
from flows.submit.conformance import STANDARDS, require_conformance
from flows.submit.documents import Document, text_document

DOCUMENTS = (Document("report.sv.pdf", b"%PDF"), text_document("report.sv.html", "<p>"))


@pytest.fixture
def java(tmp_path, monkeypatch):
    """Return a function that puts a program in Java's place, which prints what it is given."""
    library = tmp_path / "library.jar"
    library.touch()
    monkeypatch.setattr(conformance, "find_library", lambda: library)

    def say(lines: str, exit_code: int = 0) -> None:
        program = tmp_path / "java"
        program.write_text(f"#!/bin/sh\nprintf '{dedent(lines)}'\nexit {exit_code}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(conformance, "which", lambda _program: str(program))

    return say


KEEPS = "report.sv.pdf\\tPDF/A-3a\\tconforms\\t\\n"
KEEPS_BOTH = f"{KEEPS}report.sv.pdf\\tPDF/UA-1\\tconforms\\t\\n"


def test_a_report_that_keeps_both_standards_passes(java):
    """The HTML beside it is nothing to validate."""
    java(KEEPS_BOTH)

    require_conformance(DOCUMENTS)


def test_a_report_that_breaks_a_rule_is_refused(java):
    """The sentence names the file, the standard and the rules."""
    java(f"{KEEPS}/folder/report.sv.pdf\\tPDF/UA-1\\tfails\\t5-1 no identification\\n")

    with pytest.raises(ReportNotConformingError, match=r"report.sv.pdf .* PDF/UA-1. 5-1 no ident"):
        require_conformance(DOCUMENTS)


@pytest.mark.parametrize(
    ("lines", "exit_code"),
    [
        (KEEPS, 0),  # half a verdict
        ("", 0),
        (KEEPS_BOTH, 1),  # a virtual machine that broke down
    ],
)
def test_a_report_without_a_whole_verdict_is_refused(java, lines, exit_code):
    """What was not validated is not final, whatever the reason."""
    java(lines, exit_code)

    with pytest.raises(ReportNotValidatedError):
        require_conformance(DOCUMENTS)


@pytest.mark.parametrize("missing", ["which", "find_library"])
def test_a_report_is_refused_where_the_validator_is_missing(java, missing, monkeypatch):
    """Java and veraPDF's library are both needed."""
    java(KEEPS_BOTH)
    monkeypatch.setattr(conformance, missing, lambda *_: None)

    with pytest.raises(ReportNotValidatedError):
        require_conformance(DOCUMENTS)


def test_the_driver_asks_for_every_standard():
    """The program in Java and this one agree on what is asked."""
    driver = conformance.DRIVER.read_text("utf-8")

    assert all(f'"{standard}"' in driver for standard in STANDARDS)
