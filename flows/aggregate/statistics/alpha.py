"""Cronbach's alpha: whether the items of an index go together."""

from collections.abc import Sequence
from math import isclose
from statistics import variance

from flows.aggregate.statistics.scipy_functions import f_quantile

CONFIDENCE = 0.95


def cronbach_alpha(answers: Sequence[Sequence[float]]) -> float | None:
    """Return alpha of `answers`: one row for each person, with a value for every item.

    None where the sums of all people are equal, or fewer than two people or items are there.

    Source: Cronbach, Coefficient Alpha and the Internal Structure of Tests (1951),
    https://doi.org/10.1007/BF02310555.
    """
    items = list(zip(*answers, strict=True))
    if len(answers) < 2 or len(items) < 2:  # noqa: PLR2004  # a variance needs two
        return None
    of_sums = variance([sum(row) for row in answers])
    if isclose(of_sums, 0, abs_tol=1e-12):
        return None
    return float(len(items) / (len(items) - 1) * (1 - sum(map(variance, items)) / of_sums))


def alpha_interval(alpha: float, people: int, items: int) -> tuple[float, float]:
    """Return Feldt's 95 % confidence interval of `alpha`.

    Source: Feldt, Woodruff and Salih, Statistical Inference for Coefficient Alpha (1987),
    https://doi.org/10.1177/014662168701100107, formulas 6 and 7.
    """
    freedoms = people - 1, (people - 1) * (items - 1)
    beyond = (1 - CONFIDENCE) / 2
    low, high = (1 - (1 - alpha) * f_quantile(share, *freedoms) for share in (1 - beyond, beyond))
    return low, high
