"""A solver that knows everything published finds out nothing; `make attack` tries many more."""

from dataclasses import replace

import pytest

from flows.aggregate import aggregation, answers, disclosure
from flows.aggregate.coder_agreement import count_agreement
from flows.aggregate.distributions import describe_answers
from flows.aggregate.hidden_parts import Cover
from flows.aggregate.protected_tables import Figures, Table
from flows.aggregate.telling_totals import TotalCover
from flows.aggregate.telling_waves import ChangedItem
from flows.programme.indicator_names import Measure
from tests.disclosure_attack.attack import attack
from tests.disclosure_attack.least import count_cost
from tests.disclosure_attack.readings import OF_THEMES, PUBLIC, READINGS, TOLD_BY_OTHERS

NOTHING = Table(total=None)


@pytest.mark.parametrize("hides_telling_totals", [True, False])
@pytest.mark.parametrize("seed", [8, 13, 18, 45, 68, 100, 149, 507, 686, 778, 809])
def test_no_suppressed_count_is_narrowed(seed, hides_telling_totals):
    """Each of these programmes was found out by a solver while the gate was built."""
    found = attack(seed, hides_telling_totals=hides_telling_totals)

    assert found.targets
    assert found.findings == ()
    assert found.telling_cells == ()
    assert found.shown == ()


def test_the_attack_finds_what_a_gate_without_covers_lets_through(monkeypatch):
    """An attack that never finds anything would prove nothing."""
    monkeypatch.setattr(Cover, "is_enough", lambda *_: True)

    assert attack(18).findings


def test_the_attack_finds_what_dependent_figures_let_through(monkeypatch):
    """Medians of the pairs, who came back and partial responses tell of what is hidden."""
    monkeypatch.setattr(aggregation, "hide_dependent", lambda disclosed, _indices: disclosed)

    assert attack(8).findings


def test_the_attack_finds_what_the_agreement_of_all_questions_lets_through(monkeypatch):
    """Kappa of all that was read twice, less the themes of one question, tells of another's few."""

    def count_as_a_whole(dataset):
        (table,) = count_agreement(dataset).protected or (NOTHING,)
        together = (replace(each, parts=each.parts[:1]) for each in table.breakdowns)
        return Figures(protected=(replace(table, breakdowns=tuple(together)),))

    families = (each for each in aggregation.FAMILIES if each is not count_agreement)
    monkeypatch.setattr(aggregation, "FAMILIES", (*families, count_as_a_whole))

    assert attack(149).findings


def test_the_attack_finds_themes_that_are_shown_of_few(monkeypatch):
    """Themes of few people are no secret that a solver could find out: they are simply told."""
    monkeypatch.setattr(disclosure.Gate, "is_sensitive", lambda *_: False)

    assert attack(0).shown


def test_the_attack_finds_cells_that_tell_of_a_role(monkeypatch):
    """The cells of a role's own answers follow from who is in the role, which is no public fact."""

    def cite_own_cells(counted, group, replies, _sources=None):
        return describe_answers(counted, group, replies)

    monkeypatch.setattr(answers, "describe_answers", cite_own_cells)

    assert attack(0).telling_cells


@pytest.mark.parametrize(
    ("seed", "what"), [(4, "close"), (19, "find_telling")], ids=["totals", "waves"]
)
def test_the_attack_finds_what_totals_tell(monkeypatch, seed, what):
    """A total over everybody, or the answers of a wave, leave a hidden count too few values."""
    if what == "close":
        monkeypatch.setattr(TotalCover, what, lambda cover: cover.closed)
    else:
        monkeypatch.setattr(ChangedItem, what, lambda _: ())

    assert attack(seed, hides_telling_totals=True).findings
    assert not attack(seed, hides_telling_totals=False).findings


@pytest.mark.parametrize("hides_telling_totals", [True, False])
def test_the_least_that_would_do_is_no_more_than_the_gate_hides(hides_telling_totals):
    """Both are counted in the same cells, of which some are sensitive and go in any case."""
    cost = count_cost(0, hides_telling_totals=hides_telling_totals)

    assert 0 < cost.least < cost.hidden < cost.cells


def test_the_attack_reads_every_measure_or_says_why_it_need_not():
    """Whoever adds a measure tells the adversary what it tells: in readings.py."""
    lists = (READINGS, TOLD_BY_OTHERS, OF_THEMES, PUBLIC)

    assert {measure for measures in lists for measure in measures} == set(Measure)
    assert sum(map(len, lists)) == len(Measure)
