"""Names, addresses and texts stay where their owner wrote them, until somebody approves them."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from flows.chain.runs import draft_report
from flows.chain.stages import Request
from flows.programme.decision_files import write_decision_files
from flows.programme.decisions import ApprovedQuote, Decisions
from flows.programme.languages import Language
from tests.drawing import draw_csv, draw_workbook
from tests.small_programme import NAME, PROGRAMME, write_small_programme

MARKER = "Zqx"
"""Stands in every planted text; no word of the program or of the programme has it."""
FOR_THE_COORDINATOR = ("corrections", "decisions")
"""Folders of drafts alone: the owner's own cells, marked, and spellings to decide on."""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return the draft of a programme with a planted text in every column of every export."""
    root = tmp_path_factory.mktemp("planted")
    folder = write_small_programme(root / "inputs")
    draw_csv(
        folder / "sessions" / "01" / "svar-2.csv",
        f"""
        | Tidstämpel  | E-postadress | Namn | Jag har nytta av innehållet | Övrigt | {MARKER}fråga |
        | {MARKER}tid | {MARKER}1@ort.example | {MARKER}namn | {MARKER}svar | {MARKER}text | 5 |
        | 2016-02-01 16.08.00 | p1@ort.example | Person {MARKER} | 4 | {MARKER}words | {MARKER} |
        """,
    )
    draw_workbook(
        folder / "exports" / "närvaro-2.xlsx",
        Närvaro=f"""
        | Nyckel      | Namn         | 1           | 2 |
        | {MARKER}key | {MARKER}namn | x           | x |
        | P1          | Person 1     | {MARKER}     | x |
        """,
    )
    draw_workbook(
        folder / "exports" / "förändringsprojekt.xlsx",
        Projekt=f"""
        | Nyckel | Projekt      | Läge         | Metoder      | Beskrivning  | Användare    |
        | P1     | {MARKER}proj | Test         | Intervju     | {MARKER}text | {MARKER}ja   |
        | {MARKER} | {MARKER}proj | Test       | Intervju     | {MARKER}text | Ja           |
        """,
    )
    draw_workbook(
        folder / "exports" / "kostnader.xlsx",
        Kostnader=f"""
        | Datum      | Kostnadsslag | Part             | Belopp (kr)  | Text         |
        | 2016-02-01 | Personal     | Exempelkommunen  | 10           | {MARKER}text |
        | {MARKER}   | Personal     | Exempelkommunen  | {MARKER}kr   | {MARKER}text |
        """,
    )
    quotes = (ApprovedQuote(f"{MARKER}nobody wrote this"),)
    write_decision_files(folder / "decisions", Decisions(quotes=quotes), Language.SV)
    return draft_report(Request(NAME, root / "inputs", root / "outputs"))


def texts_of(path) -> str:
    """Return everything that can be read in a file of a run, the files inside a PDF as well."""
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        attached = (content for found in reader.attachments.values() for content in found)
        pages = (page.extract_text() for page in reader.pages)
        return "".join([*pages, *(readable(content) for content in attached)])
    return readable(path.read_bytes())


def readable(content: bytes) -> str:
    """Return the text of a file, with every cell of a workbook."""
    if content.startswith(b"PK"):
        workbook = load_workbook(BytesIO(content))
        cells = (cell for sheet in workbook for row in sheet.values for cell in row)
        return " ".join(str(cell) for cell in cells if cell is not None)
    return content.decode("utf-8", "replace")


def test_no_planted_text_is_in_any_published_file(run, capfd):
    """Neither in the report, its embedded files, the figures, the problems nor what is printed."""
    published = [
        path
        for path in run.folder.rglob("*")
        if path.is_file() and path.relative_to(run.folder).parts[0] not in FOR_THE_COORDINATOR
    ]
    problems = (run.folder / "problems.json").read_text("utf-8")
    planted = ("svar-2.csv", "närvaro-2.xlsx", "förändringsprojekt.xlsx", "kostnader.xlsx")
    telling = {path.name for path in published if MARKER in texts_of(path)}

    assert {"indicators.json", "problems.json", "report.sv.pdf"} <= {
        path.name for path in published
    }
    assert [file for file in planted if file not in problems] == []
    assert telling == set()
    assert not any(MARKER in said for said in capfd.readouterr())


def test_no_name_or_address_of_the_register_is_in_any_published_file(run):
    """Participants stand there as numbers of people only."""
    for path in run.folder.iterdir():
        if path.is_file():
            text = texts_of(path)
            assert not any(person.email in text for person in PROGRAMME.participants), path.name
            assert not any(person.name in text for person in PROGRAMME.participants), path.name
