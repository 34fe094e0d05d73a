"""Cronbach's alpha of the indices that the workbook declares."""

from dataclasses import replace

import pytest

from flows.aggregate.aggregation import aggregate
from flows.aggregate.change_tests import SLOW_MEASURES
from flows.aggregate.indicators import Status
from flows.programme.indicator_names import Measure
from tests.aggregate.dataset_drawing import ABILITIES, draw_dataset
from tests.aggregate.figure_lookup import count

ANSWERS = """
    | who | wave   | lead | listen | try |
    |     | before | 1    | 1      | 2   |
    |     | before | 2    | 2      | 2   |
    |     | before | 3    | 2      | 3   |
    |     | before | 4    | 4      | 3   |
    |     | before | 5    | 4      | 5   |
    |     | before | 5    | vet ej | 5   |
"""


def test_alpha_is_of_those_who_answered_every_item():
    """Five of six did: variances 2.5, 1.8, 1.5 and 15.8 of the sums give 3/2 (1 - 5.8/15.8)."""
    figures = count(answers=ANSWERS, items=ABILITIES)
    alpha, base = figures("alpha item=ability wave=before")

    assert base == 5
    assert alpha == pytest.approx(3 / 2 * (1 - 5.8 / 15.8))
    low, high = (figures(f"alpha_{end} item=ability wave=before")[0] for end in ("low", "high"))
    assert low < alpha < high
    (source,) = figures["alpha item=ability wave=before"].sources
    assert source.cells == "C2:E7"


@pytest.mark.parametrize(("items", "is_counted"), [(2, False), (3, True)])
def test_an_index_has_three_items_or_more(items, is_counted):
    """Two items are told of in the workbook, and get no alpha."""
    others = (replace(item, index_id="") for item in ABILITIES[items:])
    figures = count(answers=ANSWERS, items=(*ABILITIES[:items], *others))

    assert ("alpha item=ability wave=before" in figures) is is_counted


def test_an_occasion_that_left_out_an_item_has_no_alpha():
    """A dash is an item that was not asked."""
    figures = count(answers=ANSWERS.replace("| try |", "| trying |"), items=ABILITIES)

    assert "alpha item=ability wave=before" not in figures


def test_answers_that_are_all_alike_have_no_alpha():
    """Without any spread nothing can go together; that is not the same as no answers."""
    answers = "| who | wave | lead | listen | try |\n" + "| | before | 3 | 3 | 3 |\n" * 5
    figures = count(answers=answers, items=ABILITIES)

    assert figures["alpha item=ability wave=before"].status is Status.NO_VARIATION
    assert figures("alpha item=ability wave=before") == (None, 5)


def test_one_person_has_no_alpha():
    """A variance needs two."""
    figures = count(
        answers="| who | wave | lead | listen | try |\n| | before | 3 | 4 | 5 |", items=ABILITIES
    )

    assert figures["alpha item=ability wave=before"].status is Status.NO_ANSWERS


def test_a_quick_count_lacks_what_scipy_is_needed_for_and_nothing_else():
    """`check` prints no figures, and need not wait for SciPy."""
    dataset = draw_dataset(answers=ANSWERS, items=ABILITIES)
    names = {each.name for each in aggregate(dataset)}
    quick = {each.name for each in aggregate(dataset, is_quick=True)}

    assert {name.measure for name in names - quick} == {Measure.ALPHA_LOW, Measure.ALPHA_HIGH}
    assert {name.measure for name in names - quick} < {*SLOW_MEASURES}
    assert quick < names
