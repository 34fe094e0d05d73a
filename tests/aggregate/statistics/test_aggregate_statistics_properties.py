"""What must always hold of the statistics, and that SciPy or plain counting gives the same."""

from itertools import chain, combinations, product
from math import prod
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from flows.aggregate.statistics.alpha import alpha_interval, cronbach_alpha
from flows.aggregate.statistics.holm import holm
from flows.aggregate.statistics.kappa import cohen_kappa
from flows.aggregate.statistics.rank_biserial import rank_biserial
from flows.aggregate.statistics.ranks import mean_ranks, signed_ranks
from flows.aggregate.statistics.scipy_functions import MOST_CHANGES_COUNTED, wilcoxon_p
from flows.aggregate.statistics.shift import hodges_lehmann, shift_interval
from flows.aggregate.statistics.sign_test import sign_test_p

LIKERT_CHANGES = st.lists(st.integers(-4, 4), min_size=1, max_size=30)
FEW_CHANGES = st.lists(st.integers(-4, 4), min_size=2, max_size=9).filter(any)
P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=6)
COUNTS = st.integers(0, 30)


def mirrored(differences):
    """Return the differences with before and after swapped."""
    return [-difference for difference in differences]


@given(COUNTS, COUNTS)
def test_sign_test_is_scipys_binomial_test(rose, fell):
    """Of those who changed, how many rose is a binomial count with even chances."""
    expected = stats.binomtest(rose, rose + fell).pvalue if rose + fell else 1

    assert sign_test_p(rose, fell) == pytest.approx(expected)
    assert sign_test_p(fell, rose) == sign_test_p(rose, fell)


@given(COUNTS, COUNTS)
def test_one_more_in_the_minority_is_never_stronger_evidence(more, fewer):
    """The p-value grows as the split becomes more even, and shrinks as it becomes less so."""
    low, high = sorted((more, fewer))

    assert sign_test_p(high + 1, low) <= sign_test_p(high, low)
    if low < high:
        assert sign_test_p(high, low + 1) >= sign_test_p(high, low)


@settings(max_examples=60, deadline=None)
@given(FEW_CHANGES)
def test_wilcoxon_of_few_pairs_is_counted_out(differences):
    """Of all changes of sign, the share whose rank sum is as extreme, both ways."""
    ranks = [abs(rank) for rank in signed_ranks(differences)]
    observed = sum(rank for rank in signed_ranks(differences) if rank > 0)
    sums = [
        sum(rank for rank, is_up in zip(ranks, signs, strict=True) if is_up)
        for signs in product((False, True), repeat=len(ranks))
    ]
    tails = sum(total <= observed for total in sums), sum(total >= observed for total in sums)

    assert wilcoxon_p(differences) == pytest.approx(min(1, 2 * min(tails) / len(sums)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-4, 4), min_size=6, max_size=30).filter(any))
def test_wilcoxon_is_a_mirror(differences):
    """Swapping before and after changes nothing in a two-sided test, and p is a probability."""
    assert 0 < wilcoxon_p(differences) <= 1
    assert wilcoxon_p(mirrored(differences)) == pytest.approx(wilcoxon_p(differences))


@given(st.lists(st.integers(-4, 4).filter(bool), min_size=2, max_size=11), st.integers(0, 19))
@settings(max_examples=40, deadline=None)
def test_wilcoxon_is_what_scipy_finds_by_trying_every_change_of_sign(changes, zeros):
    """However many stayed, only those who changed can have changed the other way."""
    differences = [*changes, *([0] * zeros)]
    changed = tuple(rank for rank in signed_ranks(differences) if rank)
    expected = stats.permutation_test(
        (changed,),
        lambda ranks, axis: ranks.sum(axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=np.inf,
    )

    assert wilcoxon_p(differences) == pytest.approx(expected.pvalue)


@given(st.lists(st.integers(1, 200), unique=True, min_size=2, max_size=50), st.integers(0, 2**50))
@settings(max_examples=40, deadline=None)
def test_wilcoxon_without_ties_is_scipys_exact_method(sizes, signs):
    """Where all changes are of different size, SciPy has an exact method of its own."""
    differences = [size * (1 if signs >> place & 1 else -1) for place, size in enumerate(sizes)]

    assert wilcoxon_p(differences) == pytest.approx(stats.wilcoxon(differences).pvalue)


@given(COUNTS, COUNTS, COUNTS)
def test_wilcoxon_of_changes_of_one_size_is_the_sign_test(rose, fell, same):
    """Where everybody who changed did so by one point, ranks add nothing to the signs.

    Thirty pairs of which six rose have p = 2/64; the normal approximation would say 0.014.
    """
    differences = [1] * rose + [-1] * fell + [0] * same

    if 0 < rose + fell <= MOST_CHANGES_COUNTED:
        assert wilcoxon_p(differences) == pytest.approx(sign_test_p(rose, fell))


@pytest.mark.parametrize("changed", [49, 50, 51])
def test_wilcoxon_by_the_number_of_changed_pairs(changed):
    """Up to fifty changed pairs it is exact; from 51 on it is SciPy's normal approximation."""
    differences = [*([1] * 7 + [-1] * 3) * 6][:changed] + [0] * 20
    approximate = stats.wilcoxon(differences, zero_method="pratt", method="asymptotic").pvalue

    is_approximate = wilcoxon_p(differences) == pytest.approx(approximate)
    assert is_approximate == (changed > MOST_CHANGES_COUNTED)


@given(LIKERT_CHANGES)
def test_ranks_are_scipys(differences):
    """Equal sizes share their mean rank."""
    sizes = [abs(difference) for difference in differences]

    assert mean_ranks(sizes) == list(stats.rankdata(sizes))


@given(LIKERT_CHANGES)
def test_rank_biserial_is_a_mirror_between_minus_one_and_one(differences):
    """It is 1 where everybody who changed rose, and has no value where nobody changed."""
    value = rank_biserial(differences)
    changes = [difference for difference in differences if difference]

    assert (value is None) == (not changes)
    if value is not None:
        assert -1 <= value <= 1
        assert rank_biserial(mirrored(differences)) == pytest.approx(-value)
        assert (value == 1) == (min(changes) > 0)
        assert rank_biserial([*differences, 0]) == value


@given(LIKERT_CHANGES)
def test_shift_is_the_median_of_the_walsh_averages(differences):
    """Counting equal differences together gives the same as listing every average."""
    averages = [
        (differences[i] + differences[j]) / 2
        for i in range(len(differences))
        for j in range(i, len(differences))
    ]

    assert hodges_lehmann(differences) == median(averages)


@settings(max_examples=30, deadline=None)
@given(LIKERT_CHANGES, st.randoms(use_true_random=False))
def test_shift_and_interval_are_mirrors_whatever_the_order(differences, chance):
    """Swapping before and after mirrors them exactly; the order of the people is nothing."""
    shuffled = list(differences)
    chance.shuffle(shuffled)
    low, high = shift_interval(differences)

    assert hodges_lehmann(mirrored(differences)) == -hodges_lehmann(differences)
    assert shift_interval(mirrored(shuffled)) == (-high, -low)
    assert min(differences) <= low <= high <= max(differences)


@settings(max_examples=30, deadline=None)
@given(LIKERT_CHANGES, st.integers(1, 3))
def test_shift_moves_with_everybody(differences, more):
    """Where everybody rises as much more, so do the shift and both ends of its interval."""
    moved = [difference + more for difference in differences]
    low, high = shift_interval(differences)

    assert hodges_lehmann(moved) == hodges_lehmann(differences) + more
    assert shift_interval(moved) == (low + more, high + more)


def test_interval_is_what_scipys_bootstrap_gives():
    """With other random numbers, SciPy's percentile interval ends on the same half points."""
    differences = [-1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4]
    found = stats.bootstrap(
        (differences,),
        lambda sample: hodges_lehmann(list(sample)),
        vectorized=False,
        method="percentile",
        n_resamples=2000,
        rng=np.random.default_rng(1),
    ).confidence_interval

    assert shift_interval(differences) == (found.low, found.high)


@given(P_VALUES)
def test_holm_is_the_closed_test_by_bonferroni(p_values):
    """A hypothesis falls when every set of hypotheses that holds it falls by Bonferroni."""
    tests = range(len(p_values))
    subsets = list(chain.from_iterable(combinations(tests, size + 1) for size in tests))
    expected = [
        min(
            1.0,
            max(
                len(subset) * min(p_values[other] for other in subset)
                for subset in subsets
                if test in subset
            ),
        )
        for test in tests
    ]

    assert holm(p_values) == pytest.approx(expected)


@given(P_VALUES)
def test_holm_never_lowers_and_keeps_the_order(p_values):
    """No adjusted p-value is below its raw one or above 1, and none overtakes another."""
    adjusted = holm(p_values)
    by_raw = [after for _, after in sorted(zip(p_values, adjusted, strict=True))]

    assert all(raw <= after <= 1 for raw, after in zip(p_values, adjusted, strict=True))
    assert by_raw == sorted(by_raw)
    assert holm([p_values[0]]) == [p_values[0]]


@given(
    st.lists(st.tuples(*[st.integers(1, 5)] * 4), min_size=2, max_size=30),
    st.permutations(range(4)),
)
def test_alpha_is_the_covariance_of_the_items_in_whatever_order(answers, order):
    """k/(k-1) times the share of the sum's variance that is covariance between items."""
    alpha = cronbach_alpha(answers)
    covariance = np.cov(np.array(answers, dtype=float), rowvar=False)

    if alpha is None:
        assert covariance.sum() == pytest.approx(0)
    else:
        between = covariance.sum() - np.trace(covariance)
        assert alpha == pytest.approx(4 / 3 * between / covariance.sum())
        reordered = [[row[item] for item in order] for row in answers]
        assert cronbach_alpha(reordered) == pytest.approx(alpha)


def test_items_that_say_the_same_have_an_alpha_of_one():
    """Three copies of one answer are perfectly consistent."""
    assert cronbach_alpha([(n, n, n) for n in range(1, 6)]) == pytest.approx(1)


@given(st.floats(-0.5, 0.99), st.integers(5, 60), st.integers(3, 12))
def test_feldt_interval_holds_alpha_and_narrows_with_people(alpha, people, items):
    """The interval is alpha's ratio to SciPy's F distribution, narrower with more people."""
    low, high = alpha_interval(alpha, people, items)
    freedoms = people - 1, (people - 1) * (items - 1)

    assert low < alpha < high < 1
    assert low == pytest.approx(1 - (1 - alpha) * stats.f.ppf(0.975, *freedoms))
    narrower = alpha_interval(alpha, 4 * people, items)
    assert narrower[1] - narrower[0] < high - low


@pytest.mark.parametrize("changed", [5, 6, 7])
def test_six_changes_are_the_fewest_that_can_tell(changed):
    """All in one direction: five give p = 0.0625, six 0.03125, seven 0.0156."""
    assert sign_test_p(changed, 0) == 2 / prod([2] * changed)
    assert (sign_test_p(changed, 0) <= 0.05) == (changed >= 6)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_kappa_is_what_the_table_of_both_coders_gives(pairs):
    """Observed agreement on the diagonal, chance by the outer product of the margins, in NumPy."""
    table = np.zeros((2, 2))
    for first, second in pairs:
        table[int(first), int(second)] += 1
    kappa = cohen_kappa(*(int(table[cell]) for cell in ((1, 1), (1, 0), (0, 1), (0, 0))))
    if kappa is None:
        assert not pairs or table.trace() == table.sum() == table.max()
        return
    shares = table / table.sum()
    chance = float(np.outer(shares.sum(axis=1), shares.sum(axis=0)).trace())

    assert kappa == pytest.approx((shares.trace() - chance) / (1 - chance))
    assert -1 <= kappa <= 1
    assert (kappa == 1) == (shares.trace() == 1)
