"""Placeholders: what stands between {{ and }} in a text, and the words that replace it.

`attendance_rate role=chef` is the value of an indicator in its unit, `base rose item=lead`
the number that the value is a part of, `project.grant` a fact from the programme workbook,
and `goals.reached` of `goals.count` how many goals were reached.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from flows.aggregate.goals import GoalOutcome, Verdict
from flows.aggregate.indicators import Indicator, IndicatorTable, index_indicators
from flows.programme.indicator_names import UnknownIndicatorNameError, parse_indicator_name
from flows.programme.programme import Project
from flows.render.notation import Notation

BASE = "base "


class UnknownPlaceholderError(ValueError):
    """Nothing is called what stands in the placeholder."""


class NoValueError(ValueError):
    """The figure exists, but has no value that may be printed."""


@dataclass(frozen=True, slots=True)
class Replacements:
    """What placeholders are replaced with; `facts` are by their whole name, as written."""

    indicators: IndicatorTable
    facts: Mapping[str, str]
    notation: Notation

    def words_for(self, placeholder: str) -> str:
        """Return the words for `placeholder`, written without its braces.

        Raises UnknownPlaceholderError or NoValueError.
        """
        if placeholder in self.facts:
            return self.facts[placeholder]
        indicator = self.find(placeholder.removeprefix(BASE))
        if indicator.value is None:
            raise NoValueError(placeholder)
        if not placeholder.startswith(BASE):
            return self.notation.value(indicator)
        if indicator.base is None:
            raise UnknownPlaceholderError(placeholder)
        return self.notation.number(indicator.base)

    def find(self, name: str) -> Indicator:
        """Return the indicator called `name`. Raises UnknownPlaceholderError."""
        try:
            indicator = self.indicators.find(parse_indicator_name(name))
        except UnknownIndicatorNameError as error:
            raise UnknownPlaceholderError(name) from error
        if indicator is None:
            raise UnknownPlaceholderError(name)
        return indicator

    def nearest(self, placeholder: str) -> str:
        """Return the name nearest to an unknown `placeholder`."""
        known = [*self.facts, *map(str, self.indicators.by_name)]
        return get_close_matches(placeholder.removeprefix(BASE), known, 1, cutoff=0.0)[0]


def make_replacements(
    project: Project,
    indicators: Iterable[Indicator],
    goal_outcomes: Iterable[GoalOutcome],
    notation: Notation,
) -> Replacements:
    """Return what the texts of one report can name."""
    verdicts = [outcome.verdict for outcome in goal_outcomes]
    facts = {
        "project.title": notation.choose(project.title),
        "project.registration_number": project.registration_number,
        "project.coordinator": project.coordinator,
        "project.funder": project.funder,
        "project.grant": notation.amount(project.grant_sek),
        "project.co_funding": notation.amount(project.co_funding_sek),
        "project.starts": notation.day(project.starts_on),
        "project.ends": notation.day(project.ends_on),
        "goals.count": notation.number(len(verdicts)),
        "goals.reached": notation.number(verdicts.count(Verdict.REACHED)),
    }
    return Replacements(index_indicators(indicators), facts, notation)
