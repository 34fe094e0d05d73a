"""evidence.sv.xlsx: every figure with its number, and a link to every cell behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.aggregate.definitions import DEFINITIONS
from flows.aggregate.evidence import EvidenceRow, EvidenceTable
from flows.aggregate.indicators import Indicator, SourceCells
from flows.aggregate.measures import versions_of
from flows.programme.places import Place
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.translations import _
from flows.programme.xlsx_list_writer import Link, ListCell, ListSheet, make_list_xlsx
from flows.render.figure_names import name_figure
from flows.render.figures import anchor_of
from flows.render.notation import Notation
from flows.render.value_names import STATUS_NAMES, UNIT_NAMES
from flows.submit.documents import Document
from flows.validate.dataset import Dataset

INPUTS_FROM_DRAFT = "../../../inputs"
INPUTS_FROM_SUBMISSION = "../../../../inputs"
"""From a run folder to the folder of the programmes, where both are where they usually are."""

LONGEST_LINK_CHARACTERS = 250
"""Excel refuses a longer text in a formula."""

LONGEST_CELL_CHARACTERS = 32_767
"""Excel takes a workbook with a longer text in a cell to be broken."""

Cells = tuple[ListCell, ...]


@dataclass(frozen=True, slots=True)
class EvidenceWorkbook:
    """What the workbook tells of, in the words of `notation`; `inputs` is where its links lead."""

    dataset: Dataset
    evidence: EvidenceTable
    notation: Notation
    inputs: str = INPUTS_FROM_DRAFT

    def make(self) -> Document:
        """Return the workbook: figures, their cells, and the tables with the rows left out."""
        say = self.notation.say
        number, file, sheet = (say(_("Evidence")), 10), (say(_("File")), 60), (say(_("Sheet")), 24)
        sheets = (
            ListSheet(
                say(_("Figures")),
                (
                    number,
                    *((say(_("Figure")), 60), (say(_("As printed")), 14), (say(_("Value")), 14)),
                    *((say(_("Base")), 8), (say(_("Unit")), 24), (say(_("Status")), 22)),
                    *((say(_("Name")), 44), (say(_("Definition")), 80), (say(_("Formula")), 60)),
                    (say(_("Cells")), 60),
                ),
                self.list_figures(),
            ),
            ListSheet(
                say(_("Cells")),
                (
                    *(number, file, sheet, (say(_("Cells")), 60), (say(_("Open")), 12)),
                    (say(_("Rows excluded")), 60),
                ),
                self.list_cells(),
            ),
            ListSheet(
                say(_("Rows excluded")),
                (file, sheet, (say(_("Why rows were excluded")), 60), (say(_("Rows")), 8)),
                self.list_exclusions(),
            ),
        )
        return Document(f"evidence.{self.notation.language}.xlsx", make_list_xlsx(sheets))

    def list_figures(self) -> Iterator[Cells]:
        """Yield a row for each figure, with its own cells."""
        for row in self.evidence.rows:
            for figure in row.indicators:
                yield self.describe(row, figure)

    def describe(self, row: EvidenceRow, figure: Indicator) -> Cells:
        """Return the row of one figure; one that is suppressed tells why it is not there."""
        measure = figure.name.measure
        definition = self.notation.say(DEFINITIONS[measure].sentence, **versions_of(measure))
        return (
            anchor_of(row.number),
            name_figure(figure.name, self.dataset, self.notation),
            self.notation.value(figure),
            figure.value,
            figure.base,
            self.notation.say(UNIT_NAMES[figure.unit]),
            self.notation.say(STATUS_NAMES[figure.status]),
            str(figure.name),
            definition,
            self.notation.say(DEFINITIONS[measure].formula),
            self.name_sources(figure),
        )

    def name_sources(self, figure: Indicator) -> str:
        """Return the cells of a figure in words; too many for Excel stand in the next sheet."""
        words = "; ".join(map(name_source, figure.sources))
        if len(words) <= LONGEST_CELL_CHARACTERS:
            return words
        return self.notation.say(
            _("They stand in the sheet {sheet}"), sheet=self.notation.say(_("Cells"))
        )

    def list_cells(self) -> Iterator[Cells]:
        """Yield a row for each table behind a row of evidence, with a link to the first cell.

        A table of which more cells are named than a cell of Excel takes has several rows.
        It tells how many of the table's rows are left out, and why.
        """
        excluded = self.explain_exclusions()
        for row in self.evidence.rows:
            for source in (part for whole in row.sources for part in split_cells(whole)):
                yield (
                    anchor_of(row.number),
                    source.file,
                    source.sheet,
                    source.cells,
                    self.link_to(source),
                    excluded.get((source.file, source.sheet)),
                )

    def link_to(self, source: SourceCells) -> Link | None:
        """Return what opens the file, at the first of the cells where it has a sheet.

        The path is written as Excel shows it; only the two signs that mean something in a link
        are spelled otherwise.
        """
        path = f"{self.inputs}/{self.dataset.programme.name}/{source.file}"
        sheet = source.sheet.replace("'", "''")
        cell = source.cells.partition(",")[0]
        spot = f"#'{sheet}'!{cell}" if sheet and cell else ""
        target = path.replace("%", "%25").replace("#", "%23") + spot
        if len(target) > LONGEST_LINK_CHARACTERS:
            return None
        return Link(target, self.notation.say(_("Open")))

    def explain_exclusions(self) -> dict[tuple[str, str], str]:
        """Return how many rows of each table are left out, and why: "2 · A row is repeated"."""
        say = self.notation.say
        return {
            table: "; ".join(
                f"{count} · {say(CATALOGUE[code].title)}" for code, count in account.excluded
            )
            for account in self.dataset.accounts
            for table in account.tables
        }

    def list_exclusions(self) -> Iterator[Cells]:
        """Yield how many rows of each table are left out, and why."""
        for account in self.dataset.accounts:
            for code, count in account.excluded:
                title = self.notation.say(CATALOGUE[code].title)
                yield (account.file, account.sheet, title, count)


def split_cells(source: SourceCells) -> Iterator[SourceCells]:
    """Yield `source` in parts whose cells are no longer text than Excel takes."""
    rest = source.cells
    while len(rest) > LONGEST_CELL_CHARACTERS:
        first, _comma, _cut = rest[:LONGEST_CELL_CHARACTERS].rpartition(", ")
        yield replace(source, cells=first)
        rest = rest[len(first) + len(", ") :]
    yield replace(source, cells=rest)


def name_source(source: SourceCells) -> str:
    """Return cells in words: "file › sheet › F2:F16"."""
    return " › ".join(filter(None, (Place(source.file, source.sheet).table, source.cells)))
