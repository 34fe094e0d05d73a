"""How the answers were spread before and after: the distribution comes before any test."""

from collections.abc import Iterator

from flows.programme.indicator_names import Group, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.translations import _
from flows.render.answer_rows import leading_figure, spread_of
from flows.render.chapters.item_charts import chart_spread
from flows.render.charts.stacked_bars import common_extent
from flows.render.exhibits import Chart
from flows.render.figure_names import WAVES
from flows.render.material import Material

SHORT_WAVES = {**WAVES, Wave.RETROSPECTIVE: _("Before, in hindsight")}
"""The waves in so few words that they fit beside a bar."""


def chart_waves(material: Material, items: list[Item]) -> Iterator[Chart]:
    """Yield a chart of each item on a scale, with a bar for each wave in which it was asked."""
    of_scale = [item for item in items if item.kind is ItemKind.SCALE]
    extent = common_extent(
        [
            spread_of(material, item, group)[0]
            for item in of_scale
            for _name, group in list_waves(material, item)
        ]
    )
    for item in of_scale:
        yield chart_spread(
            material,
            item,
            extent,
            occasions=list_waves(material, item),
            anchor=f"chart-waves-{item.item_id}",
            alternative=describe_waves(material, item),
        )


def list_waves(material: Material, item: Item) -> list[tuple[str, Group]]:
    """Return the waves in which an item was asked, in time, with their names."""
    return [
        (material.notation.say(SHORT_WAVES[wave]), Group(wave=wave))
        for wave in Wave
        if leading_figure(material, item, Group(wave=wave))
    ]


def describe_waves(material: Material, item: Item) -> str:
    """Return what the bars show: median and number of answers in each wave."""
    notation = material.notation
    lines = [
        notation.say(
            _("{wave}: median {median}, {base} answers"),
            wave=name,
            median=str(material.words(Measure.MEDIAN, item.item_id, group=group)),
            base=str(material.base(Measure.MEDIAN, item.item_id, group=group)),
        )
        for name, group in list_waves(material, item)
        if material.value(Measure.MEDIAN, item.item_id, group=group) is not None
    ]
    return notation.say(
        _("How the answers to “{item}” were spread. {lines}."),
        item=notation.choose(item.wording),
        lines="; ".join(lines) or notation.say(_("too few people; not shown")),
    )
