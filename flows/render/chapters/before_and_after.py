"""Before and after: what changed, told by pairs of answers from the same person."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import EVERYBODY, Measure
from flows.programme.items import Item, KirkpatrickLevel
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.alternatives.answers import Change, describe_changes
from flows.render.alternatives.figure_values import value_of
from flows.render.answer_rows import answer_figures, name_item
from flows.render.chapters.change_tables import (
    AFTER,
    BEFORE,
    CHANGES,
    RETROSPECTIVE,
    has_pairs,
    tabulate_changes,
    tabulate_incomplete,
    tabulate_reliability,
    tabulate_tests,
)
from flows.render.chapters.session_results import SessionResults, show_session_results
from flows.render.chapters.wave_charts import chart_waves, list_waves
from flows.render.charts.paired_dots import (
    CHANGE_COLOURS,
    Axis,
    PairedRow,
    draw_paired_dots,
)
from flows.render.exhibits import (
    Chart,
    LegendEntry,
    Table,
    headline,
    make_chart,
)
from flows.render.figures import Figure
from flows.render.headings import Heading
from flows.render.levels import group_by_level, name_level, sort_by_level
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.pictures import split_evenly

MOST_ROWS = 14
PAIRS_TABLE = "table-pairs"


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """The chapter on change.

    `charts` are about pairs, `spreads` about everybody who answered, also where nothing was
    asked twice. `unpaired` says that
    answers cannot be put together person by person, "" where they can. `hindsight` holds the
    tables of the retrospective wave, which stands by itself; `sessions` what the evaluations
    say of learning.
    """

    heading: Heading
    prose: str
    is_asked_twice: bool
    level: str
    lead: str
    unpaired: str
    spreads: tuple[Chart, ...]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    hindsight_lead: str
    hindsight: tuple[Table, ...]
    sessions: SessionResults | None

    @property
    def has_exhibits(self) -> bool:
        """Whether anything is shown of all that."""
        return bool(self.spreads or self.charts or self.tables or self.sessions)


def make_before_and_after(material: Material, heading: Heading) -> BeforeAndAfter:
    """Return the changes of every item that was asked before and after, by level."""
    items = paired_items(material)
    asked = [item for item in sort_by_level(material.programme.items) if list_waves(material, item)]
    paired = [item for item in items if has_pairs(material, item, EVERYBODY)]
    hindsight = make_hindsight(material, items)
    return BeforeAndAfter(
        heading,
        material.prose(Section.BEFORE_AND_AFTER),
        bool(items),
        ", ".join(name_level(level, material.notation) for level in group_by_level(asked)),
        explain_spreads(material, is_asked_twice=bool(items)),
        explain_unpaired(material) if len(paired) < len(items) else "",
        tuple(chart_waves(material, asked)),
        tuple(chart_scales(material, paired)),
        tuple(
            filter(
                None,
                (
                    tabulate_changes(material, items, EVERYBODY),
                    tabulate_tests(material, items, EVERYBODY),
                    tabulate_incomplete(material, items),
                    tabulate_reliability(material),
                ),
            )
        ),
        explain_hindsight(material) if hindsight else "",
        hindsight,
        show_session_results(material, KirkpatrickLevel.LEARNING),
    )


def make_hindsight(material: Material, items: list[Item]) -> tuple[Table, ...]:
    """Return the tables of the retrospective wave, none where it was not asked."""
    tables = (
        tabulate_changes(material, items, RETROSPECTIVE),
        tabulate_tests(material, items, RETROSPECTIVE),
    )
    return tuple(table for table in tables if table)


def paired_items(material: Material) -> list[Item]:
    """Return the items that were asked both before and after, or of which that was asked after."""
    items = [
        item
        for item in material.programme.items
        if any(
            material.find(Measure.PAIRS, item.item_id, group=group)
            for group in (EVERYBODY, RETROSPECTIVE)
        )
    ]
    return sort_by_level(items)


def explain_spreads(material: Material, *, is_asked_twice: bool) -> str:
    """Return what the first charts show: everybody, and no change yet."""
    return material.notation.say(
        _(
            "First the spread of all answers, with the number of answers beside each bar. After "
            "that the change, person by person, of those who answered both times."
        )
        if is_asked_twice
        else _("The spread of all answers, with the number of answers beside each bar.")
    )


def explain_unpaired(material: Material) -> str:
    """Return why there is no test where answers cannot be paired."""
    return material.notation.say(
        _(
            "Where nothing tells which answers before and after are the same person’s, there are "
            "two spreads to look at and no test: whether somebody changed cannot be known."
        )
    )


def explain_hindsight(material: Material) -> str:
    """Return what a retrospective wave is, and what can be wrong with it."""
    return material.notation.say(
        _(
            "Afterwards the participants were also asked how they would now rate themselves as "
            "they were before. Whoever has learned more may judge the beginning more strictly; "
            "but memory, and the wish to have got somewhere, can do the same. These figures "
            "therefore stand by themselves and are never put together with the answers that "
            "were given before."
        )
    )


def chart_scales(material: Material, items: list[Item]) -> Iterator[Chart]:
    """Return one chart for each scale, since only one scale's items share an axis."""
    for scale_id in dict.fromkeys(item.scale_id for item in items):
        of_scale = [item for item in items if item.scale_id == scale_id]
        yield chart_pairs(material, of_scale, scale_id)


def chart_pairs(material: Material, items: list[Item], scale_id: str) -> Chart:
    """Return the means before and after, and how many rose, stayed and fell."""
    notation = material.notation
    axis = make_axis(material, items)
    rows = [make_row(material, item) for item in items]
    headings = (
        notation.say(_("Mean before (ring) and after (dot)")),
        notation.say(_("People")),
    )
    changes = [compare_item(material, item) for item in items]
    responses = (
        material.words(Measure.RESPONSES, group=BEFORE),
        material.words(Measure.RESPONSES, group=AFTER),
    )
    alternative = describe_changes(changes, responses, notation)
    legend = map(
        LegendEntry,
        (
            notation.say(_("Higher after")),
            notation.say(_("The same")),
            notation.say(_("Lower after")),
        ),
        CHANGE_COLOURS,
    )
    return make_chart(
        f"chart-pairs-{scale_id}" if scale_id else "chart-pairs",
        headline(
            notation.say(_("Self-assessment before and after")), find_risen(changes, notation)
        ),
        notation.say(
            _(
                "Means of all valid answers, of {before} responses before and {after} after; "
                "the bars count the people who answered both times."
            ),
            before=responses[0],
            after=responses[1],
        ),
        [
            draw_paired_dots(part, axis, headings, alternative)
            for part in split_evenly(rows, MOST_ROWS)
        ],
        notation,
        legend=tuple(legend),
        figures=list_figures(material, items),
    )


def find_risen(changes: list[Change], notation: Notation) -> str:
    """Return what the title tells: on how many questions more rose than fell, "" where unknown."""
    counted = [change for change in changes if change.is_counted]
    if not counted:
        return ""
    return notation.say(
        _("more rose than fell on {risen} of {count} questions"),
        risen=sum(change.has_risen for change in counted),
        count=len(counted),
    )


def list_figures(material: Material, items: list[Item]) -> Iterator[Figure]:
    """Yield the figures of the chart: responses, and the means and changes of each item."""
    for wave in (BEFORE, AFTER):
        yield material.words(Measure.RESPONSES, group=wave)
    for item in items:
        yield material.words(Measure.PAIRS, item.item_id)
        yield from answer_figures(material, item, (BEFORE, AFTER))


def make_axis(material: Material, items: list[Item]) -> Axis:
    """Return the axis of the items' scale, from its lowest to its highest value."""
    scale = material.programme.scale_of(items[0])
    values = (
        [label.value for label in scale.valid_labels if label.value is not None] if scale else []
    )
    if not values:
        means = [
            mean
            for item in items
            for group in (BEFORE, AFTER)
            if (mean := material.value(Measure.MEAN, item.item_id, group=group)) is not None
        ]
        values = [0.0, max(means, default=1.0)]
    ticks = tuple((value, material.notation.plain(value)) for value in sorted(set(values)))
    return Axis(min(values), max(values), ticks)


def make_row(material: Material, item: Item) -> PairedRow:
    """Return one item's line, or why it has none."""
    notation = material.notation
    before, after = (
        material.value(Measure.MEAN, item.item_id, group=group) for group in (BEFORE, AFTER)
    )
    changes = [material.value(measure, item.item_id) for measure in CHANGES]
    known = tuple(count for count in changes if count is not None)
    is_complete = before is not None and after is not None
    return PairedRow(
        label=material.question(item),
        before=before if is_complete else None,
        after=after if is_complete else None,
        texts=(
            notation.points(before) if before is not None else "",
            notation.points(after) if after is not None else "",
        ),
        changes=known,
        change_texts=tuple(map(notation.number, known)),
        reason=notation.say(_("too few people; not shown")),
    )


def compare_item(material: Material, item: Item) -> Change:
    """Return one question's means and changes, as its alternative text compares them."""
    before, after = (
        value_of(material, "", Measure.MEAN, item.item_id, group=group) for group in (BEFORE, AFTER)
    )
    pairs = material.find(Measure.PAIRS, item.item_id)
    return Change(
        name_item(material, item),
        before,
        after,
        material.value(Measure.ROSE, item.item_id),
        material.value(Measure.FELL, item.item_id),
        None if pairs is None or pairs.value is None else int(pairs.value),
    )
