"""Pairs: one person's answers to one item in two waves."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.validate.dataset import Answer

DUST_DECIMALS = 9
"""Beyond them stands what binary fractions leave: 2.3 − 1.2 and 3.3 − 2.2 are the same change."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's two valid answers to one item, in scale points."""

    role: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """After minus before, in scale points."""
        return round(self.after - self.before, DUST_DECIMALS)


def pair_answers(before: Sequence[Answer], after: Sequence[Answer]) -> list[Pair]:
    """Return the pairs of everybody with a valid answer in both waves, in the order of `after`."""
    answers_before = {
        answer.respondent.identity: answer for answer in before if answer.value is not None
    }
    pairs = []
    for answer in after:
        earlier = answers_before.get(answer.respondent.identity)
        if earlier and earlier.value is not None and answer.value is not None:
            role = answer.respondent.role or earlier.respondent.role
            pairs.append(Pair(role, earlier.value, answer.value))
    return pairs
