"""The page of problems: what its template prints, for the coordinator and not for the funder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from flows.programme.languages import Language
from flows.programme.problems import Problem, Severity
from flows.render.problem_groups import ProblemGroup, group_problems


@dataclass(frozen=True, slots=True)
class CorrectionLink:
    """A correction workbook: its name, and where it lies, seen from the page."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """The problems of one run by cause: to correct, to know of, and acknowledged.

    `corrections` are the names of the correction workbooks that lie beside the page.
    """

    language: Language
    title: str
    run_id: str
    corrections: tuple[CorrectionLink, ...]
    faults: tuple[ProblemGroup, ...]
    notes: tuple[ProblemGroup, ...]
    acknowledged: tuple[ProblemGroup, ...]


def make_problem_page(
    open_problems: Iterable[Problem],
    acknowledged: Iterable[Problem],
    title: str,
    run_id: str,
    language: Language,
    *,
    corrections: Iterable[str] = (),
) -> ProblemPage:
    """Return the page of a programme called `title`."""
    groups = group_problems(open_problems, language)
    return ProblemPage(
        language=language,
        title=title,
        run_id=run_id,
        corrections=tuple(
            CorrectionLink(PurePosixPath(name).name, quote(name)) for name in corrections
        ),
        faults=tuple(group for group in groups if group.severity is not Severity.NOTE),
        notes=tuple(group for group in groups if group.severity is Severity.NOTE),
        acknowledged=group_problems(acknowledged, language),
    )
