"""Attendance in hours: where a list says that it counts them, and whether a cell says any."""

import re
from collections.abc import Iterable
from datetime import time, timedelta

from flows.ingest.cell_values import attendance_mark
from flows.programme.headers import normalise
from flows.programme.sheets import CellValue, Row, Sheet, text_of
from flows.programme.typed_values import parse_number

LONGEST_DAY_HOURS = 24
"""More in one cell than a day has are no hours of one session."""

SECONDS_PER_HOUR = 3600
MINUTES_PER_HOUR = 60
FEWEST_HOURS_SHARE = 0.5

UNIT = r"(?:h|tim|timm(?:ar|e)|timer|hours?|hrs?|tuntia?|stunden?|std)\.?"
MINUTES = r"(\d{1,2}) ?m(?:in\w*)?\.?"
HOURS = re.compile(rf"(\d+(?:[.,]\d+)?) ?{UNIT}(?: ?{MINUTES})?")
CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?")
HOUR_WORD = re.compile(
    r"timmar\b|\btim\b|\btimer\b|\bhours?\b|\bhrs\b|\btunnit\b|\btunteina\b|stunden\b"
    r"|\(h\)|\d ?h\b|halvdagar\b|\bdagar\b|\bhalf.days\b"
)
"""What says, in a title or a header, that the cells below are time: "Kurstimmar", "6 h"."""

HOURS_BEHIND = re.compile(rf"[\s,(\[–-]*\b\d+(?:[.,]\d+)? ?{UNIT}\s*[)\]]?$", re.IGNORECASE)
"""The planned hours behind the name of a session: "Träff 1 (6 h)"."""


def hours_in(value: CellValue) -> float | None:
    """Return the hours in a cell, which are no more than a day's, or None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, time):
        return value.hour + value.minute / MINUTES_PER_HOUR
    if isinstance(value, timedelta):
        hours: float | None = value.total_seconds() / SECONDS_PER_HOUR
    elif isinstance(value, int | float):
        hours = float(value)
    else:
        hours = written_hours(normalise(text_of(value)))
    return hours if hours is not None and 0 <= hours <= LONGEST_DAY_HOURS else None


def written_hours(text: str) -> float | None:
    """Return the hours in "3,5", "6 tim", "2 h 30 min" or "2:30", or None."""
    clock = CLOCK.fullmatch(text)
    if clock:
        return int(clock[1]) + int(clock[2]) / MINUTES_PER_HOUR
    told = HOURS.fullmatch(text)
    if told:
        return float(told[1].replace(",", ".")) + int(told[2] or 0) / MINUTES_PER_HOUR
    return None if "%" in text else parse_number(text)


def tells_hours(value: CellValue) -> bool:
    """Tell whether the cell alone says that it counts hours, by its unit or its type."""
    text = normalise(text_of(value)) if isinstance(value, str) else ""
    is_timed = isinstance(value, time | timedelta)
    return is_timed or HOURS.fullmatch(text) is not None or CLOCK.fullmatch(text) is not None


def is_presence(value: CellValue) -> CellValue:
    """Return whether the hours in a cell are more than none; what is no hours is left as it is."""
    hours = hours_in(value)
    return value if hours is None else hours > 0


def counts_hours(values: Iterable[CellValue], texts: Iterable[str], *, is_declared: bool) -> bool:
    """Tell whether the cells of a list are hours: its `texts`, its cells or a person say so.

    Numbers alone may as well be answers. Where they are no more than 0 and 1, they are marks.
    """
    filled = [value for value in values if value is not None]
    hours = [value for value in filled if hours_in(value) is not None]
    if all(attendance_mark(value) is not None for value in filled):
        return False
    are_cells = len(hours) >= FEWEST_HOURS_SHARE * len(filled)
    are_told = sum(map(tells_hours, filled)) >= FEWEST_HOURS_SHARE * len(filled)
    is_said = is_declared or any(HOUR_WORD.search(normalise(text)) for text in texts)
    return are_cells and (are_told or is_said)


def texts_above(sheet: Sheet, header: Row) -> tuple[str, ...]:
    """Return what may say what a table counts: its sheet's name, its titles and its headers."""
    above = [row for row in sheet.rows if row.number < header.number]
    return (sheet.name, *(text_of(value) for row in (*above, header) for value in row.values))
