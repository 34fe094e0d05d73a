"""Questions that were asked on one occasion each: those on the same scale share a chart."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.programme.indicator_names import Group, Measure
from flows.programme.items import Item, ItemKind, Wave
from flows.programme.translations import _
from flows.render.alternatives.answers import describe_questions
from flows.render.alternatives.figure_values import value_of
from flows.render.alternatives.sentences import Value, join, number_of
from flows.render.alternatives.sessions import count_answers
from flows.render.answer_rows import answer_figures, codes_of, name_item
from flows.render.chapters.item_charts import (
    choose_colours,
    diverges,
    judges,
    make_row,
    tell_sides,
)
from flows.render.charts.stacked_bars import (
    FROM_THE_LEFT,
    Extent,
    StackedRow,
    draw_stacked_bars,
)
from flows.render.exhibits import Chart, LegendEntry, headline, make_chart
from flows.render.figure_names import quote
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.pictures import split_evenly

MOST_BARS = 20
LABEL_WIDTH = 170.0

Occasions = Mapping[Item, Sequence[Group]]
"""Items in the order of their charts, each with those who were asked it: sessions or waves."""


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """An item with the one occasion on which it was asked: a session, or a wave."""

    item: Item
    group: Group

    @property
    def shares_with(self) -> tuple[ItemKind, str, Wave | None]:
        """What those have in common that share a chart."""
        return self.item.kind, self.item.scale_id, self.group.wave


@dataclass(frozen=True, slots=True)
class Followed:
    """The share by which the questions of a chart are compared, and its name."""

    name: str
    measure: Measure
    answer: str = ""


def chart_together(
    material: Material, occasions: Occasions, extent: Extent, chart_alone: Callable[[Item], Chart]
) -> Iterator[Chart]:
    """Yield the charts of items in their order; those that share one stand where the first is.

    `chart_alone` draws an item that shares none; `extent` is that of diverging bars.
    """
    group_of = {once.item: group for group in group_asked_once(occasions) for once in group}
    for item in occasions:
        group = group_of.get(item, ())
        if not group:
            yield chart_alone(item)
        elif item is group[0].item:
            yield chart_asked_once(material, group, extent)


def group_asked_once(occasions: Occasions) -> tuple[tuple[AskedOnce, ...], ...]:
    """Return the items with one answer each that were asked on one occasion only, by scale.

    Each group has two items or more: one alone has nothing
    to share a chart with.
    """
    by_scale: dict[tuple[ItemKind, str, Wave | None], list[AskedOnce]] = {}
    for item, groups in occasions.items():
        if item.kind in (ItemKind.SCALE, ItemKind.CHOICE) and len(groups) == 1:
            once = AskedOnce(item, *groups)
            by_scale.setdefault(once.shares_with, []).append(once)
    return tuple(tuple(group) for group in by_scale.values() if len(group) > 1)


def chart_asked_once(material: Material, group: Sequence[AskedOnce], extent: Extent) -> Chart:
    """Return how the answers to each of a group were spread, the most favourable first.

    Where no answer is favourable they keep their order. `extent` is that of diverging bars.
    """
    notation, first = material.notation, group[0].item
    followed = choose_followed(material, group)
    shares = {one: share_of(material, one, followed) for one in group}
    asked = list(group)
    if judges(material, first):
        asked.sort(key=lambda one: -(shares[one].number or 0))
    bases = list_bases(material, asked)
    scale = material.programme.scale_of(first)
    labels = [notation.choose(label.label) for label in scale.valid_labels] if scale else []
    colours = choose_colours(first, len(labels), has_favourable=judges(material, first))
    alternative = describe_questions(followed.name, [shares[one] for one in asked], bases, notation)
    return make_chart(
        "-".join(filter(None, ("chart-once", group[0].group.wave, first.item_id))),
        headline(name_group(asked, notation), find_range(followed, shares.values(), notation)),
        join(
            (
                notation.say(
                    _("Per cent of the valid answers ({answers})."),
                    answers=count_answers(bases, notation),
                )
                if bases
                else notation.say(_("Per cent of the valid answers.")),
                tell_sides(notation) if diverges(material, first) else "",
            )
        ),
        [
            draw_stacked_bars(
                part,
                head_columns(material, asked),
                colours,
                extent if diverges(material, first) else FROM_THE_LEFT,
                alternative,
                label_width=LABEL_WIDTH,
            )
            for part in split_evenly(draw_rows(material, asked), MOST_BARS)
        ],
        notation,
        legend=tuple(map(LegendEntry, labels, colours)),
        figures=[
            figure for one in asked for figure in answer_figures(material, one.item, [one.group])
        ],
    )


def is_one_occasion(asked: Iterable[AskedOnce]) -> bool:
    """Tell whether all were asked on the same occasion."""
    return len({one.group for one in asked}) == 1


ASKED_IN = {
    Wave.BEFORE: _("Questions asked before the programme"),
    Wave.AFTER: _("Questions asked after the programme"),
    Wave.RETROSPECTIVE: _("Questions about the time before, asked in hindsight"),
}


def name_group(asked: Sequence[AskedOnce], notation: Notation) -> str:
    """Return what the title says of the questions."""
    occasion = asked[0].group
    if occasion.wave:
        return notation.say(ASKED_IN[occasion.wave])
    if occasion.session and is_one_occasion(asked):
        return notation.say(_("Questions asked at session {session}"), session=occasion.session)
    return notation.say(_("Questions asked at one session each"))


def choose_followed(material: Material, asked: Sequence[AskedOnce]) -> Followed:
    """Return the share of the favourable answers or, without such, of the commonest answer.

    That is the most frequent one to all the questions together.
    """
    item, notation = asked[0].item, material.notation
    if judges(material, item):
        return Followed(notation.say(_("Share of favourable answers")), Measure.SHARE_FAVOURABLE)
    scale = material.programme.scale_of(item)
    labels = {label.code: label.label for label in (scale.valid_labels if scale else ())}
    code = commonest_answer(material, asked)
    name = quote(notation.choose(labels[code]), notation.language)
    return Followed(name, Measure.SHARE, code)


def share_of(material: Material, one: AskedOnce, followed: Followed) -> Value:
    """Return what is `followed` of the answers to a question, under its wording."""
    name, item_id = name_item(material, one.item), one.item.item_id
    return value_of(material, name, followed.measure, item_id, followed.answer, one.group)


def commonest_answer(material: Material, asked: Sequence[AskedOnce]) -> str:
    """Return the code of the answer that has the largest shares, all questions together."""

    def sum_shares(code: str) -> float:
        return sum(
            material.value(Measure.SHARE, one.item.item_id, code, one.group) or 0 for one in asked
        )

    return max(codes_of(material, asked[0].item), key=sum_shares)


def list_bases(material: Material, asked: Iterable[AskedOnce]) -> list[int]:
    """Return the number of valid answers to each question where it may be told."""
    shares = (
        material.find(Measure.SHARE, one.item.item_id, codes_of(material, one.item)[0], one.group)
        for one in asked
    )
    return [share.base for share in shares if share and share.base is not None]


def head_columns(material: Material, asked: Sequence[AskedOnce]) -> tuple[str, ...]:
    """Return the headings of the numbers beside the bars."""
    headings = (
        *((_("Favourable"),) if judges(material, asked[0].item) else ()),
        _("Answers"),
        *(() if is_one_occasion(asked) else (_("Session"),)),
    )
    return tuple(map(material.notation.say, headings))


def draw_rows(material: Material, asked: Sequence[AskedOnce]) -> list[StackedRow]:
    """Return the bar of each question, with its session last where they differ."""
    has_favourable = judges(material, asked[0].item)
    rows = [
        make_row(
            material,
            one.item,
            material.question(one.item),
            one.group,
            has_favourable=has_favourable,
        )
        for one in asked
    ]
    if is_one_occasion(asked):
        return rows
    nothing = ("",) * (1 + has_favourable)
    return [
        replace(row, columns=(*(row.columns or nothing), str(one.group.session)))
        for row, one in zip(rows, asked, strict=True)
    ]


def find_range(followed: Followed, shares: Iterable[Value], notation: Notation) -> str:
    """Return what the title tells: the least and the greatest share, "" where there is one."""
    known = [share for share in shares if share.number is not None]
    if not known:
        return ""
    least, most = min(known, key=number_of).text, max(known, key=number_of).text
    if least == most:
        return ""
    if followed.measure is Measure.SHARE_FAVOURABLE:
        words = _("from {least} to {most} favourable answers")
    else:
        words = _("{answer} from {least} to {most}")
    return notation.say(words, answer=followed.name, least=least, most=most)
