"""Names, addresses and texts stay where their owner wrote them, until somebody approves them.

Excepted are the owners' own files, for the coordinator alone and never in a submission: the
correction workbooks, the list of changed cells, and the proposals to decide on. Names of files
and of sheets are places, told wherever a place is told. The header of a question that nobody
knows is shown by `check`, to whoever has the file.
"""

from importlib import import_module
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from typer.testing import CliRunner

from flows.__main__ import app
from flows.chain.runs import draft_report
from flows.chain.stages import Request
from flows.ingest.tools import recognisers
from tests.planted_programme import APPROVED, MARKER, UNASKED, write_planted_programme
from tests.small_programme import NAME
from tests.test_tools_end_to_end import CASES

FOR_THE_COORDINATOR = ("corrections", "decisions", "changes.sv.xlsx")
"""What a draft alone has: the owner's own cells, marked, and spellings to decide on."""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return where a programme stands that is planted in every column of every export."""
    root = tmp_path_factory.mktemp("planted")
    write_planted_programme(root / "inputs")
    return root


@pytest.fixture(scope="module")
def run(root):
    """Return the draft of the planted programme."""
    return draft_report(Request(NAME, root / "inputs", root / "outputs"))


@pytest.fixture(scope="module")
def published(run):
    """Return what can be read in each file of the run that is not for the coordinator alone."""
    return {
        path.name: texts_of(path)
        for path in run.folder.rglob("*")
        if path.is_file() and path.relative_to(run.folder).parts[0] not in FOR_THE_COORDINATOR
    }


def texts_of(path) -> str:
    """Return everything that can be read in a file of a run, the files inside a PDF as well."""
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        attached = (content for found in reader.attachments.values() for content in found)
        pages = (page.extract_text() for page in reader.pages)
        return "".join([*pages, str(reader.metadata), *(readable(content) for content in attached)])
    return readable(path.read_bytes())


def readable(content: bytes) -> str:
    """Return the text of a file, with every cell and every comment of a workbook."""
    if content.startswith(b"PK"):
        workbook = load_workbook(BytesIO(content))
        cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
        texts = [cell.value for cell in cells] + [cell.comment for cell in cells]
        return " ".join(str(text) for text in texts if text is not None)
    return content.decode("utf-8", "replace")


def is_planted(text: str) -> bool:
    """Tell whether a text has something that was planted, however it is spelled."""
    return MARKER in text.casefold()


def test_every_survey_tool_is_planted():
    """Whoever adds a tool adds it to the drawings, and so to what is planted."""
    modules = [import_module(each.__module__) for each in recognisers()]
    known = {module.TOOL.name for module in modules if hasattr(module, "TOOL")}

    assert known - {tool for tool, *_ in CASES} == {"Microsoft Teams", "Zoom"}


def test_no_planted_text_is_in_any_published_file(published):
    """Neither in the report, its embedded files, the figures, the evidence nor the problems."""
    assert set(published) == {
        "evidence.sv.xlsx",
        "indicators.json",
        "manifest.json",
        "portal.sv.txt",
        "problems.json",
        "problems.sv.html",
        "report.sv.html",
        "report.sv.pdf",
    }
    assert {name for name, text in published.items() if is_planted(text)} == set()


def test_every_planted_export_was_read(root, published):
    """Each has a problem or a figure that names it: what was not read could not be told."""
    told = published["problems.json"] + published["indicators.json"]
    exports = [
        path.relative_to(root / "inputs" / NAME).as_posix()
        for folder in ("sessions", "exports")
        for path in (root / "inputs" / NAME / folder).rglob("*.*")
    ]
    assert "decisions/themes.xlsx" in told

    assert len(exports) > len(CASES)
    assert [file for file in exports if file not in told] == []


@pytest.mark.parametrize("name", ["report.sv.pdf", "report.sv.html"])
def test_an_approved_quote_is_printed_without_its_author(published, name):
    """The words stand there letter by letter, and nothing of who wrote them."""
    text = " ".join(published[name].split())

    assert APPROVED in text
    assert not is_planted(text)


@pytest.mark.parametrize(
    "command",
    [
        ["check", NAME],
        ["check", NAME, "--json"],
        ["check", NAME, "--html"],
        ["trace", NAME, "E1"],
        ["preview", NAME, "--once"],
        ["submit", NAME],
    ],
    ids=" ".join,
)
def test_no_command_prints_a_planted_text(root, command, caplog):
    """Neither what is said nor what is logged at any level; headers nobody knows are shown."""
    where = ["--inputs", str(root / "inputs"), "--outputs", str(root / "outputs")]
    with caplog.at_level("DEBUG"):
        said = CliRunner().invoke(app, [*command, *where])

    assert said.output
    assert not is_planted(said.output.replace(UNASKED, ""))
    assert not any(is_planted(record.getMessage()) for record in caplog.records)


def test_the_page_of_check_has_no_planted_text(root):
    """Only headers that no question has are shown, as their owner wrote them."""
    where = ["--inputs", str(root / "inputs"), "--outputs", str(root / "outputs")]
    CliRunner().invoke(app, ["check", NAME, "--html", *where])
    page = texts_of(root / "outputs" / NAME / "check.html")

    assert not is_planted(page.replace(UNASKED, ""))
