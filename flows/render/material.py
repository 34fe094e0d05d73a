"""The material of a report: everything that its chapters are made of."""

from dataclasses import dataclass

from flows.aggregate.evidence import EvidenceTable
from flows.aggregate.goals import GoalOutcome
from flows.aggregate.indicators import Indicator, IndicatorTable
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import Item
from flows.programme.problems import Problem
from flows.programme.programme import Programme
from flows.programme.texts import Section
from flows.render.figures import Figure
from flows.render.notation import NOT_ASKED_SIGN, REWORDED_SIGN, Notation
from flows.render.rewordings import list_rewordings
from flows.render.run_facts import RunFacts
from flows.render.text_binding import BoundText
from flows.validate.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Material:
    """The dataset with its figures, goals, problems and texts, and how they are written."""

    dataset: Dataset
    indicators: IndicatorTable
    evidence: EvidenceTable
    goal_outcomes: tuple[GoalOutcome, ...]
    problems: tuple[Problem, ...]
    texts: tuple[BoundText, ...]
    facts: RunFacts
    notation: Notation

    @property
    def programme(self) -> Programme:
        """What the programme workbook says."""
        return self.dataset.programme

    def question(self, item: Item) -> str:
        """Return an item's wording, with a sign where it was put in other words at some time."""
        wording = self.notation.choose(item.wording)
        if list_rewordings(self.dataset, item):
            return f"{wording}\N{NO-BREAK SPACE}{REWORDED_SIGN}"
        return wording

    def word(self, word: str) -> str:
        """Return one of the programme's own words in the report's language."""
        return self.programme.word_in(self.notation.language, word)

    def prose(self, section: Section) -> str:
        """Return the HTML of a section's text, or "" where none is written."""
        return next((text.html for text in self.texts if text.section is section), "")

    def find(
        self, measure: Measure, item: str = "", answer: str = "", group: Group = EVERYBODY
    ) -> Indicator | None:
        """Return the indicator of that name, or None where there is none."""
        return self.indicators.find(IndicatorName(measure, item, answer, group))

    def value(
        self, measure: Measure, item: str = "", answer: str = "", group: Group = EVERYBODY
    ) -> float | None:
        """Return an indicator's value, or None where it has none that may be printed."""
        indicator = self.find(measure, item, answer, group)
        return indicator.value if indicator else None

    def words(
        self, measure: Measure, item: str = "", answer: str = "", group: Group = EVERYBODY
    ) -> Figure:
        """Return an indicator's value as it is printed in a table, or the sign for its lack."""
        indicator = self.find(measure, item, answer, group)
        words = self.notation.bare_value(indicator) if indicator else NOT_ASKED_SIGN
        return self.figure(words, measure, item, answer, group)

    def amount(self, measure: Measure) -> Figure:
        """Return an indicator's amount with its currency, as it stands in a sentence."""
        indicator = self.find(measure)
        return self.figure(self.notation.value(indicator) if indicator else "", measure)

    def base(
        self, measure: Measure, item: str = "", answer: str = "", group: Group = EVERYBODY
    ) -> Figure:
        """Return the number that an indicator's value is a part of, or the sign for its lack."""
        indicator = self.find(measure, item, answer, group)
        if indicator is None or indicator.base is None:
            return self.words(measure, item, answer, group)
        words = self.notation.number(indicator.base)
        return self.figure(words, measure, item, answer, group)

    def figure(
        self,
        words: str,
        measure: Measure,
        item: str = "",
        answer: str = "",
        group: Group = EVERYBODY,
    ) -> Figure:
        """Return `words` as a figure that rests on the evidence of the indicator of that name."""
        number = self.evidence.number_of(IndicatorName(measure, item, answer, group))
        return Figure(words, (number,) if number else ())
