"""Survey exports whose questions, session and wave are known."""

from dataclasses import dataclass

from flows.ingest.exports import ColumnRole, Export
from flows.programme.items import Instrument, ItemKind, Wave
from flows.programme.problems import problem
from flows.programme.programme import Programme
from flows.validate.cells import position_of
from flows.validate.columns import (
    ASKED_KINDS,
    Question,
    Wordings,
    match_columns,
    most_common_instrument,
)
from flows.validate.defects import Defects, join_defects
from flows.validate.occasions import decide_session, decide_wave, find_wave_column


@dataclass(frozen=True, slots=True)
class Survey:
    """One export of a survey: `questions` are those that ask for an answer.

    `item_ids` are their items. `keys`, `unasked` (all known columns that ask for no answer),
    `wave_column` and `number_column` (the tool's number) are positions in a response. `wave` is
    that of all rows, None where there is none or where a column tells. A survey of a wave has
    no session.
    """

    export: Export
    questions: tuple[Question, ...]
    item_ids: frozenset[str]
    keys: tuple[int, ...]
    unasked: tuple[int, ...]
    wave_column: int | None
    number_column: int | None
    instrument: Instrument
    session: int | None
    wave: Wave | None


def read_survey(
    export: Export, wordings: Wordings, programme: Programme
) -> tuple[Survey | None, Defects]:
    """Return the survey of `export`, or None where none of its rows can be used.

    Its instrument is that of most of its items.
    """
    matched, column_defects = match_columns(export, wordings)
    asked = tuple(question for question in matched if question.item.kind in ASKED_KINDS)
    instrument = most_common_instrument(question.item.instrument for question in asked)
    if instrument is None:
        nothing_asked = Defects(tables=(problem("survey-without-items", export.place()),))
        return None, join_defects((column_defects, nothing_asked))
    wave_column = None if export.wave else find_wave_column(export, matched)
    wave, session = None, None
    occasion_defects: list[Defects] = []
    if wave_column is None:
        wave, wave_defects = decide_wave(export, instrument, programme.sessions)
        occasion_defects.append(wave_defects)
        if wave is None:
            session, session_defects = decide_session(export, instrument, programme.sessions)
            occasion_defects.append(session_defects)
    defects = join_defects((column_defects, *occasion_defects))
    if defects.tables:
        return None, defects
    survey = Survey(
        export=export,
        questions=asked,
        item_ids=frozenset(question.item.item_id for question in asked),
        keys=tuple(column.position for column in matched if column.item.kind is ItemKind.KEY),
        unasked=tuple(column.position for column in matched if column not in asked),
        wave_column=wave_column,
        number_column=position_of(export, ColumnRole.RESPONSE_ID),
        instrument=instrument,
        session=session,
        wave=wave,
    )
    return survey, defects
