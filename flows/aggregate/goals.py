"""Goals held against their outcomes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.aggregate.indicators import Indicator, IndicatorTable, Status, index_indicators
from flows.aggregate.vocabulary import find_unknown_word
from flows.programme.goals import Comparison, Goal, outcomes_reaching
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme


class Verdict(StrEnum):
    """Whether a goal was reached."""

    REACHED = "reached"
    PARTLY_REACHED = "partly reached"
    NOT_REACHED = "not reached"
    NOT_JUDGED = "not judged"


class Hindrance(StrEnum):
    """Why a goal cannot be judged."""

    NO_INDICATOR = "no indicator"
    NO_TARGET = "no target"
    NO_VALUE = "no value"  # not asked, not answered, or in no export
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """One goal with the indicator that it names and the verdict on it.

    `indicator` is None where the goal names none, or one that no export has given. There is a
    `hindrance` where the verdict is NOT_JUDGED, and nowhere else.
    """

    goal: Goal
    indicator: Indicator | None
    verdict: Verdict
    hindrance: Hindrance | None = None


def judge_goals(
    programme: Programme, indicators: Iterable[Indicator]
) -> tuple[tuple[GoalOutcome, ...], tuple[Problem, ...]]:
    """Return the outcome of every goal, in their order, and the goals that cannot be judged."""
    table = index_indicators(indicators)
    outcomes = tuple(judge_goal(goal, table) for goal in programme.goals)
    problems = (found for outcome in outcomes for found in check_outcome(outcome, programme))
    return outcomes, tuple(problems)


def judge_goal(goal: Goal, table: IndicatorTable) -> GoalOutcome:
    """Return the verdict on `goal`: the unrounded value of its indicator against its rule."""
    indicator = table.find(goal.indicator) if goal.indicator else None
    hindrance = find_hindrance(goal, indicator)
    if hindrance or indicator is None or indicator.value is None:
        return GoalOutcome(goal, indicator, Verdict.NOT_JUDGED, hindrance)
    return GoalOutcome(goal, indicator, judge_value(indicator.value, goal))


def find_hindrance(goal: Goal, indicator: Indicator | None) -> Hindrance | None:
    """Return why `goal`, whose outcome is `indicator`, cannot be judged; None where it can."""
    if goal.indicator is None:
        return Hindrance.NO_INDICATOR
    if indicator and indicator.status is Status.SUPPRESSED:
        return Hindrance.SUPPRESSED
    if indicator is None or indicator.value is None:
        return Hindrance.NO_VALUE
    is_open = goal.comparison is Comparison.BETWEEN and goal.upper_target is None
    return Hindrance.NO_TARGET if goal.target is None or is_open else None


def judge_value(value: float, goal: Goal) -> Verdict:
    """Return the verdict on an outcome: both ends of what the rule allows are allowed.

    What counts as partly reached stretches from there to the goal's `partly_target`.
    """
    if goal.target is None:
        return Verdict.NOT_JUDGED
    lowest, highest = outcomes_reaching(goal.comparison, goal.target, goal.upper_target)
    if lowest <= value <= highest:
        return Verdict.REACHED
    bound = goal.partly_target
    if bound is not None and min(lowest, bound) <= value <= max(highest, bound):
        return Verdict.PARTLY_REACHED
    return Verdict.NOT_REACHED


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
