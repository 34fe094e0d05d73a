"""Numbers typed by hand in a text, held against the figures that they seem to mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.aggregate.indicators import Indicator
from flows.programme.indicator_names import IndicatorName
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.vocabularies import COUNTED_NOUNS
from flows.render.paragraphs import Paragraph, blank
from flows.render.placeholders import Replacements

NUMBER = re.compile(
    r"(?<![\w.,:/-])(\d+(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d{3})*(?:[.,]\d+)?)"
    r"(?![\w:/-])(\s?%|\s?procent\b|\s?per\scent\b)?(?:\s+(\w+))?"
)
MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
NOT_COUNTED = re.compile(
    rf"^\s*\d+[.)]\s|\(https?:[^)]*\)|\]\([^)]*\)|\b\d{{4}}-\d{{2}}(-\d{{2}})?\b"
    rf"|\b\d{{1,2}}\s+(?:{MONTHS})\b(?:\s+\d{{4}})?|\b(?:19|20)\d{{2}}\b|^\s*#.*",
    re.IGNORECASE,
)
"""List numbers, links, dates, years and headings: none of them counts anything."""


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number in a text as it would be printed, with the noun after it and its line.

    `end` is where it ends in its paragraph, with its unit.
    """

    words: str
    noun: str
    place: Place
    end: int


@dataclass(frozen=True, slots=True)
class JudgedNumber:
    """What is to be said of a typed number that ends at `end`, and the figure that it is.

    `figure` is None where nothing tells which figure is meant.
    """

    problem: Problem
    end: int
    figure: Indicator | None = None


def find_typed_numbers(
    prose: str, paragraph: Paragraph, registration_number: str
) -> Iterator[TypedNumber]:
    """Yield the numbers in `prose`, the paragraph with blanks for placeholders and marks."""
    if registration_number:
        prose = prose.replace(registration_number, blank(registration_number))
    counting = NOT_COUNTED.sub(lambda found: blank(found[0]), prose)
    for found in NUMBER.finditer(counting):
        words = without_spaces(found[1]) + ("%" if found[2] else "")
        place = paragraph.place_at(counting, found.start())
        yield TypedNumber(words, (found[3] or "").lower(), place, found.end(2 if found[2] else 1))


def judge_typed_numbers(
    prose: str, paragraph: Paragraph, replacements: Replacements
) -> Iterator[JudgedNumber]:
    """Yield each number typed in `prose`: it differs, is unknown, or may grow old."""
    registration_number = str(replacements.facts["project.registration_number"])
    for typed in find_typed_numbers(prose, paragraph, registration_number):
        place, number, end = typed.place, typed.words, typed.end
        meant = find_meant(typed, replacements)
        name = None if meant else names_by_words(replacements).get(number)
        if meant:
            expected = without_spaces(replacements.notation.value(meant))
            if number == expected:
                found = problem("number-typed", place, number=number, name=str(meant.name))
                yield JudgedNumber(found, end, meant)
            else:
                values = {"number": number, "expected": expected, "name": str(meant.name)}
                yield JudgedNumber(problem("number-differs", place, **values), end)
        elif name:
            yield JudgedNumber(problem("number-typed", place, number=number, name=name), end)
        else:
            yield JudgedNumber(problem("number-unsupported", place, number=number), end)


def find_meant(typed: TypedNumber, replacements: Replacements) -> Indicator | None:
    """Return the figure that the noun after a number names, where it has a value."""
    if typed.words.endswith("%"):
        return None
    for measure, beginnings in COUNTED_NOUNS:
        if typed.noun.startswith(beginnings):
            indicator = replacements.indicators.find(IndicatorName(measure))
            if indicator and indicator.value is not None:
                return indicator
    return None


def names_by_words(replacements: Replacements) -> dict[str, str]:
    """Return the name of a figure for each number that is printed of one, the general first."""
    printed: dict[str, str] = {}
    for name, indicator in replacements.indicators.by_name.items():
        if indicator.value is not None:
            words = without_spaces(replacements.notation.bare_value(indicator))
            printed.setdefault(words, str(name))
    return printed


def without_spaces(words: str) -> str:
    """Return a number without the spaces between its thousands and before its unit."""
    return re.sub(r"\s", "", words)
