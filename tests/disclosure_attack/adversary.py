"""The adversary: reads published figures, writes them down as equations, and asks a solver.

Figures in the reports, charts and alternative texts are roundings of those in indicators.json,
in either language, so whoever has the file has them all. The night's page over all programmes
prints no figure of any.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from flows.aggregate.indicators import Indicator, Status
from flows.programme.indicator_names import IndicatorName, Measure
from tests.disclosure_attack.unknowns import (
    FAVOURABLE,
    Kind,
    Unknown,
    find_counted,
    is_in,
    is_pair,
)

SOLVED, INFEASIBLE = 0, 2
LARGEST_COUNT = 100

Term = tuple[Unknown, float]


class Adversary:
    """Somebody who knows `published`, a publication for each time, and wants to know more.

    Also known: people only answer, and no answer is taken back between two submissions;
    nobody answers twice in a session.
    """

    def __init__(
        self, unknowns: Sequence[Unknown], published: Sequence[Iterable[Indicator]]
    ) -> None:
        self.unknowns = unknowns
        self.position = {unknown: number for number, unknown in enumerate(unknowns)}
        self.rows: list[list[Term]] = []
        self.lows: list[float] = []
        self.highs: list[float] = []
        for time, indicators in enumerate(published):
            present = [unknown for unknown in unknowns if unknown.time == time]
            for indicator in indicators:
                self.read(indicator, present)
            self.limit(present)
        self.remember(unknowns)

    def read(self, indicator: Indicator, unknowns: Sequence[Unknown]) -> None:
        """Write down what one published figure says, of its value and of its base."""
        name, value, base = indicator.name, indicator.value, indicator.base
        valid = IndicatorName(Measure.ANSWERS, name.item, group=name.group)
        if indicator.status is Status.NO_ANSWERS and name.measure is Measure.MEAN:
            self.equal(ones(find_counted(valid, unknowns)), 0)
        if value is None:
            return
        self.equal(ones(find_counted(name, unknowns)), value)
        if name.measure in (Measure.MEAN, Measure.SHARE_FAVOURABLE) and base is not None:
            counted = find_counted(valid, unknowns)
            self.equal(ones(counted), base)
            self.equal([(each, worth(each, name)) for each in counted], value * base)
        if name.measure is Measure.PRESENT and base is not None:
            marked = (each for each in unknowns if each.kind is Kind.MARKS)
            self.equal(ones(each for each in marked if is_in(each, name.group)), base)

    def limit(self, unknowns: Sequence[Unknown]) -> None:
        """Write down that in a session nobody of a role answers, or is marked, twice."""
        members: dict[tuple[str, str], Unknown] = {
            (each.role, each.organisation_type): each
            for each in unknowns
            if each.kind is Kind.PEOPLE
        }
        marked: dict[tuple[str, str, int], list[Term]] = {}
        replied: dict[tuple[str, int], list[Term]] = {}
        for each in unknowns:
            if each.kind is Kind.MARKS:
                key = (each.role, each.organisation_type, each.session)
                marked.setdefault(key, []).append((each, 1))
            if each.kind is Kind.REPLIES and each.role:
                replied.setdefault((each.role, each.session), []).append((each, 1))
        for (role, kind, _session), terms in marked.items():
            self.between([*terms, (members[role, kind], -1)], -LARGEST_COUNT, 0)
        for (role, _session), terms in replied.items():
            of_role = [(each, -1.0) for (found, _), each in members.items() if found == role]
            self.between([*terms, *of_role], -LARGEST_COUNT, 0)

    def remember(self, unknowns: Iterable[Unknown]) -> None:
        """Write down that what was answered at the earlier submission still is."""
        earlier: dict[tuple[object, ...], Unknown] = {}
        for each in sorted(unknowns, key=lambda unknown: unknown.time):
            key = (each.kind, each.role, each.session, each.organisation_type)
            key = (*key, each.before, each.after, each.answer)
            if each.kind is Kind.MOVES and not is_pair(each):
                continue
            before = earlier.setdefault(key, each)
            if before is not each:
                most_new = 0 if each.kind is Kind.PEOPLE else LARGEST_COUNT
                self.between([(each, 1), (before, -1)], 0, most_new)

    def equal(self, terms: list[Term], value: float) -> None:
        """Write down that `terms` add up to `value`; none are of another table."""
        if terms:
            self.between(terms, value - 1e-6, value + 1e-6)

    def between(self, terms: list[Term], low: float, high: float) -> None:
        """Write down that `terms` add up to something from `low` to `high`."""
        self.rows.append(terms)
        self.lows.append(low)
        self.highs.append(high)

    @cached_property
    def equations(self) -> csr_array:
        """What is known, as a matrix with a row for each equation."""
        return self.matrix(self.rows)

    def matrix(self, rows: Sequence[Sequence[Term]]) -> csr_array:
        """Return `rows` as a matrix with a column for each unknown."""
        factors = [factor for terms in rows for _, factor in terms]
        columns = [self.position[unknown] for terms in rows for unknown, _ in terms]
        numbers = [number for number, terms in enumerate(rows) for _ in terms]
        return csr_array((factors, (numbers, columns)), (len(rows), len(self.unknowns)))

    def is_possible(self, target: list[Unknown], value: int) -> bool:
        """Tell whether everything known agrees with the count `target` being `value`."""
        matrix = vstack([self.equations, self.matrix([ones(target)])], format="csr")
        found = milp(
            np.zeros(len(self.unknowns)),
            constraints=LinearConstraint(matrix, [*self.lows, value], [*self.highs, value]),
            integrality=np.ones(len(self.unknowns)),
            bounds=Bounds(0, LARGEST_COUNT),
        )
        assert found.status in (SOLVED, INFEASIBLE), found.message
        return bool(found.status == SOLVED)

    def count_values(self, target: list[Unknown], truth: int, enough: int) -> int:
        """Return how many values the count `target` may have, as far as `enough`.

        The search goes out from the `truth`, which is always possible.
        """
        possible = 1
        for step in (1, -1):
            value = truth + step
            while possible < enough and value >= 0 and self.is_possible(target, value):
                possible += 1
                value += step
        return possible


def ones(unknowns: Iterable[Unknown]) -> list[Term]:
    """Return the sum of `unknowns`."""
    return [(unknown, 1.0) for unknown in unknowns]


def worth(unknown: Unknown, name: IndicatorName) -> float:
    """Return what one answer adds to the mean, or to the favourable share, called `name`."""
    answer = unknown.answer
    if name.group.wave:
        answer = unknown.before if name.group.wave.value == "before" else unknown.after
    if name.measure is Measure.MEAN:
        return float(answer)
    return float(answer in FAVOURABLE)
