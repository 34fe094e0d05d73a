"""Figures that are no part of any total, yet would tell of what the gate has hidden.

Cronbach's alpha tells how many answered every item of an index at an occasion; complete
responses tell of a session how many left nothing out; medians of the pairs tell where the
answers of a wave lie. Each is hidden with what it is made of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows.aggregate.indicators import Indicator, Status, Suppression
from flows.programme.indicator_names import Group, Measure

OF_INDICES = frozenset({Measure.ALPHA, Measure.ALPHA_LOW, Measure.ALPHA_HIGH})
OF_RESPONSES = frozenset(
    {
        Measure.COMPLETE_RESPONSES,
        Measure.PARTIAL_RESPONSES,
        Measure.COMPLETE_RATE,
        Measure.COMPLETE_RATE_ENROLLED,
    }
)


def hide_dependent(
    disclosed: Sequence[Indicator], indices: Mapping[str, Sequence[str]]
) -> tuple[Indicator, ...]:
    """Return the indicators past the gate, those suppressed that depend on suppressed ones.

    `indices` holds the items of each index.
    """
    hidden = frozenset(list_hidden(disclosed))
    return tuple(
        suppress(each) if depends_on_hidden(each, hidden, indices) else each for each in disclosed
    )


Occurrence = tuple[str, Group]
"""An item and a group."""


def list_hidden(disclosed: Sequence[Indicator]) -> Iterator[Occurrence]:
    """Yield the items with the groups of which the counts of missing answers are suppressed.

    Every item that can be counted has them wherever it was asked.
    """
    for each in disclosed:
        if each.suppression and each.name.measure is Measure.MISSING:
            yield each.name.item, each.name.group


def depends_on_hidden(
    figure: Indicator, hidden: frozenset[Occurrence], indices: Mapping[str, Sequence[str]]
) -> bool:
    """Tell whether `figure` is made of answers whose own figures are among the `hidden`."""
    name = figure.name
    if name.measure in OF_INDICES:
        return any((item, name.group) in hidden for item in indices.get(name.item, ()))
    if name.measure in OF_RESPONSES and name.group.session:
        return any(group.session for _, group in hidden)
    return name.measure is Measure.MEDIAN_PAIRED and (name.item, name.group) in hidden


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
