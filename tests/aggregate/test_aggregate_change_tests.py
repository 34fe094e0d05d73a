"""The tests of change: what is tested, what is too little to test, and for how many items."""

import pytest

from flows.aggregate.indicators import Status
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import ABILITIES
from tests.aggregate.figure_lookup import Figures, count

TESTS = (
    "shift_low",
    "shift_high",
    "sign_test_p",
    "sign_test_p_holm",
    "wilcoxon_p",
    "wilcoxon_p_holm",
)


def draw_changes(changes: list[int]) -> str:
    """Return answers of participants P1, P2 … who answer 3 before and 3 + change after."""
    lines = ["| who | wave | skill |"]
    lines += [f"| P{number} | before | 3 |" for number, _ in enumerate(changes, 1)]
    lines += [f"| P{number} | after | {3 + change} |" for number, change in enumerate(changes, 1)]
    return "\n".join(lines)


def draw_people(number: int) -> str:
    """Return a register of P1, P2 …, all in one role."""
    return "\n".join(["| key | role |", *(f"| P{n + 1} | chef |" for n in range(number))])


def compare(changes: list[int], **options) -> Figures:
    """Return the figures of people who changed so."""
    return count(register=draw_people(30), answers=draw_changes(changes), **options)


@pytest.mark.parametrize(("changed", "p_value"), [(5, None), (6, 2 / 2**6), (7, 2 / 2**7)])
def test_no_p_value_below_six_changed_pairs(changed, p_value):
    """Of ten pairs five changed: no p-value and no interval; with six there are both."""
    figures = compare([1] * changed + [0] * (10 - changed))

    assert figures["sign_test_p item=skill"].value == p_value
    expected = Status.TOO_FEW_PAIRS if p_value is None else Status.PUBLISHED
    assert {figures[f"{test} item=skill"].status for test in TESTS} == {expected}
    assert figures["sign_test_p item=skill"].base == 10


def test_tests_stand_beside_the_counts_they_are_made_of():
    """Eight rose by 1, one fell by 2, three stayed: the base of every figure is the 12 pairs."""
    figures = compare([1] * 8 + [-2] + [0] * 3)

    assert figures("rose item=skill") == (8, 12)
    assert figures("shift item=skill") == (0.5, 12)
    assert figures("rank_biserial item=skill") == ((36 - 9) / 45, 12)
    assert figures("sign_test_p item=skill") == (2 * 10 / 2**9, 12)
    assert figures["wilcoxon_p item=skill"].base == 12
    assert figures["shift_low item=skill"].value <= 0.5 <= figures["shift_high item=skill"].value
    assert figures["shift item=skill"].sources == figures["pairs item=skill"].sources


def test_without_pairs_there_is_nothing_to_test():
    """Anonymous answers before and after: two distributions, and not one test."""
    answers = "\n".join(
        ["| who | wave | skill |", *(f"| | {wave} | 3 |" for wave in ("before", "after") * 9)]
    )
    figures = count(answers=answers)

    for test in (*TESTS, "shift", "rank_biserial"):
        assert figures[f"{test} item=skill"].status is Status.NO_ANSWERS
    assert figures("median item=skill wave=before") == (3, 9)
    assert figures("median item=skill wave=after") == (3, 9)
    assert "median_paired item=skill wave=before" not in figures


def test_where_nobody_changed_there_is_no_direction():
    """Ten pairs, all alike: the shift is 0, and a direction would be made up."""
    figures = compare([0] * 10)

    assert figures("shift item=skill") == (0, 10)
    assert figures["rank_biserial item=skill"].status is Status.TOO_FEW_PAIRS


def test_a_role_is_counted_and_not_tested():
    """By role there are counts alone: a test of a handful of people would tell nothing."""
    figures = compare([1] * 10)

    assert figures("rose item=skill role=chef") == (10, 10)
    assert not [test for test in TESTS if f"{test} item=skill role=chef" in figures]


def test_a_test_is_as_protected_as_its_counts():
    """Eight pairs where ten are the fewest shown: no statistic tells what the counts may not."""
    figures = compare([1] * 8, profile=Profile(suppression_threshold=10))

    of_change = [
        each
        for each in figures.indicators
        if each.name.item == "skill" and "wave" not in dict(each.name.group.items())
    ]
    assert {each.status for each in of_change} == {Status.SUPPRESSED}
    assert {"sign_test_p", "shift", "share_rose_low"} <= {
        str(each.name.measure) for each in of_change
    }


def test_a_retrospective_wave_is_compared_by_itself():
    """What was answered before and what is said of it afterwards are never put together."""
    figures = count(
        register=draw_people(7),
        answers="\n".join(
            [
                "| who | wave | skill |",
                *(f"| P{n} | before | 3 |" for n in range(1, 8)),
                *(f"| P{n} | retrospective | 1 |" for n in range(1, 8)),
                *(f"| P{n} | after | 3 |" for n in range(1, 8)),
            ]
        ),
    )

    assert figures("same item=skill") == (7, 7)
    assert figures("rose item=skill wave=retrospective") == (7, 7)
    assert figures("shift item=skill wave=retrospective") == (2, 7)
    assert figures("median item=skill wave=before") == (3, 7)
    assert figures("median item=skill wave=retrospective") == (1, 7)
    assert figures("wilcoxon_p_holm item=skill wave=retrospective")[1] == 1


def test_holm_counts_the_items_that_were_tested():
    """Of three items one has too few changes: two tests, and the smaller p is doubled."""
    rows = ["| who | wave | lead | listen | try |"]
    rows += [f"| P{n} | before | 3 | 3 | 3 |" for n in range(1, 11)]
    rows += [
        f"| P{n} | after | 4 | {4 if n < 9 else 2} | {4 if n < 5 else 3} |" for n in range(1, 11)
    ]
    figures = count(register=draw_people(10), answers="\n".join(rows), items=ABILITIES)
    lead, listen = figures("sign_test_p item=lead")[0], figures("sign_test_p item=listen")[0]

    assert (lead, listen) == (2 / 2**10, 2 * 56 / 2**10)
    assert figures("sign_test_p_holm item=lead") == (2 * lead, 2)
    assert figures("sign_test_p_holm item=listen") == (listen, 2)
    assert figures["sign_test_p_holm item=try"].status is Status.TOO_FEW_PAIRS
    (source,) = figures["sign_test_p_holm item=lead"].sources
    assert source.cells == "C2:D21"


def test_complete_cases_and_bounds():
    """Ten enrolled, eight pairs, six of them risen: at least 6/10, at most 8/10."""
    figures = count(register=draw_people(10), answers=draw_changes([1] * 6 + [0] * 2))

    assert figures("median_paired item=skill wave=before") == (3, 8)
    assert figures("median_paired item=skill wave=after") == (4, 8)
    assert figures("share_rose_low item=skill") == (0.6, 10)
    assert figures("share_rose_high item=skill") == (0.8, 10)
