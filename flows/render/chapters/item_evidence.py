"""The evidence of the answers: every question at every occasion, with the cells behind it."""

from collections.abc import Iterator

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.scales import MissingKind
from flows.programme.translations import _
from flows.render.answer_rows import codes_of, has_figures, is_asked, leading_figure
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figure_names import WAVES
from flows.render.figures import Figure, anchor_of
from flows.render.material import Material
from flows.render.occasions import sessions_of
from flows.render.source_numbers import SourceNumbers


def tabulate_items(
    material: Material, sources: SourceNumbers, cited: frozenset[int]
) -> Iterator[Table]:
    """Yield the table of every item that was asked anywhere; roles only where they are cited."""
    for item in material.programme.items:
        if has_figures(material, item):
            yield tabulate_item(material, item, sources, cited)


def list_occasions(material: Material, item: Item) -> Iterator[tuple[str, Group]]:
    """Yield the waves of an item, all sessions, each of them and each role, with their names.

    Those at which it was not asked have no answers, and no row.
    """
    for wave in Wave:
        if is_asked(material, item, Group(wave=wave)):
            yield material.notation.say(WAVES[wave]), Group(wave=wave)
    if is_asked(material, item, EVERYBODY):
        yield material.notation.say(_("All")), EVERYBODY
        for session in sessions_of(material, item):
            yield str(session), Group(session=session)
        for role in material.programme.roles:
            if role and is_asked(material, item, Group(role=role)):
                yield material.word(role), Group(role=role)


def number_occasions(material: Material, item: Item) -> Iterator[tuple[str, Group, int]]:
    """Yield the occasions of an item, each with its evidence number."""
    for name, group in list_occasions(material, item):
        leading = leading_figure(material, item, group)
        number = material.evidence.number_of(leading.name) if leading else None
        if number:
            yield name, group, number


def tabulate_item(
    material: Material, item: Item, sources: SourceNumbers, cited: frozenset[int]
) -> Table:
    """Return the answers to an item on every occasion, with the missing ones by kind."""
    notation = material.notation
    codes = codes_of(material, item)
    has_values = item.kind in (ItemKind.SCALE, ItemKind.NUMBER)
    kinds = missing_kinds(material, item)
    is_in_waves = any(is_asked(material, item, Group(wave=wave)) for wave in Wave)
    columns = [
        Column(notation.say(_("Wave") if is_in_waves else _("Session")), is_number=False),
        Column(notation.say(_("Answers"))),
        *(Column(label) for label in label_headings(material, item)),
        *(
            [Column(notation.say(_("Median"))), Column(notation.say(_("Mean")))]
            if has_values
            else []
        ),
        *(Column(notation.say(MISSING[kind])) for kind in kinds),
        Column(notation.say(_("Cells")), is_number=False),
    ]
    base = Measure.MEAN if has_values else Measure.SHARE
    base_answer = "" if has_values or not codes else codes[0]
    rows = [
        Row(
            (
                name,
                material.base(base, item.item_id, base_answer, group),
                *(material.words(Measure.ANSWERS, item.item_id, code, group) for code in codes),
                *(write_values(material, item, group) if has_values else ()),
                *(material.words(Measure.MISSING, item.item_id, kind, group) for kind in kinds),
                sources.cells_of(number),
            ),
            is_total=group == EVERYBODY,
            anchor=anchor_of(number),
        )
        for name, group, number in number_occasions(material, item)
        if number in cited or not group.role
    ]
    return make_table(
        f"table-{item.item_id}",
        material.question(item),
        columns,
        rows,
        notation,
        notes=tuple(explain_labels(material, item)),
        numbering=notation.say(_("Evidence")),
    )


MISSING = {
    MissingKind.NOT_ANSWERED: _("Not answered"),
    MissingKind.DID_NOT_ATTEND: _("Did not attend"),
    MissingKind.DONT_KNOW: _("Don’t know"),
    MissingKind.NOT_APPLICABLE: _("Not applicable"),
    MissingKind.DECLINED: _("Declined"),
}


def missing_kinds(material: Material, item: Item) -> tuple[MissingKind, ...]:
    """Return the kinds of missing answers that occurred; a column of zeros tells nothing."""
    occurred = {
        name.answer
        for name, figure in material.indicators.by_name.items()
        if name.measure is Measure.MISSING and name.item == item.item_id and figure.value != 0
    }
    return tuple(kind for kind in MissingKind if kind.value in occurred)


def label_headings(material: Material, item: Item) -> tuple[str, ...]:
    """Return the headings of the answers: values where the scale has them, else the labels."""
    scale = material.programme.scale_of(item)
    return tuple(
        material.notation.plain(label.value)
        if label.value is not None
        else material.notation.choose(label.label)
        for label in (scale.valid_labels if scale else ())
    )


def explain_labels(material: Material, item: Item) -> Iterator[str]:
    """Return what the values of the scale stand for."""
    scale = material.programme.scale_of(item)
    labels = scale.valid_labels if scale else ()
    if labels and all(label.value is not None for label in labels):
        yield material.notation.enumerate(
            f"{material.notation.plain(label.value or 0)}\N{NO-BREAK SPACE}="
            f"\N{NO-BREAK SPACE}{material.notation.choose(label.label)}"
            for label in labels
        )


def write_values(material: Material, item: Item, group: Group) -> tuple[Figure, Figure]:
    """Return median and mean, the mean with two decimals."""
    mean = material.value(Measure.MEAN, item.item_id, group=group)
    return (
        material.words(Measure.MEDIAN, item.item_id, group=group),
        material.figure(
            material.notation.points(mean, decimals=2), Measure.MEAN, item.item_id, group=group
        )
        if mean is not None
        else material.words(Measure.MEAN, item.item_id, group=group),
    )
