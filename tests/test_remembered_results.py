"""What a stage made last is remembered, and nobody can tell from what comes back."""

from hypothesis import given
from hypothesis import strategies as st

from flows.chain.remembered_results import remember_last


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans())))
def test_what_comes_back_is_what_the_stage_gives(calls):
    """Whatever was asked for before."""
    remembering = remember_last(lambda number, *, is_doubled: (number, is_doubled))

    for number, is_doubled in calls:
        assert remembering(number, is_doubled=is_doubled) == (number, is_doubled)


def test_the_same_twice_is_made_once():
    """Equal is enough: the second time the value comes from another reading of the same file."""
    made = []
    remembering = remember_last(lambda sheets: made.append(sheets) or len(made))

    assert [remembering(("a", "b")), remembering(tuple("ab")), remembering(("a", "c"))] == [1, 1, 2]
