"""What was set in type before is remembered, and nobody can tell from what comes back."""

from hypothesis import given
from hypothesis import strategies as st

from flows.chain.remembered_parts import MOST_REMEMBERED, remember_parts
from flows.render.parts import Part, SetPart


def part(number: int) -> Part:
    """Return the part with that number."""
    return Part(number, f"<p>{number}")


def set_part(of: Part) -> SetPart:
    """Return what a part looks like when it is set."""
    return SetPart(of.html.encode(), of.number, ())


@given(st.lists(st.lists(st.integers(0, MOST_REMEMBERED + 9), unique=True, max_size=80)))
def test_what_comes_back_is_what_setting_every_part_gives(rounds):
    """Whatever was asked for before, and however much of it is forgotten by now."""
    typeset = remember_parts(lambda parts: map(set_part, parts))

    for numbers in rounds:
        parts = [part(number) for number in numbers]
        assert list(typeset(parts)) == [set_part(one) for one in parts]


def test_a_changed_part_alone_is_set_again():
    """One word in a text changes one part."""
    begun = []

    def typeset(parts):
        begun.append([one.number for one in parts])
        return map(set_part, parts)

    remembering = remember_parts(typeset)
    list(remembering([part(1), part(2), part(3)]))
    list(remembering([part(1), Part(2, "<p>another word"), part(3)]))

    assert begun == [[1, 2, 3], [2]]
