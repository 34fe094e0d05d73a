"""Each statistic gives what its published worked examples print."""

from statistics import NormalDist

import pytest

from flows.aggregate.statistics.alpha import alpha_interval, cronbach_alpha
from flows.aggregate.statistics.holm import holm
from flows.aggregate.statistics.kappa import cohen_kappa
from flows.aggregate.statistics.rank_biserial import rank_biserial
from flows.aggregate.statistics.scipy_functions import (
    approximate_wilcoxon_p,
    wilcoxon_p,
)
from flows.aggregate.statistics.shift import hodges_lehmann
from flows.aggregate.statistics.sign_test import sign_test_p

DEPRESSION_BEFORE = (1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
DEPRESSION_AFTER = (0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
"""Hollander and Wolfe, Nonparametric Statistical Methods (1973), table 1 on page 29, as in
https://stat.ethz.ch/R-manual/R-devel/library/stats/html/wilcox.test.html."""

ORDINAL_BEFORE = "53535362362556464553756643432454462674455557453267"
ORDINAL_AFTER = "64557666766566553665654666743466564665766567666577"
"""Fifty pairs of answers from 1 to 7, some of them equal, with the output of R's package coin
(https://cran.r-project.org/package=coin), as the tests of rtests, a wrapper of R, print it."""

TABLE_OF_SCORES = (
    (10, 12, 15, 11, 12),
    (12, 18, 12, 12, 1),
    (8, 16, 14, 14, 4),
    (6, 8, 16, 8, 6),
    (4, 7, 8, 7, 5),
    (6, 6, 3, 7, 3),
    (3, 4, 6, 5, 8),
    (7, 3, 7, 9, 9),
    (8, 9, 4, 10, 10),
    (9, 5, 6, 11, 12),
)
"""Denis, Applied Univariate, Bivariate, and Multivariate Statistics (2021), chapter 2."""


def test_sign_test_of_the_legs_of_deer():
    """Zar's ten deer: the hind leg is longer in eight and shorter in two; p = 0.109375.

    Source: https://en.wikipedia.org/wiki/Sign_test, after Zar, Biostatistical Analysis.
    """
    assert sign_test_p(8, 2) == 0.109375


def test_sign_test_of_eight_subjects():
    """Seven of eight do better: one-tailed 0.03516, so twice that.

    Source: https://davidmlane.com/hyperstat/B168076.html.
    """
    assert sign_test_p(7, 1) / 2 == pytest.approx(0.03516, abs=0.000005)


def test_wilcoxon_of_the_depression_scale():
    """Nine patients: R prints V = 40 and the exact one-sided p = 0.01953.

    Source: the examples of R's wilcox.test, linked at the data.
    """
    assert wilcoxon_p(changes(DEPRESSION_BEFORE, DEPRESSION_AFTER)) == pytest.approx(2 * 10 / 2**9)
    assert round(10 / 2**9, 5) == 0.01953


def test_wilcoxon_with_zeros_as_pratt_has_them():
    """Fifty ordinal pairs with zeros and ties: R's coin prints Z = 4.5276.

    Source: linked at the data.
    """
    differences = changes(map(int, ORDINAL_BEFORE), map(int, ORDINAL_AFTER))
    p_value = approximate_wilcoxon_p(differences)

    assert NormalDist().inv_cdf(1 - p_value / 2) == pytest.approx(4.5276, abs=0.00005)
    assert wilcoxon_p(differences) == pytest.approx(p_value, abs=1e-5)


def test_rank_biserial_by_the_simple_difference():
    """Ranks 27 against 18, one pair equal: r = 9/45 = 0.20.

    Source: https://en.wikipedia.org/wiki/Wilcoxon_signed-rank_test, example and effect size.
    """
    second = (125, 115, 130, 140, 140, 115, 140, 125, 140, 135)
    first = (110, 122, 125, 120, 140, 124, 123, 137, 135, 145)

    assert rank_biserial(changes(first, second)) == pytest.approx(0.20)


def test_hodges_lehmann_of_the_depression_scale():
    """Hollander and Wolfe, example 3.3: the factor falls by 0.46."""
    shift = hodges_lehmann(changes(DEPRESSION_BEFORE, DEPRESSION_AFTER))

    assert shift == pytest.approx(-0.46)


def test_hodges_lehmann_of_four_scores():
    """The scores 1, 3, 7, 8 have ten Walsh averages; the two in the middle are 4.5 and 5.

    Source: https://www.peterstatistics.com/Terms/Measures/HodgesLehmannOS.html.
    """
    assert hodges_lehmann([1, 3, 7, 8]) == 4.75


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        # https://www.geeksforgeeks.org/data-science/holm-bonferroni-method/: H4 and H1 are
        # rejected at 0.05, H3 and H2 are not.
        ((0.01, 0.04, 0.03, 0.005), [True, False, False, True]),
        # https://metricgate.com/docs/holm-bonferroni-correction: six tests.
        ((0.01, 0.04, 0.20, 0.03, 0.005, 0.07), [True, False, False, False, True, False]),
    ],
)
def test_holm_finds_what_the_published_examples_find(raw, found):
    """The step-down procedure at five per cent rejects the hypotheses that its examples do."""
    assert [adjusted <= 0.05 + 1e-12 for adjusted in holm(raw)] == found


def test_cronbach_alpha_of_a_table_of_scores():
    """Ten people and five items: SPSS prints alpha = 0.633."""
    assert cronbach_alpha(TABLE_OF_SCORES) == pytest.approx(0.633, abs=0.0005)


@pytest.mark.parametrize(
    ("alpha", "people", "items", "interval"),
    [
        # https://imaging.mrc-cbu.cam.ac.uk/statswiki/FAQ/cafun
        (0.913, 873, 20, (0.9044024, 0.9211588)),
        # https://blog.goo.ne.jp/r-de-r/d/20211013, on real-statistics.com's example
        (0.591719, 15, 10, (0.19492169, 0.83982087)),
    ],
)
def test_feldt_interval(alpha, people, items, interval):
    """Feldt's interval is what R and Julia print, to every digit printed."""
    assert alpha_interval(alpha, people, items) == pytest.approx(interval, abs=5e-8)


def changes(before, after):
    """Return after minus before of each pair, without the dust of binary fractions."""
    return [round(later - earlier, 6) for earlier, later in zip(before, after, strict=True)]


def test_kappa_of_two_clinicians():
    """39 patients: both find a lateral shift relevant in 22, neither in 11; kappa is .67.

    Source: Sim and Wright, The Kappa Statistic in Reliability Studies (2005), table 1,
    https://doi.org/10.1093/ptj/85.3.257.
    """
    assert cohen_kappa(22, 2, 4, 11) == pytest.approx(0.67, abs=0.005)


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [((20, 5, 10, 15), 0.40), ((45, 15, 25, 15), 0.1304), ((25, 35, 5, 35), 0.2593)],
)
def test_kappa_of_two_readers(counts, kappa):
    """Fifty proposals with kappa 0.40, and two tables of the same agreement, 60 %, that differ.

    Source: https://en.wikipedia.org/wiki/Cohen%27s_kappa, simple example and following.
    """
    assert cohen_kappa(*counts) == pytest.approx(kappa, abs=0.00005)
