"""What a cell means where people and tools write the same thing in many ways."""

import json
import re
from collections.abc import Collection, Mapping

from flows.programme.headers import display, normalise
from flows.programme.sheets import CellValue, Ticks, text_of

SUM_WORDS = re.compile(r"(delsumma|summa|sum|subtotal|totalt?)\b")
SEPARATORS = (";", "\n", ",")
SLASH = " / "
"""What Typeform once put before each option; elsewhere it stands inside options."""
PRESENT_MARKS = frozenset(
    (
        "x",
        "1",
        "ja",
        "j",
        "närv",
        "närv.",
        "närvarande",
        "deltog",
        "deltagit",
        "deltar",
        "på plats",
        "digitalt",
        "yes",
        "y",
        "true",
        "✓",
        "✔",
        "√",
        "☑",
        "✅",
        "present",
        "attended",
        "tilstede",
        "til stede",
        "läsnä",
        "anwesend",
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
        "frånvaro",
        "anmäld frånvaro",
        "giltig frånvaro",
        "ogiltig frånvaro",
        "ej",
        "ej närvarande",
        "förhindrad",
        "uteblev",
        "avbokad",
        "cancelled",
        "canceled",
        "no show",
        "no-show",
        "sjuk",
        "sjukanmäld",
        "vab",
        "no",
        "false",
        "absent",
        "☐",
        "fravær",
        "fraværende",
        "poissa",
        "abwesend",
    )
)
TICKS = frozenset(("✓", "✔", "√", "☑", "✅"))
CROSSES = frozenset(("✗", "✘", "❌", "☒"))
UNSETTLED = "?"
"""How a mark is read that nobody can tell the meaning of, though other lists use it."""

POINTS_BEHIND = re.compile(r" \(\d+ ?/ ?\d+\)$")
"""What Moodle puts behind a mark of attendance: "P (2/2)"."""

EMOJI_VARIANT = "\ufe0f"
"""What phones put behind a sign to have it shown in colour."""


def attendance_mark(value: CellValue) -> bool | None:
    """Return whether the mark says present (blank says absent), or None for another mark."""
    mark = mark_of(value)
    if mark in PRESENT_MARKS:
        return True
    return False if mark in ABSENT_MARKS else None


def mark_of(value: CellValue) -> str:
    """Return the mark in a cell as marks are compared."""
    return POINTS_BEHIND.sub("", normalise(text_of(value)).replace(EMOJI_VARIANT, ""))


def own_marks(values: Collection[CellValue]) -> dict[str, bool | str]:
    """Return what some marks of a list say in this list, whatever they say in others.

    N is "nej" beside J and X, "närvarande" where there is nothing but F beside it, and nobody
    can tell where there are both; P and A are present and absent together, and L and E late and
    excused where Moodle's points stand behind them; a cross says absent beside ticks, and a
    crossed box present beside an empty one.
    """
    marks = {mark_of(value) for value in values} - {""}
    own: dict[str, bool | str] = {}
    if {"p", "a"} <= marks:
        own |= {"p": True, "a": False}
    if any(POINTS_BEHIND.search(text_of(value)) for value in values):
        own |= {"p": True, "a": False, "l": True, "e": False}
    if {"n", "f"} <= marks:
        is_letter_pair = marks.isdisjoint(PRESENT_MARKS)
        own |= {"n": True, "f": False} if is_letter_pair else {"n": UNSETTLED}
    elif "f" in marks and marks & PRESENT_MARKS:
        own["f"] = False
    if marks & TICKS:
        own |= dict.fromkeys(CROSSES & marks, False)
    elif "☐" in marks:
        own |= dict.fromkeys({"☒"} & marks, True)
    return own


def is_sum(value: CellValue) -> bool:
    """Tell whether the cell begins with a word for a sum: "Summa:", "Totalt 2016"."""
    return SUM_WORDS.match(normalise(text_of(value))) is not None


def chosen_options(value: CellValue, options: Collection[str]) -> tuple[str, ...]:
    """Return the options chosen in a cell of a multiple-choice question, in the cell's order.

    Known `options` are found whole, also where their text holds a separator; what is left is
    split. Separators: semicolons (Microsoft Forms, one at the end too), line breaks, ", "
    (Google Forms), or slashes where every part is known (Typeform); or the cell is a JSON array
    (Power Automate). What was ticked in cells of
    its own is read cell by cell.
    """
    if isinstance(value, Ticks):
        return tuple(
            option for tick in value.ticks for option in chosen_options(tick.option, options)
        )
    text = text_of(value).strip()
    if text.startswith("["):
        try:
            return tuple(display(str(option)) for option in json.loads(text))
        except json.JSONDecodeError:
            pass
    known = {normalise(option): display(option) for option in options}
    if SLASH in f" {text}":
        slashed = split_at(SLASH, f" {text}", known)
        if known_share(slashed, known) == 1:
            return slashed
    splits = [split_at(sign, text, known) for sign in SEPARATORS if sign in text]
    return max(splits or [split_at(",", text, known)], key=lambda split: known_share(split, known))


def split_at(separator: str, text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the parts of `text`, those joined again that together are one known option."""
    parts = [shown for part in text.split(separator) if (shown := display(part))]
    chosen: list[str] = []
    while parts:
        ends = range(len(parts), 0, -1)
        joined = ((end, normalise(f"{separator} ".join(parts[:end]))) for end in ends)
        end, option = next(
            ((end, known[key]) for end, key in joined if key in known), (1, parts[0])
        )
        chosen.append(option)
        parts = parts[end:]
    return tuple(chosen)


def known_share(chosen: tuple[str, ...], known: Mapping[str, str]) -> float:
    """Return which share of the chosen options is known; the first of equal splits is kept."""
    return sum(normalise(option) in known for option in chosen) / max(len(chosen), 1)
