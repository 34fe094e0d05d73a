"""The values of a programme, each read from one row of its workbook.

A row in which too little could be read gives no value; why is among the row's problems.
"""

from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import (
    IndicatorName,
    UnknownIndicatorNameError,
    parse_indicator_name,
)
from flows.programme.items import Instrument, Item, ItemKind, KirkpatrickLevel, Wave
from flows.programme.languages import Language
from flows.programme.programme import (
    BudgetLine,
    ExportDeclaration,
    ExportKind,
    Participant,
    Profile,
    Project,
    Session,
)
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.programme.vocabularies import LEVELS, DateOrder, NumberMeaning, YesNo
from flows.programme.workbook_rows import WorkbookRow


def read_project(row: WorkbookRow) -> Project | None:
    """Return the project, or None where its title or one of its dates is missing."""
    starts_on, ends_on = row.date("starts_on"), row.date("ends_on")
    title = row.bilingual_text("title")
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
        status=row.bilingual_text("status"),
        language=language or Language.SV,
        data_note=row.bilingual_text("data_note"),
        place=row.place,
        grant_place=row.place_of("grant_sek"),
        co_funding_place=row.place_of("co_funding_sek"),
    )


def read_session(row: WorkbookRow) -> Session | None:
    """Return the session, or None where its number or date is missing."""
    number, held_on = row.whole_number("number"), row.date("held_on")
    if number is None or held_on is None:
        return None
    return Session(
        number,
        held_on,
        row.bilingual_text("theme"),
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
    wording = row.bilingual_text("wording")
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
        row.text("index_id"),
        row.lines("other_wordings"),
        row.place,
    )


def read_scales(rows: tuple[WorkbookRow, ...]) -> tuple[Scale, ...]:
    """Return the scales in the order of their first rows, labels in the order of theirs."""
    labels: dict[str, list[ScaleLabel]] = {}
    for row in rows:
        label = ScaleLabel(
            row.bilingual_text("label"),
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
        row.member("number_meaning", NumberMeaning) is NumberMeaning.POSITIONS,
        row.place,
    )


def read_goal(row: WorkbookRow) -> Goal | None:
    """Return the goal, or None where its id or statement is missing."""
    goal_id, statement = row.text("goal_id"), row.bilingual_text("statement")
    if not goal_id or not (statement.sv or statement.en):
        return None
    return Goal(
        goal_id,
        statement,
        read_indicator(row),
        row.member("comparison", Comparison) or Comparison.AT_LEAST,
        row.number("target"),
        row.number("upper_target"),
        row.number("partly_target"),
        row.text("period"),
        row.place,
        row.place_of("indicator"),
        row.place_of("target"),
        row.place_of("upper_target"),
        row.place_of("partly_target"),
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
    hides = row.member("hides_telling_totals", YesNo)
    limit = row.whole_number("summary_limit_characters")
    deviation = row.share("budget_deviation_limit_share")
    indirect = row.share("indirect_cost_limit_share")
    return Profile(
        usual.suppression_threshold if threshold is None else threshold,
        usual.hides_telling_totals if hides is None else hides is YesNo.YES,
        usual.summary_limit_characters if limit is None else limit,
        usual.budget_deviation_limit_share if deviation is None else deviation,
        usual.indirect_cost_limit_share if indirect is None else indirect,
        row.bilingual_text("acknowledgement"),
        row.date("valid_from"),
        row.place,
        row.place_of("suppression_threshold"),
    )
