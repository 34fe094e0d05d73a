"""What a cell means where people and tools write the same thing in many ways."""

import json
from collections.abc import Iterable

from flows.programme.headers import display, normalise
from flows.programme.sheets import CellError, CellValue, text_of
from flows.programme.typed_values import parse_number

PRESENT_MARKS = frozenset(
    (
        "x",
        "1",
        "ja",
        "j",
        "närv",
        "närv.",
        "närvarande",
        "n-d",
        "yes",
        "y",
        "true",
        "✓",
        "✔",
        "√",
        "present",
    )
)
ABSENT_MARKS = frozenset(
    (
        "",
        "0",
        "-",
        "–",
        "—",
        "nej",
        "n",
        "frånv",
        "frånv.",
        "frånvarande",
        "sjuk",
        "no",
        "false",
        "absent",
    )
)


def attendance_mark(value: CellValue) -> bool | None:
    """Return whether the mark says present (blank says absent), or None for another mark."""
    mark = normalise(text_of(value))
    if mark in PRESENT_MARKS:
        return True
    return False if mark in ABSENT_MARKS else None


def number_in(value: CellValue) -> float | None:
    """Return the number in a cell, typed or text with decimal comma, or None."""
    if isinstance(value, bool) or value is None or isinstance(value, CellError):
        return None
    if isinstance(value, int | float):
        return float(value)
    return parse_number(text_of(value))


def chosen_options(value: CellValue, options: Iterable[str]) -> tuple[str, ...]:
    """Return the options chosen in a cell of a multiple-choice question, in the cell's order.

    Known `options` are found whole, also where their text holds the separator; what is left
    is split. Separators: semicolons (Microsoft Forms, one at the end too), ", " (Google
    Forms), a JSON array (Power Automate), or line breaks.
    """
    text = text_of(value).strip()
    if text.startswith("["):
        try:
            return tuple(display(str(option)) for option in json.loads(text))
        except json.JSONDecodeError:
            pass
    separator = next((sign for sign in (";", "\n") if sign in text), ",")
    parts = [display(part) for part in text.split(separator)]
    known = {normalise(option): display(option) for option in options}
    return tuple(join_known([part for part in parts if part], known, separator))


def join_known(parts: list[str], known: dict[str, str], separator: str) -> list[str]:
    """Return the parts, those joined again that together are one known option."""
    joiner = f"{separator} "
    chosen: list[str] = []
    start = 0
    while start < len(parts):
        ends = range(len(parts), start, -1)
        whole = ((end, known.get(normalise(joiner.join(parts[start:end])))) for end in ends)
        end, option = next(
            ((end, found) for end, found in whole if found), (start + 1, parts[start])
        )
        chosen.append(option)
        start = end
    return chosen
