"""Measures of change: pairs of answers before and after, and the tests of them."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

CHANGES = {
    Measure.PAIRS: Definition(
        Unit.PAIRS,
        _(
            "People who gave a valid answer both before and after, paired person by person; with "
            "the retrospective wave, before is what they said of it afterwards."
        ),
        _("count(people in before ∩ after with a valid answer in both)"),
    ),
    Measure.ROSE: Definition(
        Unit.PAIRS,
        _("People whose answer is higher after than before. Base: pairs."),
        _("count(pairs: after − before > 0)"),
    ),
    Measure.SAME: Definition(
        Unit.PAIRS,
        _("People whose answer is the same before and after. Base: pairs."),
        _("count(pairs: after − before = 0)"),
    ),
    Measure.FELL: Definition(
        Unit.PAIRS,
        _("People whose answer is lower after than before. Base: pairs."),
        _("count(pairs: after − before < 0)"),
    ),
    Measure.SHIFT: Definition(
        Unit.POINTS,
        _(
            "The typical change in scale points: the median of the means of all pairs of changes "
            "(Hodges and Lehmann’s estimate). Base: pairs."
        ),
        _("median((d(i) + d(j)) / 2, i ≤ j), d = after − before"),
    ),
    Measure.SHIFT_LOW: Definition(
        Unit.POINTS,
        _(
            "The lower end of the shift’s 95% interval: 2000 resamples of the pairs with a fixed "
            "seed, percentiles. Only where six pairs or more changed. Base: pairs."
        ),
        _("2.5th percentile(shift of 2000 resamples of d)"),
    ),
    Measure.SHIFT_HIGH: Definition(
        Unit.POINTS,
        _(
            "The upper end of the shift’s 95% interval: 2000 resamples of the pairs with a fixed "
            "seed, percentiles. Only where six pairs or more changed. Base: pairs."
        ),
        _("97.5th percentile(shift of 2000 resamples of d)"),
    ),
    Measure.RANK_BISERIAL: Definition(
        Unit.COEFFICIENT,
        _(
            "How strongly the changes point one way, from −1 (all fell) to 1 (all rose): the rank "
            "share of the rises minus that of the falls (matched-pairs rank-biserial "
            "correlation). Base: pairs; those without a change are left out."
        ),
        _("(sum(ranks of |d|, d > 0) − sum(ranks of |d|, d < 0)) / sum(ranks of |d|), d ≠ 0"),
    ),
    Measure.SIGN_TEST_P: Definition(
        Unit.PROBABILITY,
        _(
            "How likely so uneven a split between rises and falls would be if either were equally "
            "likely: the exact two-sided sign test. Only where six pairs or more changed. "
            "Base: pairs; those without a change are left out."
        ),
        _("min(1, 2 × P(X ≤ min(rose, fell))), X ~ Bin(rose + fell, 1/2)"),
    ),
    Measure.SIGN_TEST_P_HOLM: Definition(
        Unit.PROBABILITY,
        _(
            "The sign test’s p-value, adjusted by Holm’s method for all questions tested. "
            "Base: questions tested."
        ),
        _("max over i ≤ rank of min(1, (m − i + 1) × p(i)), m = questions tested"),
    ),
    Measure.WILCOXON_P: Definition(
        Unit.PROBABILITY,
        _(
            "How likely changes so far to one side would be if rises and falls were alike: "
            "Wilcoxon’s two-sided signed-rank test, zeros as Pratt has them, by SciPy {scipy}. Up "
            "to 50 changed pairs it is exact, over all changes of sign; with more it is the normal "
            "approximation, corrected for ties. Only where six pairs or more changed. Base: pairs."
        ),
        _(
            "min(1, 2 × min(P(W ≤ w), P(W ≥ w))), w = sum(ranks of |d|, d > 0), "
            "d = after − before, zeros ranked"
        ),
    ),
    Measure.WILCOXON_P_HOLM: Definition(
        Unit.PROBABILITY,
        _(
            "The p-value of Wilcoxon’s test, adjusted by Holm’s method for all questions tested. "
            "Base: questions tested."
        ),
        _("max over i ≤ rank of min(1, (m − i + 1) × p(i)), m = questions tested"),
    ),
    Measure.MEDIAN_PAIRED: Definition(
        Unit.POINTS,
        _("The median of those who gave a valid answer both before and after. Base: pairs."),
        _("median(values of the wave, of the pairs)"),
    ),
    Measure.SHARE_ROSE_LOW: Definition(
        Unit.FRACTION,
        _(
            "The share of all enrolled whose answer is higher after, if nobody without a pair had "
            "risen. Base: participants enrolled."
        ),
        _("count(pairs: after − before > 0) / count(participants)"),
    ),
    Measure.SHARE_ROSE_HIGH: Definition(
        Unit.FRACTION,
        _(
            "The share of all enrolled whose answer is higher after, if everybody without a pair "
            "had risen. Base: participants enrolled."
        ),
        _(
            "(count(pairs: after − before > 0) + count(participants) − count(pairs)) / "
            "count(participants)"
        ),
    ),
}
