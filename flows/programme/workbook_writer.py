"""Writes the programme workbook, from the frozen types or from nothing but examples."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from flows.programme import vocabularies as words
from flows.programme.items import Item
from flows.programme.languages import Language
from flows.programme.programme import (
    BudgetLine,
    ExportDeclaration,
    Goal,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import Scale, ScaleLabel
from flows.programme.sheets import CellValue
from flows.programme.translations import _, translate
from flows.programme.vocabularies import DateOrder, Vocabulary, YesNo
from flows.programme.workbook_examples import make_example_row
from flows.programme.workbook_layout import CellForm, Column, SheetLayout
from flows.programme.workbook_sheets import SHEETS
from flows.programme.xlsx_writer import (
    AMOUNT,
    FIELD,
    HINT,
    INPUT,
    PLAIN,
    SAMPLE,
    CellRules,
    ColumnDrawing,
    SheetDrawing,
    write_xlsx,
)

Record = dict[str, CellValue]
"""One row by the names of its columns; it never leaves this module."""


def write_programme_workbook(programme: Programme, path: Path, language: Language) -> None:
    """Write `programme` as a workbook whose titles and words are in `language`."""
    records = workbook_records(programme, language)
    drawings = (draw_sheet(layout, records[layout.name], language) for layout in SHEETS)
    write_xlsx(path, tuple(drawings))


def write_empty_workbook(path: Path, language: Language) -> None:
    """Write a workbook to be filled in: help texts, lists and one example on each sheet."""
    write_xlsx(path, tuple(draw_sheet(layout, (), language) for layout in SHEETS))


def draw_sheet(layout: SheetLayout, records: Iterable[Record], language: Language) -> SheetDrawing:
    """Return one sheet with its records; without any it carries an example instead."""
    rows = tuple(cells_of(record, layout) for record in records)
    if layout.is_settings:
        return draw_settings(layout, rows[0] if rows else (), language)
    lead = translate(layout.help, language)
    rule = translate(_("The row that begins with Example: is never read."), language)
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=lead if rows else f"{lead} {rule}",
        columns=tuple(
            ColumnDrawing(
                column.title.in_language(language),
                help_of(column, language),
                column.width,
                rules_of(column, language),
                AMOUNT if column.form is CellForm.KRONOR else PLAIN,
            )
            for column in layout.columns
        ),
        rows=rows,
        example=() if rows else make_example_row(layout, language),
    )


def draw_settings(
    layout: SheetLayout, values: tuple[CellValue, ...], language: Language
) -> SheetDrawing:
    """Return a settings sheet: a field a row with its value, help and example."""
    filled = values or (None,) * len(layout.columns)
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=translate(layout.help, language),
        columns=(
            ColumnDrawing(translate(_("Field"), language), width=40, style=FIELD),
            ColumnDrawing(translate(_("Value"), language), width=60, style=INPUT),
            ColumnDrawing(translate(_("Help"), language), width=72, style=HINT),
            ColumnDrawing(translate(_("Example"), language), width=50, style=SAMPLE),
        ),
        rows=tuple(
            (
                column.title.in_language(language),
                value,
                help_of(column, language),
                translate(column.example, column.language or language),
            )
            for column, value in zip(layout.columns, filled, strict=True)
        ),
        rules_by_row=tuple(rules_of(column, language) for column in layout.columns),
    )


def cells_of(record: Record, layout: SheetLayout) -> tuple[CellValue, ...]:
    """Return the record's values in the order of the columns; empty text is an empty cell."""
    values = (record[column.name] for column in layout.columns)
    return tuple(None if value == "" else value for value in values)


def word(vocabulary: Vocabulary, member: StrEnum | None, language: Language) -> str:
    """Return the word for `member`, "" for None."""
    return "" if member is None else words.word_for(vocabulary, member, language)


def help_of(column: Column, language: Language) -> str:
    """Return what helps to fill in the column, above all whether it is needed."""
    text = translate(column.help, language)
    return translate(_("Required. {help}"), language, help=text) if column.is_required else text


def rules_of(column: Column, language: Language) -> CellRules:
    """Return the column's drop-down list, empty where anything may be typed, and its format."""
    choices = words.words_in(column.vocabulary, language) if column.vocabulary else ()
    return CellRules(choices, column.form)


def workbook_records(programme: Programme, language: Language) -> dict[str, list[Record]]:
    """Return the rows of every sheet, by the sheet's name."""
    return {
        "project": [project_record(programme.project, language)],
        "sessions": [session_record(session) for session in programme.sessions],
        "participants": [participant_record(person) for person in programme.participants],
        "items": [item_record(item, language) for item in programme.items],
        "scales": [
            label_record(scale, label, language)
            for scale in programme.scales
            for label in scale.labels
        ],
        "exports": [declaration_record(row, language) for row in programme.declarations],
        "goals": [goal_record(goal, language) for goal in programme.goals],
        "economy": [budget_record(line) for line in programme.budget],
        "profile": [profile_record(programme.profile)],
    }


def project_record(project: Project, language: Language) -> Record:
    """Return the Project sheet's fields."""
    return {
        "title_sv": project.title.sv,
        "title_en": project.title.en,
        "registration_number": project.registration_number,
        "funder": project.funder,
        "coordinator": project.coordinator,
        "parties": "; ".join(project.parties),
        "grant_sek": project.grant_sek,
        "co_funding_sek": project.co_funding_sek,
        "starts_on": project.starts_on,
        "ends_on": project.ends_on,
        "status_sv": project.status.sv,
        "status_en": project.status.en,
        "language": word(words.LANGUAGES, project.language, language),
        "data_note_sv": project.data_note.sv,
        "data_note_en": project.data_note.en,
    }


def session_record(session: Session) -> Record:
    """Return one row of the Sessions sheet."""
    return {
        "number": session.number,
        "held_on": session.held_on,
        "theme_sv": session.theme.sv,
        "theme_en": session.theme.en,
        "invited_groups": "; ".join(session.invited_groups),
    }


def participant_record(participant: Participant) -> Record:
    """Return one row of the Participants sheet."""
    return {
        "key": participant.key,
        "name": participant.name,
        "email": participant.email,
        "role": participant.role,
        "organisation": participant.organisation,
        "organisation_type": participant.organisation_type,
    }


def item_record(item: Item, language: Language) -> Record:
    """Return one row of the Items sheet."""
    return {
        "item_id": item.item_id,
        "wording_sv": item.wording.sv,
        "wording_en": item.wording.en,
        "kind": word(words.ITEM_KINDS, item.kind, language),
        "instrument": word(words.INSTRUMENTS, item.instrument, language),
        "scale_id": item.scale_id,
        "level": item.level,
        "other_wordings": "\n".join(item.other_wordings),
    }


def label_record(scale: Scale, label: ScaleLabel, language: Language) -> Record:
    """Return one row of the Scales sheet."""
    return {
        "scale_id": scale.scale_id,
        "label_sv": label.label.sv,
        "label_en": label.label.en,
        "value": label.value,
        "missing": word(words.MISSING_KINDS, label.missing, language),
        "is_favourable": word(words.YES_NO, YesNo.YES if label.is_favourable else None, language),
    }


def declaration_record(row: ExportDeclaration, language: Language) -> Record:
    """Return one row of the Exports sheet."""
    orders = {None: None, True: DateOrder.MONTH_FIRST, False: DateOrder.DAY_FIRST}
    return {
        "file": row.file,
        "sheet": row.sheet,
        "kind": word(words.EXPORT_KINDS, row.kind, language),
        "session": row.session,
        "wave": word(words.WAVES, row.wave, language),
        "header_row": row.header_row,
        "date_order": word(words.DATE_ORDERS, orders[row.is_month_first], language),
    }


def goal_record(goal: Goal, language: Language) -> Record:
    """Return one row of the Goals sheet."""
    return {
        "goal_id": goal.goal_id,
        "statement_sv": goal.statement.sv,
        "statement_en": goal.statement.en,
        "indicator": None if goal.indicator is None else str(goal.indicator),
        "comparison": word(words.COMPARISONS, goal.comparison, language),
        "target": goal.target,
        "period": goal.period,
    }


def budget_record(line: BudgetLine) -> Record:
    """Return one row of the Economy sheet."""
    return {
        "category": line.category,
        "party": line.party,
        "budget_sek": line.budget_sek,
        "outcome_sek": line.outcome_sek,
    }


def profile_record(profile: Profile) -> Record:
    """Return the Profile sheet's fields."""
    return {
        "suppression_threshold": profile.suppression_threshold,
        "summary_limit_characters": profile.summary_limit_characters,
        "budget_deviation_limit_share": profile.budget_deviation_limit_share,
        "indirect_cost_limit_share": profile.indirect_cost_limit_share,
        "acknowledgement_sv": profile.acknowledgement.sv,
        "acknowledgement_en": profile.acknowledgement.en,
        "valid_from": profile.valid_from,
    }
