"""How rows were linked to people: counted by what linked them, or by why nothing did."""

from flows.programme.indicator_names import Group, Measure
from flows.programme.items import Wave
from flows.programme.programme import ExportKind
from flows.programme.translations import _
from flows.render.account_names import INSTRUMENTS, LINKS, by_value
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figures import Figure
from flows.render.material import Material

HEADINGS = by_value(INSTRUMENTS) | {
    ExportKind.ATTENDANCE.value: _("Attendance"),
    ExportKind.CHANGE_PROJECTS.value: _("Change projects"),
}


def tabulate_links(material: Material) -> Table | None:
    """Return the number of rows linked in each way, a column for each kind of export.

    Every row that holds anything counts once, so that a column adds up to its last row.
    """
    notation = material.notation
    counted = [name for name in HEADINGS if material.value(Measure.ROWS_LINKED, name)]
    if not counted:
        return None
    rows = [
        make_row(material, words, counted, way)
        for way, words in LINKS.items()
        if any(material.value(Measure.ROWS_LINKED, name, way) for name in counted)
    ]
    rows.append(make_row(material, _("In all"), counted))
    columns = [
        Column(notation.say(_("How the row is linked to a person")), is_number=False),
        *(Column(notation.say(HEADINGS[name])) for name in counted),
    ]
    title = notation.say(_("Rows linked to people, by how they were linked"))
    return make_table("table-links", title, columns, rows, notation, notes=list_unpaired(material))


def make_row(material: Material, words: str, counted: list[str], way: str = "") -> Row:
    """Return the rows linked in one way, or in all where there is no `way`."""
    figures = (material.words(Measure.ROWS_LINKED, name, way) for name in counted)
    return Row((material.notation.say(words), *figures), is_total=not way)


def list_unpaired(material: Material) -> tuple[Figure, ...]:
    """Return in a sentence how many self-made codes one wave alone has; nothing for none."""
    waves = [Group(wave=wave) for wave in (Wave.BEFORE, Wave.AFTER)]
    if not any(material.value(Measure.CODES_UNPAIRED, group=group) for group in waves):
        return ()
    before, after = (count_unpaired(material, group) for group in waves)
    return (
        material.notation.compose(
            _("Self-made codes without a pair: {before} written only before, {after} only after."),
            before=before,
            after=after,
        ),
    )


def count_unpaired(material: Material, group: Group) -> Figure:
    """Return how many self-made codes the wave of `group` alone has."""
    count = material.value(Measure.CODES_UNPAIRED, group=group) or 0
    words = material.notation.number(count)
    return material.figure(words, Measure.CODES_UNPAIRED, group=group)
