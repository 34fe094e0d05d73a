"""The answers to one item on one occasion, as charts and tables need them."""

from collections.abc import Iterable, Iterator

from flows.aggregate.indicators import Indicator, Status
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.translations import _
from flows.render.figure_names import quote
from flows.render.figures import Figure
from flows.render.material import Material

REASONS = {
    Status.SUPPRESSED: _("too few people; not shown"),
    Status.NO_ANSWERS: _("no answers"),
    Status.NOT_ASKED: _("not asked"),
    Status.NO_VARIATION: _("everybody answered alike"),
    Status.TOO_FEW_PAIRS: _("too few changed"),
    Status.PUBLISHED: "",
}


def codes_of(material: Material, item: Item) -> tuple[str, ...]:
    """Return the codes of the answers to an item, lowest first; none where it has no scale."""
    scale = material.programme.scale_of(item)
    return tuple(label.code for label in scale.valid_labels) if scale else ()


def name_item(material: Material, item: Item) -> str:
    """Return an item's wording as it is named in a sentence."""
    return quote(material.notation.choose(item.wording), material.notation.language)


def spread_of(material: Material, item: Item, group: Group) -> tuple[tuple[float, ...], str]:
    """Return the share of each answer, lowest first, and the base; no shares where unknown."""
    codes = codes_of(material, item)
    shares = tuple(material.value(Measure.SHARE, item.item_id, code, group) for code in codes)
    known = tuple(share for share in shares if share is not None)
    if not known or len(known) < len(codes):
        return (), ""
    return known, str(material.base(Measure.SHARE, item.item_id, codes[0], group))


def leading_figure(material: Material, item: Item, group: Group) -> Indicator | None:
    """Return the figure whose status tells whether the item has answers on an occasion."""
    codes = codes_of(material, item)
    share = material.find(Measure.SHARE, item.item_id, codes[0], group) if codes else None
    return share or material.find(Measure.MEAN, item.item_id, group=group)


def gap_reason(material: Material, item: Item, group: Group) -> str:
    """Return in words why an occasion has no figures."""
    figure = leading_figure(material, item, group)
    return material.notation.say(REASONS[figure.status if figure else Status.NOT_ASKED])


def favourable_text(material: Material, item: Item, group: Group) -> str:
    """Return the favourable share as it is printed."""
    return str(material.words(Measure.SHARE_FAVOURABLE, item.item_id, group=group))


def is_asked(material: Material, item: Item, group: Group) -> bool:
    """Tell whether an item was asked on an occasion, and can be counted."""
    figure = leading_figure(material, item, group)
    return figure is not None and figure.status is not Status.NOT_ASKED


def answer_figures(material: Material, item: Item, groups: Iterable[Group]) -> Iterator[Figure]:
    """Yield a figure of the answers to an item in each of `groups` where it was asked."""
    for group in groups:
        leading = leading_figure(material, item, group)
        if leading and leading.status is not Status.NOT_ASKED:
            name = leading.name
            yield material.words(name.measure, name.item, name.answer, name.group)


def has_figures(material: Material, item: Item) -> bool:
    """Tell whether an item was asked anywhere and can be counted."""
    groups = (EVERYBODY, *(Group(wave=wave) for wave in Wave))
    return any(is_asked(material, item, group) for group in groups)


def has_answers_to_show(material: Material, item: Item) -> bool:
    """Tell whether an item can be drawn: a number can, others only by the answers of their scale.

    An item whose scale is missing has none; the workbook's problems tell of it.
    """
    scale = material.programme.scale_of(item)
    return item.kind is ItemKind.NUMBER or bool(scale and scale.valid_labels)
