"""A programme with nothing wrong in it: two sessions, eight people, one question."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from flows.programme.items import Instrument, Item, ItemKind, KirkpatrickLevel
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import (
    BudgetLine,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import Scale, ScaleLabel
from flows.programme.texts import REQUIRED_SECTIONS
from flows.programme.workbook_writer import write_programme_workbook
from tests.drawing import draw_csv, draw_workbook

NAME = "liten"
PEOPLE = range(1, 9)

PROGRAMME = Programme(
    name=NAME,
    project=Project(
        title=Bilingual("En liten utbildning", "A small course"),
        registration_number="2015-00000",
        funder="Vinnova",
        coordinator="Exempelkommunen",
        parties=("Exempelkommunen",),
        grant_sek=1000,
        co_funding_sek=0,
        starts_on=date(2016, 1, 1),
        ends_on=date(2016, 12, 31),
        status=Bilingual("Avslutat", "Ended"),
    ),
    sessions=(
        Session(1, date(2016, 2, 1), Bilingual("Behov", "Needs")),
        Session(2, date(2016, 3, 1), Bilingual("Test", "Tests")),
    ),
    participants=tuple(
        Participant(f"P{n}", f"Person {n}", f"p{n}@ort.example", "chef", "Orten", "kommun")
        for n in PEOPLE
    ),
    items=(
        Item(
            "nytta",
            Bilingual("Jag har nytta av innehållet", "The content is useful"),
            ItemKind.SCALE,
            Instrument.EVALUATION,
            "instämmer",
            KirkpatrickLevel.REACTION,
        ),
    ),
    scales=(
        Scale(
            "instämmer",
            tuple(
                ScaleLabel(Bilingual(str(value), str(value)), value, is_favourable=value > 3)
                for value in range(1, 6)
            ),
        ),
    ),
    declarations=(),
    goals=(),
    budget=(BudgetLine("Personal", "Exempelkommunen", 1000, 1000),),
    profile=Profile(),
    words=(
        Bilingual("chef", "manager"),
        Bilingual("kommun", "municipality"),
        Bilingual("Personal", "Personnel"),
    ),
)

EVALUATION = """
    | Tidstämpel          | Jag har nytta av innehållet |
    | {day} 16.01.00 | 5 |
    | {day} 16.02.00 | 4 |
    | {day} 16.03.00 | 4 |
    | {day} 16.04.00 | 3 |
    | {day} 16.05.00 | 5 |
    | {day} 16.06.00 | 4 |
"""


def write_small_programme(
    inputs: Path, name: str = NAME, languages: Iterable[Language] = (Language.SV,)
) -> Path:
    """Write the programme, with texts in `languages`, under `inputs` and return its folder."""
    folder = inputs / name
    folder.mkdir(parents=True)
    write_programme_workbook(PROGRAMME, folder / "programme.xlsx", Language.SV)
    for session in PROGRAMME.sessions:
        export = folder / "sessions" / f"{session.number:02}" / "svar.csv"
        draw_csv(export, EVALUATION.format(day=session.held_on.isoformat()))
    rows = "\n".join(f"| P{n} | Person {n} | x | x |" for n in PEOPLE)
    draw_workbook(folder / "exports" / "närvaro.xlsx", Närvaro=f"| Nyckel | Namn | 1 | 2 |\n{rows}")
    texts = folder / "texts"
    texts.mkdir()
    for section in REQUIRED_SECTIONS:
        for language in languages:
            (texts / f"{section}.{language}.md").write_text("Nytta.\n", encoding="utf-8")
    return folder
