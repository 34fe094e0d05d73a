"""Tables that the coordinator keeps by hand: attendance, change projects and costs."""

from flows.programme.places import column_letters
from tests.sample_programme.attendance import POLITICIANS_PRESENT, attendance_mark
from tests.sample_programme.change_projects import HOME_PROJECTS
from tests.sample_programme.economy import COSTS
from tests.sample_programme.layouts.spreadsheet import Cells, Spreadsheet
from tests.sample_programme.people import LEADER, MANAGER, PARTICIPANTS
from tests.sample_programme.project import COORDINATOR, POLITICIANS, SESSIONS

TITLES: Cells = (
    ("Närvaro – utbildning i innovationsledning 2016–2017",),
    ("Markera den som är på plats. Gult = anmält förhinder. Fylls i av FoU i Sörmland.",),
    (),
    (None, None, None, "Våren 2016", None, None, None, "Hösten 2016", *[None] * 4, "2017"),
    ("Nr", "Namn", "Organisation", *(f"Träff {session.number}" for session in SESSIONS)),
)
TERMS = ("D4:G4", "H4:L4")
FIRST_MARK = 4  # column D
LAST_COLUMN = "M"


def lay_out_attendance() -> Spreadsheet:
    """Return the attendance list: title rows, terms over the sessions, a block for each role."""
    politicians = tuple(POLITICIANS_PRESENT.get(session.number) for session in SESSIONS)
    rows = (
        *TITLES,
        *lay_out_role(LEADER, "Innovationsledare"),
        *lay_out_role(MANAGER, "Chefer"),
        (),
        (None, POLITICIANS.capitalize(), "(antal)", *politicians),
    )
    headings = (number for number, row in enumerate(rows, 1) if len(row) == 1)
    return Spreadsheet(
        file="exports/Närvarolista innovationsledning 2016-2017.xlsx",
        sheet="Närvaro",
        rows=rows,
        merged=(*(f"A{number}:{LAST_COLUMN}{number}" for number in headings), *TERMS),
        coloured=cells_without_mark(rows),
        widths=(6, 24, 28, *[9] * len(SESSIONS)),
    )


def lay_out_role(role: str, heading: str) -> Cells:
    """Return the block of `role`: its heading, then a row for each participant."""
    return (
        (heading,),
        *(
            (
                person.key,
                person.name,
                person.organisation,
                *(attendance_mark(person, session) for session in SESSIONS),
            )
            for person in PARTICIPANTS
            if person.role == role
        ),
    )


def cells_without_mark(rows: Cells) -> tuple[str, ...]:
    """Return the participants' empty cells, which the coordinator coloured."""
    keys = {person.key for person in PARTICIPANTS}
    return tuple(
        f"{column_letters(column)}{number}"
        for number, row in enumerate(rows, 1)
        for column, mark in enumerate(row, 1)
        if row[0] in keys and column >= FIRST_MARK and mark is None
    )


def lay_out_change_projects() -> Spreadsheet:
    """Return the list of change projects, as the innovation leaders reported them."""
    owners = {person.key: person for person in PARTICIPANTS}
    header = (
        "Projektnr",
        "Projekt",
        "Innovationsledare",
        "E-post",
        "Organisation",
        "Fas",
        "Metoder",
        "Användare delaktiga",
        "Beskrivning",
    )
    rows = tuple(
        (
            f"F{number:02}",
            project.title,
            owners[project.owner_key].name,
            owners[project.owner_key].email,
            owners[project.owner_key].organisation,
            project.stage,
            "; ".join(project.methods),
            "Ja" if project.has_users else "Nej",
            project.description,
        )
        for number, project in enumerate(HOME_PROJECTS, 1)
    )
    return Spreadsheet(
        file="exports/Förändringsprojekt sammanställning.xlsx",
        sheet="Projekt",
        rows=(header, *rows),
        widths=(10, 34, 22, 34, 28, 12, 36, 14, 90),
    )


def lay_out_costs() -> Spreadsheet:
    """Return the extract of the ledger, with its total in the last row."""
    header = ("Datum", "Verifikation", "Kostnadsslag", "Part", "Text", "Belopp (kr)")
    rows = tuple(
        (
            cost.booked_on,
            f"V{number:04}",
            cost.category,
            COORDINATOR,
            cost.text,
            cost.amount_sek,
        )
        for number, cost in enumerate(COSTS, 1101)
    )
    total = ("Summa", None, None, None, None, sum(cost.amount_sek for cost in COSTS))
    return Spreadsheet(
        file="exports/Huvudboksutdrag 2015-06703.xlsx",
        sheet="Utdrag",
        rows=(
            ("Huvudboksutdrag, projekt 2015-06703, november 2015–februari 2017",),
            (),
            header,
            *rows,
            total,
        ),
        merged=("A1:F1",),
        widths=(12, 14, 34, 44, 46, 14),
    )
