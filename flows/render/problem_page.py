"""The page of problems: what its template prints, for the coordinator and not for the funder."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.programme.languages import Language
from flows.programme.problems import Problem, Severity
from flows.render.problem_groups import ProblemGroup, group_problems


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """The problems of one run by cause: to correct, to know of, and acknowledged."""

    language: Language
    title: str
    run_id: str
    faults: tuple[ProblemGroup, ...]
    notes: tuple[ProblemGroup, ...]
    acknowledged: tuple[ProblemGroup, ...]


def make_problem_page(
    open_problems: Iterable[Problem],
    acknowledged: Iterable[Problem],
    title: str,
    run_id: str,
    language: Language,
) -> ProblemPage:
    """Return the page of a programme called `title`."""
    groups = group_problems(open_problems, language)
    return ProblemPage(
        language=language,
        title=title,
        run_id=run_id,
        faults=tuple(group for group in groups if group.severity is not Severity.NOTE),
        notes=tuple(group for group in groups if group.severity is Severity.NOTE),
        acknowledged=group_problems(acknowledged, language),
    )
