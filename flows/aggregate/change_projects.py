"""The participants' change projects at home: how many, how far, with which methods."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.protected_tables import Figures
from flows.aggregate.sources import fold_cells
from flows.aggregate.subgroups import split_participants
from flows.programme.headers import normalise
from flows.programme.indicator_names import EVERYBODY, IndicatorName, Measure
from flows.programme.programme import ExportKind
from flows.validate.dataset import ChangeProject, Dataset

STAGE = "stage"
METHOD = "method"
LONGEST_LABEL_CHARACTERS = 60
"""A stage or a method is a label. A longer text is a story, and no story is an answer's name."""


def count_change_projects(dataset: Dataset) -> Figures:
    """Return the change projects by stage, method and organisation type, and users involved."""
    projects = dataset.change_projects
    if not any(account.kind is ExportKind.CHANGE_PROJECTS for account in dataset.accounts):
        gaps = (Measure.CHANGE_PROJECTS, Measure.USERS_INVOLVED)
        return Figures(tuple(make_gap(IndicatorName(gap), Status.NOT_ASKED) for gap in gaps))
    return Figures(
        (
            *count_by_organisation(dataset),
            *count_labels(STAGE, projects, lambda project: (project.stage,)),
            *count_labels(METHOD, projects, lambda project: project.methods),
            count_users_involved(projects),
        )
    )


def count_by_organisation(dataset: Dataset) -> Iterator[Indicator]:
    """Yield the number of projects, in all and by organisation type."""
    _, organisation_types = split_participants(dataset.programme.participants)
    for group in (EVERYBODY, *organisation_types):
        projects = [
            project
            for project in dataset.change_projects
            if group.organisation_type in ("", project.organisation_type)
        ]
        name = IndicatorName(Measure.CHANGE_PROJECTS, group=group)
        yield make_figure(
            name,
            len(projects),
            len(dataset.change_projects),
            fold_cells(project.place for project in projects),
        )


def count_labels(
    item: str,
    projects: Sequence[ChangeProject],
    read_labels: Callable[[ChangeProject], Iterable[str]],
) -> Iterator[Indicator]:
    """Yield how many projects have each label, called by its normalised text.

    The base is the projects with at least one label, however long.
    """
    projects_by_label: dict[str, list[ChangeProject]] = defaultdict(list)
    base = 0
    for project in projects:
        labels = sorted({normalise(label) for label in read_labels(project)} - {""})
        base += bool(labels)
        for label in labels:
            projects_by_label[label].append(project)
    for label, found in projects_by_label.items():
        if len(label) <= LONGEST_LABEL_CHARACTERS:
            name = IndicatorName(Measure.CHANGE_PROJECTS, item, label)
            yield make_figure(
                name, len(found), base, fold_cells(project.place for project in found)
            )


def count_users_involved(projects: Sequence[ChangeProject]) -> Indicator:
    """Return in how many projects users were involved, of those that answered."""
    name = IndicatorName(Measure.USERS_INVOLVED)
    answered = [project for project in projects if project.users_involved is not None]
    if not answered:
        return make_gap(name, Status.NO_ANSWERS)
    involved = sum(project.users_involved is True for project in answered)
    return make_figure(
        name, involved, len(answered), fold_cells(project.place for project in answered)
    )
