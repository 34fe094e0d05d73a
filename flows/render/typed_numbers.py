"""Numbers typed by hand in a text: what each may be read as, its unit, and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from unicodedata import numeric

from flows.programme.indicator_names import Measure
from flows.programme.places import Place
from flows.programme.text_vocabulary import (
    BEFORE_YEARS,
    ENGLISH_MONTHS,
    NUMBERED,
    SCALE_ENDS,
    SWEDISH_MONTHS,
)
from flows.programme.vocabularies import COUNTED_NOUNS
from flows.render.paragraphs import Paragraph, blank


class NumberKind(StrEnum):
    """What the sign or the word after a number makes of it."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    PART = "part"  # 3/4 of something


UNITS = tuple(
    (re.compile(rf"\s?(?:{words})", re.IGNORECASE), kind, Decimal(factor))
    for words, kind, factor in (
        (r"%|(?:procent|per\s?cent)\b", NumberKind.PERCENT, "0.01"),
        (
            r"(?:mkr|mnkr|msek|(?:miljon(?:er)?|million)\s(?:kr|kronor|sek))\b",
            NumberKind.MONEY,
            "1e6",
        ),
        (r"(?:tkr|kkr|ksek|(?:tusen|thousand)\s(?:kr|kronor|sek))\b", NumberKind.MONEY, "1e3"),
        (r"(?:kr|kronor|sek)\b|:-", NumberKind.MONEY, "1"),
        (r"(?:miljon(?:er)?|million)\b", NumberKind.COUNT, "1e6"),
        (r"(?:tusen|thousand)\b", NumberKind.COUNT, "1e3"),
        (r"(?:st|stycken)\b\.?", NumberKind.COUNT, "1"),
    )
)
"""Each unit with its kind, and what one of it is in the unit of the figures."""

GAP = r"[\s*_]+(?:(?:st|stycken)\b\.?\s+)?"
NOUNS = tuple(
    (measure, re.compile(rf"(?:{GAP})(?:{words})\b", re.IGNORECASE))
    for measure, words in COUNTED_NOUNS
)
COUNTS_SOMETHING = (
    rf"(?:\s?(?:%|procent|kr|kronor|sek|tkr)\b|\s?%"
    rf"|{GAP}(?:{'|'.join(words for _measure, words in COUNTED_NOUNS)})\b)"
)

SPACE = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
NUMBER = re.compile(
    rf"(?P<sign>(?<![^\s(])[-\N{{MINUS SIGN}}\N{{EN DASH}}+])?"
    rf"(?P<currency>(?<!\w)(?:SEK|kr){SPACE})?"
    rf"(?<![^\W_])(?<![.,:/])(?<![^\W\d_]-)"
    rf"(?P<digits>\d+(?:{SPACE}\d{{3}})*(?:[.,]\d+)*)(?!\d)"
)
NO_NUMBER = re.compile(r"[^\W_]|[:/]\d|:[aes]\b|-[^\W\d]")
"""What after digits says that they are a part of a word, an ordinal, a time or a path."""

PART = re.compile(
    rf"(?<![\w.,:/-])(?:(\d{{1,3}})/(\d{{1,3}})|([½⅓⅔¼¾⅕⅖⅗⅘]))(?={SPACE}+(?:av|of)\b|{COUNTS_SOMETHING})"
)
RANGE_BEFORE = re.compile(r"\d(?:\s?[–—-]\s?|\s+(?:till|to|och|and|eller|or)\s+)$")

NOT_COUNTED = tuple(
    re.compile(words, re.IGNORECASE | re.MULTILINE)
    for words in (
        r"^\s*\d+[.)]\s",  # the number of a list item
        rf"^\s*#+\s*\d+(?:\.\d+)*\.?(?!{COUNTS_SOMETHING})(?=\s)",  # and of a heading
        r"\(https?:[^)]*\)|\]\([^)]*\)|https?:\S+",
        r"\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[./]\d{1,2}[./ ](?:19|20)?\d{2}\b",
        rf"\b\d{{1,2}}\s+(?:{SWEDISH_MONTHS}|{ENGLISH_MONTHS})\b(?:\s+\d{{4}})?",
        rf"\b(?:{ENGLISH_MONTHS})\s\d{{1,2}}(?:,?\s\d{{4}}|(?=[.,;)]))",
        r"\b(?:19|20)\d{2}-\d{3,6}\b",  # registration numbers of other projects
        r"\b0\d{1,3}-\d{2,3}(?:\s\d{2,3}){1,3}\b",  # telephone numbers
        rf"\b(?:{BEFORE_YEARS})\s(?:19|20)\d{{2}}\b",
        rf"\b(?:19|20)\d{{2}}\b(?!{COUNTS_SOMETHING})",
        r"\bkl\.?\s*\d{1,2}(?:[.:]\d{2})?(?:\s?[–-]\s?\d{1,2}(?:[.:]\d{2})?)?",
        r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:a\.?m|p\.?m)\b",
        rf"\b(?:{SCALE_ENDS})\s+\d+\s*(?:[–—-]|till|to)\s*\d+",
        r"\b\d+\s?[–-]\s?\d+[-\s](?:skala|scale)",
        rf"(?:\b(?:{NUMBERED})\.?\s|§\s?)\d+(?:\.\d+)*\b(?!{COUNTS_SOMETHING})",
    )
)
"""Numbers that name something, such as dates, sessions and pages: none of them counts anything."""


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number in a text, in the `words` in which it stands there, and its line.

    `readings` are the numbers that it may be: 1.500 is one and a half, or fifteen hundred. Each
    has as many decimals as were typed. `factor` is what one of its unit is in the figures', and
    `counted` the measure that the noun after it names. `end` is where it ends in its paragraph.
    """

    words: str
    readings: tuple[Decimal, ...]
    kind: NumberKind
    factor: Decimal
    has_sign: bool
    counted: Measure | None
    place: Place
    end: int
    whole: int = 0
    """The number that it is a part of, in 3/4."""


def find_typed_numbers(
    prose: str, paragraph: Paragraph, registration_number: str
) -> Iterator[TypedNumber]:
    """Yield the numbers in `prose`, the paragraph with blanks for placeholders and marks.

    In a heading only those count that have a unit or a noun.
    """
    if registration_number:
        prose = prose.replace(registration_number, blank(registration_number))
    counting = prose
    for names in NOT_COUNTED:
        counting = names.sub(lambda found: blank(found[0]), counting)
    for part in PART.finditer(counting):
        yield read_part(part, paragraph.place_at(counting, part.start()))
    counting = PART.sub(lambda found: blank(found[0]), counting)
    for found in NUMBER.finditer(counting):
        typed = read_number(counting, found, paragraph.place_at(counting, found.start()))
        is_named = typed and (typed.counted or typed.kind is not NumberKind.COUNT)
        if typed and (is_named or not is_heading(prose, found.start())):
            yield typed


def is_heading(prose: str, position: int) -> bool:
    """Tell whether the line at `position` in `prose` is a heading."""
    return prose[prose.rfind("\n", 0, position) + 1 :].lstrip().startswith("#")


def read_part(found: re.Match[str], place: Place) -> TypedNumber:
    """Return a part of a whole, such as 3/4."""
    if found[3]:
        part = Fraction(numeric(found[3])).limit_denominator(10)
        number, whole = part.numerator, part.denominator
    else:
        number, whole = int(found[1]), int(found[2])
    return TypedNumber(
        words=found[0],
        readings=(Decimal(number),),
        kind=NumberKind.PART,
        factor=Decimal(1),
        has_sign=False,
        counted=None,
        place=place,
        end=found.end(),
        whole=whole,
    )


def read_number(text: str, found: re.Match[str], place: Place) -> TypedNumber | None:
    """Return the number `found` in `text` with the unit and the noun after it, or None."""
    end, kind, factor = found.end(), NumberKind.COUNT, Decimal(1)
    for unit, its_kind, its_factor in UNITS:
        after = unit.match(text, found.end())
        if after:
            end, kind, factor = after.end(), its_kind, its_factor
            break
    else:
        if NO_NUMBER.match(text, end):
            return None
    if found["currency"]:
        kind = NumberKind.MONEY
    is_range = RANGE_BEFORE.search(text[: found.start()]) is not None
    nouns = (measure for measure, noun in NOUNS if noun.match(text, end))
    is_counted = kind is NumberKind.COUNT and not is_range
    return TypedNumber(
        words=" ".join(text[found.start() : end].split()),
        readings=tuple(read_digits(found["digits"], is_negative=found["sign"] not in (None, "+"))),
        kind=kind,
        factor=factor,
        has_sign=bool(found["sign"]),
        counted=next(nouns, None) if is_counted else None,
        place=place,
        end=end,
    )


def read_digits(digits: str, *, is_negative: bool) -> Iterator[Decimal]:
    """Yield what `digits` may be: signs between them part thousands or decimals."""
    plain = re.sub(r"\s", "", digits)
    grouped = re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", plain)
    candidates = [re.sub(r"[.,]", "", plain)] if grouped else []
    *whole, decimals = re.split(r"[.,]", plain)
    if not whole:
        candidates.append(plain)
    elif len(whole) == 1 or all(len(group) == len("000") for group in whole[1:]):
        candidates.append(f"{''.join(whole)}.{decimals}")
    for candidate in candidates:
        yield Decimal(candidate).copy_negate() if is_negative else Decimal(candidate)
