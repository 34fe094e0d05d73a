"""Attendance in hours or minutes: whether a list counts them, and whether a cell says any."""

import re
from collections.abc import Collection, Iterable
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
HOURS = re.compile(rf"(\d+(?:[.,]\d+)?) ?{UNIT}(?: ?(\d{{1,2}}) ?m(?:in\w*)?\.?)?")
MINUTES = re.compile(r"(\d{1,4}) ?min\w*\.?")
CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?")
CLOCK_TIME = re.compile(r"(?:kl\.? ?)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[apfe]\.?m\.?)?")
"""A time of the day: "9:05 AM", "kl. 9.05"."""

HOUR_WORD = re.compile(
    r"timmar\b|\btim\b|\btimer\b|\bhours?\b|\bhrs\b|\btunnit\b|\btunteina\b|stunden\b"
    r"|\(h\)|\d ?h\b|halvdagar\b|\bdagar\b|\bhalf.days\b"
)
"""What says, in a title or a header, that the cells below are time: "Kurstimmar", "6 h"."""

MINUTE_WORD = re.compile(
    r"minut(?:er)?\b|\bminutes?\b|\bminutter\b|\bminuten\b|\bminuuttia\b|\d ?min\b|\(min\.?\)"
)
"""What says there that they are minutes; "min" alone is "my" as well."""

LENGTH_BEHIND = re.compile(
    rf"[\s,(\[–-]*\b\d+(?:[.,]\d+)? ?(?:{UNIT}|min\w*\.?)\s*[)\]]?$", re.IGNORECASE
)
"""The planned length behind the name of a session: "Träff 1 (6 h)", "Träff 1 (180 min)"."""


def hours_in(value: CellValue, hours_per_unit: float = 1) -> float | None:
    """Return the hours in a cell, which are no more than a day's, or None.

    A number alone counts units of `hours_per_unit`: a sixtieth, where a list is in minutes.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, time):
        return value.hour + value.minute / MINUTES_PER_HOUR
    if isinstance(value, timedelta):
        hours: float | None = value.total_seconds() / SECONDS_PER_HOUR
    elif isinstance(value, int | float):
        hours = value * hours_per_unit
    else:
        hours = written_hours(normalise(text_of(value)), hours_per_unit)
    return hours if hours is not None and 0 <= hours <= LONGEST_DAY_HOURS else None


def written_hours(text: str, hours_per_unit: float) -> float | None:
    """Return the hours in "3,5", "6 tim", "2 h 30 min", "90 min" or "2:30", or None."""
    clock = CLOCK.fullmatch(text)
    if clock:
        return int(clock[1]) + int(clock[2]) / MINUTES_PER_HOUR
    told = HOURS.fullmatch(text)
    if told:
        return float(told[1].replace(",", ".")) + int(told[2] or 0) / MINUTES_PER_HOUR
    minutes = MINUTES.fullmatch(text)
    if minutes:
        return int(minutes[1]) / MINUTES_PER_HOUR
    number = None if "%" in text else parse_number(text)
    return None if number is None else number * hours_per_unit


def tells_hours(value: CellValue) -> bool:
    """Tell whether the cell alone says that it counts time, by its unit or its type."""
    text = normalise(text_of(value)) if isinstance(value, str) else ""
    is_timed = isinstance(value, time | timedelta)
    return is_timed or any(shape.fullmatch(text) for shape in (HOURS, CLOCK, MINUTES))


def is_presence(value: CellValue, hours_per_unit: float) -> CellValue:
    """Return whether the time in a cell is more than none; what is no time is left as it is."""
    hours = hours_in(value, hours_per_unit)
    return value if hours is None else hours > 0


def find_hours_per_unit(
    values: Iterable[CellValue], texts: Collection[str], *, is_declared: bool
) -> float | None:
    """Return the hours that a number in a list stands for, None where its cells are no time.

    The list's `texts`, its cells or a person say that they are: numbers alone may as well be
    answers. Where they are no more than 0 and 1, they are marks. Where nothing else tells,
    numbers that are too many for hours are minutes.
    """
    filled = [value for value in values if value is not None]
    if all(attendance_mark(value) is not None for value in filled):
        return None
    keys = [normalise(text) for text in texts]
    says_hours, says_minutes = (
        any(word.search(key) for key in keys) for word in (HOUR_WORD, MINUTE_WORD)
    )
    are_told = sum(map(tells_hours, filled)) >= FEWEST_HOURS_SHARE * len(filled)
    if not (says_hours or says_minutes or are_told or is_declared):
        return None
    may_be_minutes = says_minutes or (is_declared and not says_hours)
    units = (1, 1 / MINUTES_PER_HOUR) if may_be_minutes else (1,)

    def count_times(unit: float) -> int:
        return sum(hours_in(value, unit) is not None for value in filled)

    unit = max(units, key=count_times)
    return unit if count_times(unit) >= FEWEST_HOURS_SHARE * len(filled) else None


def texts_above(sheet: Sheet, header: Row) -> tuple[str, ...]:
    """Return what may say what a table counts: its sheet's name, its titles and its headers."""
    above = [row for row in sheet.rows if row.number < header.number]
    return (sheet.name, *(text_of(value) for row in (*above, header) for value in row.values))
