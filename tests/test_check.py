"""`check` tells of each file: as text, as JSON for programs, as a page in both languages."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from flows.__main__ import app
from flows.programme.exceptions import WorkInRunFolderError
from tests.drawing import draw_workbook
from tests.small_programme import NAME, write_small_programme

SURVEY = "sessions/02/träff 2.xlsx"
WHY = "one of its rows holds questions of the programme workbook"
OWN_WORDS = "Mitt hemliga omdöme"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The small programme with a survey that has faults, a misspelt name and an unknown file."""
    monkeypatch.chdir(tmp_path)
    folder = write_small_programme(tmp_path / "inputs")
    draw_workbook(
        folder / SURVEY,
        Svar=f"""
        | Kursen |                            |             |
        |        |                            |             |
        | Namn     | Jag har nytta av innehållen | Jag har nytta av innehållet |
        | Person 1 | 4                           | 7                           |
        | Person 2 | {OWN_WORDS}                    | 9                           |
        | Person 3 | 4                           | 4                           |
        | Person 4 |                             | 5                           |
        | Person 5 | 4                           | 4                           |
        | Persom 33| 4                           | 4                           |
        """,
    )
    draw_workbook(folder / "exports" / "annat.xlsx", Blad1="| Ett | Två |\n| 1 | 2 |")
    return folder


def run(*arguments, expecting=1):
    """Return what the command wrote, to standard output and to standard error."""
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == expecting, result.output
    return result.stdout, result.stderr


@pytest.mark.usefixtures("folder")
def test_text_tells_of_each_file():
    """Tool and why, header rows, rows, items matched and problems by cause stand together."""
    said, _ = run("check", NAME, "--lang", "en")
    lines = said.splitlines()
    start = lines.index(f"✗ {SURVEY} · 2 to correct")

    assert lines[start + 1 : start + 8] == [
        "  Svar · table, survey, session 2 · header in row 3: " + WHY,
        "  6 rows read = 5 used + 1 excluded · 1 of 2 questions match an item",
        "  B3: unknown question “Jag har nytta av innehållen”",
        "  1 cell: A question is not in the programme workbook (B3)",
        "  1 cell: Somebody is not in the register of participants (A9)",
        "  2 cells: An answer is not on the scale (C4, C5)",
        "  1 cell: Somebody may be misspelt (A9)",
    ]
    assert "✗ exports/annat.xlsx · 1 to correct" in lines
    assert "2 cells: An answer is not on the scale · to know · answer-off-scale" in lines
    assert (
        f"1 proposal to decide: slutrapport check {NAME} --propose puts it into decisions/."
    ) in lines
    assert (
        f"1 file to correct: slutrapport check {NAME} --corrections FOLDER writes it with its "
        "cells marked."
    ) in lines


def test_nothing_to_correct_leads_on_to_the_report(tmp_path, monkeypatch):
    """Where no problem is left, the last step that is told is the command for the report."""
    monkeypatch.chdir(tmp_path)
    write_small_programme(tmp_path / "inputs")

    said, _ = run("check", NAME, expecting=0)

    assert said.splitlines()[-2] == f"Nästa steg: slutrapport report {NAME}"


def test_a_file_is_read_no_more_once_its_correction_is(folder, tmp_path):
    """The original says which file is read in its place."""
    run("check", NAME, "--corrections", tmp_path / "marked")
    (marked,) = (tmp_path / "marked").glob("träff 2*.xlsx")
    marked.rename(folder / "sessions" / "02" / marked.name)

    said, _ = run("check", NAME)

    assert f"✓ {SURVEY} · {marked.name} läses i stället" in said.splitlines()


@pytest.mark.usefixtures("folder")
def test_json_tells_the_same_to_programs():
    """Every file of exports is there, and its rows read are those used and those excluded."""
    said, _ = run("check", NAME, "--json")
    told = json.loads(said)
    files = {file["file"]: file for file in told["files"]}
    (table,) = files[SURVEY]["tables"]

    assert sorted(files) == sorted(
        [SURVEY, "exports/annat.xlsx", "exports/närvaro.xlsx"]
        + [f"sessions/{number}/svar.csv" for number in ("01", "02")]
    )
    assert (table["sheet"], table["kind"], table["session"]) == ("Svar", "survey", 2)
    assert table["header_rows"] == [3]
    assert table["rows"] == {"read": 6, "used": 5, "excluded": {"respondent-unknown": 1}}
    assert [(column["cell"], column["role"], column["item"]) for column in table["columns"]] == [
        ("A3", "name", None),
        ("B3", "question", None),
        ("C3", "question", "nytta"),
    ]
    assert {cause["code"]: cause["spots"]["en"] for cause in table["causes"]} == {
        "column-unknown": "1 cell",
        "respondent-unknown": "1 cell",
        "answer-off-scale": "2 cells",
        "respondent-misspelt": "1 cell",
    }
    assert files["exports/annat.xlsx"]["tables"] == []
    assert [cause["code"] for cause in files["exports/annat.xlsx"]["causes"]] == [
        "file-not-recognised"
    ]
    assert told["summary"] == {
        "faults": 4,  # more evaluations than people present is the fourth
        "notes": 3,
        "acknowledged": 0,
        "proposed_wordings": 0,  # the only item is asked by another column already
        "proposed_people": 1,
        "comments_to_code": 0,
    }
    assert told["obstacle"] is None


def test_json_tells_of_an_obstacle(folder):
    """Without a workbook there is the reason in both languages, and what is readable as well."""
    (folder / "programme.xlsx").unlink()
    said, sentence = run("check", NAME, "--json", expecting=4)
    told = json.loads(said)

    assert "programme.xlsx" in told["obstacle"]["en"]
    assert told["obstacle"]["sv"] in sentence
    assert len(told["files"]) == 5


@pytest.mark.usefixtures("folder")
def test_what_a_program_reads_is_not_mixed_with_paths():
    """With --json, what else was written is told on standard error."""
    said, paths = run("check", NAME, "--json", "--html")

    json.loads(said)
    assert paths.split() == [f"outputs/{NAME}/check.html"]


class Outline(HTMLParser):
    """What a page is made of: its elements, their ids, languages and what it loads."""

    VOID = ("meta", "link", "br", "img")

    def __init__(self, page):
        """Read the page."""
        super().__init__()
        self.open, self.unclosed, self.ids, self.languages, self.loaded, self.headings = (
            [] for _ in range(6)
        )
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Note one element."""
        known = dict(attributes)
        self.open += [] if tag in self.VOID else [tag]
        self.ids += [known["id"]] if "id" in known else []
        self.languages += [known["lang"]] if tag in ("html", "div") and "lang" in known else []
        self.loaded += [known[name] for name in ("src", "href") if name in known]
        self.headings += [int(tag[1])] if re.fullmatch(r"h\d", tag) else []

    def handle_endtag(self, tag):
        """Close it again."""
        if self.open.pop() != tag:
            self.unclosed.append(tag)


@pytest.mark.usefixtures("folder")
def test_page_is_one_file_in_both_languages(tmp_path):
    """The programme's language comes first; nothing is fetched, and headings skip no level."""
    said, _ = run("check", NAME, "--html")
    page = (tmp_path / said.splitlines()[-1]).read_text("utf-8")
    outline = Outline(page)

    assert (outline.open, outline.unclosed) == ([], [])
    assert outline.languages == ["sv", "sv", "en"]
    assert outline.ids == ["sv", "en"]
    assert set(outline.loaded) == {"#sv", "#en"}
    assert all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False))
    for words in ("2 celler:", "2 cells:", "rubrik på rad 3", "header in row 3", SURVEY):
        assert words in page


@pytest.mark.usefixtures("folder")
def test_nobodys_answer_or_name_is_told(tmp_path):
    """Headers are shown; what respondents wrote and whom a row names are not, in any form."""
    run("check", NAME, "--html")
    told = (
        *run("check", NAME),
        *run("check", NAME, "--json"),
        (tmp_path / "outputs" / NAME / "check.html").read_text("utf-8"),
    )

    assert not [
        text
        for text in told
        if OWN_WORDS in text or "Persom" in text or "@" in text.replace("@media", "")
    ]


def test_proposals_are_put_into_decisions_once(folder):
    """What waits for an answer is not proposed again; the open row is told of instead."""
    said, _ = run("check", NAME, "--propose")
    again, _ = run("check", NAME, "--propose")

    assert said.splitlines()[-1] == f"inputs/{NAME}/decisions/people.xlsx"
    assert (folder / "decisions" / "people.xlsx").exists()
    assert "Ett förslag är inte besvarat" in again
    assert not again.splitlines()[-1].endswith(".xlsx")


@pytest.mark.usefixtures("folder")
def test_marked_files_are_written_where_asked(tmp_path):
    """Whoever wants to correct before there is a report gets the same marked files from check."""
    marked = tmp_path / "till ägarna"
    said, _ = run("check", NAME, "--corrections", marked)
    first = {path.name: path.read_bytes() for path in sorted(marked.glob("*.xlsx"))}

    assert [Path(line).name for line in said.splitlines() if line.endswith(").xlsx")] == list(first)
    assert "träff 2 (rättelser).xlsx" in first
    run("check", NAME, "--corrections", marked)
    assert {path.name: path.read_bytes() for path in marked.glob("*.xlsx")} == first


@pytest.mark.usefixtures("folder")
def test_a_marked_file_that_somebody_corrected_is_not_written_over(tmp_path):
    """What was typed into a marked file is nobody else's to lose."""
    run("check", NAME, "--corrections", tmp_path)
    path = tmp_path / "träff 2 (rättelser).xlsx"
    workbook = load_workbook(path)
    workbook["Svar"]["C4"] = 4
    workbook.save(path)
    corrected = path.read_bytes()

    _, why = run("check", NAME, "--corrections", tmp_path, expecting=WorkInRunFolderError.exit_code)

    assert path.name in why
    assert path.read_bytes() == corrected
