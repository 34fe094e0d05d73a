"""The account of what was read: tables, and rows read, used and excluded, by kind and reason."""

from collections.abc import Iterator, Sequence

from flows.aggregate.indicators import Indicator, SourceCells
from flows.aggregate.measures import make_figure
from flows.aggregate.protected_tables import Figures
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.programme import ExportKind
from flows.validate.dataset import Dataset, FileAccount


def count_rows(dataset: Dataset) -> Figures:
    """Return the sums of the accounts: in all, by kind of export, and by reason of exclusion.

    The cells behind them are whole tables.
    """
    accounts = dataset.accounts
    kinds = [kind for kind in ExportKind if any(account.kind is kind for account in accounts)]
    figures = [
        figure
        for kind in kinds
        for figure in sum_accounts(kind, [each for each in accounts if each.kind is kind])
    ]
    codes = sorted({code for account in accounts for code, _count in account.excluded})
    excluded = (sum_reason(code, accounts) for code in codes)
    return Figures((*sum_accounts("", accounts), *figures, *excluded) if accounts else ())


def sum_accounts(kind: str, accounts: Sequence[FileAccount]) -> Iterator[Indicator]:
    """Yield tables and rows of `accounts`, which are of `kind`."""
    excluded = sum(count for account in accounts for _code, count in account.excluded)
    read = sum(account.rows_read for account in accounts)
    for measure, count, base in (
        (Measure.TABLES, len(accounts), None),
        (Measure.ROWS_READ, read, None),
        (Measure.ROWS_USED, sum(account.rows_used for account in accounts), read),
        (Measure.ROWS_EXCLUDED, excluded, read),
    ):
        yield make_figure(IndicatorName(measure, kind), count, base, whole_tables(accounts))


def sum_reason(code: str, accounts: Sequence[FileAccount]) -> Indicator:
    """Return how many rows were excluded for the problem `code`."""
    counts = {account: dict(account.excluded).get(code, 0) for account in accounts}
    return make_figure(
        IndicatorName(Measure.ROWS_EXCLUDED, answer=code),
        sum(counts.values()),
        sum(account.rows_read for account in accounts),
        whole_tables([account for account, count in counts.items() if count]),
    )


def whole_tables(accounts: Sequence[FileAccount]) -> tuple[SourceCells, ...]:
    """Return the tables of `accounts`, without naming cells in them."""
    tables = sorted({(account.file, account.sheet) for account in accounts})
    return tuple(SourceCells(file, sheet, "") for file, sheet in tables)
