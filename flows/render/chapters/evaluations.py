"""Results of the sessions: every question over the sessions, so that days can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Instrument, Item
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.alternatives.figure_values import value_of
from flows.render.alternatives.sentences import Value, number_of
from flows.render.alternatives.sessions import count_answers, describe_overview
from flows.render.answer_rows import answer_figures, has_answers_to_show, is_asked, name_item
from flows.render.chapters.asked_once import chart_asked_once, group_asked_once
from flows.render.chapters.change_tables import write_range
from flows.render.chapters.item_charts import chart_item, share_extent
from flows.render.charts.matrix import MatrixRow, Square, draw_matrix
from flows.render.charts.stacked_bars import Extent
from flows.render.exhibits import Chart, Column, Row, Table, headline, make_chart, make_table
from flows.render.headings import Heading
from flows.render.levels import group_by_level, name_level, sort_by_level
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.occasions import sessions_of
from flows.render.pictures import split_evenly

MOST_COLUMNS = 13
MOST_ROWS = 12
OVERVIEW_LABEL_WIDTH = 158.0


@dataclass(frozen=True, slots=True)
class LevelOfCharts:
    """The charts of the items of one of Kirkpatrick's levels, under its name."""

    title: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Evaluations:
    """The chapter on the sessions, by Kirkpatrick's levels.

    `overview` is None where no item has favourable answers, `bounds` where it is not known who
    was present.
    """

    heading: Heading
    prose: str
    overview: Chart | None
    levels: tuple[LevelOfCharts, ...]
    bounds: Table | None


def make_evaluations(material: Material, heading: Heading) -> Evaluations:
    """Return an overview and the charts of every item of the evaluations with answers."""
    asked = [
        item
        for item in material.programme.items
        if item.instrument is Instrument.EVALUATION
        and is_asked(material, item, EVERYBODY)
        and has_answers_to_show(material, item)
    ]
    items = sort_by_level(asked)
    extent = share_extent(material, items)
    return Evaluations(
        heading,
        material.prose(Section.EVALUATIONS),
        chart_overview(material, items),
        tuple(
            LevelOfCharts(
                name_level(level, material.notation), tuple(chart_items(material, of_level, extent))
            )
            for level, of_level in group_by_level(items).items()
        ),
        tabulate_bounds(material, items),
    )


def chart_items(material: Material, items: list[Item], extent: Extent) -> Iterator[Chart]:
    """Yield the charts of `items` in their order; those that share one stand where the first is."""
    sessions = {item: sessions_of(material, item) for item in items}
    groups = group_asked_once(
        {item: [Group(session=session) for session in sessions[item]] for item in items}
    )
    group_of = {once.item: group for group in groups for once in group}
    for item in items:
        group = group_of.get(item, ())
        if not group:
            yield chart_item(material, item, extent)
        elif item is group[0].item:
            yield chart_asked_once(material, group, extent)


def tabulate_bounds(material: Material, items: list[Item]) -> Table | None:
    """Return what the favourable share of everybody present can have been, least and most."""
    notation = material.notation
    bounded = [item for item in items if material.find(Measure.SHARE_FAVOURABLE_LOW, item.item_id)]
    if not bounded:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Favourable, of those who answered"))),
        Column(notation.say(_("Of all present, between"))),
    ]
    rows = [
        Row(
            (
                material.question(item),
                material.words(Measure.SHARE_FAVOURABLE, item.item_id),
                write_range(
                    material, item, Measure.SHARE_FAVOURABLE_LOW, Measure.SHARE_FAVOURABLE_HIGH
                ),
            )
        )
        for item in bounded
    ]
    title = notation.say(_("Do those who did not answer change the picture?"))
    note = notation.say(
        _(
            "The least and the greatest share that is possible, had everybody present without a "
            "valid answer been unfavourable, or favourable. All sessions together."
        )
    )
    return make_table("table-bounds", title, columns, rows, notation, notes=(note,))


def chart_overview(material: Material, items: list[Item]) -> Chart | None:
    """Return the favourable share of each agreement item at each session, as a matrix.

    An item that was asked at one session only is left out: there is nothing to compare.
    """
    notation = material.notation
    asked_at = {item: sessions_of(material, item) for item in items}
    judged = [
        item
        for item in items
        if len(asked_at[item]) > 1 and material.find(Measure.SHARE_FAVOURABLE, item.item_id)
    ]
    sessions = sorted({session for item in judged for session in asked_at[item]})
    if not judged:
        return None
    names = {item: name_item(material, item) for item in judged}
    questions = [
        value_of(material, name, Measure.SHARE_FAVOURABLE, item.item_id)
        for item, name in names.items()
    ]
    bases = [
        indicator.base
        for item in judged
        if (indicator := material.find(Measure.SHARE_FAVOURABLE, item.item_id))
        and indicator.base is not None
    ]
    alternative = describe_overview(
        questions,
        [
            value_of(
                material,
                notation.say(_("{name} at session {session}"), name=name, session=session),
                Measure.SHARE_FAVOURABLE,
                item.item_id,
                group=Group(session=session),
            )
            for item, name in names.items()
            for session in sessions
        ],
        len(sessions),
        bases,
        notation,
    )
    drawings = [
        draw_matrix(
            [*map(str, part), notation.say(_("All"))],
            [
                MatrixRow(
                    material.question(item),
                    tuple(
                        favourable_square(material, item, group)
                        for group in [*(Group(session=session) for session in part), EVERYBODY]
                    ),
                )
                for item in together
            ],
            alternative,
            label_width=OVERVIEW_LABEL_WIDTH,
        )
        for together in split_evenly(judged, MOST_ROWS)
        for part in split_evenly(sessions, MOST_COLUMNS)
    ]
    return make_chart(
        "chart-overview",
        headline(
            notation.say(_("Share of favourable answers, by question and session")),
            find_range(questions, notation),
        ),
        notation.say(
            _("Per cent of the valid answers ({answers}); the columns are the sessions."),
            answers=count_answers(bases, notation),
        ),
        drawings,
        notation,
        figures=[
            figure
            for item in judged
            for figure in answer_figures(
                material, item, [EVERYBODY, *(Group(session=session) for session in sessions)]
            )
        ],
    )


def find_range(questions: list[Value], notation: Notation) -> str:
    """Return what the title tells: the least and the greatest share, "" where there are none."""
    known = [question for question in questions if question.number is not None]
    if not known:
        return ""
    return notation.say(
        _("from {least} to {most} in all"),
        least=min(known, key=number_of).text,
        most=max(known, key=number_of).text,
    )


def favourable_square(material: Material, item: Item, group: Group) -> Square:
    """Return the favourable share of an item at an occasion as a square."""
    share = material.value(Measure.SHARE_FAVOURABLE, item.item_id, group=group)
    if share is None:
        gap = material.words(Measure.SHARE_FAVOURABLE, item.item_id, group=group)
        return Square(str(gap), None)
    return Square(material.notation.number(100 * share), share)
