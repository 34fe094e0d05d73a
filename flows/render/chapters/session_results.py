"""What the evaluations say at one level: every question over the sessions, to compare days."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Instrument, Item, KirkpatrickLevel
from flows.programme.translations import _
from flows.render.alternatives.figure_values import value_of
from flows.render.alternatives.sentences import Value, number_of
from flows.render.alternatives.sessions import count_answers, describe_overview
from flows.render.answer_rows import answer_figures, has_answers_to_show, is_asked, name_item
from flows.render.chapters.asked_once import chart_together
from flows.render.chapters.change_tables import write_range
from flows.render.chapters.item_charts import chart_item, share_extent
from flows.render.charts.matrix import MatrixRow, Square, draw_matrix
from flows.render.charts.stacked_bars import Extent
from flows.render.exhibits import Chart, Column, Row, Table, headline, make_chart, make_table
from flows.render.levels import name_level_of_sessions, sort_by_level
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.occasions import list_occasions, sessions_of
from flows.render.pictures import split_evenly

MOST_COLUMNS = 13
MOST_ROWS = 12
OVERVIEW_LABEL_WIDTH = 158.0
FEW_ITEMS = 2
"""So few charts stand on one page, and an overview would only say it once more."""


@dataclass(frozen=True, slots=True)
class SessionResults:
    """What the sessions' evaluations say at one of Kirkpatrick's levels, which `title` names.

    `overview` is None where few questions were judged at several sessions, `bounds` where it is
    not known who was present.
    """

    title: str
    overview: Chart | None
    charts: tuple[Chart, ...]
    bounds: Table | None


def asked_after_sessions(material: Material) -> list[Item]:
    """Return every item of the evaluations with answers, by level."""
    return sort_by_level(
        item
        for item in material.programme.items
        if item.instrument is Instrument.EVALUATION
        and is_asked(material, item, EVERYBODY)
        and has_answers_to_show(material, item)
    )


def show_session_results(
    material: Material, level: KirkpatrickLevel | None
) -> SessionResults | None:
    """Return an overview and the charts of the evaluations' items of `level`, None without any.

    The bars of all levels share one scale, so that they can be compared across chapters.
    """
    asked = asked_after_sessions(material)
    items = [item for item in asked if item.level is level]
    if not items:
        return None
    extent = share_extent(
        material, {item: [group for _, group in list_occasions(material, item)] for item in asked}
    )
    return SessionResults(
        name_level_of_sessions(level, material.notation),
        chart_overview(material, items) if len(items) > FEW_ITEMS else None,
        tuple(chart_items(material, items, extent)),
        tabulate_bounds(material, items),
    )


def anchor_at(anchor: str, items: list[Item]) -> str:
    """Return `anchor` with the level of `items`, since each level has such an exhibit."""
    return f"{anchor}-{int(items[0].level) if items[0].level else 'other'}"


def chart_items(material: Material, items: list[Item], extent: Extent) -> Iterator[Chart]:
    """Return the charts of `items` in their order; those asked at one session share one."""
    occasions = {
        item: [Group(session=session) for session in sessions_of(material, item)] for item in items
    }
    return chart_together(
        material, occasions, extent, lambda item: chart_item(material, item, extent)
    )


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
    return make_table(
        anchor_at("table-bounds", items), title, columns, rows, notation, notes=(note,)
    )


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
        anchor_at("chart-overview", items),
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
