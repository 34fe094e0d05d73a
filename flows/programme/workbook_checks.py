"""What must agree between the rows and sheets of a programme workbook.

Each contradiction is reported at the later of the cells concerned.
"""

from collections.abc import Iterable, Iterator, Mapping

from flows.programme.goal_checks import check_goals
from flows.programme.headers import normalise
from flows.programme.items import KINDS_WITH_SCALE, Instrument, ItemKind
from flows.programme.outcome_ranges import values_by_item
from flows.programme.programme import FEWEST_ITEMS_OF_AN_INDEX
from flows.programme.workbook_rows import WorkbookRow

Rows = tuple[WorkbookRow, ...]


def check_records(records: Mapping[str, Rows]) -> None:
    """Report every contradiction among the `records` of a workbook to its rows."""
    report_repeated(records["sessions"], "number")
    report_repeated(records["participants"], "key")
    report_repeated(records["participants"], "email")
    report_repeated(records["items"], "item_id")
    report_repeated(records["goals"], "goal_id")
    report_repeated(records["economy"], "party", within="category")
    for field in ("label_sv", "label_en", "value"):
        report_repeated(records["scales"], field, within="scale_id")
    check_wordings(records["items"])
    check_scales(records["items"], records["scales"])
    check_indices(records["items"], records["scales"])
    check_declared_sessions(records["exports"], records["sessions"])
    check_session_dates(records["sessions"], records["project"])
    check_goals(records["goals"], records["items"], records["scales"])


def report_repeated(rows: Rows, field: str, *, within: str = "") -> None:
    """Report a field whose value an earlier row has too, among rows that are alike in `within`."""
    first: dict[tuple[str, str], WorkbookRow] = {}
    for row in rows:
        key = normalise(row.text(field))
        group = normalise(row.text(within)) if within else ""
        earlier = first.setdefault((group, key), row)
        if key and earlier is not row:
            row.report("workbook-repeated", field, row=earlier.place.row)


def check_wordings(items: Rows) -> None:
    """Report a wording that two items of one form share: their columns could not be told apart."""
    first: dict[tuple[Instrument | None, str], WorkbookRow] = {}
    for row in items:
        instrument = row.member("instrument", Instrument)
        for field, wording in wordings_of(row):
            earlier = first.setdefault((instrument, normalise(wording)), row)
            if earlier is not row:
                row.report("workbook-wording-twice", field, row=earlier.place.row)


def wordings_of(item: WorkbookRow) -> Iterator[tuple[str, str]]:
    """Yield each wording of the item with the field that holds it."""
    for field in ("wording_sv", "wording_en"):
        if item.text(field):
            yield field, item.text(field)
    for wording in item.lines("other_wordings"):
        yield "other_wordings", wording


def check_scales(items: Rows, scales: Rows) -> None:
    """Report an item whose scale is missing, or has no values where its answers need some."""
    known = tuple(dict.fromkeys(row.text("scale_id") for row in scales if row.text("scale_id")))
    without_values = {row.text("scale_id") for row in scales if is_without_value(row)}
    for row in items:
        kind, scale_id = row.member("kind", ItemKind), row.text("scale_id")
        if scale_id not in known and (scale_id or kind in KINDS_WITH_SCALE):
            row.report("workbook-scale-unknown", "scale_id", known=", ".join(known) or "–")
        elif kind is ItemKind.SCALE and scale_id in without_values:
            row.report("workbook-scale-without-values", "scale_id", scale=scale_id)


def check_indices(items: Rows, scales: Rows) -> None:
    """Report an index of too few items, and an item that cannot be put together with the others."""
    values = values_by_item(items, scales)
    rows_by_index: dict[str, list[WorkbookRow]] = {}
    for row in items:
        if row.text("index_id"):
            rows_by_index.setdefault(row.text("index_id"), []).append(row)
    for index, rows in rows_by_index.items():
        if len(rows) < FEWEST_ITEMS_OF_AN_INDEX:
            rows[-1].report(
                "workbook-index-too-small",
                "index_id",
                index=index,
                found=len(rows),
                fewest=FEWEST_ITEMS_OF_AN_INDEX,
            )
        first, *others = (index_terms(row, values) for row in rows)
        for row, terms in zip(rows, (first, *others), strict=True):
            if terms != first or terms[0] is not ItemKind.SCALE:
                row.report("workbook-index-mixed", "index_id", index=index)


def index_terms(
    row: WorkbookRow, values: Mapping[str, set[float]]
) -> tuple[ItemKind | None, Instrument | None, frozenset[float]]:
    """Return what the items of an index must have in common: kind, form and the scale's values.

    An item that is worded the other way round has a scale of its own with the same values.
    """
    of_item = frozenset(values[row.text("item_id")])
    return row.member("kind", ItemKind), row.member("instrument", Instrument), of_item


def is_without_value(row: WorkbookRow) -> bool:
    """Tell whether the row's label is an answer without a value, and no kind of missing.

    A cell with a word that is not understood is told of where it stands, and not once more.
    """
    return row.number("value") is None and not (row.text("value") or row.text("missing"))


def check_declared_sessions(declarations: Rows, sessions: Rows) -> None:
    """Report a file that is declared for a session which does not exist."""
    numbers = {row.whole_number("number") for row in sessions}
    for row in declarations:
        number = row.whole_number("session")
        if number is not None and number not in numbers:
            row.report("workbook-session-unknown", "session", session=number)


def check_session_dates(sessions: Rows, project: Iterable[WorkbookRow]) -> None:
    """Report a session before the project's first day or after its last."""
    for facts in project:
        starts_on, ends_on = facts.date("starts_on"), facts.date("ends_on")
        for row in sessions:
            held_on = row.date("held_on")
            if starts_on is None or ends_on is None or held_on is None:
                continue
            if not starts_on <= held_on <= ends_on:
                row.report(
                    "workbook-session-outside-project",
                    "held_on",
                    found=held_on.isoformat(),
                    starts=starts_on.isoformat(),
                    ends=ends_on.isoformat(),
                )
