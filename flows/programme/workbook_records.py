"""The rows of a programme workbook, made of the frozen types that they are read back to."""

from enum import StrEnum

from flows.programme import vocabularies as words
from flows.programme.goals import Goal
from flows.programme.items import Item
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import (
    BudgetLine,
    ExportDeclaration,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import Scale, ScaleLabel
from flows.programme.sheets import CellValue
from flows.programme.vocabularies import DateOrder, NumberMeaning, Vocabulary, YesNo
from flows.programme.workbook_layout import SheetLayout
from flows.programme.workbook_sheets import SHEETS

SheetRows = tuple[tuple[CellValue, ...], ...]
"""The rows of one sheet, each with a value for each column of its layout."""

Record = dict[str, CellValue]
"""One row by the names of its columns; it never leaves this module."""


def list_rows(programme: Programme, language: Language) -> dict[str, SheetRows]:
    """Return the rows of every sheet, by the name of its layout."""
    records = list_records(programme, language)
    return {
        layout.name: tuple(cells_of(record, layout) for record in records[layout.name])
        for layout in SHEETS
    }


def cells_of(record: Record, layout: SheetLayout) -> tuple[CellValue, ...]:
    """Return the record's values in the order of the columns; empty text is an empty cell."""
    values = (record[column.name] for column in layout.columns)
    return tuple(None if value == "" else value for value in values)


def list_records(programme: Programme, language: Language) -> dict[str, list[Record]]:
    """Return the records of every sheet, by the name of its layout."""
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
        "profile": [profile_record(programme.profile, language)],
        "words": [word_record(pair) for pair in programme.words],
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
        "index_id": item.index_id,
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
        "number_meaning": word(
            words.NUMBER_MEANINGS, NumberMeaning.POSITIONS if row.are_positions else None, language
        ),
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
        "upper_target": goal.upper_target,
        "partly_target": goal.partly_target,
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


def profile_record(profile: Profile, language: Language) -> Record:
    """Return the Profile sheet's fields."""
    return {
        "suppression_threshold": profile.suppression_threshold,
        "hides_telling_totals": word(
            words.YES_NO, YesNo.YES if profile.hides_telling_totals else YesNo.NO, language
        ),
        "summary_limit_characters": profile.summary_limit_characters,
        "budget_deviation_limit_share": profile.budget_deviation_limit_share,
        "indirect_cost_limit_share": profile.indirect_cost_limit_share,
        "acknowledgement_sv": profile.acknowledgement.sv,
        "acknowledgement_en": profile.acknowledgement.en,
        "valid_from": profile.valid_from,
    }


def word_record(pair: Bilingual) -> Record:
    """Return one row of the Words sheet."""
    return {"word_sv": pair.sv, "word_en": pair.en}


def word(vocabulary: Vocabulary, member: StrEnum | None, language: Language) -> str:
    """Return the word for `member`, "" for None."""
    return "" if member is None else words.word_for(vocabulary, member, language)
