"""The sheets of the programme workbook, in the order in which they stand in it."""

from flows.programme.workbook_sheets.outcomes import ECONOMY, GOALS, PROFILE
from flows.programme.workbook_sheets.project import PARTICIPANTS, PROJECT, SESSIONS
from flows.programme.workbook_sheets.questions import EXPORTS, ITEMS, SCALES
from flows.programme.workbook_sheets.words import WORDS

SHEETS = (
    PROJECT,
    SESSIONS,
    PARTICIPANTS,
    ITEMS,
    SCALES,
    EXPORTS,
    GOALS,
    ECONOMY,
    PROFILE,
    WORDS,
)
