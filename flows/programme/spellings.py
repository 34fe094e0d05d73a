"""One spelling for each word that groups people, items or money: the first in the workbook.

Whoever types "Chef" in one row and "chef " in the next means one role. Taken for two, each
would be shown alone, and suppressed where it is small.
"""

from collections.abc import Mapping
from dataclasses import replace

from flows.programme.headers import normalise
from flows.programme.workbook_rows import WorkbookRow

GROUPING_FIELDS = (
    (("participants", "role"),),
    (("participants", "organisation"),),
    (("participants", "organisation_type"),),
    (("scales", "scale_id"), ("items", "scale_id")),
    (("items", "index_id"),),
    (("economy", "category"),),
    (("economy", "party"),),
)
"""The fields whose equal values make a group, each with its sheet; a line shares words."""


def settle_spellings(
    records: Mapping[str, tuple[WorkbookRow, ...]],
) -> dict[str, tuple[WorkbookRow, ...]]:
    """Return `records` with words that differ in case or spaces alone spelled as the first."""
    settled = dict(records)
    for fields in GROUPING_FIELDS:
        first: dict[str, str] = {}
        for sheet, field in fields:
            settled[sheet] = tuple(settle_row(row, field, first) for row in settled[sheet])
    return settled


def settle_row(row: WorkbookRow, field: str, first: dict[str, str]) -> WorkbookRow:
    """Return `row` with the word in `field` as in `first`, which it joins if it is new there."""
    value, place = row.cells.get(field, (None, row.place))
    if not isinstance(value, str) or not normalise(value):
        return row
    spelled = first.setdefault(normalise(value), value)
    return replace(row, cells={**row.cells, field: (spelled, place)}) if spelled != value else row
