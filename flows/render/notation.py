"""Notation: how numbers, dates and words are written in one language.

Space in and beside numbers never breaks: 468 000 kronor, 46 %, 9 mars 2016.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from flows.aggregate.indicators import Indicator, Status, Unit
from flows.programme.languages import Bilingual, Language
from flows.programme.translations import _, translate
from flows.render.figures import Figure, bundle

LOCALES = {Language.SV: Locale("sv", "SE"), Language.EN: Locale("en", "GB")}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
NARROW_NO_BREAK_SPACE = "\N{NARROW NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"

SUPPRESSED_SIGN = ".."
NO_ANSWERS_SIGN = EN_DASH
NOT_ASKED_SIGN = "\N{MIDDLE DOT}"
NO_VARIATION_SIGN = "="
TOO_FEW_PAIRS_SIGN = "\N{DAGGER}"
REWORDED_SIGN = "\N{DOUBLE DAGGER}"
SIGNS = {
    Status.SUPPRESSED: SUPPRESSED_SIGN,
    Status.NO_ANSWERS: NO_ANSWERS_SIGN,
    Status.NOT_ASKED: NOT_ASKED_SIGN,
    Status.NO_VARIATION: NO_VARIATION_SIGN,
    Status.TOO_FEW_PAIRS: TOO_FEW_PAIRS_SIGN,
}
"""What stands where a figure has no value. Tables explain the signs that they use."""


SMALLEST_PROBABILITY = 0.001


@dataclass(frozen=True, slots=True)
class Notation:
    """The notation of `language`."""

    language: Language

    @property
    def locale(self) -> Locale:
        """The language's rules for numbers and dates."""
        return LOCALES[self.language]

    def say(self, message: str, **values: str | int | Figure) -> str:
        """Return `message` in the language with its {named} places filled."""
        words = {
            name: str(value) if isinstance(value, Figure) else value
            for name, value in values.items()
        }
        return translate(message, self.language, **words)

    def compose(self, message: str, **values: str | int | Figure) -> Figure:
        """Return `message` like `say`, with the evidence of the figures in it."""
        figures = [value for value in values.values() if isinstance(value, Figure)]
        return bundle(self.say(message, **values), figures)

    def choose(self, text: Bilingual) -> str:
        """Return `text` in the language."""
        return text.in_language(self.language)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return `value` with exactly `decimals` decimals and narrow spaces between thousands."""
        pattern = f"#,##0.{'0' * decimals}".removesuffix(".")
        rounded = round_half_up(value, decimals)
        written = format_decimal(rounded, format=pattern, locale=self.locale)
        return written.replace(NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE).replace("-", MINUS)

    def plain(self, value: float) -> str:
        """Return `value` with as many decimals, at most two, as it has."""
        shortest = (decimals for decimals in (0, 1) if round(value, decimals) == value)
        return self.number(value, next(shortest, 2))

    def change(self, value: float) -> str:
        """Return `value` as a whole number with its sign; zero has none."""
        sign = "+" if round_half_up(value) > 0 else ""
        return sign + self.number(value)

    def percent(self, fraction: float) -> str:
        """Return `fraction` in whole percent: 46 %."""
        rounded = round_half_up(fraction, decimals=2)
        return format_percent(rounded, locale=self.locale).replace("-", MINUS)

    def percent_change(self, fraction: float) -> str:
        """Return `fraction` in whole percent with its sign; zero has none."""
        sign = "+" if round_half_up(fraction, decimals=2) > 0 else ""
        return sign + self.percent(fraction)

    def points(self, value: float, decimals: int = 1) -> str:
        """Return a value in scale points."""
        return self.number(value, decimals)

    def probability(self, value: float) -> str:
        """Return a p-value with three decimals; smaller ones are said to be below 0.001."""
        if value < SMALLEST_PROBABILITY:
            return f"<{NARROW_NO_BREAK_SPACE}{self.number(SMALLEST_PROBABILITY, 3)}"
        return self.number(value, 3)

    def coefficient(self, value: float) -> str:
        """Return a correlation or a reliability with two decimals."""
        return self.number(value, 2)

    def amount(self, value_sek: float) -> str:
        """Return an amount in whole kronor with its unit."""
        return self.say(_("{amount} kronor"), amount=self.number(value_sek)).replace(
            " ", NO_BREAK_SPACE
        )

    def day(self, day: date) -> str:
        """Return `day` in words: 9 mars 2016."""
        return format_date(day, "d MMMM y", locale=self.locale).replace(" ", NO_BREAK_SPACE)

    def period(self, first: date, last: date) -> str:
        """Return the months of a period in words: november 2015 – februari 2017."""
        start, end = (format_date(day, "LLLL y", locale=self.locale) for day in (first, last))
        return f"{start} {EN_DASH} {end}"

    def short_month(self, day: date) -> str:
        """Return the first letter of the month of `day`."""
        return format_date(day, "LLLLL", locale=self.locale)

    def enumerate(self, words: Iterable[str]) -> str:
        """Return `words` as a list in a sentence: a, b och c."""
        return format_list(list(words), locale=self.locale)

    def value(self, indicator: Indicator) -> str:
        """Return an indicator's value in its unit, or the sign that stands for having none."""
        if indicator.value is None:
            return SIGNS[indicator.status]
        write = WRITERS.get(indicator.unit, Notation.number)
        return write(self, indicator.value)

    def bare_value(self, indicator: Indicator) -> str:
        """Return the value without its currency, for tables that name it in their heading."""
        if indicator.value is not None and indicator.unit is Unit.SEK:
            return self.number(indicator.value)
        return self.value(indicator)


WRITERS: dict[Unit, Callable[[Notation, float], str]] = {
    Unit.FRACTION: Notation.percent,
    Unit.RATIO: Notation.percent_change,
    Unit.POINTS: Notation.points,
    Unit.PROBABILITY: Notation.probability,
    Unit.COEFFICIENT: Notation.coefficient,
    Unit.SEK: Notation.amount,
}
"""How the values of each unit are written; the others are whole numbers."""


def round_half_up(value: float, decimals: int = 0) -> Decimal:
    """Return `value` as people round it: 2.5 is 3, and 0.125 is 0.13; never minus zero."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded or abs(rounded)
