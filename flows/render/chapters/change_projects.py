"""Change projects: how many, how far, with which methods, and those that may be named."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.aggregate.approved_words import approved_texts, unnamed_projects
from flows.aggregate.change_projects import METHOD, STAGE
from flows.aggregate.indicators import Status
from flows.programme.headers import display, normalise
from flows.programme.indicator_names import Measure
from flows.programme.items import KirkpatrickLevel
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.alternatives.answers import describe_shares
from flows.render.alternatives.sentences import Value, name_commonest
from flows.render.chapters.session_results import SessionResults, show_session_results
from flows.render.charts.bars import BarRow, draw_bars
from flows.render.exhibits import (
    Chart,
    Column,
    OwnWords,
    Row,
    Table,
    headline,
    make_chart,
    make_table,
)
from flows.render.figure_names import quote
from flows.render.headings import Heading
from flows.render.levels import name_level
from flows.render.material import Material

LABELS = (
    (STAGE, _("How far the projects have come")),
    (METHOD, _("Methods used in the projects")),
)
OPENINGS = {
    STAGE: _("The number of change projects at each stage is compared."),
    METHOD: _("The number of change projects that use each method is compared."),
}


@dataclass(frozen=True, slots=True)
class ChangeProjects:
    """The chapter on change projects; `has_projects` is False where none were described.

    They are what participants do at work, the third of Kirkpatrick's levels; `level` names it.
    `named` lists those whose title a person approved for printing; None where there are none.
    `sessions` is what the evaluations say of that level.
    """

    heading: Heading
    prose: str
    has_projects: bool
    level: str
    charts: tuple[Chart, ...]
    named: Table | None
    sessions: SessionResults | None


def make_change_projects(material: Material, heading: Heading) -> ChangeProjects:
    """Return the projects by stage and method, and the named ones."""
    count = material.find(Measure.CHANGE_PROJECTS)
    has_projects = bool(count and count.status is Status.PUBLISHED and count.value)
    return ChangeProjects(
        heading,
        material.prose(Section.CHANGE_PROJECTS),
        has_projects,
        name_level(KirkpatrickLevel.BEHAVIOUR, material.notation),
        tuple(chart_labels(material)) if has_projects else (),
        tabulate_named(material),
        show_session_results(material, KirkpatrickLevel.BEHAVIOUR),
    )


def chart_labels(material: Material) -> Iterator[Chart]:
    """Yield the projects by stage and by method, the most frequent first."""
    notation = material.notation
    for item, title in LABELS:
        figures = [
            figure
            for name, figure in material.indicators.by_name.items()
            if name.measure is Measure.CHANGE_PROJECTS and name.item == item and figure.value
        ]
        if not figures:
            continue
        figures.sort(key=lambda figure: (-(figure.value or 0), figure.name.answer))
        longest = max(figure.value or 0 for figure in figures)
        base = notation.number(figures[0].base or 0)
        rows = [
            BarRow(
                write_label(material, item, figure.name.answer),
                (figure.value or 0) / longest,
                notation.value(figure),
            )
            for figure in figures
        ]
        values = [
            Value(quote(row.label, notation.language), figure.value, row.text)
            for row, figure in zip(rows, figures, strict=True)
        ]
        alternative = describe_shares(
            notation.say(OPENINGS[item]),
            values,
            notation.say(_("{base} change projects of which it was told"), base=base),
            notation,
        )
        yield make_chart(
            f"chart-{item}",
            headline(notation.say(title), name_commonest(values, notation)),
            notation.say(_("Number of projects, of {base} for which it was told."), base=base),
            [draw_bars(rows, alternative)],
            notation,
            figures=[material.words(Measure.CHANGE_PROJECTS, item, figures[0].name.answer)],
        )


def write_label(material: Material, item: str, answer: str) -> str:
    """Return a stage or a method as its first project writes it."""
    written = (
        text
        for project in material.dataset.change_projects
        for text in ((project.stage,) if item == STAGE else project.methods)
    )
    label = next((display(text) for text in written if normalise(text) == answer), answer)
    return material.word(label)


def tabulate_named(material: Material) -> Table | None:
    """Return the projects with an approved title; descriptions only where approved as well."""
    notation = material.notation
    unnamed = unnamed_projects(material.dataset)
    named = [project for project in material.dataset.change_projects if project not in unnamed]
    if not named:
        return None
    approved = approved_texts(material.dataset)
    language = material.programme.project.language
    columns = [
        Column(notation.say(_("Change project")), is_number=False),
        Column(notation.say(_("Stage")), is_number=False),
        Column(notation.say(_("What was done")), is_number=False),
    ]
    rows = [
        Row(
            (
                OwnWords(display(project.title), language),
                material.word(display(project.stage)),
                OwnWords(display(project.description), language)
                if display(project.description) in approved
                else "",
            )
        )
        for project in named
    ]
    notes = (
        (
            notation.compose(
                _("Not named here because their texts were not approved for printing: {count}."),
                count=material.words(Measure.PROJECTS_UNNAMED),
            ),
        )
        if unnamed
        else ()
    )
    title = notation.say(_("The change projects"))
    return make_table("table-projects", title, columns, rows, notation, notes=notes)
