"""Figures of the report itself: its goals, what it does not show, and the problems it tells of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flows.aggregate.goals import GoalOutcome, Verdict
from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import make_figure
from flows.aggregate.sources import fold_cells
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.problems import Problem
from flows.programme.programme import Programme


def count_goals(outcomes: tuple[GoalOutcome, ...]) -> Iterator[Indicator]:
    """Yield how many goals there are, how many were reached, and the target of each."""
    if not outcomes:
        return
    places = fold_cells(outcome.goal.place for outcome in outcomes)
    reached = sum(outcome.verdict is Verdict.REACHED for outcome in outcomes)
    yield make_figure(IndicatorName(Measure.GOALS), len(outcomes), None, places)
    yield make_figure(IndicatorName(Measure.GOALS_REACHED), reached, len(outcomes), places)
    for outcome in outcomes:
        goal, indicator = outcome.goal, outcome.indicator
        if goal.target is not None and indicator:
            name = IndicatorName(Measure.TARGET, goal.goal_id)
            target = make_figure(name, goal.target, None, fold_cells([goal.target_place]))
            yield replace(target, unit=indicator.unit)


def count_suppressed(programme: Programme, indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the smallest group that figures are shown about, and how many are not, by reason."""
    profile = programme.profile
    reasons = Counter(each.suppression for each in indicators if each.suppression)
    smallest = IndicatorName(Measure.SMALLEST_GROUP)
    places = fold_cells([profile.threshold_place])
    yield make_figure(smallest, profile.suppression_threshold, None, places)
    yield make_figure(IndicatorName(Measure.SUPPRESSED), reasons.total(), None, ())
    for reason, figures in reasons.items():
        name = IndicatorName(Measure.SUPPRESSED, answer=reason.value)
        yield make_figure(name, figures, reasons.total(), ())


def count_problems(problems: Iterable[Problem]) -> Iterator[Indicator]:
    """Yield how many places each kind of problem was found in, by code."""
    problems = tuple(problems)
    counts = Counter(problem.code for problem in problems)
    for code, count in sorted(counts.items()):
        places = fold_cells(problem.place for problem in problems if problem.code == code)
        yield make_figure(IndicatorName(Measure.PROBLEMS, answer=code), count, None, places)
