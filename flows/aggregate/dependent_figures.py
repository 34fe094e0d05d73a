"""Figures that are no part of any total, yet would tell of what the gate has hidden.

Cronbach's alpha tells how many answered every item of an index at an occasion; complete
responses tell how many left nothing out; medians of the pairs tell where the answers of a wave
lie, and their base how many pairs there are, which is no more than came back; who changed and
how tells the answers of one wave beside those of the other; the coders' agreement tells what
comments in answer to any question are about. Each is hidden with what it is made of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flows.aggregate.indicators import Indicator, Status, Suppression
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Wave

OF_INDICES = frozenset({Measure.ALPHA, Measure.ALPHA_LOW, Measure.ALPHA_HIGH})
OF_CODERS = frozenset({Measure.AGREEMENT, Measure.KAPPA})
OF_RESPONSES = frozenset(
    {
        Measure.COMPLETE_RESPONSES,
        Measure.PARTIAL_RESPONSES,
        Measure.COMPLETE_RATE,
        Measure.COMPLETE_RATE_ENROLLED,
    }
)
OF_CHANGES = frozenset(
    {
        *(Measure.PAIRS, Measure.ROSE, Measure.SAME, Measure.FELL),
        *(Measure.SHIFT, Measure.SHIFT_LOW, Measure.SHIFT_HIGH, Measure.RANK_BISERIAL),
        *(Measure.SIGN_TEST_P, Measure.WILCOXON_P),
        *(Measure.SHARE_ROSE_LOW, Measure.SHARE_ROSE_HIGH),
    }
)
"""Who changed and how: beside the answers of one wave, it tells those of the other."""
OF_RETURNING = frozenset({Measure.RETAINED, Measure.CODES_UNPAIRED})
"""Who came back, and the others of a wave: each tells the other."""


Occurrence = tuple[str, Group]
"""An item and a group."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """The items whose answers, and those whose pairs, are suppressed, each with its group.

    `is_return` says that it is suppressed how many answered both before and after.
    """

    answers: frozenset[Occurrence]
    pairs: frozenset[Occurrence]
    is_return: bool


def hide_dependent(
    disclosed: Sequence[Indicator], indices: Mapping[str, Sequence[str]]
) -> tuple[Indicator, ...]:
    """Return the indicators past the gate, those suppressed that depend on suppressed ones.

    `indices` holds the items of each index.
    """
    # Every item that can be counted has counts of missing answers wherever it was asked.
    hidden = Hidden(
        find_hidden(disclosed, Measure.MISSING),
        find_hidden(disclosed, Measure.PAIRS),
        is_return=any(group.wave for _, group in find_hidden(disclosed, Measure.RETAINED)),
    )
    with_themes = OF_CODERS if find_hidden(disclosed, Measure.THEME_COMMENTS) else frozenset()
    return tuple(
        suppress(each)
        if each.name.measure in with_themes or depends_on_hidden(each, hidden, indices)
        else each
        for each in disclosed
    )


def find_hidden(disclosed: Sequence[Indicator], measure: Measure) -> frozenset[Occurrence]:
    """Return the items with the groups of which `measure` is suppressed."""
    return frozenset(
        (each.name.item, each.name.group)
        for each in disclosed
        if each.suppression and each.name.measure is measure
    )


def depends_on_hidden(
    figure: Indicator, hidden: Hidden, indices: Mapping[str, Sequence[str]]
) -> bool:
    """Tell whether `figure` is made of answers or pairs whose own figures are `hidden`."""
    name = figure.name
    if name.measure in OF_INDICES:
        return any((item, name.group) in hidden.answers for item in indices.get(name.item, ()))
    if name.measure in OF_RESPONSES:
        groups = {group for _, group in hidden.answers}
        is_session_hidden = bool(name.group.session) and any(group.session for group in groups)
        return is_session_hidden or replace(name.group, session=None) in groups
    if name.measure in OF_RETURNING and name.group.wave:
        is_wave_hidden = any(group.wave for _, group in hidden.answers)
        is_pair_hidden = any(group == EVERYBODY for _, group in hidden.pairs)
        return hidden.is_return or is_wave_hidden or is_pair_hidden
    compared = name.group.wave if name.measure in OF_CHANGES else None
    waves = {compared or Wave.BEFORE, Wave.AFTER}
    is_wave_hidden = any((name.item, Group(wave=wave)) in hidden.answers for wave in waves)
    if name.measure in OF_CHANGES:
        return is_wave_hidden
    return name.measure is Measure.MEDIAN_PAIRED and (
        is_wave_hidden or (name.item, EVERYBODY) in hidden.pairs
    )


def suppress(figure: Indicator) -> Indicator:
    """Return `figure` without what it tells."""
    return replace(
        figure,
        value=None,
        base=None,
        status=Status.SUPPRESSED,
        sources=(),
        suppression=figure.suppression or Suppression.PART,
    )
