"""The summary: one page that stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.aggregate.goals import Verdict
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Instrument, ItemKind
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.charts.labels import shorten
from flows.render.figure_names import quote
from flows.render.headings import Heading
from flows.render.material import Material

MOST_KEY_FIGURES = 5
LONGEST_LABEL = 80
SECTIONS = {
    Section.PURPOSE: _("Purpose and goals"),
    Section.RESULTS: _("Results and expected effects"),
    Section.APPROACH: _("Approach and implementation"),
}
"""The funder's three sections, under the funder's own headings."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large number, what it counts, and the base that it rests on."""

    number: str
    label: str
    base: str


@dataclass(frozen=True, slots=True)
class SummarySection:
    """One of the funder's sections; `html` is empty where no text is written."""

    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary page."""

    heading: Heading
    key_figures: tuple[KeyFigure, ...]
    sections: tuple[SummarySection, ...]


def make_summary(material: Material, heading: Heading) -> Summary:
    """Return the summary."""
    return Summary(
        heading,
        tuple(choose_key_figures(material))[:MOST_KEY_FIGURES],
        tuple(
            SummarySection(material.notation.say(title), material.prose(section))
            for section, title in SECTIONS.items()
        ),
    )


def choose_key_figures(material: Material) -> Iterator[KeyFigure]:
    """Return the figures that matter most first, those without a value left out."""
    yield from count_participants(material)
    yield from rate_attendance(material)
    yield from rate_usefulness(material)
    yield from count_rises(material)
    yield from count_projects(material)
    yield from count_goals(material)


def count_participants(material: Material) -> Iterator[KeyFigure]:
    """Return how many took part, by role where there are several."""
    notation = material.notation
    enrolled = len(material.programme.participants)
    by_role = [
        "\N{NO-BREAK SPACE}".join(
            (material.word(role), material.words(Measure.ENROLLED, group=Group(role=role)))
        )
        for role in material.programme.roles
    ]
    if enrolled:
        base = ", ".join(by_role) if len(by_role) > 1 else ""
        yield KeyFigure(notation.number(enrolled), notation.say(_("participants")), base)


def rate_attendance(material: Material) -> Iterator[KeyFigure]:
    """Return the attendance rate of all sessions together."""
    rate = material.find(Measure.ATTENDANCE_RATE)
    if rate and rate.value is not None and rate.base:
        yield KeyFigure(
            material.notation.percent(rate.value),
            material.notation.say(_("attendance")),
            material.notation.say(
                _("of {count} possible, all sessions together"),
                count=material.notation.number(rate.base),
            ),
        )


def rate_usefulness(material: Material) -> Iterator[KeyFigure]:
    """Return the favourable share of the item that a goal names, else of the first one."""
    items = {item.item_id: item for item in material.programme.items}
    asked = [
        item.item_id
        for item in material.programme.items
        if item.kind is ItemKind.SCALE and item.instrument is Instrument.EVALUATION
    ]
    for item_id in [*goal_items(material, Measure.SHARE_FAVOURABLE), *asked]:
        share = material.find(Measure.SHARE_FAVOURABLE, item_id)
        if share and share.value is not None and share.base and item_id in items:
            yield KeyFigure(
                material.notation.percent(share.value),
                quote(
                    shorten(material.notation.choose(items[item_id].wording), LONGEST_LABEL),
                    material.notation.language,
                ),
                material.notation.say(
                    _("favourable, of {count} answers"), count=material.notation.number(share.base)
                ),
            )
            return


def count_rises(material: Material) -> Iterator[KeyFigure]:
    """Return how many rose on the item that a goal names, else on the one most rose on."""
    items = {item.item_id: item for item in material.programme.items}
    by_rise = sorted(items, key=lambda item_id: -(material.value(Measure.ROSE, item_id) or 0))
    for item_id in [*goal_items(material, Measure.ROSE), *by_rise]:
        rose = material.find(Measure.ROSE, item_id)
        if rose and rose.value is not None and rose.base and item_id in items:
            yield KeyFigure(
                material.notation.number(rose.value),
                quote(
                    shorten(material.notation.choose(items[item_id].wording), LONGEST_LABEL),
                    material.notation.language,
                ),
                material.notation.say(
                    _("rate themselves higher after, of {count} who answered before and after"),
                    count=material.notation.number(rose.base),
                ),
            )
            return


def goal_items(material: Material, measure: Measure) -> list[str]:
    """Return the items whose `measure`, of everybody, a goal names."""
    named = (outcome.goal.indicator for outcome in material.goal_outcomes)
    return [
        name.item
        for name in named
        if name and name == IndicatorName(measure, name.item) and name.item
    ]


def count_projects(material: Material) -> Iterator[KeyFigure]:
    """Return the number of change projects, and in how many users were involved."""
    count = material.value(Measure.CHANGE_PROJECTS)
    involved = material.value(Measure.USERS_INVOLVED)
    if count:
        base = (
            material.notation.say(
                _("with users involved in {count}"), count=material.notation.number(involved)
            )
            if involved is not None
            else ""
        )
        label = material.notation.say(_("change projects"))
        yield KeyFigure(material.notation.number(count), label, base)


def count_goals(material: Material) -> Iterator[KeyFigure]:
    """Return how many goals were reached."""
    verdicts = [outcome.verdict for outcome in material.goal_outcomes]
    if verdicts:
        yield KeyFigure(
            material.notation.number(verdicts.count(Verdict.REACHED)),
            material.notation.say(_("goals reached")),
            material.notation.say(_("of {count}"), count=material.notation.number(len(verdicts))),
        )
