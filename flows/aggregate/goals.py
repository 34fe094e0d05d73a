"""Goals held against their outcomes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.aggregate.indicators import Indicator, IndicatorTable, index_indicators
from flows.aggregate.vocabulary import find_unknown_word
from flows.programme.problems import Problem, problem
from flows.programme.programme import Comparison, Goal, Programme


class Verdict(StrEnum):
    """Whether a goal was reached."""

    REACHED = "reached"
    NOT_REACHED = "not reached"
    NOT_MEASURABLE = "not measurable"  # no indicator, no target, or no published value


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """One goal with the indicator that it names and the verdict on it.

    `indicator` is None where the goal names none, or one that no export has given.
    """

    goal: Goal
    indicator: Indicator | None
    verdict: Verdict


def judge_goals(
    programme: Programme, indicators: Iterable[Indicator]
) -> tuple[tuple[GoalOutcome, ...], tuple[Problem, ...]]:
    """Return the outcome of every goal, in their order, and the goals that cannot be judged."""
    table = index_indicators(indicators)
    outcomes = tuple(judge_goal(goal, table) for goal in programme.goals)
    problems = (found for outcome in outcomes for found in check_outcome(outcome, programme))
    return outcomes, tuple(problems)


def judge_goal(goal: Goal, table: IndicatorTable) -> GoalOutcome:
    """Return the verdict on `goal`: the unrounded value against the target, which may be met."""
    indicator = table.find(goal.indicator) if goal.indicator else None
    if indicator is None or indicator.value is None or goal.target is None:
        return GoalOutcome(goal, indicator, Verdict.NOT_MEASURABLE)
    if goal.comparison is Comparison.AT_LEAST:
        is_reached = indicator.value >= goal.target
    else:
        is_reached = indicator.value <= goal.target
    return GoalOutcome(goal, indicator, Verdict.REACHED if is_reached else Verdict.NOT_REACHED)


def check_outcome(outcome: GoalOutcome, programme: Programme) -> Iterator[Problem]:
    """Yield the problem of a goal whose indicator cannot exist, or has no value."""
    goal, indicator = outcome.goal, outcome.indicator
    if goal.indicator is None or (indicator and indicator.value is not None):
        return
    unknown = "" if indicator else find_unknown_word(goal.indicator, programme)
    if unknown:
        yield problem("goal-indicator-unknown", goal.indicator_place, word=unknown)
    else:
        yield problem("goal-without-value", goal.indicator_place, indicator=str(goal.indicator))
