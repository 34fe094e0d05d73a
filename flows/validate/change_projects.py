"""The participants' change projects, each linked to its owner."""

from dataclasses import dataclass

from flows.ingest.cell_values import attendance_mark, chosen_options
from flows.ingest.exports import ColumnRole, Export
from flows.ingest.responses import Response
from flows.programme.headers import display, normalise
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant
from flows.programme.sheets import CellError, text_of
from flows.validate.cells import first_cell, place_in, value_in
from flows.validate.dataset import ChangeProject
from flows.validate.defects import Defects, join_defects
from flows.validate.identification import (
    RowLink,
    collect_claims,
    find_claim_columns,
    identify,
)
from flows.validate.register import Register

TEXT_ROLES = (
    ColumnRole.PROJECT_TITLE,
    ColumnRole.STAGE,
    ColumnRole.METHODS,
    ColumnRole.DESCRIPTION,
)


@dataclass(frozen=True, slots=True)
class ChangeProjectResults:
    """The change projects in order of place, and how each row is linked to its owner."""

    projects: tuple[ChangeProject, ...]
    links: tuple[RowLink, ...]


def read_change_projects(
    exports: tuple[Export, ...], register: Register
) -> tuple[ChangeProjectResults, Defects]:
    """Return the change projects in order of place, each once.

    Of two rows with the same project the later counts, being the newer report of it.
    """
    projects: dict[tuple[str, ...], ChangeProject] = {}
    excluded: list[Problem] = []
    links: list[RowLink] = []
    defects: list[Defects] = []
    for export in exports:
        found, found_defects = read_list(export, register)
        defects.append(found_defects)
        links += found.links
        for project in found.projects:
            earlier = projects.get(identity_of(project))
            projects[identity_of(project)] = project
            if earlier:
                excluded.append(
                    problem(
                        "project-listed-twice",
                        earlier.place,
                        row=project.place.row,
                        file=project.place.file,
                    )
                )
    ordered = tuple(sorted(projects.values(), key=lambda project: project.place))
    results = ChangeProjectResults(ordered, tuple(links))
    return results, join_defects((*defects, Defects(rows=tuple(excluded))))


def identity_of(project: ChangeProject) -> tuple[str, ...]:
    """Return what tells projects apart: owner and number, without a number owner and title."""
    if project.project_id:
        return project.owner_key, "number", normalise(project.project_id)
    return project.owner_key, "title", normalise(project.title)


def read_list(export: Export, register: Register) -> tuple[ChangeProjectResults, Defects]:
    """Return the projects in `export`; blank rows and those of unknown owners are excluded."""
    columns = find_claim_columns(export)
    projects: list[ChangeProject] = []
    links: list[RowLink] = []
    excluded: list[Problem] = []
    notes: list[Problem] = []
    for response in export.responses:
        if not any(read_text(export, response, role) for role in TEXT_ROLES):
            excluded.append(problem("row-blank", first_cell(export, response)))
            continue
        notes += find_errors(export, response)
        claims = tuple(collect_claims(export, response, columns))
        owner = identify(claims, register)
        links.append(RowLink(first_cell(export, response), owner.link, claims, owner.near))
        if owner.reason:
            excluded.append(owner.reason)
            continue
        if owner.participant is None:
            notes.append(problem("project-without-owner", first_cell(export, response)))
        users, users_problem = read_users_involved(export, response)
        notes += users_problem
        projects.append(make_project(export, response, owner.participant, users))
    results = ChangeProjectResults(tuple(projects), tuple(links))
    return results, Defects(rows=tuple(excluded), notes=tuple(notes))


def make_project(
    export: Export, response: Response, owner: Participant | None, users: bool | None
) -> ChangeProject:
    """Return the project in one row."""
    methods = value_in(export, response, ColumnRole.METHODS)
    return ChangeProject(
        project_id=read_text(export, response, ColumnRole.PROJECT_ID),
        owner_key=owner.key if owner else "",
        organisation_type=owner.organisation_type if owner else "",
        title=read_text(export, response, ColumnRole.PROJECT_TITLE),
        stage=read_text(export, response, ColumnRole.STAGE),
        methods=() if isinstance(methods, CellError) else chosen_options(methods, ()),
        users_involved=users,
        description=read_text(export, response, ColumnRole.DESCRIPTION),
        place=first_cell(export, response),
    )


def read_text(export: Export, response: Response, role: ColumnRole) -> str:
    """Return the text of the row in the column of `role`; "" for none, and for an error."""
    value = value_in(export, response, role)
    return "" if isinstance(value, CellError) else display(text_of(value))


def find_errors(export: Export, response: Response) -> list[Problem]:
    """Return a problem for each cell of the row whose formula failed."""
    return [
        problem("cell-error", export.place(response.row, column.index), found=value.text)
        for column, value in zip(export.columns, response.values, strict=True)
        if isinstance(value, CellError)
    ]


def read_users_involved(
    export: Export, response: Response
) -> tuple[bool | None, tuple[Problem, ...]]:
    """Return whether users were involved; the first word decides ("Ja, genom intervjuer").

    None where the cell is blank or where its first word is neither yes nor no.
    """
    text = read_text(export, response, ColumnRole.USERS_INVOLVED)
    words = text.replace(",", " ").replace(".", " ").split()
    if not words or not words[0].strip("-–—"):
        return None, ()
    involved = attendance_mark(words[0])
    if involved is None:
        cell = place_in(export, response, ColumnRole.USERS_INVOLVED)
        return None, (problem("yes-no-unknown", cell),)
    return involved, ()
