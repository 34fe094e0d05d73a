"""Personal identity numbers, in columns and as keys: refused, because no funder needs them."""

import re
from collections.abc import Iterable

from flows.ingest.exports import ColumnRole, Export
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant
from flows.programme.sheets import CellValue, text_of
from flows.programme.value_columns import ValueColumn

PERSONAL_NUMBER = re.compile(
    r"""
    (?:(?:19|20)?\d{2}|\d)      # year; Excel drops the zero of 05 in a number
    -?(?:0[1-9]|1[0-2])         # month
    -?(?:[06][1-9]|[1278]\d|[39][01])  # day; a coordination number adds 60
    \s?[-+\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}]?\s?
    (?:\d{4}|[a-zåäö]{2}\d{2})  # letters stand in for a protected identity
    """,
    re.VERBOSE | re.IGNORECASE,
)
MOST = 0.5
TIMES = (ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT, ColumnRole.MODIFIED_AT)
"""A moment written without signs (202504251530) has the digits of a personal number."""


def find_personal_numbers(export: Export) -> tuple[Problem, ...]:
    """Return a problem at the header of each column where most cells are personal numbers.

    The form decides, not the check digit: a mistyped number is as personal. A mobile number
    of ten digits looks the same, and is needed as little.
    """
    return tuple(
        problem("column-personal-number", export.header_place(column))
        for column, values in zip(export.columns, export.responses.columns, strict=False)
        if column.role not in TIMES and holds_personal_numbers(values)
    )


def find_personal_keys(participants: Iterable[Participant]) -> tuple[Problem, ...]:
    """Return a problem at the row of each participant whose key is a personal number."""
    return tuple(
        problem("register-personal-number", participant.place)
        for participant in participants
        if PERSONAL_NUMBER.fullmatch(participant.key)
    )


def holds_personal_numbers(values: ValueColumn[CellValue]) -> bool:
    """Tell whether more than half of the filled cells have the form of a personal number.

    Nothing is looked at any more once half of the cells have not.
    """
    enough = (1 - MOST) * (len(values) - values.count(None))
    numbers = others = 0
    for value, count in values.count_each():
        text = text_of(value).strip()
        if PERSONAL_NUMBER.fullmatch(text):
            numbers += count
        elif text:
            others += count
            if others >= enough:
                return False
    return numbers > MOST * (numbers + others)
