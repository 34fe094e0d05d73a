"""The sum of every table: rows read = rows used + rows excluded, each with its code."""

from collections import Counter
from collections.abc import Iterable

from flows.ingest.exports import Export
from flows.validate.dataset import FileAccount
from flows.validate.defects import Defects


def account_tables(exports: Iterable[Export], defects: Defects) -> tuple[FileAccount, ...]:
    """Return the account of each of `exports`, in their order.

    Rows that ingest skipped (headings, sums) count as read and excluded.
    """
    reason_of_table = {
        (problem.place.file, problem.place.sheet): problem.code
        for problem in sorted(defects.tables, reverse=True)
    }
    codes_by_table: dict[tuple[str, str], Counter[str]] = {}
    for problem in defects.rows:
        table = (problem.place.file, problem.place.sheet)
        codes_by_table.setdefault(table, Counter())[problem.code] += 1
    accounts = []
    for export in exports:
        tables = [(export.source.file, sheet) for sheet in export.sheets]
        reasons = (reason for table in tables if (reason := reason_of_table.get(table)))
        codes = (codes_by_table.get(table, Counter()) for table in tables)
        accounts.append(account_table(export, next(reasons, None), sum(codes, Counter())))
    return tuple(accounts)


def account_table(export: Export, rejected: str | None, codes: Counter[str]) -> FileAccount:
    """Return the account of `export`; `rejected` is the code that cost all its rows, if any."""
    lost = Counter({rejected: len(export.responses)}) if rejected else codes
    excluded = +(lost + Counter(dict(export.rows_skipped)))
    return FileAccount(
        file=export.source.file,
        sheet=export.sheet,
        sha256=export.source.sha256,
        tool=export.tool.name,
        kind=export.kind,
        session=export.session,
        rows_read=len(export.responses) + sum(count for _, count in export.rows_skipped),
        rows_used=len(export.responses) - sum(lost.values()),
        excluded=tuple(sorted(excluded.items())),
        further_sheets=export.sheets[1:],
    )
