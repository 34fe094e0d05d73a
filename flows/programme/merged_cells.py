"""Merged cells: a range of which Excel shows the first cell only."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from flows.programme.places import column_number
from flows.programme.sheets import Row, filled_row

RANGE = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")


def show_merged(rows: Iterable[Row], merged: Iterable[str]) -> tuple[Row, ...]:
    """Return `rows` without the values that stand under a merged range ("A1:F1").

    Other programs leave values there, and nobody who opens the workbook sees them.
    """
    shown = list(rows)
    numbers = [row.number for row in shown]
    covered: dict[int, set[int]] = defaultdict(set)
    for match in filter(None, map(RANGE.fullmatch, merged)):
        left, top, right, bottom = (
            column_number(match[1]),
            int(match[2]),
            column_number(match[3]),
            int(match[4]),
        )
        for position in range(bisect_left(numbers, top), bisect_right(numbers, bottom)):
            width = min(right, len(shown[position].values))
            covered[position].update(range(left + (numbers[position] == top), width + 1))
    for position, columns in covered.items():
        if columns:
            row = shown[position]
            values = (None if i in columns else value for i, value in enumerate(row.values, 1))
            shown[position] = filled_row(row.number, values, is_hidden=row.is_hidden) or Row(0, ())
    return tuple(row for row in shown if row.values)
