"""Who stayed: participants who were still coming, and those who answered before and after."""

from collections.abc import Iterator

from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.protected_tables import Cell, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Wave
from flows.validate.dataset import Dataset


def count_retention(dataset: Dataset) -> Figures:
    """Return how many stayed from session to session, and from one wave to the next."""
    tables = []
    known = {mark.participant_key for mark in dataset.attendances}
    if known:
        figures = tuple(count_remaining(dataset, len(known)))
        tables.append(Table(Cell(figures, len(known), len(known))))
    answered_before = identities(dataset, Wave.BEFORE)
    if answered_before and identities(dataset, Wave.AFTER):
        figure = count_returned(dataset)
        returned = int(figure.value or 0)
        tables.append(Table(Cell((figure,), returned, len(answered_before))))
    return Figures(protected=tuple(tables))


def count_remaining(dataset: Dataset, base: int) -> Iterator[Indicator]:
    """Yield for each session how many came to it or to a later one.

    The base is the participants whose attendance is known at any session. Whoever misses only
    the last one counts as gone there: nothing later tells otherwise.
    """
    listed = sorted({mark.session for mark in dataset.attendances})
    for session in listed:
        marks = [mark for mark in dataset.attendances if mark.session >= session]
        remaining = {mark.participant_key for mark in marks if mark.is_present}
        name = IndicatorName(Measure.RETAINED, group=Group(session=session))
        sources = fold_cells(mark.place for mark in marks)
        yield make_figure(name, len(remaining), base, sources)


def count_returned(dataset: Dataset) -> Indicator:
    """Return how many of those who answered before answered after as well.

    Where nobody is recognised it is not known, as with anonymous answers.
    """
    before, after = identities(dataset, Wave.BEFORE), identities(dataset, Wave.AFTER)
    name = IndicatorName(Measure.RETAINED, group=Group(wave=Wave.AFTER))
    if not before & after:
        return make_gap(name, Status.NO_ANSWERS)
    places = [
        response.place
        for response in dataset.responses
        if response.wave in (Wave.BEFORE, Wave.AFTER)
    ]
    return make_figure(name, len(before & after), len(before), fold_cells(places))


def identities(dataset: Dataset, wave: Wave) -> set[str]:
    """Return the respondents of `wave`."""
    return {response.respondent.identity for response in dataset.responses if response.wave is wave}
