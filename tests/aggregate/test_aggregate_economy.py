"""Budget and outcome, as figures and as problems."""

import pytest

from flows.aggregate.economy import check_economy
from flows.aggregate.indicators import Status
from flows.programme.languages import Language
from flows.programme.problem_catalogue import describe
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import draw_dataset
from tests.aggregate.figure_lookup import count

BUDGET = """
    | category | party | budget | outcome |
    | Personal | FoU   | 300    | 280     |
    | Resor    | FoU   | 100    | 130     |
    | Resor    | Trosa | 50     |         |
"""
COSTS = """
    | category | party | amount |
    | Resor    | FoU   | 100.25 |
    | Resor    | FoU   | 40.5   |
    | Material | FoU   | 7      |
"""


def test_booked_costs_come_before_the_outcome_in_the_workbook():
    """Travel at FoU cost 140.75 as booked, not the 130 of the workbook."""
    figures = count(budget=BUDGET, costs=COSTS, grant_sek=450)

    assert figures("grant") == (450, None)
    assert figures("budget") == (450, None)
    assert figures("budget category=Resor") == (150, None)
    assert figures("outcome category=Resor party=FoU") == (140.75, None)
    assert figures("outcome category=Personal") == (280, None)
    assert figures("outcome party=FoU") == (427.75, None)


def test_with_cost_exports_a_line_without_costs_has_cost_nothing():
    """Trosa booked no travel: 0 kronor, and the total is complete."""
    figures = count(budget=BUDGET, costs=COSTS)

    assert figures("outcome party=Trosa") == (0, None)
    assert figures("outcome") == (427.75, None)


def test_without_any_outcome_there_is_a_gap_instead_of_zero():
    """Nothing is known of Trosa's travel when there is no cost export."""
    figures = count(budget=BUDGET)

    assert figures["outcome party=Trosa"].status is Status.NO_ANSWERS
    assert figures("outcome") == (410, None)


def test_costs_outside_the_budget_count_in_the_outcome():
    """Money that was spent is in the total, also where nothing was budgeted."""
    figures = count(budget=BUDGET, costs=COSTS)

    assert figures("outcome category=Material") == (7, None)
    assert figures("budget category=Material") == (0, None)


def test_figures_cite_the_workbook_or_the_costs():
    """Each outcome cites the source that it was taken from."""
    figures = count(budget=BUDGET, costs=COSTS)

    assert [source.cells for source in figures["outcome category=Resor party=FoU"].sources] == [
        "C2:C3"
    ]
    assert [source.cells for source in figures["outcome category=Personal"].sources] == ["D2"]


def codes(**drawings) -> list[tuple[str, str]]:
    """Return code and place of the economy's problems."""
    found = check_economy(draw_dataset(**drawings))
    return [(each.code, f"{each.place.sheet} {each.place.cell}".strip()) for each in found]


@pytest.mark.parametrize(("grant_sek", "is_balanced"), [(449, False), (450, True), (451, False)])
def test_budget_must_equal_the_funding(grant_sek, is_balanced):
    """One krona too much or too little blocks the submission."""
    found = codes(budget=BUDGET, costs=COSTS, grant_sek=grant_sek)

    assert (("budget-unbalanced", "Ekonomi") not in found) == is_balanced


@pytest.mark.parametrize(("amount", "is_above"), [("99", False), ("100", False), ("101", True)])
def test_outcome_above_the_funding_is_noted(amount, is_above):
    """The funding is 100 kronor."""
    budget = f"| category | party | budget | outcome |\n| Resor | FoU | 100 | {amount} |"

    found = codes(budget=budget, grant_sek=100)

    assert (("outcome-above-funding", "Ekonomi") in found) == is_above


@pytest.mark.parametrize(
    ("outcome", "deviates"),
    [("89", True), ("90", False), ("100", False), ("110", False), ("111", True)],
)
def test_deviation_beyond_ten_per_cent_is_noted_at_its_category(outcome, deviates):
    """The limit itself is within the limit, in both directions."""
    budget = f"| category | party | budget | outcome |\n| Resor | FoU | 100 | {outcome} |"

    found = codes(budget=budget, grant_sek=100)

    assert (("budget-deviation", "Ekonomi D2") in found) == deviates


@pytest.mark.parametrize(("indirect", "is_high"), [("59", False), ("60", False), ("61", True)])
def test_indirect_costs_are_held_against_personnel_costs(indirect, is_high):
    """30 % of 200 kronor in personnel costs are 60 kronor."""
    budget = f"""
        | category            | party | budget | outcome    |
        | Personalkostnader   | FoU   | 200    | 200        |
        | Indirekta kostnader | FoU   | 60     | {indirect} |
    """

    found = codes(budget=budget, grant_sek=260)

    assert (("indirect-costs-high", "Ekonomi D3") in found) == is_high


@pytest.mark.parametrize(("stated", "differs"), [("99", True), ("100", False), ("101", True)])
def test_two_outcomes_that_differ_are_a_problem_beyond_rounding(stated, differs):
    """The cost export says 100.40 kronor; the workbook holds whole kronor."""
    found = codes(
        budget=f"| category | party | budget | outcome |\n| Resor | FoU | 100 | {stated} |",
        costs="| category | party | amount |\n| Resor | FoU | 100.4 |",
        grant_sek=100,
        profile=Profile(budget_deviation_limit_share=1),
    )

    assert (("outcome-differs", "Ekonomi D2") in found) == differs


def test_a_line_without_any_outcome_is_a_problem():
    """Trosa's travel has neither an outcome nor a cost export."""
    assert ("outcome-missing", "Ekonomi D4") in codes(budget=BUDGET, grant_sek=450)


@pytest.mark.parametrize("language", Language)
def test_problems_read_well_in_both_languages(language):
    """Every named place in the words is filled."""
    problems = check_economy(draw_dataset(budget=BUDGET, costs=COSTS, grant_sek=1))

    words = [describe(each, language) for each in problems]

    assert words
    assert not [text for text in words if "{" in text.found + text.expected + text.remedy]
