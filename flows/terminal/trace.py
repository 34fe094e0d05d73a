"""The words of `trace`: what one number of evidence leads back to."""

import json
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flows.aggregate.definitions import DEFINITIONS
from flows.aggregate.indicators import Indicator, SourceCells
from flows.aggregate.sources import join_sources
from flows.chain.tracing import TracedEvidence
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.translations import _, bilingual
from flows.render.figure_names import name_figure
from flows.render.figures import anchor_of
from flows.render.notation import Notation

SCHEMA = 1
JsonObject = dict[str, object]


def print_evidence(console: Console, traced: TracedEvidence) -> None:
    """Print the figures with their definitions and formulas, their cells, and the rows left out."""
    notation = Notation(traced.language)
    console.print(Text(anchor_of(traced.row.number), style="bold"))
    for line in (*list_figures(traced, notation), *list_sources(traced, notation)):
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


def list_figures(traced: TracedEvidence, notation: Notation) -> Iterator[Text]:
    """Yield a line for each figure, after the definition and the formula of its measure."""
    measure = None
    for figure in traced.row.indicators:
        if figure.name.measure is not measure:
            measure = figure.name.measure
            yield Text(figure.definition.in_language(traced.language), style="dim")
            formula = notation.say(DEFINITIONS[measure].formula)
            yield Text(f"{notation.say(_('Formula'))}: {formula}", style="dim")
        name = name_figure(figure.name, traced.dataset, notation)
        base = f" (n = {notation.number(figure.base)})" if figure.base else ""
        yield Text.assemble(f"{name}: ", (notation.value(figure), "bold"), base)


def list_sources(traced: TracedEvidence, notation: Notation) -> Iterator[Text]:
    """Yield the cells in each table, and below it how many of its rows are left out and why."""
    for source in join_sources(traced.row.sources):
        table = Place(source.file, source.sheet).table
        yield Text.assemble(f"{table} › ", (source.cells or notation.say(_("the whole table")), ""))
        for code, count in rows_excluded(traced, source):
            title = notation.say(CATALOGUE[code].title)
            yield Text(f"{notation.say(_('Rows excluded'))}: {count} · {title}", style="yellow")


def rows_excluded(traced: TracedEvidence, source: SourceCells) -> tuple[tuple[str, int], ...]:
    """Return how many rows of the table are left out, each number with the code of its reason."""
    accounts = {table: each for each in traced.dataset.accounts for table in each.tables}
    account = accounts.get((source.file, source.sheet))
    return account.excluded if account else ()


def write_evidence(traced: TracedEvidence) -> str:
    """Return the same as JSON text that ends with a line end, each word in both languages."""
    value = {
        "schema": SCHEMA,
        "evidence": anchor_of(traced.row.number),
        "figures": [describe_figure(traced, figure) for figure in traced.row.indicators],
        "tables": [
            {
                "file": source.file,
                "sheet": source.sheet,
                "cells": source.cells,
                "rows_excluded": [
                    {"code": code, "rows": count, "reason": pair(bilingual(CATALOGUE[code].title))}
                    for code, count in rows_excluded(traced, source)
                ],
            }
            for source in join_sources(traced.row.sources)
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def describe_figure(traced: TracedEvidence, figure: Indicator) -> JsonObject:
    """Return one figure: its name in words, and its value as it is and as it is printed."""
    notations = {language: Notation(language) for language in Language}
    return {
        "id": str(figure.name),
        "figure": {
            language.value: name_figure(figure.name, traced.dataset, notation)
            for language, notation in notations.items()
        },
        "printed": {
            language.value: notation.value(figure) for language, notation in notations.items()
        },
        "value": figure.value,
        "base": figure.base,
        "unit": figure.unit.value,
        "status": figure.status.value,
        "definition": pair(figure.definition),
        "formula": pair(bilingual(DEFINITIONS[figure.name.measure].formula)),
    }


def pair(words: Bilingual) -> dict[str, str]:
    """Return `words` by language."""
    return {language.value: words.in_language(language) for language in Language}
