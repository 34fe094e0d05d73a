"""The summary: one page that stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Instrument, ItemKind
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.charts.labels import shorten
from flows.render.figure_names import quote
from flows.render.figures import Citation, Figure, bundle, cite
from flows.render.headings import Heading
from flows.render.levels import group_by_level
from flows.render.material import Material
from flows.render.occasions import sessions_of

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

    number: Figure
    label: str
    base: Figure

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The evidence of both."""
        return cite((self.number, self.base))


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
    enrolled = material.words(Measure.ENROLLED)
    by_role = [
        bundle(f"{material.word(role)}\N{NO-BREAK SPACE}{figure}", [figure])
        for role in material.programme.roles
        for figure in [material.words(Measure.ENROLLED, group=Group(role=role))]
    ]
    if material.value(Measure.ENROLLED):
        base = ", ".join(map(str, by_role)) if len(by_role) > 1 else ""
        label = material.notation.say(_("participants"))
        yield KeyFigure(enrolled, label, bundle(base, by_role))


def rate_attendance(material: Material) -> Iterator[KeyFigure]:
    """Return the attendance rate of all sessions together."""
    rate = material.find(Measure.ATTENDANCE_RATE)
    if rate and rate.value is not None and rate.base:
        yield KeyFigure(
            material.words(Measure.ATTENDANCE_RATE),
            material.notation.say(_("attendance")),
            material.notation.compose(
                _("of {count} possible, all sessions together"),
                count=material.base(Measure.ATTENDANCE_RATE),
            ),
        )


JUDGEMENTS = {
    Measure.SHARE_FAVOURABLE: _("favourable, of {count} answers"),
    Measure.MEAN: _("the mean of {count} answers"),
}
"""What a question says of how the sessions were liked, with the words for its base."""

JUDGING = {ItemKind.SCALE: Measure.SHARE_FAVOURABLE, ItemKind.NUMBER: Measure.MEAN}
"""The measure by which answers of a kind judge."""


def rate_usefulness(material: Material) -> Iterator[KeyFigure]:
    """Return how favourable the answers were to the item that a goal names, else to a leading one.

    That is of the lowest of Kirkpatrick's levels and was asked at the most sessions.
    """
    items = {item.item_id: item for item in material.programme.items}
    favourable = Measure.SHARE_FAVOURABLE
    named = [(item_id, favourable) for item_id in goal_items(material, favourable)]
    for item_id, measure in [*named, *leading_judgements(material)]:
        judgement = material.find(measure, item_id)
        if judgement and judgement.value is not None and judgement.base and item_id in items:
            yield KeyFigure(
                material.words(measure, item_id),
                quote(
                    shorten(material.notation.choose(items[item_id].wording), LONGEST_LABEL),
                    material.notation.language,
                ),
                material.notation.compose(
                    JUDGEMENTS[measure], count=material.base(measure, item_id)
                ),
            )
            return


def leading_judgements(material: Material) -> list[tuple[str, Measure]]:
    """Return the evaluations' items with the measure that judges each, the leading one first."""
    asked = [
        item
        for item in material.programme.items
        if item.instrument is Instrument.EVALUATION and item.kind in JUDGING
    ]
    return [
        (item.item_id, JUDGING[item.kind])
        for of_level in group_by_level(asked).values()
        for item in sorted(of_level, key=lambda item: -len(sessions_of(material, item)))
    ]


def count_rises(material: Material) -> Iterator[KeyFigure]:
    """Return how many rose on the item that a goal names, else on the one most rose on."""
    items = {item.item_id: item for item in material.programme.items}
    by_rise = sorted(items, key=lambda item_id: -(material.value(Measure.ROSE, item_id) or 0))
    for item_id in [*goal_items(material, Measure.ROSE), *by_rise]:
        rose = material.find(Measure.ROSE, item_id)
        if rose and rose.value is not None and rose.base and item_id in items:
            yield KeyFigure(
                material.words(Measure.ROSE, item_id),
                quote(
                    shorten(material.notation.choose(items[item_id].wording), LONGEST_LABEL),
                    material.notation.language,
                ),
                material.notation.compose(
                    _("rate themselves higher after, of {count} who answered before and after"),
                    count=material.base(Measure.ROSE, item_id),
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
    if material.value(Measure.CHANGE_PROJECTS):
        base = (
            material.notation.compose(
                _("with users involved in {count}"), count=material.words(Measure.USERS_INVOLVED)
            )
            if material.value(Measure.USERS_INVOLVED) is not None
            else Figure("")
        )
        label = material.notation.say(_("change projects"))
        yield KeyFigure(material.words(Measure.CHANGE_PROJECTS), label, base)


def count_goals(material: Material) -> Iterator[KeyFigure]:
    """Return how many goals were reached."""
    if material.value(Measure.GOALS):
        yield KeyFigure(
            material.words(Measure.GOALS_REACHED),
            material.notation.say(_("goals reached")),
            material.notation.compose(_("of {count}"), count=material.words(Measure.GOALS)),
        )
