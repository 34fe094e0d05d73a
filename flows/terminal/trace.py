"""The words of `trace`: what one number of evidence leads back to."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flows.aggregate.definitions import DEFINITIONS
from flows.aggregate.evidence import EvidenceRow, number_evidence
from flows.aggregate.measures import versions_of
from flows.aggregate.sources import join_sources
from flows.chain.stages import Findings
from flows.programme.places import Place
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.translations import _
from flows.render.figure_names import name_figure
from flows.render.figures import anchor_of
from flows.render.notation import Notation


def find_evidence(findings: Findings, number: str) -> EvidenceRow | None:
    """Return the row of evidence that `number`, such as "E17", names."""
    evidence = number_evidence(findings.dataset.programme, findings.indicators)
    return next((row for row in evidence.rows if anchor_of(row.number) == number.upper()), None)


def print_evidence(console: Console, findings: Findings, row: EvidenceRow) -> None:
    """Print the figures of `row` with their definitions, their cells, and the rows left out."""
    notation = Notation(findings.language)
    console.print(Text(anchor_of(row.number), style="bold"))
    for line in (*list_figures(findings, row, notation), *list_sources(findings, row, notation)):
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


def list_figures(findings: Findings, row: EvidenceRow, notation: Notation) -> Iterator[Text]:
    """Yield a line for each figure, after the definition of its measure."""
    measure = None
    for figure in row.indicators:
        if figure.name.measure is not measure:
            measure = figure.name.measure
            sentence = notation.say(DEFINITIONS[measure].sentence, **versions_of(measure))
            yield Text(sentence, style="dim")
        name = name_figure(figure.name, findings.dataset.programme, notation)
        base = f" (n = {notation.number(figure.base)})" if figure.base else ""
        yield Text.assemble(f"{name}: ", (notation.value(figure), "bold"), base)


def list_sources(findings: Findings, row: EvidenceRow, notation: Notation) -> Iterator[Text]:
    """Yield the cells in each table, and below it how many of its rows are left out and why."""
    accounts = {(each.file, each.sheet): each for each in findings.dataset.accounts}
    for source in join_sources(row.sources):
        table = Place(source.file, source.sheet).table
        yield Text.assemble(f"{table} › ", (source.cells or notation.say(_("the whole table")), ""))
        account = accounts.get((source.file, source.sheet))
        for code, count in account.excluded if account else ():
            title = notation.say(CATALOGUE[code].title)
            yield Text(f"{notation.say(_('Rows excluded'))}: {count} · {title}", style="yellow")
