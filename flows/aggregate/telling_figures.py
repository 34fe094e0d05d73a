"""The stricter rule over all tables: what would narrow a hidden count is hidden as well."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from flows.aggregate.protected_tables import Cell, ClosedTable
from flows.aggregate.telling_totals import TotalCover
from flows.aggregate.telling_waves import ChangedItem
from flows.programme.indicator_names import Measure
from flows.programme.items import Wave


def hide_telling(closed: Sequence[ClosedTable], enrolled: int, threshold: int) -> list[ClosedTable]:
    """Return the tables with every cell hidden that would narrow a sensitive one.

    So many are `enrolled`, which everybody knows.
    """
    waves: dict[str, dict[Wave, ClosedTable]] = defaultdict(dict)
    changes: dict[str, dict[Wave, ClosedTable]] = defaultdict(dict)
    tables: list[ClosedTable] = []
    for each in closed:
        total = each.table.total
        name = total.figures[0].name if total and total.figures else None
        measures = {figure.name.measure for figure in total.figures} if total else set()
        if name and Measure.PAIRS in measures:
            changes[name.item][name.group.wave or Wave.BEFORE] = each
            tables.append(each)
        else:
            if name and name.group.wave and Measure.MISSING in measures:
                waves[name.item][name.group.wave] = each
            tables.append(TotalCover(each, threshold).close())
    telling = [
        cell
        for item, of_item in changes.items()
        for cell in ChangedItem(waves[item], of_item, enrolled, threshold).find_telling()
    ]
    return [hide(each, telling) for each in tables]


def hide(closed: ClosedTable, telling: Sequence[Cell]) -> ClosedTable:
    """Return a table with its total hidden where it is among the `telling` cells."""
    total = closed.table.total
    return replace(closed, telling=(total,)) if total and total in telling else closed
