"""How the header of a column names a session: by number, by word and number, or by date."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime

from flows.ingest.attended_hours import LENGTH_BEHIND
from flows.ingest.recognised import Surroundings
from flows.ingest.timestamps import parse_timestamp
from flows.programme.headers import normalise
from flows.programme.sheets import CellValue, Row, text_of
from flows.programme.typed_values import date_in, parse_date

NUMBER = re.compile(r"(?:nr\.? ?|t|s|#)?0*(\d{1,3})")
WORD_AND_NUMBER = re.compile(
    r"(?:(?:kurs|utbildnings)?(?:träff|tillfälle|tillf|dag|möte)|session|day|modul|module|workshop"
    r"|seminarium|seminar|samling|meeting|møde|møte|gang|tapaaminen|treffen)"
    r"\.?(?: ?(?:nr|no|nummer|number))?\.? ?0*(\d{1,3})(?!\d).*"
)
WEEKDAY = r"(?:mån|tis|ons|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)[a-zå]*\.?,? (?:den )?"
HOURS = r",? (?:kl\.? ?)?\d{1,2}(?:[.:]\d\d)?(?: ?[-–] ?\d{1,2}(?:[.:]\d\d)?| ?[ap]m [^\d]+)?"
DAY_AND_MONTH = re.compile(
    rf"(?:{WEEKDAY})?(\d{{1,2}})(?:/|\.? )(\d{{1,2}}|[a-zå]{{3,9}})\.?(?: (\d{{4}}))?(?:{HOURS})?"
)
"""A day without its year: "20/1", "20 jan", "ons 20 jan", "20 januari 2016 kl. 9-16"."""

DIGITS = {len("160120"): "%y%m%d", len("20160120"): "%Y%m%d"}
"""How a day is written in nothing but digits."""

NUMBER_AND_DAY = re.compile(
    rf"0*(\d{{1,3}})[\s:,(–-]+(?:\d{{4}}-\d\d-\d\d|{DAY_AND_MONTH.pattern})\)?"
)
MONTHS = ("jan", "feb", "mar", "apr", "ma[ji]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec")
PRESENCE_HEADERS = (
    "närvaro",
    "närvarande",
    "närv.",
    "på plats",
    "deltog",
    "deltagit",
    "attendance",
    "present",
    "attended",
    "tilstede",
    "til stede",
    "läsnä",
    "anwesend",
    "incheckad",
    "checked in",
)

PRESENCE = re.compile(rf"(?:{'|'.join(map(re.escape, PRESENCE_HEADERS))}) ?\??(?: ?\([^()]*\))?")
"""A header of presence, and what may stand behind it: "Närvarande (ja/nej)"."""

LIST_PRESENCE = re.compile(
    r"(?:"
    + "|".join(map(re.escape, PRESENCE_HEADERS))
    + r"|närvarade|deltagande|närvarostatus|status|attendance status|attendance mark|fremmøde"
    r"|oppmøte|läsnäolo|anwesenheit|(?:antal )?\w*timmar|hours(?: attended)?|timer|stunden|tunnit"
    r"|(?:antal )?\w*minuter|minutes(?: attended)?|minutter|minuten|minuuttia)"
    r" ?\??(?: ?\(.*\))?"
)
"""What heads the marks or the time of a long list: "Närvarande (ja/nej)", "Antal minuter"."""

SESSION_NAME = re.compile(
    r"(?:(?:kurs|utbildnings)?(?:träff|tillfälle|tillf|dag|möte|datum)|session|date|dato|modul"
    r"|module|workshop|seminarium|seminar|samling|meeting|møde|møte|gang|tapaaminen|päivämäärä"
    r"|treffen|datum|event)\.?(?: ?(?:nr|no|nummer|number|date|name))?\.?"
)
"""What heads the sessions of a long list: "Tillfälle", "Träff nr", "Datum"."""


def session_of(value: CellValue, surroundings: Surroundings) -> int | None:
    """Return the session that a header names, or None; its planned length may stand behind it.

    "Närvaro" alone is the session whose folder the file is in.
    """
    value = LENGTH_BEHIND.sub("", value) if isinstance(value, str) else value
    text = normalise(text_of(value))
    if PRESENCE.fullmatch(text):
        return surroundings.session
    number = named_number(text)
    if number is None:
        return session_on(value, surroundings)
    is_known = number in surroundings.session_numbers or not surroundings.session_dates
    return number if is_known else None


def sessions_by_row(
    rows: Iterable[Row], named: Collection[int], surroundings: Surroundings
) -> dict[int, int]:
    """Return the session of each row that has one, by the row's number.

    A cell names it by number or by day; below it, it need not be named again. Rows whose cells
    name two, or none that is known, have none.
    """
    sessions: dict[int, int] = {}
    last: int | None = None
    for row in rows:
        cells = [value for index in named if (value := row.value_at(index)) is not None]
        found = {session_of(cell, surroundings) for cell in cells} - {None}
        if cells:
            last = found.pop() if len(found) == 1 else None
        if last is not None:
            sessions[row.number] = last
    return sessions


def names_session(text: str) -> bool:
    """Tell whether a header looks like that of a session, be it one of the programme or not."""
    key = normalise(text)
    day = DAY_AND_MONTH.fullmatch(key)
    is_day = day is not None and month_number(day[2]) is not None
    return is_day or named_number(key) is not None or parse_date(text) is not None


def named_number(key: str) -> int | None:
    """Return the number in "3", "T3", "Träff 3: Tema" or "3 (12/3)", or None."""
    match = NUMBER.fullmatch(key) or WORD_AND_NUMBER.fullmatch(key) or NUMBER_AND_DAY.fullmatch(key)
    return int(match[1]) if match else None


def session_on(value: CellValue, surroundings: Surroundings) -> int | None:
    """Return the one session held on the day that a header is or says, or None."""
    days = set(days_named(value))
    held = (
        [number for number, day in surroundings.session_dates if day in days]
        if days
        else sessions_on_day(normalise(text_of(value)), surroundings)
    )
    return held[0] if len(held) == 1 else None


def days_named(value: CellValue) -> Iterator[date]:
    """Yield the days that a header with a year may mean: 2/3/2016 is two, 160302 is one."""
    text = text_of(value).strip()
    if text.isdecimal() and len(text) in DIGITS:
        with suppress(ValueError):
            yield datetime.strptime(text, DIGITS[len(text)]).date()  # noqa: DTZ007  # a day
        return
    named = date_in(value)
    if named:
        yield named
    for is_month_first in (False, True):
        moment = parse_timestamp(text, is_month_first=is_month_first)
        if moment:
            yield moment.date()


def sessions_on_day(key: str, surroundings: Surroundings) -> list[int]:
    """Return the sessions held on a day that is written without its year: "20/1", "20 jan"."""
    match = DAY_AND_MONTH.fullmatch(key)
    month = month_number(match[2]) if match else None
    if match is None or month is None:
        return []
    return [
        number
        for number, day in surroundings.session_dates
        if (day.day, day.month) == (int(match[1]), month) and match[3] in (None, str(day.year))
    ]


def month_number(text: str) -> int | None:
    """Return the month that is written as a number or by its Swedish or English name."""
    if text.isdigit():
        return int(text)
    return next((number for number, name in enumerate(MONTHS, 1) if re.match(name, text)), None)
