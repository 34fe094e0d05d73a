"""Ranks: who changed least, and who most."""

from collections.abc import Sequence


def mean_ranks(sizes: Sequence[float]) -> list[float]:
    """Return the rank of each of `sizes`, the smallest 1; equal ones share their mean rank."""
    ordered = sorted(sizes)
    return [ordered.index(size) + (ordered.count(size) + 1) / 2 for size in sizes]


def signed_ranks(differences: Sequence[float]) -> list[float]:
    """Return the rank of each difference with its sign, as Pratt has it.

    Zeros take part in the ranking, the lowest ranks of all, and then count as 0.
    """
    ranks = mean_ranks([abs(difference) for difference in differences])
    return [
        (difference > 0) * rank - (difference < 0) * rank
        for difference, rank in zip(differences, ranks, strict=True)
    ]
