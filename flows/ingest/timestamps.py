"""Timestamps as survey tools write them, local time without zone."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from flows.programme.headers import display
from flows.programme.sheets import CellValue

HALF = r"[ap]\.?m\.?|[fe]\.?m\.?|[ai]p\.?|vorm\.?|nachm\.?"
"""Before or after noon: "PM", "p.m.", Swedish "em", Finnish "ip.", German "nachm."."""

ZONE = r" ?(?:[a-z]+/[a-z_]+|[a-z]{0,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)"
TIMESTAMP = re.compile(
    r"(?P<first>\d{1,4})(?P<separator>[-/.])(?P<second>\d{1,2})[-/.](?P<third>\d{1,4})"
    r"(?:[T ,]+(?:klo?\.? ?)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<seconds>\d{2}))?"
    rf"(?:\.\d+)? ?(?P<half>{HALF})?(?:{ZONE})?)?",
    re.IGNORECASE,
)
"""Every shape found in real exports: dots in the time, "pm CET", "GMT+3", day or month first.

The zone is that of the account that made the form, not of the course; it is not used.
"""

WRITTEN_OUT = re.compile(
    r"(?:(?P<weekday>[a-zåäöøüß]+)\.?,? )?"
    r"(?:(?:den |am )?(?P<day>\d{1,2})\.? (?P<month>[a-zåäöø]+)\.?"
    r"|(?P<us_month>[a-z]+)\.? (?P<us_day>\d{1,2}),?),? (?P<year>\d{4})"
    r"(?:,? (?:kl\.? |um |at )?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<seconds>\d{2}))?"
    rf" ?(?P<half>{HALF})?(?:{ZONE})?)?",
    re.IGNORECASE,
)
"""Dates as Moodle and Zoom write them: "Tuesday, 24 November 2026, 6:42 PM"."""

MONTHS = (
    ("jan", "tam"),
    ("feb", "hel"),
    ("mar", "mär", "maa"),
    ("apr", "huh"),
    ("may", "maj", "mai", "tou"),
    ("jun", "kes"),
    ("jul", "hei"),
    ("aug", "elo"),
    ("sep", "syy"),
    ("oct", "okt", "lok"),
    ("nov", "marras"),
    ("dec", "dez", "des", "jou"),
)
"""How the months begin in Swedish, English, Norwegian, Danish, German and Finnish."""

AFTERNOON = ("pm", "em", "ip", "nachm")
YEAR_DIGITS = 4
LATEST_MONTH = 12
CENTURY = 2000


def parse_timestamp(value: CellValue, *, is_month_first: bool | None = None) -> datetime | None:
    """Return the moment in a cell, or None where there is none or its order is not known."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001  # local, as exported
    if not isinstance(value, str):
        return None
    match = TIMESTAMP.fullmatch(display(value))
    if match is None:
        return parse_written_out(value)
    try:
        return datetime(*date_parts(match, is_month_first), *time_parts(match))  # noqa: DTZ001  # as above
    except (ValueError, TypeError):
        return None


def parse_written_out(text: str) -> datetime | None:
    """Return the moment of a date whose month is a word, or None where it is no date."""
    match = WRITTEN_OUT.fullmatch(display(text))
    if match is None:
        return None
    month = month_number(match["month"] or match["us_month"])
    day = int(match["day"] or match["us_day"])
    try:
        return datetime(int(match["year"]), month, day, *time_parts(match))  # noqa: DTZ001  # local, as exported
    except ValueError:
        return None


def month_number(word: str) -> int:
    """Return the number of the month that `word` names, 0 where it names none."""
    key = word.casefold()
    begun = [
        (len(beginning), number)
        for number, beginnings in enumerate(MONTHS, 1)
        for beginning in beginnings
        if key.startswith(beginning)
    ]
    return max(begun, default=(0, 0))[1]


def is_written_out(value: CellValue) -> bool:
    """Tell whether the cell holds a date with its weekday and its month as words."""
    match = WRITTEN_OUT.fullmatch(display(value)) if isinstance(value, str) else None
    return (
        match is not None
        and match["weekday"] is not None
        and month_number(match["month"] or match["us_month"]) > 0
    )


def date_parts(match: re.Match[str], is_month_first: bool | None) -> tuple[int, int, int]:
    """Return year, month and day. Raises ValueError where the order cannot be told.

    Whoever writes dots between them writes the day first.
    """
    first, second, third = (int(match[name]) for name in ("first", "second", "third"))
    if len(match["first"]) == YEAR_DIGITS:
        return first, second, third
    year = third if len(match["third"]) == YEAR_DIGITS else CENTURY + third
    if match["separator"] == "." and second <= LATEST_MONTH:
        is_month_first = False
    if is_month_first is None and first != second:
        is_month_first = second > LATEST_MONTH
        if not is_month_first and first <= LATEST_MONTH:
            raise ValueError(match[0])
    return (year, first, second) if is_month_first else (year, second, first)


def time_parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Return hour, minute and second; midnight where there is no time."""
    if match["hour"] is None:
        return 0, 0, 0
    hour, half = int(match["hour"]), (match["half"] or "").replace(".", "").casefold()
    if half:
        hour = hour % 12 + (12 if half in AFTERNOON else 0)
    return hour, int(match["minute"]), int(match["seconds"] or 0)


def infer_month_first(values: Iterable[CellValue]) -> bool | None:
    """Return whether a column writes the month first, or None where its dates do not tell.

    One date beyond the twelfth settles it for the whole column; two that contradict each
    other settle nothing.
    """
    votes = set()
    for text in (value for value in values if isinstance(value, str)):
        match = TIMESTAMP.fullmatch(display(text))
        if match is None or len(match["first"]) == YEAR_DIGITS:
            continue
        first, second = int(match["first"]), int(match["second"])
        if first > LATEST_MONTH or second > LATEST_MONTH:
            votes.add(second > LATEST_MONTH)
    return votes.pop() if len(votes) == 1 else None
