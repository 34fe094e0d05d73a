"""The appendix: the evidence behind every figure, and the tables that it was counted from."""

from dataclasses import dataclass

from flows.programme.translations import _
from flows.render.chapters.group_evidence import tabulate_attendance, tabulate_pairs
from flows.render.chapters.item_evidence import tabulate_items
from flows.render.chapters.other_evidence import tabulate_definitions, tabulate_others
from flows.render.chapters.source_register import tabulate_sources
from flows.render.chapters.theme_evidence import tabulate_themes
from flows.render.exhibits import Table
from flows.render.headings import Heading
from flows.render.material import Material
from flows.render.source_numbers import number_sources


@dataclass(frozen=True, slots=True)
class Appendix:
    """The appendix; a table is None where nothing of its kind was read.

    `others` holds the evidence that stands in no table of its own.
    """

    heading: Heading
    lead: str
    definitions: Table
    items: tuple[Table, ...]
    pairs: Table | None
    attendance: Table | None
    themes: Table | None
    others: Table | None
    sources: Table | None


def make_appendix(material: Material, heading: Heading, cited: frozenset[int]) -> Appendix:
    """Return the evidence that is `cited`, with definitions and the register of sources."""
    notation = material.notation
    numbers = number_sources(material.evidence, material.dataset.accounts, notation)
    items = tuple(tabulate_items(material, numbers, cited))
    pairs = tabulate_pairs(material, numbers, cited)
    attendance = tabulate_attendance(material, numbers)
    themes = tabulate_themes(material, numbers, cited)
    tables = (*items, *filter(None, (pairs, attendance, themes)))
    printed = frozenset(int(row.anchor[1:]) for table in tables for row in table.rows)
    return Appendix(
        heading,
        notation.say(
            _(
                "E17 is the number of a row of evidence. It leads to what was counted, on which "
                "base and in which cells; T7 G2:G19 are the cells of table 7 in the register of "
                "sources. A row that is made of the cells of other rows names these. What was "
                "counted, and how, stands in the list of definitions."
            )
        ),
        tabulate_definitions(material),
        items,
        pairs,
        attendance,
        themes,
        tabulate_others(material, numbers, cited - printed),
        tabulate_sources(material, numbers),
    )
