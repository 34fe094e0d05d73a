"""What was changed between two states of a file: cells, and rows removed or added.

Rows are compared by what they hold, so that a removed row does not make every row below it
look changed, and rows that were only put into another order are not changed at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from flows.ingest.correction_signs import MarkedCell, comparable_text
from flows.ingest.corrections import Change, ChangeKind
from flows.programme.sheets import Row, Sheet

MOST_COMPARISONS = 1_000_000
"""How many pairs of changed rows are compared; beyond that they are paired in their order."""

Pair = tuple[Row | None, Row | None]
"""A row before and after; None where it was added or removed."""


def compare_files(before: Sequence[Sheet], after: Sequence[Sheet]) -> tuple[Change, ...]:
    """Return every change from the sheets `before` to the sheets `after`, in order of place."""
    changes: list[Change] = []
    for old, new in pair_sheets(before, after):
        changes += compare_sheets(old, new)
    return tuple(sorted(changes, key=lambda change: (change.place, change.kind)))


def pair_sheets(
    before: Sequence[Sheet], after: Sequence[Sheet]
) -> Iterator[tuple[Sheet | None, Sheet | None]]:
    """Yield the sheets that are the same one: by name, the others in their order.

    The table of a csv file has no name, but its sheet in a correction workbook has one.
    """
    by_name = {sheet.name: sheet for sheet in after}
    unnamed = [sheet for sheet in after if sheet.name not in {one.name for one in before}]
    for old in before:
        yield old, by_name.get(old.name) or (unnamed.pop(0) if unnamed else None)
    yield from ((None, new) for new in unnamed)


def compare_sheets(before: Sheet | None, after: Sheet | None) -> Iterator[Change]:
    """Yield the changes of one sheet; one that is new or gone has all its rows added or removed."""
    old_rows, new_rows = (sheet.rows if sheet else () for sheet in (before, after))
    for old, new in pair_rows(old_rows, new_rows):
        if old and new and after:
            yield from compare_rows(old, new, after)
        elif new and after:
            yield Change(after.place(new.number), ChangeKind.ROW_ADDED)
        elif old and before:
            yield Change(before.place(old.number), ChangeKind.ROW_REMOVED)


def compare_rows(before: Row, after: Row, sheet: Sheet) -> Iterator[Change]:
    """Yield the cells in which two states of one row differ."""
    for column in range(1, max(len(before.values), len(after.values)) + 1):
        old, new = (comparable_text(row.value_at(column)) for row in (before, after))
        if old != new:
            yield Change(sheet.place(after.number, column), ChangeKind.CELL, old, new)


def pair_rows(before: Iterable[Row], after: Iterable[Row]) -> Iterator[Pair]:
    """Yield the rows that are not the same any more, each with what became of it."""
    old = {row.number: row for row in before}
    new = {row.number: row for row in after}
    kept = {number for number in old.keys() & new.keys() if alike(old[number], new[number])}
    old_rows, new_rows = (
        [row for number, row in sorted(rows.items()) if number not in kept] for rows in (old, new)
    )
    if is_edited_in_place(old_rows, new_rows):
        yield from zip(old_rows, new_rows, strict=True)
    else:
        yield from pair_moved_rows(*leave_out_alike(old_rows, new_rows))


def is_edited_in_place(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """Tell whether the rows have kept their numbers and at least half of what they hold."""
    return [row.number for row in before] == [row.number for row in after] and all(
        2 * agreement(old, new) >= width(old, new) for old, new in zip(before, after, strict=True)
    )


def leave_out_alike(before: Sequence[Row], after: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of either side that stand nowhere on the other."""
    waiting: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in after:
        waiting[content(row)].append(row)
    left = []
    for row in before:
        same = waiting[content(row)]
        if same:
            same.pop(0)
        else:
            left.append(row)
    return left, sorted((row for rows in waiting.values() for row in rows), key=row_number)


def pair_moved_rows(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Pair]:
    """Yield rows in pairs, in their order, so that as many cells as possible agree."""
    if len(before) * len(after) > MOST_COMPARISONS:
        shorter = min(len(before), len(after))
        yield from zip(before[:shorter], after[:shorter], strict=True)
        yield from ((row, None) for row in before[shorter:])
        yield from ((None, row) for row in after[shorter:])
        return
    best = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            best[i][j] = max(
                best[i + 1][j],
                best[i][j + 1],
                best[i + 1][j + 1] + likeness(before[i], after[j]),
            )
    i = j = 0
    while i < len(before) and j < len(after):
        alikeness = likeness(before[i], after[j])
        if alikeness and best[i][j] == best[i + 1][j + 1] + alikeness:
            yield before[i], after[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield before[i], None
            i += 1
        else:
            yield None, after[j]
            j += 1
    yield from ((row, None) for row in before[i:])
    yield from ((None, row) for row in after[j:])


def likeness(before: Row, after: Row) -> int:
    """Return how much speaks for two rows being one: 0 where they are not taken for one."""
    agreed = agreement(before, after)
    if before.number == after.number:
        return 2 * agreed + 1
    return 2 * agreed if 2 * agreed >= width(before, after) else 0


def agreement(before: Row, after: Row) -> int:
    """Return in how many filled cells two rows hold the same."""
    pairs = zip(content(before), content(after), strict=False)
    return sum(bool(old) and old == new for old, new in pairs)


def width(before: Row, after: Row) -> int:
    """Return how many cells are filled in the fuller one of two rows."""
    return max(sum(map(bool, content(row))) for row in (before, after))


def alike(before: Row, after: Row) -> bool:
    """Tell whether two rows hold the same."""
    return before.values == after.values or content(before) == content(after)


def content(row: Row) -> tuple[str, ...]:
    """Return the texts of the row's cells."""
    return tuple(map(comparable_text, row.values))


def row_number(row: Row) -> int:
    """Return the row's number, to sort by."""
    return row.number


def compare_marked(marked: Iterable[MarkedCell], after: Sequence[Sheet]) -> Iterator[Change]:
    """Yield the marked cells that hold something else by now."""
    sheets = {sheet.name: sheet for sheet in after}
    rows = {(sheet.name, row.number): row for sheet in after for row in sheet.rows}
    for cell in marked:
        sheet, row = sheets.get(cell.sheet), rows.get((cell.sheet, cell.row))
        now = comparable_text(row.value_at(cell.column)) if row else ""
        if sheet and now != cell.text:
            yield Change(sheet.place(cell.row, cell.column), ChangeKind.CELL, cell.text, now)
