"""The numbers of the tables that figures were counted from: T7 is the seventh in the register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flows.aggregate.evidence import EvidenceRow, EvidenceTable, Subject
from flows.aggregate.indicators import SourceCells
from flows.aggregate.sources import join_sources
from flows.programme.indicator_names import EVERYBODY
from flows.render.answer_rows import REASONS
from flows.render.figures import Citation
from flows.render.notation import Notation
from flows.validate.dataset import FileAccount

LONGEST_REPETITION_CHARACTERS = 60

TableKey = tuple[str, str]
"""A file and its sheet."""


@dataclass(frozen=True, slots=True)
class SourceNumbers:
    """The number of every table, and the cells of every row of evidence in short.

    A row that is made of all cells of other rows names these rows: "E19–28".
    """

    tables: Mapping[TableKey, int]
    cells: Mapping[int, str]

    def cells_of(self, evidence_number: int) -> str:
        """Return the cells behind a row of evidence: "T7 G2:G19; T8 C5"."""
        return self.cells[evidence_number]


def number_sources(
    evidence: EvidenceTable, accounts: tuple[FileAccount, ...], notation: Notation
) -> SourceNumbers:
    """Return the numbers of the tables that were read or cited, by file and sheet.

    Where cells would tell how few people a figure is about, the reason for their lack stands.
    """
    sources = {row.number: join_sources(row.sources) for row in evidence.rows}
    cited = {(source.file, source.sheet) for joined in sources.values() for source in joined}
    read = {(account.file, account.sheet) for account in accounts}
    tables = {table: number for number, table in enumerate(sorted(cited | read), 1)}
    parts = {
        row.number: find_parts(row, evidence, sources)
        or name_cells(sources[row.number], tables)
        or notation.say(REASONS[row.indicators[0].status])
        for row in evidence.rows
    }
    return SourceNumbers(tables, dict(name_repetitions(evidence, parts)))


def name_repetitions(
    evidence: EvidenceTable, cells: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Yield the cells of every row; a long list that a row of its subject has is that row's number.

    Tests that are adjusted for each other rest on the same cells, each on all of them.
    """
    first_with: dict[tuple[Subject, str], int] = {}
    for row in evidence.rows:
        words = cells[row.number]
        first = first_with.setdefault((row.key.subject, words), row.number)
        is_repeated = first != row.number and len(words) > LONGEST_REPETITION_CHARACTERS
        yield row.number, Citation(first, first).text if is_repeated else words


def name_cells(sources: tuple[SourceCells, ...], tables: Mapping[TableKey, int]) -> str:
    """Return `sources` with the numbers of their tables."""
    return "; ".join(
        f"T{tables[source.file, source.sheet]}\N{NO-BREAK SPACE}{source.cells}"
        for source in sources
    )


def find_parts(
    total: EvidenceRow, evidence: EvidenceTable, sources: Mapping[int, tuple[SourceCells, ...]]
) -> str:
    """Return the rows by session whose cells together are exactly the total's, else ""."""
    if total.key.group != EVERYBODY:
        return ""
    parts = [
        row.number
        for row in evidence.rows
        if row.key.group.session is not None
        and row.key.subject is total.key.subject
        and row.key.item == total.key.item
        and sources[row.number]
    ]
    cells = sorted(
        (source.file, source.sheet, source.cells) for part in parts for source in sources[part]
    )
    of_total = [(source.file, source.sheet, source.cells) for source in sources[total.number]]
    is_sum = len(parts) > 1 and cells == sorted(of_total)
    return Citation(parts[0], parts[-1]).text if is_sum else ""
