"""Figures of the report itself: its goals, what it does not show, and the problems it tells of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flows.aggregate.goals import GoalOutcome, Verdict
from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import make_figure
from flows.aggregate.sources import fold_cells
from flows.programme.goals import Goal
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.problems import Problem
from flows.programme.programme import Programme


def count_goals(outcomes: tuple[GoalOutcome, ...]) -> Iterator[Indicator]:
    """Yield how many goals there are, how many were reached or partly, and the targets of each."""
    if not outcomes:
        return
    places = fold_cells(outcome.goal.place for outcome in outcomes)
    verdicts = Counter(outcome.verdict for outcome in outcomes)
    yield make_figure(IndicatorName(Measure.GOALS), len(outcomes), None, places)
    for measure, verdict in (
        (Measure.GOALS_REACHED, Verdict.REACHED),
        (Measure.GOALS_PARTLY_REACHED, Verdict.PARTLY_REACHED),
    ):
        yield make_figure(IndicatorName(measure), verdicts[verdict], len(outcomes), places)
    for outcome in outcomes:
        if outcome.indicator:
            for target in list_targets(outcome.goal):
                yield replace(target, unit=outcome.indicator.unit)


def list_targets(goal: Goal) -> Iterator[Indicator]:
    """Yield each number that the rule of a goal holds its outcome against."""
    for measure, target, place in (
        (Measure.TARGET, goal.target, goal.target_place),
        (Measure.UPPER_TARGET, goal.upper_target, goal.upper_target_place),
        (Measure.PARTLY_TARGET, goal.partly_target, goal.partly_target_place),
    ):
        if target is not None:
            yield make_figure(
                IndicatorName(measure, goal.goal_id), target, None, fold_cells([place])
            )


def count_suppressed(programme: Programme, indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the smallest group that figures are shown about, and how many are not, by reason.

    It is also the fewest values that a hidden count keeps, where totals that tell are hidden.
    """
    profile = programme.profile
    reasons = Counter(each.suppression for each in indicators if each.suppression)
    smallest = IndicatorName(Measure.SMALLEST_GROUP)
    places = fold_cells([profile.threshold_place])
    yield make_figure(smallest, profile.suppression_threshold, None, places)
    if profile.hides_telling_totals:
        fewest = IndicatorName(Measure.FEWEST_VALUES)
        yield make_figure(fewest, profile.suppression_threshold, None, places)
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
