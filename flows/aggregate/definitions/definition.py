"""The definition of a measure: its unit, what it counts on which base, and how."""

from dataclasses import dataclass

from flows.aggregate.indicators import Unit


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure's unit, in a sentence or two what it counts and on which base, and its formula.

    The formula is made of the words of the report: count(valid answers = the answer).
    """

    unit: Unit
    sentence: str
    formula: str
