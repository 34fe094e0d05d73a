"""Placeholders: what stands between {{ and }} in a text, and the words that replace it.

`attendance_rate role=chef` is the value of an indicator in its unit, `base rose item=lead`
the number that the value is a part of, `project.grant` a fact from the programme workbook,
and `goals.reached` of `goals.count` how many goals were reached.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from flows.aggregate.evidence import EvidenceTable, number_evidence
from flows.aggregate.goals import GoalOutcome, judge_goals
from flows.aggregate.indicators import Indicator, IndicatorTable, index_indicators
from flows.programme.indicator_names import (
    IndicatorName,
    Measure,
    UnknownIndicatorNameError,
    parse_indicator_name,
)
from flows.programme.programme import Programme
from flows.render.figures import Figure
from flows.render.notation import Notation

BASE = "base "
COUNTED_FACTS = {
    "project.grant": Measure.GRANT,
    "project.co_funding": Measure.CO_FUNDING,
    "goals.count": Measure.GOALS,
    "goals.reached": Measure.GOALS_REACHED,
    "goals.partly": Measure.GOALS_PARTLY_REACHED,
}
"""Facts that are figures, with evidence."""


class UnknownPlaceholderError(ValueError):
    """Nothing is called what stands in the placeholder."""


class NoValueError(ValueError):
    """The figure exists, but has no value that may be printed."""


@dataclass(frozen=True, slots=True)
class Replacements:
    """What placeholders are replaced with; `facts` are by their whole name, as written.

    `goals` are by their id, for what the texts claim of them.
    """

    indicators: IndicatorTable
    evidence: EvidenceTable
    facts: Mapping[str, Figure]
    goals: Mapping[str, GoalOutcome]
    notation: Notation

    def figure_for(self, placeholder: str) -> Figure:
        """Return what replaces `placeholder`, written without its braces, with its evidence.

        Raises UnknownPlaceholderError or NoValueError.
        """
        if placeholder in self.facts:
            return self.facts[placeholder]
        indicator = self.find(placeholder.removeprefix(BASE))
        if indicator.value is None:
            raise NoValueError(placeholder)
        if not placeholder.startswith(BASE):
            return self.cite(self.notation.value(indicator), indicator)
        if indicator.base is None:
            raise UnknownPlaceholderError(placeholder)
        return self.cite(self.notation.number(indicator.base), indicator)

    def cite(self, words: str, indicator: Indicator) -> Figure:
        """Return `words` with the evidence of `indicator`."""
        number = self.evidence.number_of(indicator.name)
        return Figure(words, (number,) if number else ())

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
    programme: Programme, indicators: Iterable[Indicator], notation: Notation
) -> Replacements:
    """Return what the texts of one report can name."""
    project, figures = programme.project, tuple(indicators)
    outcomes, _ = judge_goals(programme, figures)
    goals = {outcome.goal.goal_id: outcome for outcome in outcomes}
    replacements = Replacements(
        index_indicators(figures), number_evidence(programme, figures), {}, goals, notation
    )
    facts = {
        "project.title": notation.choose(project.title),
        "project.registration_number": project.registration_number,
        "project.coordinator": project.coordinator,
        "project.funder": project.funder,
        "project.starts": notation.day(project.starts_on),
        "project.ends": notation.day(project.ends_on),
    }
    counted = {
        fact: replacements.figure_for(measure)
        for fact, measure in COUNTED_FACTS.items()
        if replacements.indicators.find(IndicatorName(measure))
    }
    of_goals = (fact for fact in COUNTED_FACTS if fact.startswith("goals."))
    no_goals = dict.fromkeys(of_goals, Figure(notation.number(0)))
    return replace(
        replacements,
        facts={**{name: Figure(words) for name, words in facts.items()}, **no_goals, **counted},
    )
