"""Reads the programme workbook back to the frozen types, with every fault at its cell."""

from difflib import get_close_matches

from flows.programme.exceptions import WorkbookUnreadableError
from flows.programme.headers import normalise
from flows.programme.indicator_names import (
    IndicatorName,
    UnknownIndicatorNameError,
    parse_indicator_name,
)
from flows.programme.items import Instrument, Item, ItemKind, KirkpatrickLevel, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import (
    BudgetLine,
    Comparison,
    ExportDeclaration,
    ExportKind,
    Goal,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.programme.sheets import Sheet
from flows.programme.translations import _
from flows.programme.vocabularies import LEVELS, DateOrder, YesNo
from flows.programme.workbook_checks import check_programme
from flows.programme.workbook_rows import WorkbookRow, read_rows, read_settings
from flows.programme.workbook_sheets import SHEETS


def read_programme(
    name: str, sheets: tuple[Sheet, ...]
) -> tuple[Programme | None, tuple[Problem, ...]]:
    """Return the programme and every problem in its workbook, sorted by place.

    The programme is None where the project's title, dates or every session is missing:
    then no report can be made. Raises WorkbookUnreadableError where no sheet is known.
    """
    by_layout, problems = match_sheets(sheets)
    if not by_layout:
        file = sheets[0].file if sheets else "programme.xlsx"
        raise WorkbookUnreadableError(file=file, reason=_("none of its sheets is known."))
    records: dict[str, tuple[WorkbookRow, ...]] = {}
    for layout in SHEETS:
        sheet = by_layout.get(layout.name)
        if sheet is None:
            records[layout.name] = ()
        elif layout.is_settings:
            record, found = read_settings(sheet, layout)
            records[layout.name] = (record,)
            problems += found
        else:
            records[layout.name], found = read_rows(sheet, layout)
            problems += found
    programme = make_programme(name, records)
    problems += [found for rows in records.values() for row in rows for found in row.problems]
    if programme is not None:
        problems += check_programme(programme)
    return programme, tuple(sorted(set(problems)))


def match_sheets(sheets: tuple[Sheet, ...]) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the sheet of each layout, and the sheets that are missing or not known."""
    names = {
        normalise(title): layout.name
        for layout in SHEETS
        for title in (layout.title.sv, layout.title.en)
    }
    by_layout: dict[str, Sheet] = {}
    problems = []
    for sheet in sheets:
        layout_name = names.get(normalise(sheet.name))
        if layout_name is None:
            nearest = nearest_title(sheet.name)
            problems.append(problem("workbook-sheet-unknown", sheet.place(), nearest=nearest))
        else:
            by_layout.setdefault(layout_name, sheet)
    problems += [
        problem("workbook-sheet-missing", Place(sheets[0].file), sheet=layout.title.sv)
        for layout in SHEETS
        if sheets and layout.name not in by_layout and not layout.is_optional
    ]
    return by_layout, problems


def nearest_title(name: str) -> str:
    """Return the sheet title that is nearest to `name`."""
    titles = [layout.title.sv for layout in SHEETS]
    return (get_close_matches(name, titles, 1, 0.0) or titles)[0]


def make_programme(name: str, records: dict[str, tuple[WorkbookRow, ...]]) -> Programme | None:
    """Return the programme that the records make, or None where too little is filled in."""
    project = next((read_project(row) for row in records["project"]), None)
    sessions = tuple(filter(None, map(read_session, records["sessions"])))
    participants = tuple(filter(None, map(read_participant, records["participants"])))
    items = tuple(filter(None, map(read_item, records["items"])))
    scales = read_scales(records["scales"])
    declarations = tuple(filter(None, map(read_declaration, records["exports"])))
    goals = tuple(filter(None, map(read_goal, records["goals"])))
    budget = tuple(filter(None, map(read_budget_line, records["economy"])))
    profile = next((read_profile(row) for row in records["profile"]), Profile())
    if project is None or not sessions:
        return None
    return Programme(
        name,
        project,
        tuple(sorted(sessions, key=lambda session: (session.number, session.place))),
        participants,
        items,
        scales,
        declarations,
        goals,
        budget,
        profile,
    )


def read_project(row: WorkbookRow) -> Project | None:
    """Return the project, or None where its title or one of its dates is missing."""
    starts_on, ends_on = row.date("starts_on"), row.date("ends_on")
    title = bilingual_text(row, "title")
    grant_sek = row.whole_number("grant_sek")
    co_funding_sek = row.whole_number("co_funding_sek")
    language = row.member("language", Language)
    if starts_on is None or ends_on is None or not title.sv:
        return None
    if ends_on < starts_on:
        row.report("workbook-ends-before-start", "ends_on", starts=starts_on.isoformat())
    return Project(
        title=title,
        registration_number=row.text("registration_number"),
        funder=row.text("funder"),
        coordinator=row.text("coordinator"),
        parties=row.list_of_texts("parties"),
        grant_sek=grant_sek or 0,
        co_funding_sek=co_funding_sek or 0,
        starts_on=starts_on,
        ends_on=ends_on,
        status=bilingual_text(row, "status"),
        language=language or Language.SV,
        data_note=bilingual_text(row, "data_note"),
        place=row.place,
        grant_place=row.place_of("grant_sek"),
    )


def bilingual_text(row: WorkbookRow, name: str) -> Bilingual:
    """Return the text whose two fields are `name`_sv and `name`_en."""
    return Bilingual(row.text(f"{name}_sv"), row.text(f"{name}_en"))


def read_session(row: WorkbookRow) -> Session | None:
    """Return the session, or None where its number or date is missing."""
    number, held_on = row.whole_number("number"), row.date("held_on")
    if number is None or held_on is None:
        return None
    return Session(
        number,
        held_on,
        bilingual_text(row, "theme"),
        row.list_of_texts("invited_groups"),
        row.place,
    )


def read_participant(row: WorkbookRow) -> Participant | None:
    """Return the participant, or None where the key is missing."""
    key = row.text("key")
    if not key:
        return None
    email = row.text("email")
    if email and not is_email(email):
        row.report("workbook-email-malformed", "email")
    return Participant(
        key,
        row.text("name"),
        email,
        row.text("role"),
        row.text("organisation"),
        row.text("organisation_type"),
        row.place,
    )


def is_email(text: str) -> bool:
    """Tell whether `text` has the shape of an address: one @ with a dotted name behind it."""
    before, separator, after = text.partition("@")
    return bool(before and separator and "." in after.strip(".") and " " not in text)


def read_item(row: WorkbookRow) -> Item | None:
    """Return the item, or None where its id, wording, kind or form is missing."""
    item_id = row.text("item_id")
    wording = bilingual_text(row, "wording")
    kind, instrument = row.member("kind", ItemKind), row.member("instrument", Instrument)
    level = row.text("level")
    if level and level not in LEVELS:
        row.report("workbook-not-in-list", "level", allowed=", ".join(LEVELS))
    if not (wording.sv or wording.en):
        row.report("workbook-cell-empty", "wording_sv")
    if not item_id or not (wording.sv or wording.en) or kind is None or instrument is None:
        return None
    return Item(
        item_id,
        wording,
        kind,
        instrument,
        row.text("scale_id"),
        KirkpatrickLevel(int(level)) if level in LEVELS else None,
        row.lines("other_wordings"),
        row.place,
    )


def read_scales(rows: tuple[WorkbookRow, ...]) -> tuple[Scale, ...]:
    """Return the scales in the order of their first rows, labels in the order of theirs."""
    labels: dict[str, list[ScaleLabel]] = {}
    for row in rows:
        label = ScaleLabel(
            bilingual_text(row, "label"),
            row.number("value"),
            row.member("missing", MissingKind),
            row.member("is_favourable", YesNo) is YesNo.YES,
            row.place,
        )
        if not (label.label.sv or label.label.en):
            row.report("workbook-cell-empty", "label_sv")
        elif label.value is not None and label.missing is not None:
            row.report("workbook-value-and-missing", "value")
        elif row.text("scale_id"):
            labels.setdefault(row.text("scale_id"), []).append(label)
    return tuple(Scale(scale_id, tuple(found)) for scale_id, found in labels.items())


def read_declaration(row: WorkbookRow) -> ExportDeclaration | None:
    """Return what is declared about a file, or None where the file is missing."""
    file = row.text("file")
    order = row.member("date_order", DateOrder)
    if not file:
        return None
    return ExportDeclaration(
        file,
        row.text("sheet"),
        row.member("kind", ExportKind),
        row.whole_number("session"),
        row.member("wave", Wave),
        row.whole_number("header_row"),
        None if order is None else order is DateOrder.MONTH_FIRST,
        row.place,
    )


def read_goal(row: WorkbookRow) -> Goal | None:
    """Return the goal, or None where its id or statement is missing."""
    goal_id, statement = row.text("goal_id"), bilingual_text(row, "statement")
    if not goal_id or not (statement.sv or statement.en):
        return None
    return Goal(
        goal_id,
        statement,
        read_indicator(row),
        row.member("comparison", Comparison) or Comparison.AT_LEAST,
        row.number("target"),
        row.text("period"),
        row.place,
        row.place_of("indicator"),
    )


def read_indicator(row: WorkbookRow) -> IndicatorName | None:
    """Return the goal's indicator, or None where there is none or it is not understood."""
    text = row.text("indicator")
    try:
        return parse_indicator_name(text) if text else None
    except UnknownIndicatorNameError as unknown:
        row.report("workbook-indicator-unknown", "indicator", found=str(unknown))
        return None


def read_budget_line(row: WorkbookRow) -> BudgetLine | None:
    """Return one line of the budget, or None where category, party or budget is missing."""
    category, party = row.text("category"), row.text("party")
    budget_sek, outcome_sek = row.whole_number("budget_sek"), row.whole_number("outcome_sek")
    if not category or not party or budget_sek is None:
        return None
    return BudgetLine(
        category,
        party,
        budget_sek,
        outcome_sek,
        row.place,
        row.place_of("budget_sek"),
        row.place_of("outcome_sek"),
    )


def read_profile(row: WorkbookRow) -> Profile:
    """Return the funder's rules; a field that is empty has its usual value."""
    usual = Profile()
    threshold = row.whole_number("suppression_threshold")
    limit = row.whole_number("summary_limit_characters")
    deviation = row.number("budget_deviation_limit_share")
    indirect = row.number("indirect_cost_limit_share")
    return Profile(
        usual.suppression_threshold if threshold is None else threshold,
        usual.summary_limit_characters if limit is None else limit,
        usual.budget_deviation_limit_share if deviation is None else deviation,
        usual.indirect_cost_limit_share if indirect is None else indirect,
        bilingual_text(row, "acknowledgement"),
        row.date("valid_from"),
        row.place,
    )
