"""The Hodges-Lehmann shift: the typical change in scale points, and how sure it is.

A resample draws as many people as there are, some several times and others not at all. Each
is used together with its mirror image, in which the person with the largest rise stands in
for the one with the largest fall, and so on: then swapping before and after mirrors the
interval exactly, and the order of the people changes nothing.

Only `Random.random` is used, whose numbers Python promises to keep for a given seed: the
interval is the same on every machine and with every version. NumPy makes no such promise,
and loading it costs more than the draws.

Sources: Hodges and Lehmann, Estimates of Location Based on Rank Tests (1963),
https://doi.org/10.1214/aoms/1177704172. Davison and Hinkley, Bootstrap Methods and their
Application (1997), https://doi.org/10.1017/CBO9780511802843, sections 5.3 (percentiles) and
9.2 (antithetic resamples).
"""

from collections.abc import Sequence
from functools import cache
from random import Random

RESAMPLES = 2000
SEED = 30
BEYOND_EACH_END = RESAMPLES // 40
"""How many resamples lie outside the interval at either end: 2.5 %, which leaves 95 %."""


def hodges_lehmann(differences: Sequence[float]) -> float:
    """Return the median of the means of all pairs of `differences`, each with itself as well.

    At least one difference is needed.
    """
    values = sorted(set(differences))
    counts = [differences.count(value) for value in values]
    return median_of_means(list_means(values), counts)


def shift_interval(differences: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % percentile interval of the shift over resamples with a fixed seed."""
    ordered = sorted(differences)
    values = sorted(set(ordered))
    positions = [values.index(difference) for difference in ordered]
    means = list_means(values)
    shifts = []
    for draw in draw_people(len(ordered)):
        counts, mirrored = [0] * len(values), [0] * len(values)
        for person in draw:
            counts[positions[person]] += 1
            mirrored[positions[-1 - person]] += 1
        shifts += [median_of_means(means, counts), median_of_means(means, mirrored)]
    shifts.sort()
    return shifts[BEYOND_EACH_END], shifts[-1 - BEYOND_EACH_END]


@cache
def draw_people(count: int) -> tuple[tuple[int, ...], ...]:
    """Return half of the resamples of `count` people; the other half mirrors them."""
    chance = Random(SEED)  # noqa: S311  # nothing is kept secret by it
    return tuple(
        tuple(int(chance.random() * count) for _ in range(count)) for _ in range(RESAMPLES // 2)
    )


Mean = tuple[float, int, int]
"""The mean of two values, and their positions."""


def list_means(values: Sequence[float]) -> list[Mean]:
    """Return the means of all pairs of distinct `values` and of each with itself, ascending."""
    return sorted(
        ((first + second) / 2, low, high)
        for low, first in enumerate(values)
        for high, second in enumerate(values[low:], low)
    )


def median_of_means(means: Sequence[Mean], counts: Sequence[int]) -> float:
    """Return the median of `means`, where the values occur as often as `counts` says."""
    people = sum(counts)
    pairs = people * (people + 1) // 2
    lower, upper = (pairs - 1) // 2, pairs // 2
    passed = 0
    below: float | None = None
    for mean, low, high in means:
        passed += (
            counts[low]
            * (counts[high] if low != high else counts[low] + 1)
            // (1 if low != high else 2)
        )
        if below is None and passed > lower:
            below = mean
        if below is not None and passed > upper:
            return (below + mean) / 2
    raise ValueError("no difference, no shift")
