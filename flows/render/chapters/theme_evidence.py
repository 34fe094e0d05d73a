"""The evidence of themes: a row for each question, with every theme of the list and the cells."""

from flows.aggregate.evidence import EvidenceRow, Subject
from flows.programme.indicator_names import Measure
from flows.programme.translations import _
from flows.render.chapters.voice_themes import find_themes, name_theme, sort_themes
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figures import anchor_of
from flows.render.material import Material
from flows.render.notation import NO_BREAK_SPACE
from flows.render.source_numbers import SourceNumbers


def tabulate_themes(
    material: Material, sources: SourceNumbers, cited: frozenset[int]
) -> Table | None:
    """Return how many comments each theme has, and of how many people, by question `cited`."""
    notation = material.notation
    evidence = [
        row
        for row in material.evidence.rows
        if row.key.subject is Subject.THEMES and row.number in cited
    ]
    if not evidence:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Coded comments (people, at least)")), is_number=False),
        Column(notation.say(_("Comments with each theme")), is_number=False),
        Column(notation.say(_("Cells")), is_number=False),
    ]
    wordings = {item.item_id: notation.choose(item.wording) for item in material.programme.items}
    rows = [
        Row(
            (
                wordings[row.key.item],
                write_base(material, row),
                write_themes(material, row),
                sources.cells_of(row.number),
            ),
            anchor=anchor_of(row.number),
        )
        for row in evidence
    ]
    title = notation.say(_("Themes of the comments in answer to each question"))
    return make_table(
        "table-themes", title, columns, rows, notation, numbering=notation.say(_("Evidence"))
    )


def write_base(material: Material, row: EvidenceRow) -> str:
    """Return how many comments are coded and how many people wrote them, or the sign for none."""
    item, theme = row.key.item, row.indicators[0].name.answer
    comments = material.base(Measure.THEME_COMMENTS, item, theme)
    if not row.indicators[0].base:
        return str(comments)
    people = material.words(Measure.THEME_RESPONDENTS, item)
    return f"{comments}{NO_BREAK_SPACE}({people})"


def write_themes(material: Material, row: EvidenceRow) -> str:
    """Return every theme with its comments."""
    return "; ".join(
        f"{name_theme(material, figure)}: {material.notation.value(figure)}"
        for figure in sort_themes(find_themes(material, row.key.item))
    )
