"""Whether the items of an index go together: Cronbach's alpha, at each occasion."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.occasions import Occasion, collect_answers
from flows.aggregate.protected_tables import Cell, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.aggregate.statistics.alpha import alpha_interval, cronbach_alpha
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.programme import FEWEST_ITEMS_OF_AN_INDEX
from flows.validate.dataset import Answer, Dataset


def count_reliability(dataset: Dataset, *, is_quick: bool = False) -> Figures:
    """Return alpha with its interval for each index of three items or more, wherever asked.

    An occasion that left out an item of the index has no alpha. Sessions are never pooled: the
    same people come back. A quick count leaves out the interval, which needs SciPy.
    """
    answers = {item.item_id: occasions for item, occasions in collect_answers(dataset)}
    tables = []
    for index_id, item_ids in dataset.programme.indices.items():
        if len(item_ids) < FEWEST_ITEMS_OF_AN_INDEX:
            continue
        by_occasion: dict[Occasion, list[Sequence[Answer]]] = defaultdict(list)
        for item_id in item_ids:
            for asked in answers[item_id]:
                if asked.is_asked:
                    by_occasion[asked.occasion].append(asked.answers)
        for occasion, of_items in by_occasion.items():
            if len(of_items) == len(item_ids):
                cell = describe_index(index_id, occasion, of_items, is_quick=is_quick)
                tables.append(Table(cell))
    return Figures(protected=tuple(tables))


def describe_index(
    index_id: str, occasion: Occasion, of_items: Sequence[Sequence[Answer]], *, is_quick: bool
) -> Cell:
    """Return alpha of one index at one occasion; the base is those who answered every item."""
    answers_by_person: dict[str, list[Answer]] = defaultdict(list)
    asked = {answer.respondent.identity for answers in of_items for answer in answers}
    for answers in of_items:
        for answer in answers:
            if answer.value is not None:
                answers_by_person[answer.respondent.identity].append(answer)
    complete = [found for found in answers_by_person.values() if len(found) == len(of_items)]
    sources = fold_cells(
        place for answers in of_items for answer in answers for place in answer.places
    )
    figures = measure_index(index_id, occasion, complete, sources, is_quick=is_quick)
    return Cell(tuple(figures), people_answered=len(complete), people_asked=len(asked))


def measure_index(
    index_id: str,
    occasion: Occasion,
    complete: Sequence[Sequence[Answer]],
    sources: tuple[SourceCells, ...],
    *,
    is_quick: bool,
) -> Iterator[Indicator]:
    """Yield alpha and the ends of its interval, or why there is none.

    Of nobody, or one alone, there are no answers to compare; of several with the same sum there
    is no variation.
    """
    rows = [[answer.value for answer in row if answer.value is not None] for row in complete]
    alpha = cronbach_alpha(rows)
    values = {Measure.ALPHA: alpha}
    if not is_quick:
        interval = (None, None) if alpha is None else alpha_interval(alpha, len(rows), len(rows[0]))
        values |= zip((Measure.ALPHA_LOW, Measure.ALPHA_HIGH), interval, strict=True)
    for measure, value in values.items():
        name = IndicatorName(measure, index_id, group=occasion)
        if value is None and len(rows) > 1:
            yield make_gap(name, Status.NO_VARIATION, sources, base=len(rows))
        elif value is None:
            yield make_gap(name, Status.NO_ANSWERS, sources)
        else:
            yield make_figure(name, value, len(rows), sources)
