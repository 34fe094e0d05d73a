"""What nothing can take back: public facts and, where the profile lets them stand, totals."""

from collections.abc import Iterable, Iterator, Sequence

from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import make_figure
from flows.programme.indicator_names import EVERYBODY, IndicatorName, Measure
from tests.disclosure_attack.secrets import CHANGES
from tests.disclosure_attack.unknowns import CODES, TYPED

ATTENDANCE = frozenset({Measure.ENROLLED, Measure.PRESENT})
COUNTS = frozenset({*ATTENDANCE, *CHANGES, Measure.RESPONSES, Measure.ANSWERS, Measure.MISSING})
PUBLIC = frozenset({*ATTENDANCE, Measure.RESPONSES})
"""What everybody may know of everybody."""
TOTALS = frozenset(
    {*COUNTS, Measure.MEAN, Measure.MEDIAN, Measure.SHARE_FAVOURABLE, Measure.RETAINED}
)
"""What is told of everybody; complete cases, complete responses and alpha are more than that."""

Publications = tuple[tuple[Indicator, ...], tuple[Indicator, ...]]
Counts = dict[IndicatorName, int]


def told_of_sizes(
    published: Publications, time: int, name: IndicatorName
) -> tuple[Iterable[Indicator], ...]:
    """Return the public facts of everybody, and what was told before `time` of the same item.

    Where the profile hides totals that tell, nothing else may narrow a sensitive count.
    """
    earlier, now = (
        [
            figure
            for figure in indicators
            if figure.name.measure in PUBLIC
            and not (figure.name.group.role or figure.name.group.organisation_type)
        ]
        for indicators in published
    )
    if time:
        earlier += [figure for figure in published[0] if figure.name.item == name.item]
    return earlier, now


def told_to_all(
    published: Publications, truths: Sequence[Counts], time: int, name: IndicatorName
) -> tuple[Iterable[Indicator], ...]:
    """Return what nothing can take back of `name`; of what was told before `time`, everything.

    How many of everybody typed each number counts as told, as it is of labels.
    """
    earlier, now = (
        (*keep_told(indicators, name), *number_totals(counts, name.item))
        for indicators, counts in zip(published, truths, strict=True)
    )
    return (published[0] if time else earlier, now)


def number_totals(counts: Counts, item: str) -> Iterator[Indicator]:
    """Yield how many of everybody typed each number, where `item` is answered with one."""
    for name, count in counts.items():
        if name.item == item == TYPED and name.answer in CODES and name.group == EVERYBODY:
            yield make_figure(name, count, None, ())


def keep_told(indicators: Iterable[Indicator], name: IndicatorName) -> Iterator[Indicator]:
    """Yield totals and public facts, of the item no part; and what is shown of other items.

    Of the item the others tell no more than how many of each part responded; how many of each
    are enrolled is as public, where it is shown. Of a role, who came back and the like are
    totals over everybody as well. Answers before tell nothing of those after that counts here.
    """
    public = {Measure.PRESENT, Measure.RESPONSES, Measure.RETAINED}
    for indicator in indicators:
        group, measure = indicator.name.group, indicator.name.measure
        is_everybody = not (group.role or group.organisation_type)
        is_back = measure is Measure.RETAINED and group.wave
        is_told = is_everybody and (group.session is None or measure in public)
        is_other = indicator.name.item not in ("", name.item) or measure is Measure.ENROLLED
        is_total = (measure in TOTALS and not is_back) or (name.group.role and is_told)
        is_its_own = name.item != indicator.name.item or is_total_of(indicator.name, name)
        if is_total and (is_told or is_other) and is_its_own:
            yield indicator


def is_total_of(one: IndicatorName, other: IndicatorName) -> bool:
    """Tell whether `one`, of the same item as `other`, belongs to its table or its margins.

    Whoever changed is a table whose margins are the answers before and after. Of a wave, neither
    the changes nor another wave are a total.
    """
    return other.measure in CHANGES or (
        one.group.wave is other.group.wave and one.measure not in CHANGES
    )
