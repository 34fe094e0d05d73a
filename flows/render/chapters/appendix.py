"""The appendix: every question at every occasion, attendance in numbers, and the sources."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Instrument, Item, ItemKind, Wave
from flows.programme.places import Place
from flows.programme.programme import ExportKind
from flows.programme.scales import MissingKind
from flows.programme.translations import _
from flows.render.answer_rows import codes_of, has_figures, leading_figure
from flows.render.chapters.before_and_after import (
    AFTER,
    BEFORE,
    CHANGES,
    PAIRS_TABLE,
    paired_items,
)
from flows.render.chapters.participation import APPENDIX_TABLE, list_groups
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figure_names import WAVES
from flows.render.headings import Heading
from flows.render.material import Material
from flows.validate.dataset import FileAccount

HASH_GROUP = 16
"""How many signs of a hash stand together; a table's column breaks between them."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """The appendix; a table is None where nothing of its kind was read."""

    heading: Heading
    items: tuple[Table, ...]
    pairs: Table | None
    attendance: Table | None
    sources: Table | None
    run: str


def make_appendix(material: Material, heading: Heading) -> Appendix:
    """Return the item tables, the attendance table and the register of sources."""
    notation = material.notation
    return Appendix(
        heading,
        tuple(
            tabulate_item(material, item)
            for item in material.programme.items
            if has_figures(material, item)
        ),
        tabulate_pairs(material),
        tabulate_attendance(material),
        tabulate_sources(material),
        notation.say(
            _("Made by slutrapport {version}, run {run}, with the data up to {day}."),
            version=material.facts.software_version,
            run=material.facts.run_id,
            day=notation.day(material.facts.report_date),
        ),
    )


def list_occasions(material: Material, item: Item) -> Iterator[tuple[str, Group]]:
    """Return the waves of an item, and all sessions with each of them, with their names."""
    for wave in Wave:
        if leading_figure(material, item, Group(wave=wave)):
            yield material.notation.say(WAVES[wave]), Group(wave=wave)
    if leading_figure(material, item, EVERYBODY):
        yield material.notation.say(_("All")), EVERYBODY
        if item.instrument is Instrument.EVALUATION:
            for session in material.programme.session_numbers:
                yield str(session), Group(session=session)


def tabulate_item(material: Material, item: Item) -> Table:
    """Return the answers to an item on every occasion, with the missing ones by kind."""
    notation = material.notation
    codes = codes_of(material, item)
    has_values = item.kind in (ItemKind.SCALE, ItemKind.NUMBER)
    kinds = missing_kinds(material, item)
    is_in_waves = any(leading_figure(material, item, Group(wave=wave)) for wave in Wave)
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
            ),
            is_total=group == EVERYBODY,
        )
        for name, group in list_occasions(material, item)
    ]
    return make_table(
        f"table-{item.item_id}",
        notation.choose(item.wording),
        columns,
        rows,
        notation,
        notes=tuple(explain_labels(material, item)),
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


def write_values(material: Material, item: Item, group: Group) -> tuple[str, str]:
    """Return median and mean, the mean with two decimals."""
    mean = material.value(Measure.MEAN, item.item_id, group=group)
    return (
        material.words(Measure.MEDIAN, item.item_id, group=group),
        material.notation.points(mean, decimals=2)
        if mean is not None
        else material.words(Measure.MEAN, item.item_id, group=group),
    )


def tabulate_attendance(material: Material) -> Table | None:
    """Return how many of each group were present at each session."""
    notation = material.notation
    if not material.dataset.attendances:
        return None
    groups = list_groups(material)
    columns = [
        Column(notation.say(_("Session")), is_number=False),
        *(Column(name) for name, _group in groups),
    ]
    rows = [
        Row(
            (
                str(session),
                *(
                    material.words(Measure.PRESENT, group=replace(group, session=session))
                    for _name, group in groups
                ),
            )
        )
        for session in material.programme.session_numbers
    ]
    enrolled = Row(
        (
            notation.say(_("Enrolled")),
            *(material.words(Measure.ENROLLED, group=group) for _name, group in groups),
        ),
        is_total=True,
    )
    title = notation.say(_("Participants present at each session, by group"))
    return make_table(APPENDIX_TABLE, title, columns, [*rows, enrolled], notation)


def tabulate_pairs(material: Material) -> Table | None:
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
    ]
    rows = [
        Row(
            (
                notation.choose(item.wording),
                material.words(Measure.PAIRS, item.item_id),
                *(material.words(measure, item.item_id) for measure in CHANGES),
                material.words(Measure.MEDIAN, item.item_id, group=BEFORE),
                material.words(Measure.MEDIAN, item.item_id, group=AFTER),
            )
        )
        for item in items
    ]
    title = notation.say(_("People who answered both times, and how their answers changed"))
    return make_table(PAIRS_TABLE, title, columns, rows, notation)


def tabulate_sources(material: Material) -> Table | None:
    """Return every table that was read, with its rows and the hash of its file."""
    notation, accounts = material.notation, material.dataset.accounts
    if not accounts:
        return None
    columns = [
        Column(notation.say(_("File and sheet")), is_number=False),
        Column(notation.say(_("Tool")), is_number=False),
        Column(notation.say(_("Read"))),
        Column(notation.say(_("Used"))),
        Column(notation.say(_("Excluded"))),
        Column("SHA-256", is_number=False),
    ]
    rows = [
        Row(
            (
                Place(account.file, account.sheet).table,
                begin_with_capital(notation.say(account.tool)),
                notation.number(account.rows_read),
                notation.number(account.rows_used),
                notation.number(sum(count for _code, count in account.excluded)),
                spell_hash(account),
            )
        )
        for account in accounts
        if account.kind is not ExportKind.IGNORED
    ]
    return make_table(
        "table-sources", notation.say(_("The register of sources")), columns, rows, notation
    )


def spell_hash(account: FileAccount) -> str:
    """Return the file's hash in groups of signs."""
    return " ".join(
        account.sha256[start : start + HASH_GROUP]
        for start in range(0, len(account.sha256), HASH_GROUP)
    )


def begin_with_capital(text: str) -> str:
    """Return `text` as it begins a cell: a word is capital there, a name stays as it is."""
    return text[:1].upper() + text[1:]
