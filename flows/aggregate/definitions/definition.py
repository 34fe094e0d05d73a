"""The definition of a measure: its unit, and what it counts on which base."""

from dataclasses import dataclass

from flows.aggregate.indicators import Unit


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure's unit, and in one or two sentences what it counts and on which base."""

    unit: Unit
    sentence: str
