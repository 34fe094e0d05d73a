"""Chance with a name: each draw depends on what it decides and on nothing else.

A new person or question changes nobody else's answers, and no draw depends on the order
of the others or on the version of Python's random module.
"""

from hashlib import sha256
from statistics import NormalDist
from typing import TypeVar

SEED = "innovationsledning-sormland"
BYTES = 7  # 56 bits: more than a float's precision needs, and never exactly 0 or 1 below
STANDARD_NORMAL = NormalDist()

Thing = TypeVar("Thing")


def draw_fraction(*decision: object) -> float:
    """Return the fraction in (0, 1) that belongs to `decision`."""
    name = "/".join(map(str, (SEED, *decision)))
    number = int.from_bytes(sha256(name.encode()).digest()[:BYTES], "big")
    return (number + 0.5) / 256**BYTES


def draw_normal(mean: float, deviation: float, *decision: object) -> float:
    """Return the normally distributed number that belongs to `decision`."""
    return mean + deviation * STANDARD_NORMAL.inv_cdf(draw_fraction(*decision))


def happens(probability: float, *decision: object) -> bool:
    """Return whether `decision` falls out as yes."""
    return draw_fraction(*decision) < probability


def shuffled(things: tuple[Thing, ...], *decision: object) -> tuple[Thing, ...]:
    """Return `things` in the order that belongs to `decision`."""
    places = sorted(range(len(things)), key=lambda place: draw_fraction(*decision, place))
    return tuple(things[place] for place in places)
