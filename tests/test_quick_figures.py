"""`check` leaves out the figures that take long, unless somebody's words depend on one."""

from dataclasses import replace

import pytest

from flows.aggregate.change_tests import SLOW_MEASURES
from flows.chain.overview import look_over, names_slow_measure
from flows.chain.stages import Request, read
from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import parse_indicator_name
from flows.programme.languages import Bilingual, Language
from flows.programme.texts import Section, Text
from tests.small_programme import NAME, write_small_programme

GOAL = Goal("M1", Bilingual("Alla stiger"), None, Comparison.AT_LEAST, 0.05)


@pytest.fixture
def request_for(tmp_path):
    """A request for the small programme."""
    write_small_programme(tmp_path / "inputs")
    return Request(NAME, inputs=tmp_path / "inputs", outputs=tmp_path / "outputs")


def test_check_asks_for_quick_figures(request_for, monkeypatch):
    """Nothing in the small programme names a figure that takes long."""
    asked = []

    def aggregate(dataset, _earlier, *, is_quick):
        asked.append((dataset.programme.name, is_quick))
        return ()

    monkeypatch.setattr("flows.chain.stages.aggregate_once", aggregate)
    look_over(request_for)

    assert asked == [(NAME, True)]


@pytest.mark.parametrize("measure", SLOW_MEASURES)
def test_a_text_or_a_goal_that_names_a_slow_figure_gets_it(request_for, measure):
    """Else `check` would say of a right name that nothing is called so."""
    reading = read(request_for)
    body = f"Skiftet är {{{{ {measure} item=nytta }}}}.\n"
    text = Text(Section.LESSONS, Language.SV, "texts/lardomar.sv.md", body)
    programme = reading.programme
    goal = replace(GOAL, indicator=parse_indicator_name(f"{measure} item=nytta"))

    assert not names_slow_measure(reading)
    assert names_slow_measure(replace(reading, texts=(text,)))
    assert names_slow_measure(replace(reading, programme=replace(programme, goals=(goal,))))
