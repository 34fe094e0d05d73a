"""Questions that were asked at one session each: those on the same scale share a chart."""

from collections.abc import Iterable
from dataclasses import replace

from flows.programme.indicator_names import Group, Measure
from flows.programme.items import Item, ItemKind
from flows.programme.translations import _
from flows.render.alternatives.answers import describe_questions
from flows.render.alternatives.figure_values import value_of
from flows.render.alternatives.sentences import Value, join, number_of
from flows.render.alternatives.sessions import count_answers
from flows.render.answer_rows import answer_figures, name_item
from flows.render.chapters.item_charts import make_row, tell_sides
from flows.render.charts.palette import diverging_colours
from flows.render.charts.stacked_bars import Extent, StackedRow, draw_stacked_bars
from flows.render.exhibits import Chart, LegendEntry, headline, make_chart
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.occasions import sessions_of
from flows.render.pictures import split_evenly

MOST_BARS = 20
LABEL_WIDTH = 170.0


def group_asked_once(material: Material, items: Iterable[Item]) -> tuple[tuple[Item, ...], ...]:
    """Return the agreement items that were asked at one session only, by scale.

    Each group has two items or more: one alone has nothing to share a chart with.
    """
    by_scale: dict[str, list[Item]] = {}
    for item in items:
        is_once = item.kind is ItemKind.SCALE and len(sessions_of(material, item)) == 1
        if is_once and material.find(Measure.SHARE_FAVOURABLE, item.item_id):
            by_scale.setdefault(item.scale_id, []).append(item)
    return tuple(tuple(group) for group in by_scale.values() if len(group) > 1)


def chart_asked_once(material: Material, items: tuple[Item, ...], extent: Extent) -> Chart:
    """Return how the answers to each of `items` were spread, the most favourable first."""
    notation = material.notation
    shares = {item: share_favourable(material, item) for item in items}
    ordered = sorted(items, key=lambda item: -(shares[item].number or 0))
    scale = material.programme.scale_of(items[0])
    labels = [notation.choose(label.label) for label in scale.valid_labels] if scale else []
    colours = diverging_colours(len(labels))
    headings = tuple(map(notation.say, (_("Favourable"), _("Answers"), _("Session"))))
    bases = [
        share.base
        for item in items
        if (
            share := material.find(Measure.SHARE_FAVOURABLE, item.item_id, group=at(material, item))
        )
        and share.base is not None
    ]
    alternative = describe_questions([shares[item] for item in ordered], bases, notation)
    return make_chart(
        f"chart-once-{items[0].item_id}",
        headline(
            notation.say(_("Questions asked at one session each")), find_range(shares, notation)
        ),
        join(
            (
                notation.say(
                    _("Per cent of the valid answers ({answers})."),
                    answers=count_answers(bases, notation),
                )
                if bases
                else notation.say(_("Per cent of the valid answers.")),
                tell_sides(notation),
            )
        ),
        [
            draw_stacked_bars(part, headings, colours, extent, alternative, label_width=LABEL_WIDTH)
            for part in split_evenly([draw_item(material, item) for item in ordered], MOST_BARS)
        ],
        notation,
        legend=tuple(map(LegendEntry, labels, colours)),
        figures=[
            figure
            for item in ordered
            for figure in answer_figures(material, item, [at(material, item)])
        ],
    )


def at(material: Material, item: Item) -> Group:
    """Return the one session at which an item was asked."""
    (session,) = sessions_of(material, item)
    return Group(session=session)


def share_favourable(material: Material, item: Item) -> Value:
    """Return the favourable share of an item, under its wording."""
    return value_of(
        material,
        name_item(material, item),
        Measure.SHARE_FAVOURABLE,
        item.item_id,
        group=at(material, item),
    )


def draw_item(material: Material, item: Item) -> StackedRow:
    """Return the bar of an item, with the number of its session as the last column."""
    group = at(material, item)
    row = make_row(material, item, material.question(item), group, has_favourable=True)
    return replace(row, columns=(*(row.columns or ("", "")), str(group.session)))


def find_range(shares: dict[Item, Value], notation: Notation) -> str:
    """Return what the title tells: the least and the greatest share, "" where there is one."""
    known = [share for share in shares.values() if share.number is not None]
    least, most = (
        (min(known, key=number_of).text, max(known, key=number_of).text) if known else ("", "")
    )
    if least == most:
        return ""
    return notation.say(_("from {least} to {most} favourable answers"), least=least, most=most)
