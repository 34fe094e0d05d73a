"""The chart of one question over the sessions, by the kind of its answers."""

from collections.abc import Iterator

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item, ItemKind
from flows.programme.translations import _
from flows.render.answer_rows import answer_figures, favourable_text, gap_reason, spread_of
from flows.render.charts.bars import BarRow, draw_bars
from flows.render.charts.palette import CATEGORIES, diverging_colours
from flows.render.charts.stacked_bars import (
    FROM_THE_LEFT,
    Extent,
    StackedRow,
    common_extent,
    draw_stacked_bars,
)
from flows.render.exhibits import Chart, LegendEntry, make_chart
from flows.render.material import Material
from flows.render.pictures import split_evenly

MOST_BARS = 34
SHORT_LABEL_WIDTH = 79.0


def chart_items(material: Material, items: list[Item]) -> Iterator[Chart]:
    """Yield the chart of each item; agreement scales share one extent."""
    bars = [
        spread_of(material, item, group)[0]
        for item in items
        if item.kind is ItemKind.SCALE
        for _name, group in list_occasions(material)
    ]
    extent = common_extent(bars)
    for item in items:
        match item.kind:
            case ItemKind.SCALE:
                yield chart_sessions(material, item, extent)
            case ItemKind.CHOICE:
                yield chart_sessions(material, item, FROM_THE_LEFT)
            case ItemKind.CHOICES:
                yield chart_choices(material, item)
            case ItemKind.NUMBER:
                yield chart_numbers(material, item)
            case _other:
                continue


def list_occasions(material: Material) -> list[tuple[str, Group]]:
    """Return all sessions together and each of them, with their names."""
    notation = material.notation
    sessions = material.programme.session_numbers
    return [
        (notation.say(_("All sessions")), EVERYBODY),
        *(
            (notation.say(_("Session {number}"), number=number), Group(session=number))
            for number in sessions
        ),
    ]


def all_groups(material: Material) -> list[Group]:
    """Return the groups of the occasions."""
    return [group for _name, group in list_occasions(material)]


def chart_sessions(material: Material, item: Item, extent: Extent) -> Chart:
    """Return how the answers to an item were spread at each session, as stacked bars."""
    return chart_spread(
        material,
        item,
        extent,
        occasions=list_occasions(material),
        anchor=f"chart-{item.item_id}",
        alternative=describe_spread(material, item),
    )


def chart_spread(
    material: Material,
    item: Item,
    extent: Extent,
    *,
    occasions: list[tuple[str, Group]],
    anchor: str,
    alternative: str,
) -> Chart:
    """Return how the answers to an item were spread at each of `occasions`, as stacked bars."""
    notation = material.notation
    scale = material.programme.scale_of(item)
    labels = [notation.choose(label.label) for label in scale.valid_labels] if scale else []
    has_favourable = any(
        material.find(Measure.SHARE_FAVOURABLE, item.item_id, group=group)
        for _name, group in occasions
    )
    colours = (
        diverging_colours(len(labels))
        if has_favourable
        else tuple(CATEGORIES[number % len(CATEGORIES)] for number in range(len(labels)))
    )
    headings = (
        *((notation.say(_("Favourable")),) if has_favourable else ()),
        notation.say(_("Answers")),
    )
    rows = [
        make_row(material, item, name, group, has_favourable=has_favourable)
        for name, group in occasions
    ]
    return make_chart(
        anchor,
        material.question(item),
        notation.say(_("Answers in per cent of the valid answers.")),
        [
            draw_stacked_bars(part, headings, colours, extent, alternative)
            for part in split_evenly(rows, MOST_BARS)
        ],
        notation,
        legend=tuple(map(LegendEntry, labels, colours)),
        figures=answer_figures(material, item, [group for _name, group in occasions]),
    )


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


def describe_spread(material: Material, item: Item) -> str:
    """Return what the stacked bars show: the whole, and the best and the worst session."""
    notation = material.notation
    wording = notation.choose(item.wording)
    by_session = {
        group.session: share
        for _name, group in list_occasions(material)
        if group.session
        and (share := material.value(Measure.SHARE_FAVOURABLE, item.item_id, group=group))
        is not None
    }
    whole = notation.say(
        _("Answers to “{item}” at {count} sessions: {base} valid answers in all."),
        item=wording,
        count=len(material.programme.sessions),
        base=spread_of(material, item, EVERYBODY)[1],
    )
    if not by_session:
        return whole
    best = max(by_session, key=lambda session: by_session[session])
    worst = min(by_session, key=lambda session: by_session[session])
    return (
        whole
        + " "
        + notation.say(
            _(
                "{share} of them are favourable; most at session {best} ({best_share}), "
                "fewest at session {worst} ({worst_share})."
            ),
            share=material.words(Measure.SHARE_FAVOURABLE, item.item_id),
            best=best,
            best_share=notation.percent(by_session[best]),
            worst=worst,
            worst_share=notation.percent(by_session[worst]),
        )
    )


def chart_choices(material: Material, item: Item) -> Chart:
    """Return how many chose each label, all sessions together, as bars."""
    notation = material.notation
    scale = material.programme.scale_of(item)
    labels = scale.valid_labels if scale else ()
    shares = {label: material.value(Measure.SHARE, item.item_id, label.code) for label in labels}
    rows = [
        BarRow(
            notation.choose(label.label),
            share,
            notation.say(
                _("{share}  ({count} answers)"),
                share=notation.percent(share),
                count=material.words(Measure.ANSWERS, item.item_id, label.code),
            )
            if share is not None
            else gap_reason(material, item, EVERYBODY),
        )
        for label, share in shares.items()
    ]
    base = material.base(Measure.SHARE, item.item_id, labels[0].code) if labels else ""
    alternative = notation.say(
        _("Answers to “{item}”, all sessions together: {lines}. Base: {base} answers."),
        item=notation.choose(item.wording),
        lines=notation.enumerate(f"{row.label} {row.text}" for row in rows),
        base=base,
    )
    return make_chart(
        f"chart-{item.item_id}",
        material.question(item),
        notation.say(
            _("Share who chose each answer, all sessions together; {base} answered."), base=base
        ),
        [draw_bars(part, alternative) for part in split_evenly(rows, MOST_BARS)],
        notation,
        figures=answer_figures(material, item, [EVERYBODY]),
    )


def chart_numbers(material: Material, item: Item) -> Chart:
    """Return the mean of a number at each session, as bars from zero."""
    notation = material.notation
    means = {
        (name, group): material.value(Measure.MEAN, item.item_id, group=group)
        for name, group in list_occasions(material)
    }
    longest = max((mean for mean in means.values() if mean is not None), default=0) or 1
    rows = [
        BarRow(
            name,
            max(0.0, mean / longest) if mean is not None else None,
            notation.say(
                _("{mean}  ({count} answers)"),
                mean=notation.points(mean),
                count=material.base(Measure.MEAN, item.item_id, group=group),
            )
            if mean is not None
            else gap_reason(material, item, group),
            is_muted=group != EVERYBODY,
            is_total=group == EVERYBODY,
        )
        for (name, group), mean in means.items()
    ]
    alternative = notation.say(
        _("Means of the answers to “{item}”: {lines}."),
        item=notation.choose(item.wording),
        lines=notation.enumerate(f"{row.label} {row.text}" for row in rows),
    )
    return make_chart(
        f"chart-{item.item_id}",
        material.question(item),
        notation.say(_("Mean at each session, with the number of answers.")),
        [
            draw_bars(part, alternative, label_width=SHORT_LABEL_WIDTH)
            for part in split_evenly(rows, MOST_BARS)
        ],
        notation,
        figures=answer_figures(material, item, all_groups(material)),
    )
