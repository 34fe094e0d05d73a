"""The adversary: reads published figures, writes them down as bounds, and asks a solver."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from flows.aggregate.indicators import Indicator
from tests.disclosure_attack.links import LARGEST_COUNT, Bound, link, ones
from tests.disclosure_attack.readings import read
from tests.disclosure_attack.unknowns import Shape, Unknown

SOLVED, INFEASIBLE = 0, 2
FRACTIONS_ALLOWED, WHOLE_NUMBERS = 0, 1
TOLERANCE = 1e-4


@dataclass(frozen=True, slots=True)
class Question:
    """A count that is asked after, its true value, and how many possible values are enough."""

    counted: tuple[Unknown, ...]
    truth: int
    enough: int


class Adversary:
    """Somebody who knows `published`, a publication for each time, and wants to know more.

    Also known: people only answer, and no answer is taken back between two submissions;
    nobody answers twice in a session; and `facts`, what else anybody can know. Every solution
    is a programme that may be the true one, and tells a possible value of every count that is
    asked after.
    """

    def __init__(
        self,
        shape: Shape,
        unknowns: Sequence[Unknown],
        published: Sequence[Iterable[Indicator]],
        questions: Sequence[Question],
        facts: Iterable[Bound] = (),
    ) -> None:
        bounds = [*link(shape, unknowns), *facts]
        for time, indicators in enumerate(published):
            present = [unknown for unknown in unknowns if unknown.time == time]
            for indicator in indicators:
                bounds += read(indicator, present)
        bounds = [bound for bound in bounds if bound.terms]
        names = (unknown for bound in bounds for unknown, _ in bound.terms)
        self.position = {each: n for n, each in enumerate(dict.fromkeys((*unknowns, *names)))}
        self.questions = questions
        self.counting = self.as_matrix([ones(question.counted) for question in questions])
        self.matrix = vstack(
            [self.as_matrix([bound.terms for bound in bounds]), self.counting], format="csr"
        )
        self.lows = np.array([bound.low for bound in bounds], dtype=float)
        self.highs = np.array([bound.high for bound in bounds], dtype=float)
        self.possible: list[set[int]] = [{question.truth} for question in questions]
        assert not questions or self.is_possible(0, questions[0].truth), "the truth is possible"

    def as_matrix(self, sums: Sequence[Sequence[tuple[Unknown, float]]]) -> csr_array:
        """Return `sums` as a matrix with a column for each unknown."""
        factors = [factor for terms in sums for _, factor in terms]
        columns = [self.position[unknown] for terms in sums for unknown, _ in terms]
        numbers = [number for number, terms in enumerate(sums) for _ in terms]
        return csr_array((factors, (numbers, columns)), (len(sums), len(self.position)))

    def is_possible(self, number: int, value: int) -> bool:
        """Tell whether everything known agrees with the count of a question being `value`."""
        asked_low = np.zeros(len(self.questions))
        asked_high = np.full(len(self.questions), np.inf)
        asked_low[number] = asked_high[number] = value
        known = LinearConstraint(
            self.matrix,
            np.concatenate([self.lows, asked_low]),
            np.concatenate([self.highs, asked_high]),
        )
        people = self.solve(known)
        if people is None:
            return False
        for values, count in zip(self.possible, self.counting @ people, strict=True):
            values.add(round(count))
        return True

    def solve(self, known: LinearConstraint) -> np.ndarray | None:
        """Return whole numbers of people that agree with what is `known`, None without any.

        Fractions of people are much faster to find. Where there are none, there are no whole
        numbers; and where there are some, they often are whole.
        """
        for numbers in (FRACTIONS_ALLOWED, WHOLE_NUMBERS):
            found = milp(
                np.zeros(len(self.position)),
                constraints=known,
                integrality=np.full(len(self.position), numbers),
                bounds=Bounds(0, LARGEST_COUNT),
            )
            assert found.status in (SOLVED, INFEASIBLE), found.message
            if found.status == INFEASIBLE:
                return None
            people = np.round(found.x)
            sums = known.A @ people
            if np.all(sums >= known.lb - TOLERANCE) and np.all(sums <= known.ub + TOLERANCE):
                return people
        raise AssertionError("the solver's whole numbers do not agree with what is known")

    def count_values(self, number: int) -> int:
        """Return how many values the count of a question may have, as far as enough.

        The search goes out from the truth.
        """
        values, question = self.possible[number], self.questions[number]
        for step in (1, -1):
            value = question.truth + step
            while len(values) < question.enough and value >= 0:
                if value not in values and not self.is_possible(number, value):
                    break
                value += step
        return len(values)
