"""How the answers were spread before and after: the distribution comes before any test."""

from collections.abc import Iterator

from flows.programme.indicator_names import Group, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.translations import _
from flows.render.alternatives.answers import OneWave, describe_waves
from flows.render.alternatives.figure_values import value_of
from flows.render.answer_rows import is_asked
from flows.render.chapters.asked_once import chart_together
from flows.render.chapters.item_charts import chart_spread, share_extent
from flows.render.charts.stacked_bars import Extent
from flows.render.exhibits import Chart
from flows.render.figure_names import WAVES
from flows.render.material import Material

SHORT_WAVES = {**WAVES, Wave.RETROSPECTIVE: _("Before, in hindsight")}
"""The waves in so few words that they fit beside a bar."""


def chart_waves(material: Material, items: list[Item]) -> Iterator[Chart]:
    """Return a chart of each item on a scale, with a bar for each wave in which it was asked.

    Those asked in one wave only share one.
    """
    occasions = {
        item: [group for _name, group in list_waves(material, item)]
        for item in items
        if item.kind is ItemKind.SCALE
    }
    extent = share_extent(material, occasions)
    return chart_together(
        material, occasions, extent, lambda item: chart_item_in_waves(material, item, extent)
    )


def chart_item_in_waves(material: Material, item: Item, extent: Extent) -> Chart:
    """Return how the answers to an item were spread in each wave in which it was asked."""
    return chart_spread(
        material,
        item,
        extent,
        occasions=list_waves(material, item),
        anchor=f"chart-waves-{item.item_id}",
        finding=find_step(material, item),
        alternative=describe_item(material, item),
    )


def list_waves(material: Material, item: Item) -> list[tuple[str, Group]]:
    """Return the waves in which an item was asked, in time, with their names."""
    return [
        (material.notation.say(SHORT_WAVES[wave]), Group(wave=wave))
        for wave in Wave
        if is_asked(material, item, Group(wave=wave))
    ]


def find_step(material: Material, item: Item) -> str:
    """Return what the title tells: the favourable answers before and after, "" where unknown."""
    before, after = (
        follow(material, item, Measure.SHARE_FAVOURABLE, wave) for wave in (Wave.BEFORE, Wave.AFTER)
    )
    if not before or not after or before.value.number is None or after.value.number is None:
        return ""
    return material.notation.say(
        _("{before} favourable answers before, {after} after"),
        before=before.value.text,
        after=after.value.text,
    )


def describe_item(material: Material, item: Item) -> str:
    """Return what the bars show: the favourable answers or, without such, the median."""
    notation = material.notation
    has_favourable = any(
        material.find(Measure.SHARE_FAVOURABLE, item.item_id, group=Group(wave=wave))
        for wave in Wave
    )
    measure = Measure.SHARE_FAVOURABLE if has_favourable else Measure.MEDIAN
    before, after, hindsight = (follow(material, item, measure, wave) for wave in Wave)
    return describe_waves(
        notation.choose(item.wording),
        notation.say(_("The share of favourable answers") if has_favourable else _("The median")),
        (before, after, hindsight),
        notation,
    )


def follow(material: Material, item: Item, measure: Measure, wave: Wave) -> OneWave | None:
    """Return the `measure` of the answers in a wave; None where the item was not asked then."""
    group = Group(wave=wave)
    if not is_asked(material, item, group):
        return None
    return OneWave(
        value_of(
            material, material.notation.say(WAVES[wave]).lower(), measure, item.item_id, group=group
        ),
        str(material.base(measure, item.item_id, group=group)),
    )
