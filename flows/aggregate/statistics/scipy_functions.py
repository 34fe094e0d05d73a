"""The one place that uses SciPy, for what needs a distribution rather than a count.

Loading `scipy.stats` takes more than half a second, so it is loaded when there is something
to test, and `check` does without it.
"""

from collections.abc import Sequence
from importlib.metadata import version

from flows.aggregate.statistics.ranks import signed_ranks

MOST_PAIRS_PERMUTED = 13
"""Up to here every change of sign is tried, as SciPy itself does: 2 to the 13th are 8192."""


def scipy_version() -> str:
    """Return the version of SciPy, which p-values are printed with; SciPy is not loaded."""
    return version("scipy")


def load_scipy() -> None:
    """Load what is needed here, which takes more than half a second the first time."""
    import scipy.special
    import scipy.stats  # noqa: F401


def wilcoxon_p(differences: Sequence[float]) -> float:
    """Return the two-sided p-value of Wilcoxon's signed-rank test, zeros as Pratt has them.

    Few pairs are tested over all changes of sign, which is exact also with ties and zeros;
    more by the normal approximation, corrected for ties and without continuity correction.
    Two or more pairs are needed, one of them with a change. SciPy's `wilcoxon` tries the
    changes of sign one by one, which takes seconds, so its `permutation_test` is asked.

    Sources: Pratt, Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures (1959),
    https://doi.org/10.1080/01621459.1959.10501526, and
    https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.wilcoxon.html.
    """
    from scipy.stats import permutation_test, wilcoxon

    if len(differences) > MOST_PAIRS_PERMUTED:
        tested = wilcoxon(differences, zero_method="pratt", correction=False, method="asymptotic")
    else:
        tested = permutation_test(
            (signed_ranks(differences),),
            lambda ranks, axis: ranks.sum(axis=axis),
            permutation_type="samples",
            vectorized=True,
            n_resamples=2 ** len(differences),
        )
    return float(tested.pvalue)


def f_quantile(share: float, numerator_freedom: int, denominator_freedom: int) -> float:
    """Return the value below which `share` of the F distribution lies."""
    from scipy.special import fdtri

    return float(fdtri(numerator_freedom, denominator_freedom, share))
