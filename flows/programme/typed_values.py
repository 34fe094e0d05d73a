"""Numbers and dates that people type as text."""

import re
from datetime import date, datetime

DATE_SHAPES = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m %Y", "%d/%m/%Y", "%Y/%m/%d", "%Y%m%d")
"""The dates that people type as text, day before month as Swedish writes it."""


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
    return None
