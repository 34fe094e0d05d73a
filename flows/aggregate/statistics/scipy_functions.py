"""The one place that uses SciPy, for what needs a distribution rather than a count.

Loading `scipy.stats` takes more than half a second, so it is loaded when there is something
to test, and `check` does without it.
"""

from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version

from flows.aggregate.statistics.ranks import signed_ranks

MOST_CHANGES_COUNTED = 50
"""Up to here every change of sign is counted, as SciPy's exact method does without ties."""


def scipy_version() -> str:
    """Return the version of SciPy, which p-values are printed with; SciPy is not loaded."""
    return version("scipy")


def load_scipy() -> None:
    """Load what is needed here, which takes more than half a second the first time."""
    import scipy.special
    import scipy.stats  # noqa: F401


def wilcoxon_p(differences: Sequence[float]) -> float:
    """Return the two-sided p-value of Wilcoxon's signed-rank test, zeros as Pratt has them.

    It is exact, also with ties and zeros, up to fifty changed pairs; with more it is SciPy's
    normal approximation, corrected for ties and without continuity correction. One pair or
    more must have changed.

    Sources: Pratt, Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures (1959),
    https://doi.org/10.1080/01621459.1959.10501526, and
    https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.wilcoxon.html.
    """
    ranks = [rank for rank in signed_ranks(differences) if rank]
    if len(ranks) > MOST_CHANGES_COUNTED:
        return approximate_wilcoxon_p(differences)
    return count_signs(ranks)


def approximate_wilcoxon_p(differences: Sequence[float]) -> float:
    """Return SciPy's normal approximation of the same p-value.

    Among few pairs, of which many rose by one point, it is too small by up to half: six rises
    of thirty pairs would give 0.014, though chance alone gives six of six in 2 of 64.
    """
    from scipy.stats import wilcoxon

    tested = wilcoxon(differences, zero_method="pratt", correction=False, method="asymptotic")
    return float(tested.pvalue)


def count_signs(ranks: Sequence[float]) -> float:
    """Return the two-sided p-value of signed `ranks`, none of them 0, over all changes of sign.

    Of pairs with the same rank a binomial number rise. The rank sums of all ranks are added up
    in half ranks, which are whole numbers. SciPy's own ways are for ranks without ties or try
    the changes of sign one by one, which takes seconds from eighteen pairs on.
    """
    from numpy import arange, convolve, zeros
    from scipy.stats import binom

    halves = [round(2 * rank) for rank in ranks]
    chances = zeros(1) + 1
    for size, pairs in Counter(map(abs, halves)).items():
        of_size = zeros(size * pairs + 1)
        of_size[::size] = binom.pmf(arange(pairs + 1), pairs, 0.5)
        chances = convolve(chances, of_size)
    rises = sum(half for half in halves if half > 0)
    return min(1.0, 2 * float(min(chances[: rises + 1].sum(), chances[rises:].sum())))


def f_quantile(share: float, numerator_freedom: int, denominator_freedom: int) -> float:
    """Return the value below which `share` of the F distribution lies."""
    from scipy.special import fdtri

    return float(fdtri(numerator_freedom, denominator_freedom, share))
