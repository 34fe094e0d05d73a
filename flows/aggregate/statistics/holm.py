"""Holm's adjustment: p-values of many tests, so that one chance hit in twenty is no finding."""

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> list[float]:
    """Return the adjusted p-value of each test, in the order given.

    The smallest is multiplied by the number of tests, the next by one fewer, and so on; none
    becomes smaller than one before it, smaller than it was, or larger than 1.

    Source: Holm, A Simple Sequentially Rejective Multiple Test Procedure (1979),
    https://www.jstor.org/stable/4615733.
    """
    adjusted = [0.0] * len(p_values)
    largest = 0.0
    ascending = sorted(range(len(p_values)), key=lambda test: p_values[test])
    for passed, test in enumerate(ascending):
        largest = max(largest, min(1.0, (len(p_values) - passed) * p_values[test]))
        adjusted[test] = largest
    return adjusted
