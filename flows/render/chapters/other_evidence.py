"""The evidence that needs no table of its own, and what each measure counts."""

from itertools import groupby

from flows.aggregate.definitions import DEFINITIONS
from flows.aggregate.evidence import EvidenceRow
from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import versions_of
from flows.programme.indicator_names import EVERYBODY, IndicatorName, Measure
from flows.programme.translations import _
from flows.render.chapters.change_projects import write_label
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figure_names import MEASURES, UNASKED_ITEMS, name_parts
from flows.render.figures import anchor_of
from flows.render.material import Material
from flows.render.source_numbers import SourceNumbers


def tabulate_others(
    material: Material, sources: SourceNumbers, numbers: frozenset[int]
) -> Table | None:
    """Return every row of evidence with one of `numbers`."""
    notation = material.notation
    evidence = [row for row in material.evidence.rows if row.number in numbers]
    if not evidence:
        return None
    columns = [
        Column(notation.say(_("About")), is_number=False),
        Column(notation.say(_("Figures")), is_number=False),
        Column(notation.say(_("Cells")), is_number=False),
    ]
    rows = [
        Row(
            (
                name_row(material, row),
                write_figures(material, row),
                sources.cells_of(row.number),
            ),
            anchor=anchor_of(row.number),
        )
        for row in evidence
    ]
    title = notation.say(_("Other figures"))
    return make_table(
        "table-evidence", title, columns, rows, notation, numbering=notation.say(_("Evidence"))
    )


def name_row(material: Material, row: EvidenceRow) -> str:
    """Return what a row is about in words: the question and the group, or that it is all."""
    name = IndicatorName(row.indicators[0].name.measure, row.key.item, group=row.key.group)
    _measure, *parts = name_parts(name, material.dataset, material.notation)
    return ", ".join(parts) or material.notation.say(_("All"))


def write_figures(material: Material, row: EvidenceRow) -> str:
    """Return the figures of `row`; those that follow on one another share what is said of them.

    That is their base, which stands before them, and their measure, which the first one tells.
    """
    return "; ".join(
        write_alike(material, row, base, tuple(figures))
        for base, figures in groupby(row.indicators, key=base_to_tell)
    )


def base_to_tell(figure: Indicator) -> int | None:
    """Return the base of a figure, or None where it has none or is not there itself."""
    return figure.base or None if figure.value is not None else None


def write_alike(
    material: Material, row: EvidenceRow, base: int | None, figures: tuple[Indicator, ...]
) -> str:
    """Return figures of one base; a single one that is all of its base does not tell it."""
    notation = material.notation
    told = "; ".join(
        f"{', '.join(name_within(material, row, figure, before))}: {notation.value(figure)}"
        for before, figure in zip((None, *figures), figures, strict=False)
    )
    if base is None or (len(figures) == 1 and figures[0].value == base):
        return told
    if len(figures) == 1:
        return notation.say(_("{count} of {base}"), count=told, base=base)
    return notation.say(_("base {base}: {figures}"), base=base, figures=told)


def name_within(
    material: Material, row: EvidenceRow, figure: Indicator, before: Indicator | None
) -> tuple[str, ...]:
    """Return the parts of a figure's name that neither `row` nor the figure `before` it says."""
    name, group = figure.name, figure.name.group
    own_group = EVERYBODY if group == row.key.group else group
    answer = (
        write_label(material, name.item, name.answer) if name.item in UNASKED_ITEMS else name.answer
    )
    own_name = IndicatorName(name.measure, answer=answer, group=own_group)
    measure, *parts = name_parts(own_name, material.dataset, material.notation)
    is_said = before is not None and before.name.measure is name.measure and bool(parts)
    return tuple(parts) if is_said else (measure, *parts)


def tabulate_definitions(material: Material) -> Table:
    """Return what each measure that was counted means, and by which formula it is counted."""
    notation = material.notation
    counted = {name.measure for name in material.indicators.by_name}
    columns = [
        Column(notation.say(_("Measure")), is_number=False),
        Column(notation.say(_("Definition")), is_number=False),
        Column(notation.say(_("Formula")), is_number=False),
    ]
    rows = [
        Row(
            (
                notation.say(MEASURES[measure]),
                notation.say(DEFINITIONS[measure].sentence, **versions_of(measure)),
                notation.say(DEFINITIONS[measure].formula),
            )
        )
        for measure in Measure
        if measure in counted
    ]
    title = notation.say(_("How the figures are counted"))
    return make_table("table-definitions", title, columns, rows, notation)
