"""The press: parts are set at the same time in other processes, and it is as if they were not."""

from flows.chain.press import started_press
from flows.render.parts import Part, typeset_in_turn

PARTS = [
    Part(number, f'<html lang="sv"><title>T</title><h1 id="a{number}">{"Ord " * number}</h1>')
    for number in (1, 30, 2)
]


def test_parts_come_back_in_their_order_and_the_same_as_in_turn():
    """The longest part is begun first, and that changes nothing."""
    with started_press() as typeset:
        assert list(typeset(PARTS)) == list(typeset_in_turn(PARTS))
