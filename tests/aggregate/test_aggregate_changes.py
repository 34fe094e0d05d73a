"""Before and after, pair by pair."""

from flows.aggregate.indicators import Status
from tests.aggregate.figure_lookup import count

REGISTER = """
    | key | role   |
    | ada | chef   |
    | bo  | ledare |
    | cia | ledare |
    | dan | ledare |
"""


def test_only_people_with_a_valid_answer_in_both_waves_are_pairs():
    """Ada rose, Bo fell, Cia stayed; Dan does not know, and nobody else answered twice."""
    figures = count(
        register=REGISTER,
        answers="""
            | who | wave   | skill  |
            | ada | before | 2      |
            | bo  | before | 4      |
            | cia | before | 3      |
            | dan | before | vet ej |
            |     | before | 1      |
            | dan | after  | 5      |
            | cia | after  | 3      |
            | bo  | after  | 3      |
            | ada | after  | 4      |
            |     | after  | 5      |
        """,
    )

    assert figures("pairs item=skill") == (3, 3)
    assert figures("rose item=skill") == (1, 3)
    assert figures("same item=skill") == (1, 3)
    assert figures("fell item=skill") == (1, 3)
    assert figures("rose item=skill role=chef") == (1, 1)
    assert figures("fell item=skill role=ledare") == (1, 2)
    of_everybody = [source.cells for source in figures["rose item=skill"].sources]
    assert of_everybody == ["C2:C11"]
    assert [source.cells for source in figures["rose item=skill role=chef"].sources] == [
        *of_everybody,
        "A2:A5",
    ]


def test_without_pairs_nothing_rose_or_fell():
    """Anonymous answers cannot be paired: zero pairs, and no change to tell."""
    figures = count(
        answers="""
            | who | wave   | skill |
            |     | before | 2     |
            |     | after  | 4     |
        """
    )

    assert figures("pairs item=skill") == (0, 0)
    assert figures["rose item=skill"].status is Status.NO_ANSWERS


def test_an_item_asked_only_once_has_no_change():
    """There is nothing to pair when a question was asked before and not after."""
    figures = count(
        register=REGISTER,
        answers="""
            | who | wave   | skill |
            | ada | before | 2     |
        """,
    )

    assert "pairs item=skill" not in figures


def test_changes_of_the_same_size_are_the_same_size():
    """2.3 − 1.2 and 2.2 − 3.3 are equally large, whatever binary fractions make of them."""
    figures = count(
        register=REGISTER,
        answers="""
            | who | wave   | skill |
            | ada | before | 1.2   |
            | bo  | before | 3.3   |
            | ada | after  | 2.3   |
            | bo  | after  | 2.2   |
        """,
    )

    assert figures("rank_biserial item=skill") == (0, 2)
    assert figures("shift item=skill") == (0, 2)
