"""How rows are spread over pictures, so that none is larger than a page."""

from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def split_evenly(things: Sequence[Thing], most: int) -> list[Sequence[Thing]]:
    """Return `things` in as few parts of at most `most` as possible, about equally large."""
    parts = max(1, -(-len(things) // most))
    size = -(-len(things) // parts) or 1
    return [things[start : start + size] for start in range(0, max(1, len(things)), size)]
