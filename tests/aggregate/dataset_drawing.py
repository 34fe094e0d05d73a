"""Datasets drawn as text tables.

The register:      | key | role | organisation_type |
Attendance:        | who | 1 | 2 |           x present, - absent, ? unknown
Answers:           | who | session | benefit |   or wave instead of session

In answers a number is a value on the scale, a word a choice ("a; b" several), a word of
MISSING a missing answer, an empty cell not answered, and a dash an item that was not asked.
Somebody who is not in the register answers anonymously.
"""

from datetime import date

from flows.programme.items import Instrument, Item, ItemKind, Wave
from flows.programme.languages import Bilingual
from flows.programme.places import Place
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
from flows.programme.sheets import Sheet, text_of
from flows.validate.dataset import (
    Answer,
    AskedItem,
    Attendance,
    ChangeProject,
    Comment,
    Cost,
    Dataset,
    FileAccount,
    Respondent,
    UsedResponse,
)
from tests.drawing import draw_sheet

MISSING = {
    "": MissingKind.NOT_ANSWERED,
    "vet ej": MissingKind.DONT_KNOW,
    "ej aktuellt": MissingKind.NOT_APPLICABLE,
    "deltog inte": MissingKind.DID_NOT_ATTEND,
}
AGREEMENT = Scale(
    "agreement",
    (
        *(ScaleLabel(Bilingual(str(n)), n, is_favourable=n > 3) for n in range(1, 6)),
        *(ScaleLabel(Bilingual(word), None, kind) for word, kind in MISSING.items() if word),
    ),
)
WORDS = Scale("words", tuple(ScaleLabel(Bilingual(word), None) for word in ("ja", "nej", "annat")))


def draw_item(
    item_id: str, kind: ItemKind, scale: str = "", instrument: Instrument = Instrument.EVALUATION
) -> Item:
    """Return an item whose wording is its id."""
    return Item(item_id, Bilingual(item_id), kind, instrument, scale)


OPEN_PROFILE = Profile(suppression_threshold=1)
ITEMS = (
    draw_item("benefit", ItemKind.SCALE, "agreement"),
    draw_item("clarity", ItemKind.SCALE, "agreement"),
    draw_item("rating", ItemKind.NUMBER),
    draw_item("recommend", ItemKind.CHOICE, "words"),
    draw_item("methods", ItemKind.CHOICES, "words"),
    draw_item("voice", ItemKind.TEXT),
    draw_item("skill", ItemKind.SCALE, "agreement", Instrument.SELF_ASSESSMENT),
)
ABILITIES = tuple(
    Item(
        item_id,
        Bilingual(item_id),
        ItemKind.SCALE,
        Instrument.SELF_ASSESSMENT,
        "agreement",
        index_id="ability",
    )
    for item_id in ("lead", "listen", "try")
)
"""An index of three items, for drawings that ask for it."""

WISH = draw_item("wish", ItemKind.TEXT)
"""A second question in free text, for drawings that ask for it."""

VOTED = draw_item("voted", ItemKind.CHOICE, "words")
"""A second question with one choice, for drawings that ask for it."""

KINDS = {item.item_id: item.kind for item in (*ITEMS, *ABILITIES, WISH, VOTED)}


def draw_dataset(
    *,
    register: str = "",
    attendance: str = "",
    answers: str = "",
    projects: str = "",
    budget: str = "",
    costs: str = "",
    sessions: int = 2,
    grant_sek: int = 0,
    profile: Profile = OPEN_PROFILE,
    items: tuple[Item, ...] = ITEMS,
) -> Dataset:
    """Return the dataset that the drawings show; suppression is off unless `profile` says."""
    participants = draw_register(register)
    programme = Programme(
        name="sample",
        project=Project(
            title=Bilingual("Titel"),
            registration_number="2015-06703",
            funder="Vinnova",
            coordinator="FoU",
            parties=(),
            grant_sek=grant_sek,
            co_funding_sek=0,
            starts_on=date(2015, 11, 1),
            ends_on=date(2017, 2, 28),
            status=Bilingual("Avslutat"),
            grant_place=Place("programme.xlsx", "Projekt", 8, 2),
        ),
        sessions=tuple(
            Session(
                n, date(2016, n, 20), Bilingual(""), place=Place("programme.xlsx", "T", n + 1, 1)
            )
            for n in range(1, sessions + 1)
        ),
        participants=participants,
        items=items,
        scales=(AGREEMENT, WORDS),
        declarations=(),
        goals=(),
        budget=draw_budget(budget),
        profile=profile,
    )
    people = {person.key: person for person in participants}
    responses, drawn_answers, comments, asked_items = draw_answers(answers, people)
    drawn_costs = draw_costs(costs)
    return Dataset(
        programme=programme,
        responses=responses,
        answers=drawn_answers,
        comments=comments,
        attendances=draw_attendance(attendance, people),
        invited_attendances=(),
        change_projects=draw_projects(projects),
        costs=drawn_costs,
        asked_items=asked_items,
        accounts=(
            *((draw_account(ExportKind.CHANGE_PROJECTS),) if projects else ()),
            *((draw_account(ExportKind.COSTS),) if costs else ()),
        ),
        quotes=(),
        latest_date=None,
    )


def draw_register(drawing: str) -> tuple[Participant, ...]:
    """Return the participants drawn as rows of key, role and organisation type."""
    sheet = draw_sheet(drawing or "| key |", file="programme.xlsx", name="Deltagare")
    return tuple(
        Participant(
            key=row["key"],
            name="",
            email="",
            role=row.get("role", ""),
            organisation="",
            organisation_type=row.get("organisation_type", ""),
            place=sheet.place(number, 1),
        )
        for number, row in rows_of(sheet)
    )


def draw_attendance(drawing: str, people: dict[str, Participant]) -> tuple[Attendance, ...]:
    """Return the marks of a drawn attendance matrix."""
    sheet = draw_sheet(drawing or "| who |", file="exports/narvaro.xlsx", name="Närvaro")
    marks = []
    for number, row in rows_of(sheet):
        person = people[row["who"]]
        for column, (header, mark) in enumerate(row.items(), 1):
            if mark in {"x", "-"}:
                marks.append(
                    Attendance(
                        person.key,
                        person.role,
                        person.organisation_type,
                        int(header),
                        mark == "x",
                        sheet.place(number, column),
                    )
                )
    return tuple(marks)


def draw_answers(drawing: str, people: dict[str, Participant]):
    """Return responses, answers, comments and asked items of drawn responses."""
    sheet = draw_sheet(drawing or "| who |", file="exports/svar.xlsx", name="Svar")
    responses, answers, comments, asked = [], [], [], {}
    for number, row in rows_of(sheet):
        session = int(row["session"]) if row.get("session") else None
        wave = Wave(row["wave"]) if row.get("wave") else None
        respondent = draw_respondent(row["who"], people, number)
        instrument = Instrument.SELF_ASSESSMENT if wave else Instrument.EVALUATION
        response = sheet.place(number)
        responses.append(UsedResponse(instrument, respondent, session, wave, response))
        for column, (item_id, text) in enumerate(row.items(), 1):
            if item_id not in KINDS or text == "-":
                continue
            place = sheet.place(number, column)
            asked.setdefault(
                (item_id, session, wave), AskedItem(item_id, session, wave, item_id, place)
            )
            if KINDS[item_id] is not ItemKind.TEXT:
                value, codes, missing = read_answer(item_id, text)
                said = (value, codes, missing)
                answers.append(Answer(item_id, respondent, session, wave, *said, place, response))
            elif text:
                comments.append(Comment(item_id, respondent, session, text, place))
    return tuple(responses), tuple(answers), tuple(comments), tuple(asked.values())


def draw_respondent(who: str, people: dict[str, Participant], number: int) -> Respondent:
    """Return the participant `who`, or an anonymous respondent told by the row."""
    if who not in people:
        return Respondent(f"row {number}")
    person = people[who]
    return Respondent(person.key, person.key, person.role, person.organisation_type)


def read_answer(
    item_id: str, text: str
) -> tuple[float | None, tuple[str, ...], MissingKind | None]:
    """Return value, codes and kind of missing of one drawn answer."""
    if text in MISSING:
        return None, (), MISSING[text]
    if KINDS[item_id] in (ItemKind.CHOICE, ItemKind.CHOICES):
        return None, tuple(code.strip() for code in text.split(";")), None
    return float(text), (text,) if KINDS[item_id] is ItemKind.SCALE else (), None


def draw_projects(drawing: str) -> tuple[ChangeProject, ...]:
    """Return the change projects drawn as rows of type, stage, methods and users."""
    sheet = draw_sheet(drawing or "| stage |", file="exports/projekt.xlsx", name="Projekt")
    return tuple(
        ChangeProject(
            project_id=str(number),
            owner_key="",
            organisation_type=row.get("type", ""),
            title="",
            stage=row["stage"],
            methods=tuple(text.strip() for text in row.get("methods", "").split(";") if text),
            users_involved={"ja": True, "nej": False}.get(row.get("users", "")),
            description="",
            place=sheet.place(number),
        )
        for number, row in rows_of(sheet)
    )


def draw_budget(drawing: str) -> tuple[BudgetLine, ...]:
    """Return the budget lines drawn as rows of category, party, budget and outcome."""
    sheet = draw_sheet(drawing or "| category |", file="programme.xlsx", name="Ekonomi")
    return tuple(
        BudgetLine(
            row["category"],
            row["party"],
            int(row["budget"]),
            int(row["outcome"]) if row.get("outcome") else None,
            sheet.place(number),
            sheet.place(number, 3),
            sheet.place(number, 4),
        )
        for number, row in rows_of(sheet)
    )


def draw_costs(drawing: str) -> tuple[Cost, ...]:
    """Return the costs drawn as rows of category, party and amount."""
    sheet = draw_sheet(drawing or "| category |", file="exports/kostnader.xlsx", name="Kostnader")
    return tuple(
        Cost(row["category"], row["party"], float(row["amount"]), None, sheet.place(number, 3))
        for number, row in rows_of(sheet)
    )


def draw_account(kind: ExportKind) -> FileAccount:
    """Return the account of a table of `kind`, which says that there was one."""
    return FileAccount(f"exports/{kind}.xlsx", "Blad1", "", "table", kind, None, 0, 0, ())


def rows_of(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Return the rows below the header with their numbers, each cell under its header."""
    header, *rows = sheet.rows
    names = [text_of(value) for value in header.values]
    return [
        (row.number, {name: text_of(row.value_at(at)) for at, name in enumerate(names, 1)})
        for row in rows
    ]
