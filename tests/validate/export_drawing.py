"""Exports drawn as text tables, and a small programme that they belong to.

The header decides what a column is for, as ROLES says; any other header is a question. In
an attendance list T1, T2 ... are sessions. The drawing's first line is row 1 of the sheet.
"""

from datetime import date, datetime

from flows.ingest.exports import TABLE, Column, ColumnRole, Export, Source
from flows.ingest.responses import Response, keep_responses
from flows.programme.decisions import Decisions
from flows.programme.items import Instrument, Item, ItemKind, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problem_catalogue import describe
from flows.programme.problems import Problem
from flows.programme.programme import (
    BudgetLine,
    ExportKind,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.validate.dataset import Dataset
from flows.validate.validation import validate
from tests.drawing import draw_sheet

ROLES = {
    "ID": ColumnRole.RESPONSE_ID,
    "Inskickad": ColumnRole.SUBMITTED_AT,
    "E-post": ColumnRole.EMAIL,
    "Namn": ColumnRole.NAME,
    "Nyckel": ColumnRole.KEY,
    "Roll": ColumnRole.ROLE,
    "Mätning": ColumnRole.WAVE,
    "Projektnr": ColumnRole.PROJECT_ID,
    "Projekt": ColumnRole.PROJECT_TITLE,
    "Fas": ColumnRole.STAGE,
    "Metoder": ColumnRole.METHODS,
    "Användare": ColumnRole.USERS_INVOLVED,
    "Kostnadsslag": ColumnRole.CATEGORY,
    "Part": ColumnRole.PARTY,
    "Belopp": ColumnRole.AMOUNT_SEK,
    "Datum": ColumnRole.PAID_ON,
}

AGREEMENT = Scale(
    "agreement",
    (
        ScaleLabel(Bilingual("Instämmer inte alls", "Strongly disagree"), 1),
        ScaleLabel(Bilingual("Instämmer inte", "Disagree"), 2),
        ScaleLabel(Bilingual("Varken eller", "Neither"), 3),
        ScaleLabel(Bilingual("Instämmer", "Agree"), 4),
        ScaleLabel(Bilingual("Instämmer helt", "Strongly agree"), 5),
        ScaleLabel(Bilingual("Vet ej", "Don't know"), None, MissingKind.DONT_KNOW),
        ScaleLabel(Bilingual("Deltog inte", "Did not attend"), None, MissingKind.DID_NOT_ATTEND),
    ),
)
YES_NO = Scale("yes-no", tuple(ScaleLabel(Bilingual(word), None) for word in ("Ja", "Nej")))
METHODS = Scale(
    "methods",
    tuple(ScaleLabel(Bilingual(word), None) for word in ("Skuggning", "Prototyp, enkel", "Test")),
)
ROLE_CHOICE = Scale(
    "roles", tuple(ScaleLabel(Bilingual(word), None) for word in ("Ledare", "Chef"))
)


def draw_item(
    item_id: str,
    kind: ItemKind,
    scale: str = "",
    *,
    wording: Bilingual | None = None,
    instrument: Instrument = Instrument.EVALUATION,
    other_wordings: tuple[str, ...] = (),
    row: int = 2,
) -> Item:
    """Return an item that is worded as its id unless told otherwise, in `row` of Frågor."""
    place = Place("programme.xlsx", "Frågor", row)
    words = wording or Bilingual(item_id)
    return Item(
        item_id,
        words,
        kind,
        instrument,
        scale,
        other_wordings=other_wordings,
        place=place,
    )


ITEMS = (
    draw_item(
        "nytta",
        ItemKind.SCALE,
        "agreement",
        wording=Bilingual("Jag har nytta av innehållet", "The content is useful"),
        other_wordings=("Innehållet är nyttigt",),
    ),
    draw_item("tid", ItemKind.SCALE, "agreement", wording=Bilingual("Tiden räckte")),
    draw_item("betyg", ItemKind.NUMBER),
    draw_item("timmar", ItemKind.NUMBER, "agreement"),
    draw_item("råd", ItemKind.CHOICE, "yes-no"),
    draw_item("val", ItemKind.CHOICES, "methods"),
    draw_item("fritt", ItemKind.TEXT),
    draw_item("lunch", ItemKind.IGNORED),
    draw_item("leda", ItemKind.SCALE, "agreement", instrument=Instrument.SELF_ASSESSMENT),
    draw_item("kod", ItemKind.KEY, instrument=Instrument.SELF_ASSESSMENT),
    draw_item("när", ItemKind.WAVE, instrument=Instrument.SELF_ASSESSMENT),
    draw_item("tanke", ItemKind.TEXT, instrument=Instrument.REFLECTION),
)


def draw_participant(number: int, name: str, role: str, organisation_type: str) -> Participant:
    """Return participant number `number`, in that row below the header of Deltagare."""
    first, last = name.lower().split()
    return Participant(
        key=f"D{number:02}",
        name=name,
        email=f"{first}.{last}@flen.example",
        role=role,
        organisation=f"{organisation_type} {number}",
        organisation_type=organisation_type,
        place=Place("programme.xlsx", "Deltagare", number + 1),
    )


PROGRAMME = Programme(
    name="test",
    project=Project(
        title=Bilingual("Test"),
        registration_number="2015-00001",
        funder="Vinnova",
        coordinator="FoU",
        parties=("FoU", "Flen"),
        grant_sek=1000,
        co_funding_sek=0,
        starts_on=date(2016, 1, 1),
        ends_on=date(2016, 12, 31),
        status=Bilingual("Pågår"),
    ),
    sessions=(
        Session(1, date(2016, 3, 1), Bilingual("Ett"), ("politiker",)),
        Session(2, date(2016, 4, 1), Bilingual("Två")),
        Session(3, date(2016, 5, 1), Bilingual("Tre")),
    ),
    participants=(
        draw_participant(1, "Ada Berg", "ledare", "kommun"),
        draw_participant(2, "Bo Dahl", "ledare", "landsting"),
        draw_participant(3, "Cia Ek", "chef", "kommun"),
    ),
    items=ITEMS,
    scales=(AGREEMENT, YES_NO, METHODS, ROLE_CHOICE),
    declarations=(),
    goals=(),
    budget=(BudgetLine("Personal", "FoU", 600), BudgetLine("Övrigt", "FoU", 400)),
    profile=Profile(),
)


def draw_export(
    drawing: str,
    *,
    file: str = "sessions/01/svar.xlsx",
    kind: ExportKind = ExportKind.SURVEY,
    wave: Wave | None = None,
    sha256: str = "",
) -> Export:
    """Return the export drawn as `drawing`; its session is that of the folder sessions/NN."""
    header, *rows = draw_sheet(drawing, file=file).rows
    columns = tuple(
        draw_column(index, str(text or ""), kind) for index, text in enumerate(header.values, 1)
    )
    moment = next(
        (n for n, column in enumerate(columns) if column.role is ColumnRole.SUBMITTED_AT), None
    )
    responses = []
    for row in rows:
        values = (*row.values, *[None] * (len(columns) - len(row.values)))[: len(columns)]
        submitted = values[moment] if moment is not None else None
        known = submitted if isinstance(submitted, datetime) else None
        responses.append(Response(row.number, values, known))
    folder, _, rest = file.partition("/")
    session = int(rest[:2]) if folder == "sessions" else None
    return Export(
        source=Source(file, sha256 or file, 1, session),
        sheet="Sheet1",
        tool=TABLE,
        reason="",
        kind=kind,
        session=session,
        wave=wave,
        header_rows=(header.number,),
        columns=columns,
        responses=keep_responses(responses),
    )


def draw_column(index: int, header: str, kind: ExportKind) -> Column:
    """Return the column headed `header`; "Fråga [Rad]" is a row of a grid."""
    if kind is ExportKind.ATTENDANCE and header.startswith("T"):
        return Column(index, header, ColumnRole.SESSION, session=int(header[1:]))
    row_label = header.partition("[")[2].rstrip("]")
    return Column(index, header, ROLES.get(header, ColumnRole.QUESTION), row_label)


def check(
    *exports: Export, programme: Programme = PROGRAMME, decisions: Decisions | None = None
) -> tuple[Dataset, tuple[str, ...]]:
    """Return the dataset of `exports`, and where each problem stands: "code cell".

    Problems of the workbook, and sessions that this test says nothing of, are left out.
    Every problem is described in both languages, so that its words are seen to fit.
    """
    dataset, problems = validate(programme, decisions or Decisions(), exports)
    for found in problems:
        for language in Language:
            describe(found, language)
    return dataset, tuple(
        f"{found.code} {found.place.cell}".strip() for found in problems if in_exports(found)
    )


def in_exports(found: Problem) -> bool:
    """Tell whether the problem stands in an export."""
    return found.place.file.startswith(("sessions/", "exports/"))
