"""Complete and partial responses, by AAPOR's outcome rates."""

from dataclasses import replace

import pytest

from tests.aggregate.dataset_drawing import draw_dataset
from tests.aggregate.figure_lookup import Figures, count

REGISTER = """
    | key | role |
    | ada | chef |
    | bo  | chef |
    | cia | chef |
    | dan | chef |
"""


def test_complete_and_partial_responses_on_both_bases():
    """Three respond; of four questions Ada answers all, Bo three, Cia one: one is complete."""
    figures = count(
        register=REGISTER,
        attendance="""
            | who | 1 |
            | ada | x |
            | bo  | x |
            | cia | x |
            | dan | - |
        """,
        answers="""
            | who | session | benefit | clarity | rating | recommend |
            | ada | 1       | 4       | vet ej  | 7      | ja        |
            | bo  | 1       | 4       | 5       | 7      |           |
            | cia | 1       | 2       |         |        |           |
        """,
    )

    assert figures("complete_responses session=1") == (1, 3)
    assert figures("partial_responses session=1") == (2, 3)
    assert figures("complete_rate session=1") == (1 / 3, 3)
    assert figures("complete_rate_enrolled session=1") == (1 / 4, 4)
    assert figures("response_rate session=1") == (3 / 3, 3)
    assert figures("response_rate_enrolled session=1") == (3 / 4, 4)
    assert figures("complete_rate") == (1 / 3, 3)


@pytest.mark.parametrize(("answered", "complete"), [(3, 0), (4, 0), (5, 1)])
def test_more_than_four_fifths_is_complete(answered, complete):
    """Of five closed questions four are exactly four fifths, and partial; the fifth completes."""
    cells = ["4", "4", "7", "ja", "ja"][:answered] + [""] * (5 - answered)
    figures = count(
        register=REGISTER,
        answers=f"""
            | who | session | benefit | clarity | rating | recommend | methods |
            | ada | 1       | {" | ".join(cells)} |
        """,
    )

    assert figures("complete_responses session=1") == (complete, 1)


def test_without_a_list_nobody_is_known_to_be_present():
    """The rate of those enrolled is there; the one of those present cannot be."""
    figures = count(register=REGISTER, answers="| who | session | benefit |\n| ada | 1 | 4 |")

    assert figures("complete_rate_enrolled session=1") == (1 / 4, 4)
    assert "complete_rate session=1" not in figures


def test_a_wave_has_its_own_responses():
    """Self-assessments are no evaluations: each wave is a form by itself."""
    figures = count(register=REGISTER, answers="| who | wave | skill |\n| ada | before | 4 |")

    assert figures("complete_responses wave=before") == (1, 1)
    assert "complete_responses" not in figures


def test_what_its_tool_calls_unfinished_is_partial():
    """Every question was answered, but the last page was never sent in."""
    dataset = draw_dataset(register=REGISTER, answers="| who | session | benefit |\n| bo | 1 | 4 |")
    (response,) = dataset.responses
    unfinished = replace(dataset, responses=(response._replace(is_partial=True),))

    assert Figures(dataset)("complete_responses session=1") == (1, 1)
    assert Figures(unfinished)("complete_responses session=1") == (0, 1)
