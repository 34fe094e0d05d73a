"""Writes the programme workbook, from the frozen types or from nothing but examples."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from flows.programme import vocabularies as words
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
from flows.programme.sheets import CellValue
from flows.programme.translations import _, translate
from flows.programme.vocabularies import DateOrder, Vocabulary, YesNo
from flows.programme.workbook_layout import Column, SheetLayout
from flows.programme.workbook_sheets import SHEETS
from flows.programme.xlsx_writer import ColumnDrawing, SheetDrawing, write_xlsx

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
    rows = tuple(tuple(record[column.name] for column in layout.columns) for record in records)
    if layout.is_settings:
        return draw_settings(layout, rows[0] if rows else (), language)
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=translate(layout.help, language),
        columns=tuple(
            ColumnDrawing(
                column.title.in_language(language),
                translate(column.help, language),
                choices_of(column, language),
                column.width,
            )
            for column in layout.columns
        ),
        rows=rows,
        example=() if rows else example_row(layout, language),
    )


def draw_settings(
    layout: SheetLayout, values: tuple[CellValue, ...], language: Language
) -> SheetDrawing:
    """Return a settings sheet: a field a row with its value, help and example."""
    filled = values or (None,) * len(layout.columns)
    headers = (_("Field"), _("Value"), _("Help"), _("Example"))
    return SheetDrawing(
        name=layout.title.in_language(language),
        title=layout.title.in_language(language),
        lead=translate(layout.help, language),
        columns=tuple(
            ColumnDrawing(translate(header, language), width=width)
            for header, width in zip(headers, (36, 60, 58, 34), strict=True)
        ),
        rows=tuple(
            (
                column.title.in_language(language),
                value,
                translate(column.help, language),
                column.example.in_language(language),
            )
            for column, value in zip(layout.columns, filled, strict=True)
        ),
        choices_by_row=tuple(choices_of(column, language) for column in layout.columns),
    )


def example_row(layout: SheetLayout, language: Language) -> tuple[CellValue, ...]:
    """Return the sheet's example, its first cell marked so that it is never read."""
    first, *others = (column.example.in_language(language) for column in layout.columns)
    return (translate(_("Example: {value}"), language, value=first), *others)


def choices_of(column: Column, language: Language) -> tuple[str, ...]:
    """Return the drop-down list of `column`, empty where anything may be typed."""
    return words.words_in(column.vocabulary, language) if column.vocabulary else ()


def workbook_records(programme: Programme, language: Language) -> dict[str, list[Record]]:
    """Return the rows of every sheet, by the sheet's name."""

    def word(vocabulary: Vocabulary, member: StrEnum | None) -> str | None:
        return None if member is None else words.word_for(vocabulary, member, language)

    return {
        "project": [project_record(programme.project, language)],
        "sessions": [session_record(session) for session in programme.sessions],
        "participants": [participant_record(person) for person in programme.participants],
        "items": [
            {
                "item_id": item.item_id,
                "wording_sv": item.wording.sv or None,
                "wording_en": item.wording.en or None,
                "kind": word(words.ITEM_KINDS, item.kind),
                "instrument": word(words.INSTRUMENTS, item.instrument),
                "scale_id": item.scale_id or None,
                "level": None if item.level is None else int(item.level),
                "other_wordings": "\n".join(item.other_wordings) or None,
            }
            for item in programme.items
        ],
        "scales": [
            {
                "scale_id": scale.scale_id,
                "label_sv": label.label.sv or None,
                "label_en": label.label.en or None,
                "value": label.value,
                "missing": word(words.MISSING_KINDS, label.missing),
                "is_favourable": word(words.YES_NO, YesNo.YES) if label.is_favourable else None,
            }
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
        "title_en": project.title.en or None,
        "registration_number": project.registration_number,
        "funder": project.funder,
        "coordinator": project.coordinator,
        "parties": "; ".join(project.parties) or None,
        "grant_sek": project.grant_sek,
        "co_funding_sek": project.co_funding_sek,
        "starts_on": project.starts_on,
        "ends_on": project.ends_on,
        "status_sv": project.status.sv or None,
        "status_en": project.status.en or None,
        "language": words.word_for(words.LANGUAGES, project.language, language),
        "data_note_sv": project.data_note.sv or None,
        "data_note_en": project.data_note.en or None,
    }


def session_record(session: Session) -> Record:
    """Return one row of the Sessions sheet."""
    return {
        "number": session.number,
        "held_on": session.held_on,
        "theme_sv": session.theme.sv or None,
        "theme_en": session.theme.en or None,
        "invited_groups": "; ".join(session.invited_groups) or None,
    }


def participant_record(participant: Participant) -> Record:
    """Return one row of the Participants sheet."""
    return {
        "key": participant.key,
        "name": participant.name or None,
        "email": participant.email or None,
        "role": participant.role,
        "organisation": participant.organisation or None,
        "organisation_type": participant.organisation_type or None,
    }


def declaration_record(row: ExportDeclaration, language: Language) -> Record:
    """Return one row of the Exports sheet."""
    orders = {None: None, True: DateOrder.MONTH_FIRST, False: DateOrder.DAY_FIRST}
    order = orders[row.is_month_first]
    return {
        "file": row.file,
        "sheet": row.sheet or None,
        "kind": None
        if row.kind is None
        else words.word_for(words.EXPORT_KINDS, row.kind, language),
        "session": row.session,
        "wave": None if row.wave is None else words.word_for(words.WAVES, row.wave, language),
        "header_row": row.header_row,
        "date_order": None if order is None else words.word_for(words.DATE_ORDERS, order, language),
    }


def goal_record(goal: Goal, language: Language) -> Record:
    """Return one row of the Goals sheet."""
    return {
        "goal_id": goal.goal_id,
        "statement_sv": goal.statement.sv,
        "statement_en": goal.statement.en or None,
        "indicator": None if goal.indicator is None else str(goal.indicator),
        "comparison": words.word_for(words.COMPARISONS, goal.comparison, language),
        "target": goal.target,
        "period": goal.period or None,
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
        "acknowledgement_sv": profile.acknowledgement.sv or None,
        "acknowledgement_en": profile.acknowledgement.en or None,
        "valid_from": profile.valid_from,
    }
