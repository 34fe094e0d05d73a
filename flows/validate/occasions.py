"""When a survey was answered: after which session, or in which wave."""

from datetime import date

from flows.ingest.exports import ColumnRole, Export
from flows.programme.headers import normalise
from flows.programme.items import Instrument, ItemKind, Wave
from flows.programme.problems import problem
from flows.programme.programme import Session
from flows.validate.cells import position_of
from flows.validate.columns import Question
from flows.validate.defects import Defects

WORDS_FOR_WAVES = {
    Wave.BEFORE: ("före", "innan", "start", "before", "pre", "baseline"),
    Wave.AFTER: ("efter", "slut", "after", "post", "end"),
    Wave.RETROSPECTIVE: ("tillbakablick", "retrospektiv", "retrospective", "retro"),
}
"""What stands in a wave column; the first word of the cell decides ("Före utbildningen")."""

WAVES_BY_WORD = {word: wave for wave, words in WORDS_FOR_WAVES.items() for word in words}


def parse_wave(text: str) -> Wave | None:
    """Return the wave that `text` names, or None."""
    words = normalise(text).replace("-", " ").split()
    return WAVES_BY_WORD.get(words[0]) if words else None


def find_wave_column(export: Export, questions: tuple[Question, ...]) -> int | None:
    """Return the position of the column that tells the wave of each row, or None."""
    for question in questions:
        if question.item.kind is ItemKind.WAVE:
            return question.position
    return position_of(export, ColumnRole.WAVE)


def decide_wave(
    export: Export, instrument: Instrument, sessions: tuple[Session, ...]
) -> tuple[Wave | None, Defects]:
    """Return the wave of a whole export without a wave column.

    What is declared counts. Else a self-assessment sent in by all on or before the day of
    the first session was made before, by all on or after the day of the last one after.
    Other surveys have no wave.
    """
    if export.wave or instrument is not Instrument.SELF_ASSESSMENT:
        return export.wave, Defects()
    days = sending_days(export)
    first, last = session_days(sessions)
    is_before, is_after = bool(days) and days[-1] <= first, bool(days) and days[0] >= last
    if is_before is is_after:
        return None, Defects(tables=(problem("wave-unknown", export.place()),))
    return Wave.BEFORE if is_before else Wave.AFTER, Defects()


def session_days(sessions: tuple[Session, ...]) -> tuple[date, date]:
    """Return the days of the first and the last session; without sessions no day fits them."""
    days = sorted(session.held_on for session in sessions)
    return (days[0], days[-1]) if days else (date.min, date.max)


def decide_session(
    export: Export, instrument: Instrument, sessions: tuple[Session, ...]
) -> tuple[int | None, Defects]:
    """Return the session that a survey is about; None for a survey of the whole programme.

    Its folder or the workbook tells. Else an evaluation belongs to the session on whose day
    every response was sent in.
    """
    if export.session is not None or instrument is not Instrument.EVALUATION:
        return export.session, Defects()
    days = set(sending_days(export))
    held = [session.number for session in sessions if {session.held_on} == days]
    if len(held) != 1:
        return None, Defects(tables=(problem("session-unknown", export.place()),))
    (number,) = held
    return number, Defects(notes=(problem("session-by-date", export.place(), session=number),))


def sending_days(export: Export) -> list[date]:
    """Return the days on which responses were sent in, first to last; empty if any is unknown."""
    days = {moment and moment.date() for moment in export.responses.moments}
    return sorted(day for day in days if day) if None not in days else []
