"""How rows were linked to people, and what was corrected in files: counts of rows and cells."""

from collections import Counter
from collections.abc import Iterator

from flows.aggregate.indicators import Indicator, SourceCells
from flows.aggregate.measures import make_figure
from flows.aggregate.protected_tables import Figures
from flows.ingest.corrections import ChangeKind
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.validate.dataset import Dataset, Link, TableLinks


def count_links(dataset: Dataset) -> Figures:
    """Return how many rows were linked in each way, by form or by kind of export.

    Every row that was looked at counts once. Ways that no row of the dataset was linked in are
    left out, others are counted for each form. The cells behind them are whole tables.
    """
    tables_by_name: dict[str, list[TableLinks]] = {}
    for table in dataset.links:
        tables_by_name.setdefault(name_of(table), []).append(table)
    ways = {way for table in dataset.links for way, _count in table.rows}
    figures = [
        figure
        for name, tables in tables_by_name.items()
        for figure in describe_links(name, tables, ways)
    ]
    return Figures((*figures, *count_unpaired(dataset)))


def name_of(table: TableLinks) -> str:
    """Return the form whose rows a table holds, or the kind of what is no survey."""
    return table.instrument or table.kind


def describe_links(name: str, tables: list[TableLinks], ways: set[Link]) -> Iterator[Indicator]:
    """Yield the rows of `tables` in all, and linked in each of `ways`."""
    counts: Counter[Link] = Counter()
    for table in tables:
        counts.update(dict(table.rows))
    named = sorted({(table.file, table.sheet) for table in tables})
    sources = tuple(SourceCells(file, sheet, "") for file, sheet in named)
    total = counts.total()
    yield make_figure(IndicatorName(Measure.ROWS_LINKED, name), total, None, sources)
    for way in Link:
        if way in ways:
            link = IndicatorName(Measure.ROWS_LINKED, name, way)
            yield make_figure(link, counts[way], total, sources)


def count_unpaired(dataset: Dataset) -> Iterator[Indicator]:
    """Yield for each wave the self-made codes that the other one does not have."""
    for wave, count in dataset.unpaired_codes:
        named = sorted(
            {
                (response.place.file, response.place.sheet)
                for response in dataset.responses
                if response.wave is wave
            }
        )
        sources = tuple(SourceCells(file, sheet, "") for file, sheet in named)
        name = IndicatorName(Measure.CODES_UNPAIRED, group=Group(wave=wave))
        yield make_figure(name, count, None, sources)


def count_corrections(dataset: Dataset) -> Figures:
    """Return how much was changed in each corrected file, called by its original's name."""
    return Figures(
        tuple(
            make_figure(
                IndicatorName(Measure.CORRECTED, correction.file, kind),
                correction.count(kind),
                None,
                (SourceCells(file, "", ""),),
            )
            for file, correction in dataset.corrections
            for kind in ChangeKind
        )
    )
