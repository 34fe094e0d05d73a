"""The chart of one question over the sessions, by the kind of its answers."""

from collections.abc import Iterable, Mapping

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item, ItemKind
from flows.programme.translations import _
from flows.render.alternatives.answers import describe_spread
from flows.render.alternatives.figure_values import list_answers, value_of
from flows.render.alternatives.sentences import join
from flows.render.answer_rows import answer_figures, favourable_text, gap_reason, spread_of
from flows.render.chapters.item_bars import chart_choices, chart_numbers
from flows.render.charts.palette import CATEGORIES, diverging_colours, ordered_colours
from flows.render.charts.stacked_bars import (
    FROM_THE_LEFT,
    Extent,
    StackedRow,
    common_extent,
    draw_stacked_bars,
)
from flows.render.exhibits import Chart, LegendEntry, headline, make_chart
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.occasions import list_occasions, sessions_of, tell_sessions
from flows.render.pictures import split_evenly

MOST_BARS = 34


def share_extent(material: Material, occasions: Mapping[Item, Iterable[Group]]) -> Extent:
    """Return the extent that all items whose bars diverge share on all their `occasions`."""
    return common_extent(
        [
            spread_of(material, item, group)[0]
            for item, groups in occasions.items()
            if diverges(material, item)
            for group in groups
        ]
    )


def chart_item(material: Material, item: Item, extent: Extent) -> Chart:
    """Return the chart of an item whose answers can be counted."""
    match item.kind:
        case ItemKind.CHOICES:
            return chart_choices(material, item)
        case ItemKind.NUMBER:
            return chart_numbers(material, item)
        case _scale_or_choice:
            return chart_sessions(material, item, extent)


def chart_sessions(material: Material, item: Item, extent: Extent) -> Chart:
    """Return how the answers to an item were spread at each session, as stacked bars."""
    return chart_spread(
        material,
        item,
        extent,
        occasions=list_occasions(material, item),
        anchor=f"chart-{item.item_id}",
        finding=find_favourable(material, item),
        alternative=describe_sessions(material, item),
    )


def chart_spread(
    material: Material,
    item: Item,
    extent: Extent,
    *,
    occasions: list[tuple[str, Group]],
    anchor: str,
    finding: str,
    alternative: str,
) -> Chart:
    """Return how the answers to an item were spread at each of `occasions`, as stacked bars."""
    notation = material.notation
    scale = material.programme.scale_of(item)
    labels = [notation.choose(label.label) for label in scale.valid_labels] if scale else []
    has_favourable = judges(material, item)
    extent = extent if diverges(material, item) else FROM_THE_LEFT
    colours = choose_colours(item, len(labels), has_favourable=has_favourable)
    headings = (
        *((notation.say(_("Favourable")),) if has_favourable else ()),
        notation.say(_("Answers")),
    )
    is_in_waves = any(group.wave for _name, group in occasions)
    rows = [
        make_row(material, item, name, group, has_favourable=has_favourable)
        for name, group in occasions
    ]
    return make_chart(
        anchor,
        headline(material.question(item), finding),
        join(
            (
                tell_base(material, item, occasions),
                tell_sides(notation) if extent.left else "",
                "" if is_in_waves else tell_sessions(material, item),
            )
        ),
        [
            draw_stacked_bars(part, headings, colours, extent, alternative)
            for part in split_evenly(rows, MOST_BARS)
        ],
        notation,
        legend=tuple(map(LegendEntry, labels, colours)),
        figures=answer_figures(material, item, [group for _name, group in occasions]),
    )


def judges(material: Material, item: Item) -> bool:
    """Tell whether the scale of an item says which answers are favourable."""
    scale = material.programme.scale_of(item)
    return any(label.is_favourable for label in (scale.valid_labels if scale else ()))


def diverges(material: Material, item: Item) -> bool:
    """Tell whether the bars of an item have two sides: favourable answers, in an order."""
    return item.kind is ItemKind.SCALE and judges(material, item)


def choose_colours(item: Item, count: int, *, has_favourable: bool) -> tuple[str, ...]:
    """Return a colour for each of `count` answers: with sides, in an order, or apart."""
    if has_favourable:
        return diverging_colours(count)
    if item.kind is ItemKind.SCALE:
        return ordered_colours(count)
    return tuple(CATEGORIES[number % len(CATEGORIES)] for number in range(count))


def tell_base(material: Material, item: Item, occasions: list[tuple[str, Group]]) -> str:
    """Return on what the bars rest, with its number where one of them is all sessions."""
    whole = spread_of(material, item, EVERYBODY)[1]
    if whole and any(group == EVERYBODY for _name, group in occasions):
        return material.notation.say(_("Per cent of the valid answers, {base} in all."), base=whole)
    return material.notation.say(_("Per cent of the valid answers."))


def tell_sides(notation: Notation) -> str:
    """Return what lies on which side of the line at which bars diverge."""
    return notation.say(_("Unfavourable answers lie left of the line."))


def make_row(
    material: Material, item: Item, name: str, group: Group, *, has_favourable: bool
) -> StackedRow:
    """Return the bar of one occasion, or why there is none."""
    shares, base = spread_of(material, item, group)
    texts = tuple(material.notation.number(100 * share) for share in shares)
    favourable = (favourable_text(material, item, group),) if has_favourable else ()
    return StackedRow(
        label=name,
        shares=shares,
        texts=texts,
        columns=(*favourable, base) if shares else (),
        reason="" if shares else gap_reason(material, item, group),
        is_total=group == EVERYBODY,
    )


def find_favourable(material: Material, item: Item) -> str:
    """Return what the title tells: how many of the answers were favourable, "" where unknown."""
    if material.value(Measure.SHARE_FAVOURABLE, item.item_id) is None:
        return ""
    share = material.words(Measure.SHARE_FAVOURABLE, item.item_id)
    return material.notation.say(_("{share} favourable answers"), share=share)


def describe_sessions(material: Material, item: Item) -> str:
    """Return what the stacked bars show: the favourable answers or, without such, the commonest."""
    answers = list_answers(material, item)
    following = (Measure.SHARE_FAVOURABLE, item.item_id, "")
    followed = material.notation.say(_("Share of favourable answers"))
    if not material.find(*following):
        commonest = max(answers, key=lambda code: answers[code].number or 0)
        following = (Measure.SHARE, item.item_id, commonest)
        followed = answers[commonest].name
    return describe_spread(
        material.notation.choose(item.wording),
        tuple(answers.values()),
        (
            followed,
            value_of(material, "", *following),
            [
                value_of(material, str(session), *following, Group(session=session))
                for session in sessions_of(material, item)
            ],
        ),
        spread_of(material, item, EVERYBODY)[1],
        material.notation,
    )
