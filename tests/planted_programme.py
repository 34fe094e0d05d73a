"""A programme whose every file says something personal: each text of it has one sign in it.

There is an export of every survey tool, of both meeting tools and of every other kind. To each
of them rows are added that are as the others but for one cell, one row for each column, and one
that is planted throughout. The register and the decisions are planted as well.
"""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from flows.programme.comment_ids import identify_comment
from flows.programme.decision_files import write_decision_files
from flows.programme.decisions import Acknowledgement, ApprovedQuote, Decisions, MatchDecision
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import Session
from flows.programme.workbook_writer import write_programme_workbook
from tests import small_programme
from tests.drawing import draw_csv, draw_workbook
from tests.small_programme import write_small_programme
from tests.test_meeting_reports import TEAMS, ZOOM
from tests.test_tools_end_to_end import ASKED, CASES, ITEMS, METHODS, SCALE

MARKER = "zqx"
"""Stands in every planted text; no word of the program or of the programme has it."""
PLANTED = (
    "Zqx Zqxson",
    "zqx@ort.example",
    "Ring Zqx på 070-123 45 67",
    "Zqx sa det, 19800101-1231",
)
APPROVED = "Nu vågar jag fråga användarna"
"""What somebody wrote and somebody approved; who wrote it is planted."""
FREE_TEXT, VOICE = "Något mer?", "fritt"
UNASKED = "Vad tycker du om Zqx?"
"""The header of a question that the programme workbook does not know."""
RESPONSES = ("Data", "Dataset", "Voters")
"""The sheets that hold the responses, of exports that have others too."""
FIRST_DAY = small_programme.PROGRAMME.sessions[0].held_on

PROGRAMME = replace(
    small_programme.PROGRAMME,
    sessions=tuple(
        Session(number, FIRST_DAY + timedelta(number - 1), Bilingual("Test", "Tests"))
        for number in range(1, len(CASES) + 2)
    ),
    participants=tuple(
        replace(
            person,
            name=f"Zqx{person.key} Zqxson",
            email=f"zqx{person.key}@ort.example",
            organisation="Zqxköping",
        )
        for person in small_programme.PROGRAMME.participants
    ),
    items=ITEMS,
    scales=(SCALE, METHODS),
)


def write_planted_programme(inputs: Path) -> Path:
    """Write the programme under `inputs` and return its folder."""
    folder = write_small_programme(inputs)
    write_programme_workbook(PROGRAMME, folder / "programme.xlsx", Language.SV)
    for export in folder.glob("sessions/*/*"):
        export.unlink()
    for number, (_tool, ending, drawings, *_cells) in enumerate(CASES, 1):
        planted = plant_responses(drawings)
        path = folder / "sessions" / f"{number:02}" / f"svar.{ending}"
        if ending == "csv":
            draw_csv(path, *planted.values())
        else:
            draw_workbook(path, **{name: as_typed(text) for name, text in planted.items()})
    write_voices(folder / "sessions" / f"{len(CASES) + 1:02}" / "svar.csv")
    write_other_exports(folder / "exports")
    write_decision_files(
        folder / "decisions",
        Decisions(
            quotes=(ApprovedQuote(APPROVED), ApprovedQuote("Zqx som ingen skrev")),
            matches=(MatchDecision("Zqx Zqxsn", "P1"), MatchDecision("Zqx", "Zqx")),
            acknowledgements=(Acknowledgement("row-duplicate", reason="Zqx sa så"),),
        ),
        Language.SV,
    )
    write_coding(folder / "decisions" / "themes.xlsx")
    return folder


def as_typed(drawing: str) -> str:
    """Return the drawing with times in a zone as text, since no workbook holds such a time."""
    return re.sub(r"(?<= )(?=\d{4}-\d\d-\d\dT[\d:.]+(\+|Z))", "'", drawing)


def plant_responses(drawings: dict[str, str]) -> dict[str, str]:
    """Return the sheets of one export; the one that holds the responses is planted."""
    return {
        name: plant(text) if len(drawings) == 1 or name in RESPONSES else text
        for name, text in drawings.items()
    }


def plant(drawing: str) -> str:
    """Return the drawing with a row for each column in which that cell is planted, and one more."""
    lines = (line.strip() for line in drawing.strip().splitlines())
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    width = max(map(len, rows))
    last = [*rows[-1], *[""] * (width - len(rows[-1]))]
    planted = [PLANTED[column % len(PLANTED)] for column in range(width)]
    one_each = [[*last[:n], planted[n], *last[n + 1 :]] for n in range(width)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (*rows, *one_each, planted))


def write_voices(path: Path) -> None:
    """Write an evaluation with comments, one of which is approved, and with a planted question."""
    draw_csv(
        path,
        f"""
        | Tidstämpel | E-postadress      | Namn         | {ASKED} | {FREE_TEXT} | {UNASKED} |
        | Zqx tid    | zqxP1@ort.example | Zqx Zqxson   | Zqx     | Zqx skrev   | 5   |
        | 2016-02-19 | zqxP2@ort.example | ZqxP2 Zqxson | 4       | {APPROVED}  | Zqx |
        | 2016-02-19 | zqxP3@ort.example | ZqxP3 Zqxson | 2       | Zqx är min chef | 3 |
        """,
    )


def write_coding(path: Path) -> None:
    """Write a coding workbook: a comment that stands there, one that is gone, and notes."""
    words = "Zqx är min chef"
    draw_workbook(
        path,
        Teman="""
        | Tema-id | Tema (svenska) | När det används | Exempel på svar |
        | chef    | Chefen         | Zqx-liknande    | Zqx sa det      |
        """,
        Kommentarer=f"""
        | Kommentarens id | Kommentar | Fråge-id | Tema 1   | Tema 2 | Var den står |
        | {identify_comment(VOICE, words)} | {words} | {VOICE} | Chefen | Zqx | Zqx |
        | Zqx             | Zqx gick  | {VOICE}  | Chefen   |        | Zqx          |
        """,
    )


def write_other_exports(folder: Path) -> None:
    """Write the exports that span sessions: attendance, change projects, costs."""
    people = {"Berg, Ada (EXT)": "Zqxson, ZqxP1", "Bo Dahl": "Zqx Dahl", "Eva Fors": "Zqx Fors"}
    for number, report in enumerate((TEAMS, ZOOM), 1):
        for name, planted in (*people.items(), ("Ada Berg", "ZqxP1 Zqxson"), ("flen", "zqxflen")):
            report = report.replace(name, planted)  # noqa: PLW2901  # grows step by step
        draw_csv(folder.parent / "sessions" / f"{number:02}" / "möte.csv", report)
    draw_workbook(
        folder / "närvaro-2.xlsx",
        Närvaro="""
        | Nyckel | Namn         | 1   | 2 |
        | Zqx    | Zqx Zqxson   | x   | x |
        | P1     | ZqxP1 Zqxson | Zqx | x |
        """,
    )
    draw_workbook(
        folder / "förändringsprojekt.xlsx",
        Projekt="""
        | Nyckel | Projekt    | Läge | Metoder  | Beskrivning | Användare |
        | P1     | Zqx stuga  | Test | Intervju | Zqx skrev   | Zqx       |
        | Zqx    | Zqx stuga  | Test | Intervju | Zqx skrev   | Ja        |
        """,
    )
    draw_workbook(
        folder / "kostnader.xlsx",
        Kostnader="""
        | Datum      | Kostnadsslag | Part            | Belopp (kr) | Text      |
        | 2016-02-01 | Personal     | Exempelkommunen | 10          | Zqx resa  |
        | Zqx        | Personal     | Exempelkommunen | Zqx         | Zqx resa  |
        | 2016-02-01 | Zqx          | Zqx             | 10          | Zqx resa  |
        """,
    )
    draw_workbook(
        folder / "oläslig.xlsx", Blad1="| Zqx rubrik | Zqx annan |\n| Zqx svar | Zqx svar |"
    )
