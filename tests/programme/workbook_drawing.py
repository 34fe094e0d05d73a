"""A small programme workbook without fault, whose sheets tests replace one at a time."""

from flows.programme.places import Place
from flows.programme.problems import Problem
from flows.programme.programme import Programme
from flows.programme.workbook_reader import read_programme
from tests.drawing import draw_sheet

FILE = "programme.xlsx"

SHEETS = {
    "Projekt": """
        | Fält                      | Värde      |
        | Projektets namn (svenska) | Kursen     |
        | Diarienummer              | '2015-1    |
        | Finansiär                 | Vinnova    |
        | Koordinator               | Regionen   |
        | Bidrag (kr)               | 468000     |
        | Startdatum                | 2015-11-01 |
        | Slutdatum                 | 2017-02-28 |
        """,
    "Tillfällen": """
        | Nummer | Datum      | Tema (svenska) |
        | 1      | 2016-01-20 | Behov          |
        | 2      | 2016-02-17 | Idéer          |
        """,
    "Deltagare": """
        | Nyckel | E-post      | Roll  |
        | D01    | ada@a.test  | chef  |
        | D02    |             | chef  |
        """,
    "Frågor": """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala     |
        | nytta    | Jag har nytta av det  | skala    | utvärdering | instämmer |
        """,
    "Skalor": """
        | Skala     | Svarsalternativ (svenska) | Värde | Bortfall |
        | instämmer | Inte alls                 | 1     |          |
        | instämmer | Helt                      | 2     |          |
        | instämmer | Vet ej                    |       | vet ej   |
        """,
    "Mål": """
        | Mål-id | Mål (svenska) | Indikator       | Jämförelse | Målvärde |
        | M1     | Alla är med   | attendance_rate | minst      | 0.8      |
        """,
    "Ekonomi": """
        | Kostnadsslag     | Part     | Budget (kr) | Utfall (kr) |
        | Personalkostnader | Regionen | 468000      | 460000      |
        """,
}


def read_workbook(
    drawings: dict[str, str] | None = None, *, without: tuple[str, ...] = ()
) -> tuple[Programme | None, tuple[Problem, ...]]:
    """Read the workbook above with `drawings` in place of, or beside, its sheets."""
    sheets = {**SHEETS, **(drawings or {})}
    drawn = (
        draw_sheet(drawing, file=FILE, name=name)
        for name, drawing in sheets.items()
        if name not in without
    )
    return read_programme("kurs", tuple(drawn))


def codes_and_places(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    """Return code, sheet and cell of each problem."""
    return [(found.code, found.place.sheet, found.place.cell) for found in problems]


def place(sheet: str, row: int, column: int) -> Place:
    """Return a place in the workbook."""
    return Place(FILE, sheet, row, column)
