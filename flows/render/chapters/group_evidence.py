"""The evidence of groups: attendance at each session, and what changed, with the cells behind."""

from dataclasses import replace

from flows.aggregate.evidence import EvidenceKey, Subject
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item, Wave
from flows.programme.translations import _
from flows.render.chapters.before_and_after import PAIRS_TABLE, paired_items
from flows.render.chapters.change_tables import CHANGES
from flows.render.chapters.participation import APPENDIX_TABLE, list_groups
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figures import anchor_of
from flows.render.material import Material
from flows.render.source_numbers import SourceNumbers

WAVES = (Wave.BEFORE, Wave.AFTER)


def tabulate_attendance(material: Material, sources: SourceNumbers) -> Table | None:
    """Return how many of each group were present, of those whose attendance is known."""
    notation = material.notation
    if not material.dataset.attendances:
        return None
    groups = list_groups(material)
    columns = [
        Column(notation.say(_("Session")), is_number=False),
        *(Column(name) for name, _group in groups),
        Column(notation.say(_("Cells")), is_number=False),
    ]
    rows = [
        Row(
            (
                str(session or notation.say(_("All"))),
                *(write_presence(material, replace(group, session=session)) for _, group in groups),
                sources.cells_of(row.number),
            ),
            is_total=session is None,
            anchor=anchor_of(row.number),
        )
        for session in (None, *material.programme.session_numbers)
        if (row := material.evidence.find(attendance_key(session)))
    ]
    title = notation.say(_("Participants present at each session, of those whose marks are known"))
    return make_table(
        APPENDIX_TABLE, title, columns, rows, notation, numbering=notation.say(_("Evidence"))
    )


def attendance_key(session: int | None) -> EvidenceKey:
    """Return what the row of evidence on a session's attendance is about."""
    return EvidenceKey(Subject.ATTENDANCE, "", Group(session=session))


def write_presence(material: Material, group: Group) -> str:
    """Return how many of `group` were present of how many known, "18/21", or the sign for none."""
    present = material.words(Measure.PRESENT, group=group)
    if material.value(Measure.PRESENT, group=group) is None:
        return str(present)
    return f"{present}/{material.base(Measure.PRESENT, group=group)}"


def write_median(material: Material, item: Item, group: Group) -> str:
    """Return the median of an item's answers, "" where none was counted in `group`."""
    is_counted = material.find(Measure.MEDIAN, item.item_id, group=group)
    return str(material.words(Measure.MEDIAN, item.item_id, group=group)) if is_counted else ""


def tabulate_pairs(
    material: Material, sources: SourceNumbers, cited: frozenset[int]
) -> Table | None:
    """Return pairs and changes of each item, with the medians before and after.

    The medians are of everybody who answered, the changes of those who answered both times.
    """
    notation, items = material.notation, paired_items(material)
    if not items:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Pairs"))),
        Column(notation.say(_("Higher"))),
        Column(notation.say(_("The same"))),
        Column(notation.say(_("Lower"))),
        Column(notation.say(_("Median before, all answers"))),
        Column(notation.say(_("Median after, all answers"))),
        Column(notation.say(_("Cells")), is_number=False),
    ]
    rows = [
        Row(
            (
                material.question(item) if group == EVERYBODY else group.role,
                material.words(Measure.PAIRS, item.item_id, group=group),
                *(material.words(measure, item.item_id, group=group) for measure in CHANGES),
                *(write_median(material, item, replace(group, wave=wave)) for wave in WAVES),
                sources.cells_of(row.number),
            ),
            anchor=anchor_of(row.number),
        )
        for item in items
        for group in (EVERYBODY, *(Group(role=role) for role in material.programme.roles))
        if (row := material.evidence.find(EvidenceKey(Subject.CHANGES, item.item_id, group)))
        and (row.number in cited or not group.role)
    ]
    title = notation.say(_("People who answered both times, and how their answers changed"))
    return make_table(
        PAIRS_TABLE, title, columns, rows, notation, numbering=notation.say(_("Evidence"))
    )
