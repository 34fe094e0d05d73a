"""The matched-pairs rank-biserial correlation: how strongly the changes point one way."""

from collections.abc import Sequence

from flows.aggregate.statistics.ranks import mean_ranks


def rank_biserial(differences: Sequence[float]) -> float | None:
    """Return the rank share of the rises minus that of the falls, from -1 to 1.

    1 means that everybody who changed rose. Pairs without a change are left out before the
    ranking, and equally large changes share their ranks. None where nobody changed.

    Source: Kerby, The Simple Difference Formula (2014),
    https://doi.org/10.2466/11.IT.3.1.
    """
    changes = [difference for difference in differences if difference]
    if not changes:
        return None
    ranks = mean_ranks([abs(change) for change in changes])
    favourable = sum(rank for rank, change in zip(ranks, changes, strict=True) if change > 0)
    unfavourable = sum(ranks) - favourable
    return (favourable - unfavourable) / sum(ranks)
