"""What each published figure says of the unknowns, written down as bounds.

Figures in the reports, charts and alternative texts are roundings of those in indicators.json,
in either language, so whoever has the file has them all. The cells of the evidence are held
against public facts alone (tests/disclosure_attack/cells.py), and the night's page over all
programmes prints no figure of any.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from flows.aggregate.indicators import Indicator, Status
from flows.programme.indicator_names import IndicatorName, Measure
from tests.disclosure_attack.links import LARGEST_COUNT, Bound, Term, ones
from tests.disclosure_attack.unknowns import (
    CODES,
    FAVOURABLE,
    TYPED,
    Kind,
    Unknown,
    answer_in,
    find_counted,
    is_pair,
)

ROUNDING = 1e-6

TOLD_BY_OTHERS = {
    Measure.SHARE: "a quotient of a count and a base that are in the same cell",
    Measure.ATTENDANCE_RATE: "the same",
    Measure.RESPONSE_RATE: "the same",
    Measure.RESPONSE_RATE_ENROLLED: "the same",
    Measure.COMPLETE_RESPONSES: "its base less the partial responses",
    Measure.COMPLETE_RATE: "a quotient of counts in the same cell",
    Measure.COMPLETE_RATE_ENROLLED: "the same",
    Measure.SHARE_FAVOURABLE_LOW: "a quotient of counts in the same cell and of public ones",
    Measure.SHARE_FAVOURABLE_HIGH: "the same",
    Measure.SHARE_ROSE_LOW: "the same",
    Measure.SHARE_ROSE_HIGH: "the same",
    Measure.SHIFT: "how far the pairs of everybody moved; shown where all their counts are",
    Measure.SHIFT_LOW: "the same",
    Measure.SHIFT_HIGH: "the same",
    Measure.RANK_BISERIAL: "the same",
    Measure.SIGN_TEST_P: "worked out from the pairs that rose and fell, in the same cell",
    Measure.WILCOXON_P: "how far the pairs of everybody moved; shown where all their counts are",
    Measure.SIGN_TEST_P_HOLM: "worked out from published figures",
    Measure.WILCOXON_P_HOLM: "the same",
    Measure.THEME_RESPONDENTS: "how many wrote binds no theme, whatever they wrote about",
    Measure.ALPHA_LOW: "worked out from alpha and its base",
    Measure.ALPHA_HIGH: "the same",
}
"""The measures that are not read, each with why it tells nothing that others do not."""

OF_THEMES = frozenset({Measure.THEME_COMMENTS, Measure.AGREEMENT, Measure.KAPPA})
"""Those that are read together (tests/disclosure_attack/theme_readings.py)."""

PUBLIC = frozenset(
    {
        Measure.SESSIONS,
        Measure.INVITED_PRESENT,
        Measure.COMMENTS,
        Measure.CODED_COMMENTS,
        Measure.CODING_LAPSED,
        Measure.QUOTES,
        Measure.CHANGE_PROJECTS,
        Measure.PROJECTS_UNNAMED,
        Measure.USERS_INVOLVED,
        Measure.BUDGET,
        Measure.OUTCOME,
        Measure.DEVIATION,
        Measure.DEVIATION_SHARE,
        Measure.GRANT,
        Measure.CO_FUNDING,
        Measure.REMAINS,
        Measure.GOALS,
        Measure.GOALS_REACHED,
        Measure.GOALS_PARTLY_REACHED,
        Measure.TARGET,
        Measure.UPPER_TARGET,
        Measure.PARTLY_TARGET,
        Measure.TABLES,
        Measure.ROWS_READ,
        Measure.ROWS_USED,
        Measure.ROWS_EXCLUDED,
        Measure.ROWS_LINKED,
        Measure.CORRECTED,
        Measure.SMALLEST_GROUP,
        Measure.FEWEST_VALUES,
        Measure.SUPPRESSED,
        Measure.PROBLEMS,
    }
)
"""The measures of public facts, and of the report itself."""


def read(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield what one published figure says of `unknowns`, of its value and of its base."""
    if figure.status is Status.NO_ANSWERS and figure.name.measure in NOBODY_BEHIND:
        yield equal(find_counted(NOBODY_BEHIND[figure.name.measure](figure), unknowns), 0)
    if figure.value is not None and figure.name.measure in READINGS:
        yield from READINGS[figure.name.measure](figure, unknowns)


def read_count(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield that the people counted are as many as the figure says."""
    yield equal(find_counted(figure.name, unknowns), value_of(figure))


def read_presence(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield who was there, and of whom it is known whether they were."""
    there = find_counted(figure.name, unknowns)
    yield equal(there, value_of(figure))
    places = {(each.time, each.role, each.session, each.organisation_type) for each in there}
    marked = [
        each
        for each in unknowns
        if each.kind is Kind.MARKS
        and (each.time, each.role, each.session, each.organisation_type) in places
    ]
    yield equal(marked, figure.base or 0)


def read_mean(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield how many gave a valid answer, and what their answers are worth together."""
    counted = find_counted(valid_answers(figure.name), unknowns)
    base = figure.base or 0
    yield equal(counted, base)
    terms = tuple((each, worth(each, figure.name.measure)) for each in counted)
    yield around(terms, value_of(figure) * base)


def read_median(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield which answer is in the middle, of numbers: of labels each count is in the cell."""
    if figure.name.item == TYPED:
        counted = find_counted(valid_answers(figure.name), unknowns)
        yield from halve(figure, {each: each.answer for each in counted})


def read_paired_median(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield how many pairs there are, and which answer of theirs is in the middle."""
    wave, item = figure.name.group.wave, figure.name.item
    pairs = [each for each in unknowns if each.kind is Kind.MOVES and each.item == item]
    if wave:
        counted = {each: answer_in(each, wave) for each in pairs if is_pair(each)}
        yield equal(list(counted), figure.base or 0)
        yield from halve(figure, counted)


def halve(figure: Indicator, counted: dict[Unknown, str]) -> Iterator[Bound]:
    """Yield that so many answers lie on either side of the middle, or of the two there."""
    if not counted:
        return
    base, middle = figure.base or 0, value_of(figure)

    def count(is_wanted: Callable[[float], bool]) -> list[Unknown]:
        return [each for each, code in counted.items() if is_wanted(float(code))]

    if base % 2:
        yield Bound(ones(count(lambda code: code < middle)), 0, (base - 1) / 2)
        yield Bound(ones(count(lambda code: code > middle)), 0, (base - 1) / 2)
        return
    half, time = base / 2, next(iter(counted)).time
    pairs = [(low, 2 * middle - low) for low in map(float, CODES) if low <= middle]
    switches = [
        (low, high, Unknown(Kind.MIDDLES, time, before=f"{figure.name} {low}", after=str(high)))
        for low, high in pairs
        if str(int(high)) in CODES and high == int(high)
    ]
    yield equal([switch for *_, switch in switches], 1)
    for low, high, switch in switches:
        for is_beyond in (below(low), above(high)):
            beyond = ones(count(is_beyond))
            yield Bound((*beyond, (switch, LARGEST_COUNT)), 0, half - 1 + LARGEST_COUNT)
        for is_upto in (upto(low), from_(high)):
            yield Bound((*ones(count(is_upto)), (switch, -half)), 0, LARGEST_COUNT)


def below(limit: float) -> Callable[[float], bool]:
    """Return what tells whether a code is below `limit`."""
    return lambda code: code < limit


def above(limit: float) -> Callable[[float], bool]:
    """Return what tells whether a code is above `limit`."""
    return lambda code: code > limit


def upto(limit: float) -> Callable[[float], bool]:
    """Return what tells whether a code is `limit` at most."""
    return lambda code: code <= limit


def from_(limit: float) -> Callable[[float], bool]:
    """Return what tells whether a code is `limit` at least."""
    return lambda code: code >= limit


def read_alpha(figure: Indicator, unknowns: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield how many answered every item of the index; how they answered is not read."""
    yield equal(find_counted(figure.name, unknowns), figure.base or 0)


Reading = Callable[[Indicator, Sequence[Unknown]], Iterator[Bound]]
READINGS: dict[Measure, Reading] = {
    **dict.fromkeys(
        (
            Measure.ENROLLED,
            Measure.RETAINED,
            Measure.CODES_UNPAIRED,
            Measure.RESPONSES,
            Measure.PARTIAL_RESPONSES,
            Measure.ANSWERS,
            Measure.MISSING,
            Measure.PAIRS,
            Measure.ROSE,
            Measure.SAME,
            Measure.FELL,
        ),
        read_count,
    ),
    Measure.PRESENT: read_presence,
    Measure.MEAN: read_mean,
    Measure.SHARE_FAVOURABLE: read_mean,
    Measure.MEDIAN: read_median,
    Measure.MEDIAN_PAIRED: read_paired_median,
    Measure.ALPHA: read_alpha,
}
"""How each measure is read. A measure that is not here stands among those above, with why."""


def valid_answers(name: IndicatorName) -> IndicatorName:
    """Return the name of how many valid answers there are behind the mean called `name`."""
    return IndicatorName(Measure.ANSWERS, name.item, group=name.group)


NOBODY_BEHIND: dict[Measure, Callable[[Indicator], IndicatorName]] = {
    Measure.MEAN: lambda figure: valid_answers(figure.name),
    Measure.SHARE: lambda figure: valid_answers(figure.name),
    Measure.PRESENT: lambda figure: figure.name,
}
"""What is nothing where a figure of the measure has no answers."""


def value_of(figure: Indicator) -> float:
    """Return the value of a published figure."""
    assert figure.value is not None
    return figure.value


def worth(unknown: Unknown, measure: Measure) -> float:
    """Return what one answer adds to a mean, or to a favourable share."""
    return float(unknown.answer) if measure is Measure.MEAN else float(unknown.answer in FAVOURABLE)


def equal(unknowns: Iterable[Unknown], value: float) -> Bound:
    """Return that `unknowns` add up to `value`; none are of another table."""
    return Bound(ones(unknowns), value, value)


def around(terms: tuple[Term, ...], value: float) -> Bound:
    """Return that `terms` add up to `value`, as near as the digits of a file."""
    return Bound(terms, value - ROUNDING, value + ROUNDING)
