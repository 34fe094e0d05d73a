"""Every figure of the sample, counted once more from its files by code that shares nothing.

The program appears here only as the indicators and verdicts that are held against the count.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from flows.aggregate.indicator_file import write_indicators
from flows.chain.stages import Request, make_findings
from tests.independent_accounts import ACCOUNTS, find_hidden, judge_goals
from tests.independent_coding import count_agreement, count_themes
from tests.independent_counts import COUNTS
from tests.independent_statistics import STATISTICS, Figure
from tests.sample_answers import workbook
from tests.sample_cells import SAMPLE

FAMILIES = (*COUNTS, *ACCOUNTS, count_themes)
APPROXIMATE = (*STATISTICS, count_agreement)
MOST_SUPPRESSED_SHARE = 0.05


@pytest.fixture(scope="module")
def findings():
    """Everything that the program finds out about the sample."""
    request = Request(SAMPLE.name, inputs=SAMPLE.parent, outputs=SAMPLE.parent / "nowhere")
    return make_findings(request)


@pytest.fixture(scope="module")
def written(findings):
    """Value and base of every indicator of the sample by its id, as they are written."""
    text = write_indicators(SAMPLE.name, findings.indicators)
    return {
        indicator["id"]: (indicator["value"], indicator["base"])
        for indicator in json.loads(text)["indicators"]
    }


@pytest.fixture(scope="module")
def suppressed(findings):
    """The ids of what the disclosure gate hides, few enough to be looked through."""
    hidden = {str(each.name) for each in findings.indicators if each.suppression}
    assert 0 < len(hidden) < MOST_SUPPRESSED_SHARE * len(findings.indicators)
    return hidden


@cache
def figures_of(count_family: Callable[[], Iterator[Figure]]) -> tuple[Figure, ...]:
    """Return the figures of one family; counting them takes a while."""
    return tuple(count_family())


@pytest.mark.parametrize("count_family", APPROXIMATE, ids=lambda family: family.__name__)
def test_statistics_are_what_other_code_gives(count_family, written, suppressed):
    """Value and base agree with SciPy, NumPy and plain loops, but for the dust of fractions."""
    for name, value, base in figures_of(count_family):
        if name not in suppressed:
            assert written.get(name) == (pytest.approx(value, abs=1e-12), base), name


@pytest.mark.parametrize("count_family", FAMILIES, ids=lambda family: family.__name__)
def test_figures_are_what_an_independent_count_gives(count_family, written, suppressed):
    """Value and base agree to the last digit, nothing rounded."""
    wrong = {
        name: (value, base, written.get(name))
        for name, value, base in figures_of(count_family)
        if name not in suppressed and written.get(name) != (value, base)
    }

    assert wrong == {}


def test_every_figure_is_counted_independently(written):
    """There is no figure that only the program itself has counted."""
    families = (*FAMILIES, *APPROXIMATE)
    counted = {name for count_family in families for name, _, _ in figures_of(count_family)}

    assert written.keys() - counted == set()


def test_goals_are_judged_by_the_counted_figures(findings):
    """A goal is reached when the figure that it names is at least its target, or else partly."""
    assert {
        outcome.goal.goal_id: outcome.verdict.value for outcome in findings.goal_outcomes
    } == judge_goals()
    assert {goal["Jämförelse"] for goal in workbook("Mål")} == {"minst"}


def test_hidden_is_what_the_rules_for_small_groups_hide(suppressed):
    """What is not shown is what tells of few people or of a few alike, and nothing besides."""
    assert suppressed == find_hidden()
