"""Goals held against their outcomes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.aggregate.aggregation import aggregate
from flows.aggregate.goals import Hindrance, Verdict, judge_goals, judge_value
from flows.aggregate.indicators import Unit
from flows.aggregate.measures import DEFINITIONS
from flows.programme.goal_checks import FRACTIONS
from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import parse_indicator_name
from flows.programme.languages import Bilingual
from flows.programme.places import Place
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import draw_dataset

REGISTER = "| key |\n| ada |\n| bo |\n| cia |\n| dan |\n| eva |"
ATTENDANCE = "| who | 1 |\n| ada | x |\n| bo | x |\n| cia | x |\n| dan | x |\n| eva | - |"


def judge(
    indicator: str,
    target: float | None,
    comparison=Comparison.AT_LEAST,
    *,
    threshold=1,
    upper: float | None = None,
    partly: float | None = None,
):
    """Return the verdict, or why there is none, and problem codes; four of five were present."""
    dataset = draw_dataset(
        register=REGISTER,
        attendance=ATTENDANCE,
        answers="| who | session | benefit |\n| ada | 1 | 4 |",
        profile=Profile(suppression_threshold=threshold),
    )
    name = parse_indicator_name(indicator) if indicator else None
    place = Place("programme.xlsx", "Mål", 2, 4)
    goal = Goal(
        "goal", Bilingual("Mål"), name, comparison, target, upper, partly, indicator_place=place
    )
    programme = replace(dataset.programme, goals=(goal,))
    (outcome,), problems = judge_goals(programme, aggregate(dataset))
    assert all(found.place == place for found in problems)
    return outcome.hindrance or outcome.verdict, [found.code for found in problems]


@pytest.mark.parametrize(
    ("comparison", "target", "upper", "partly", "verdict"),
    [
        (Comparison.AT_LEAST, 0.79, None, None, Verdict.REACHED),
        (Comparison.AT_LEAST, 0.80, None, None, Verdict.REACHED),
        (Comparison.AT_LEAST, 0.81, None, None, Verdict.NOT_REACHED),
        (Comparison.AT_LEAST, 0.81, None, 0.79, Verdict.PARTLY_REACHED),
        (Comparison.AT_LEAST, 0.82, None, 0.80, Verdict.PARTLY_REACHED),
        (Comparison.AT_LEAST, 0.82, None, 0.81, Verdict.NOT_REACHED),
        (Comparison.AT_LEAST, 0.79, None, 0.70, Verdict.REACHED),
        (Comparison.AT_MOST, 0.79, None, None, Verdict.NOT_REACHED),
        (Comparison.AT_MOST, 0.80, None, None, Verdict.REACHED),
        (Comparison.AT_MOST, 0.81, None, None, Verdict.REACHED),
        (Comparison.AT_MOST, 0.78, None, 0.79, Verdict.NOT_REACHED),
        (Comparison.AT_MOST, 0.78, None, 0.80, Verdict.PARTLY_REACHED),
        (Comparison.AT_MOST, 0.78, None, 0.81, Verdict.PARTLY_REACHED),
        (Comparison.EXACTLY, 0.79, None, None, Verdict.NOT_REACHED),
        (Comparison.EXACTLY, 0.80, None, None, Verdict.REACHED),
        (Comparison.EXACTLY, 0.81, None, None, Verdict.NOT_REACHED),
        (Comparison.EXACTLY, 0.81, None, 0.80, Verdict.PARTLY_REACHED),
        (Comparison.EXACTLY, 0.79, None, 0.80, Verdict.PARTLY_REACHED),
        (Comparison.EXACTLY, 0.79, None, 0.70, Verdict.NOT_REACHED),
        (Comparison.BETWEEN, 0.70, 0.79, None, Verdict.NOT_REACHED),
        (Comparison.BETWEEN, 0.70, 0.80, None, Verdict.REACHED),
        (Comparison.BETWEEN, 0.70, 0.81, None, Verdict.REACHED),
        (Comparison.BETWEEN, 0.79, 0.90, None, Verdict.REACHED),
        (Comparison.BETWEEN, 0.80, 0.90, None, Verdict.REACHED),
        (Comparison.BETWEEN, 0.81, 0.90, None, Verdict.NOT_REACHED),
        (Comparison.BETWEEN, 0.81, 0.90, 0.80, Verdict.PARTLY_REACHED),
        (Comparison.BETWEEN, 0.60, 0.79, 0.80, Verdict.PARTLY_REACHED),
        (Comparison.BETWEEN, 0.60, 0.70, 0.79, Verdict.NOT_REACHED),
        (Comparison.BETWEEN, 0.80, None, None, Hindrance.NO_TARGET),
    ],
)
def test_a_verdict_follows_the_rule_of_its_goal(comparison, target, upper, partly, verdict):
    """Four of five is 80 %: every bound is itself enough, and partly lies beyond the target."""
    assert judge("attendance_rate", target, comparison, upper=upper, partly=partly) == (verdict, [])


@given(st.floats(-9, 9), st.floats(-9, 9), st.sampled_from(Comparison), st.floats(-9, 9))
def test_a_bound_for_partly_never_takes_back_that_a_goal_is_reached(
    value, target, comparison, partly
):
    """It lets goals that were missed count as partly reached, and does nothing else."""
    goal = Goal("goal", Bilingual("Mål"), None, comparison, target, target + 1)
    strict = judge_value(value, goal)
    lenient = judge_value(value, replace(goal, partly_target=partly))

    assert lenient is strict or (strict, lenient) == (Verdict.NOT_REACHED, Verdict.PARTLY_REACHED)


def test_a_goal_without_indicator_or_target_is_not_judged():
    """The programme workbook is where that is told as a problem."""
    assert judge("", 0.8) == (Hindrance.NO_INDICATOR, [])
    assert judge("attendance_rate", None) == (Hindrance.NO_TARGET, [])


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ("attendance_rate session=9", "goal-indicator-unknown"),
        ("attendance_rate role=direktör", "goal-indicator-unknown"),
        ("mean item=benfit", "goal-indicator-unknown"),
        ("share item=benefit answer=6", "goal-indicator-unknown"),
        ("budget category=Resor", "goal-indicator-unknown"),
        ("share item=benefit answer=4 session=2", "goal-without-value"),
        ("missing item=skill answer=dont_know", "goal-without-value"),
        ("rose item=skill", "goal-without-value"),
        ("change_projects item=stage answer=test", "goal-without-value"),
    ],
)
def test_a_misspelt_indicator_is_told_from_one_without_a_value_yet(indicator, code):
    """The workbook says which items, sessions and groups there are; the exports may follow."""
    assert judge(indicator, 0.8) == (Hindrance.NO_VALUE, [code])


def test_a_suppressed_indicator_measures_no_goal():
    """One answer is published to nobody, not even as "reached"."""
    assert judge("mean item=benefit", 3, threshold=5) == (
        Hindrance.SUPPRESSED,
        ["goal-without-value"],
    )


def test_targets_of_all_fractions_are_checked_in_the_workbook():
    """The workbook checks targets before any figure exists; it must know each unit of 0 to 1."""
    fractions = {measure for measure, it in DEFINITIONS.items() if it.unit is Unit.FRACTION}

    assert set(FRACTIONS) == fractions
