"""Timestamps as survey tools write them, local time without zone."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from flows.programme.sheets import CellValue

TIMESTAMP = re.compile(
    r"(?P<first>\d{1,4})[-/.](?P<second>\d{1,2})[-/.](?P<third>\d{1,4})"
    r"(?:[T ,]+(?:kl\.? ?)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<seconds>\d{2}))?"
    r"(?:\.\d+)? ?(?P<half>[ap]m|fm|em)?(?: ?[a-z]{0,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)?)?",
    re.IGNORECASE,
)
"""Every shape found in real exports: dots in the time, "pm CET", "GMT+3", day or month first.

The zone is that of the account that made the form, not of the course; it is not used.
"""

AFTERNOON = ("pm", "em")
YEAR_DIGITS = 4
LATEST_MONTH = 12
CENTURY = 2000


def parse_timestamp(value: CellValue, *, is_month_first: bool | None = None) -> datetime | None:
    """Return the moment in a cell, or None where there is none or its order is not known."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001  # local, as exported
    match = TIMESTAMP.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        return datetime(*date_parts(match, is_month_first), *time_parts(match))  # noqa: DTZ001  # as above
    except (ValueError, TypeError):
        return None


def date_parts(match: re.Match[str], is_month_first: bool | None) -> tuple[int, int, int]:
    """Return year, month and day. Raises ValueError where the order cannot be told."""
    first, second, third = (int(match[name]) for name in ("first", "second", "third"))
    if len(match["first"]) == YEAR_DIGITS:
        return first, second, third
    year = third if len(match["third"]) == YEAR_DIGITS else CENTURY + third
    if is_month_first is None and first != second:
        is_month_first = second > LATEST_MONTH
        if not is_month_first and first <= LATEST_MONTH:
            raise ValueError(match[0])
    return (year, first, second) if is_month_first else (year, second, first)


def time_parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Return hour, minute and second; midnight where there is no time."""
    if match["hour"] is None:
        return 0, 0, 0
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half in AFTERNOON else 0)
    return hour, int(match["minute"]), int(match["seconds"] or 0)


def infer_month_first(values: Iterable[CellValue]) -> bool | None:
    """Return whether a column writes the month first, or None where its dates do not tell.

    One date beyond the twelfth settles it for the whole column; two that contradict each
    other settle nothing.
    """
    votes = set()
    for value in values:
        match = TIMESTAMP.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None or len(match["first"]) == YEAR_DIGITS:
            continue
        first, second = int(match["first"]), int(match["second"])
        if first > LATEST_MONTH or second > LATEST_MONTH:
            votes.add(second > LATEST_MONTH)
    return votes.pop() if len(votes) == 1 else None
