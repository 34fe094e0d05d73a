"""Numbers and dates in cells, also those that people type as text."""

import re
from datetime import date, datetime

from flows.programme.headers import normalise
from flows.programme.sheets import CellError, CellValue, text_of

DATE_SHAPES = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m %Y", "%d/%m/%Y", "%Y/%m/%d", "%Y%m%d")
"""The dates that people type as text, day before month as Swedish writes it."""

DAY_IN_WORDS = re.compile(r"(?:[^\W\d]+ ){0,2}(\d{1,2}) ([a-z]{3,9})\.? (\d{4})")
MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
"""The months in Swedish and English; three letters or more of one name it."""


def parse_number(text: str) -> float | None:
    """Return the number in `text`, or None: decimal comma, spaces, "kr" and "%" allowed."""
    compact = re.sub(r"\s|kr$|sek$|:-$", "", text.strip().casefold())
    is_percentage = compact.endswith("%")
    plain = compact.rstrip("%").replace("−", "-").replace(",", ".")
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", plain):
        return None
    return float(plain) / 100 if is_percentage else float(plain)


def parse_date(text: str) -> date | None:
    """Return the date in `text`, or None."""
    for shape in DATE_SHAPES:
        try:
            return datetime.strptime(text.strip(), shape).date()  # noqa: DTZ007  # a date has no zone
        except ValueError:
            continue
    return parse_day_in_words(text)


def parse_day_in_words(text: str) -> date | None:
    """Return the date in "18 februari 2026" or "den 18 feb. 2026", or None."""
    match = DAY_IN_WORDS.fullmatch(normalise(text))
    if match is None:
        return None
    named = (
        number
        for number, names in enumerate(MONTHS, 1)
        if any(name.startswith(match[2]) for name in names)
    )
    try:
        return date(int(match[3]), next(named, 0), int(match[1]))
    except ValueError:
        return None


def number_in(value: CellValue) -> float | None:
    """Return the number in a cell, typed or text with decimal comma, or None."""
    if isinstance(value, bool | CellError) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value)
    return parse_number(text_of(value))


def date_in(value: CellValue) -> date | None:
    """Return the date in a cell, also one that is typed as text, or None."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else parse_date(text_of(value))
