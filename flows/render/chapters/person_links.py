"""How rows were linked to people: counted by what linked them, or by why nothing did."""

from collections import Counter

from flows.programme.items import Instrument, Wave
from flows.programme.programme import ExportKind
from flows.programme.translations import _
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.material import Material
from flows.validate.dataset import Link, TableLinks

LINKS = {
    Link.KEY: _("by the participant's key"),
    Link.EMAIL: _("by e-mail address"),
    Link.NAME: _("by name"),
    Link.DECISION: _("by a decision on a misspelt name, address or code"),
    Link.CODE: _("by a self-made code"),
    Link.NOBODY: _("not linked: the row names nobody"),
    Link.GROUP: _("not linked: an invited group, counted apart"),
    Link.REPEATED: _("not used: the same person has another row"),
    Link.AMBIGUOUS: _("not used: it may be about two participants"),
    Link.UNKNOWN: _("not used: nobody in the register"),
}
INSTRUMENTS = {
    Instrument.EVALUATION: _("Evaluations"),
    Instrument.SELF_ASSESSMENT: _("Self-assessments"),
    Instrument.REFLECTION: _("Reflections"),
}
KINDS = {
    ExportKind.ATTENDANCE: _("Attendance"),
    ExportKind.CHANGE_PROJECTS: _("Change projects"),
}


def tabulate_links(material: Material) -> Table | None:
    """Return the number of rows linked in each way, a column for each kind of export.

    Every row that holds anything counts once, so that a column adds up to its last row.
    """
    notation = material.notation
    counts: dict[str, Counter[Link]] = {
        heading: Counter() for heading in (*INSTRUMENTS.values(), *KINDS.values())
    }
    for table in material.dataset.links:
        counts[heading_of(table)].update(dict(table.rows))
    headings = [heading for heading, counted in counts.items() if counted.total()]
    if not headings:
        return None
    rows = [
        Row(
            (
                notation.say(words),
                *(notation.number(counts[heading][link]) for heading in headings),
            )
        )
        for link, words in LINKS.items()
        if any(counts[heading][link] for heading in headings)
    ]
    totals = (notation.number(counts[heading].total()) for heading in headings)
    rows.append(Row((notation.say(_("In all")), *totals), is_total=True))
    columns = [
        Column(notation.say(_("How the row is linked to a person")), is_number=False),
        *(Column(notation.say(heading)) for heading in headings),
    ]
    title = notation.say(_("Rows linked to people, by how they were linked"))
    return make_table("table-links", title, columns, rows, notation, notes=list_unpaired(material))


def list_unpaired(material: Material) -> tuple[str, ...]:
    """Return in a sentence how many self-made codes one wave alone has; nothing for none."""
    notation = material.notation
    counts = dict(material.dataset.unpaired_codes)
    if not counts:
        return ()
    return (
        notation.say(
            _("Self-made codes without a pair: {before} written only before, {after} only after."),
            before=notation.number(counts.get(Wave.BEFORE, 0)),
            after=notation.number(counts.get(Wave.AFTER, 0)),
        ),
    )


def heading_of(table: TableLinks) -> str:
    """Return the column in which the rows of `table` are counted."""
    return INSTRUMENTS[table.instrument] if table.instrument else KINDS[table.kind]
