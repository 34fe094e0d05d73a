"""Goals held against their outcomes."""

from dataclasses import replace

import pytest

from flows.aggregate.aggregation import aggregate
from flows.aggregate.goals import Verdict, judge_goals
from flows.aggregate.indicators import Unit
from flows.aggregate.measures import DEFINITIONS
from flows.programme.indicator_names import parse_indicator_name
from flows.programme.languages import Bilingual
from flows.programme.places import Place
from flows.programme.programme import Comparison, Goal, Profile
from flows.programme.workbook_checks import FRACTIONS
from tests.aggregate.dataset_drawing import draw_dataset

REGISTER = "| key |\n| ada |\n| bo |\n| cia |\n| dan |\n| eva |"
ATTENDANCE = "| who | 1 |\n| ada | x |\n| bo | x |\n| cia | x |\n| dan | x |\n| eva | - |"


def judge(indicator: str, target: float | None, comparison=Comparison.AT_LEAST, threshold=1):
    """Return verdict and problem codes of one goal; four of five were present."""
    dataset = draw_dataset(
        register=REGISTER,
        attendance=ATTENDANCE,
        answers="| who | session | benefit |\n| ada | 1 | 4 |",
        profile=Profile(suppression_threshold=threshold),
    )
    name = parse_indicator_name(indicator) if indicator else None
    place = Place("programme.xlsx", "Mål", 2, 4)
    goal = Goal("goal", Bilingual("Mål"), name, comparison, target, indicator_place=place)
    programme = replace(dataset.programme, goals=(goal,))
    (outcome,), problems = judge_goals(programme, aggregate(dataset))
    assert all(found.place == place for found in problems)
    return outcome.verdict, [found.code for found in problems]


@pytest.mark.parametrize(
    ("target", "comparison", "verdict"),
    [
        (0.79, Comparison.AT_LEAST, Verdict.REACHED),
        (0.80, Comparison.AT_LEAST, Verdict.REACHED),
        (0.81, Comparison.AT_LEAST, Verdict.NOT_REACHED),
        (0.79, Comparison.AT_MOST, Verdict.NOT_REACHED),
        (0.80, Comparison.AT_MOST, Verdict.REACHED),
        (0.81, Comparison.AT_MOST, Verdict.REACHED),
    ],
)
def test_a_goal_is_reached_when_its_target_is_met(target, comparison, verdict):
    """Four of five is 80 %, and exactly the target is enough."""
    assert judge("attendance_rate", target, comparison) == (verdict, [])


def test_a_goal_without_indicator_or_target_is_not_measurable():
    """Some goals no figure measures; that is no fault."""
    assert judge("", 0.8) == (Verdict.NOT_MEASURABLE, [])
    assert judge("attendance_rate", None) == (Verdict.NOT_MEASURABLE, [])


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
    assert judge(indicator, 0.8) == (Verdict.NOT_MEASURABLE, [code])


def test_a_suppressed_indicator_measures_no_goal():
    """One answer is published to nobody, not even as "reached"."""
    assert judge("mean item=benefit", 3, threshold=5) == (
        Verdict.NOT_MEASURABLE,
        ["goal-without-value"],
    )


def test_targets_of_all_fractions_are_checked_in_the_workbook():
    """The workbook checks targets before any figure exists; it must know each unit of 0 to 1."""
    fractions = {measure for measure, it in DEFINITIONS.items() if it.unit is Unit.FRACTION}

    assert set(FRACTIONS) == fractions
