"""The sign test: could as uneven a split between rises and falls be chance?"""

from math import comb


def sign_test_p(rose: int, fell: int) -> float:
    """Return the two-sided exact p-value of `rose` against `fell`; 1 where nobody changed.

    Pairs without a change say nothing of the direction and stand outside. The count is a
    binomial sum of whole numbers, so the p-value is exact to the last digit of a float.

    Source: Dixon and Mood, The Statistical Sign Test (1946), https://doi.org/10.2307/2280577.
    """
    changed = rose + fell
    tail = sum(comb(changed, count) for count in range(min(rose, fell) + 1))
    return min(1.0, float(2 * tail / 2**changed))
