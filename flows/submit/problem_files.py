"""problems.json: every problem of a run, for programs."""

from collections.abc import Iterable

from flows.programme.languages import Language
from flows.programme.problem_catalogue import describe
from flows.programme.problems import Problem
from flows.submit.documents import Document, json_document

PROBLEMS = "problems.json"


def make_problem_list(
    open_problems: Iterable[Problem], acknowledged: Iterable[Problem]
) -> Document:
    """Return problems.json: the problems in order of place, each in both languages."""
    rows = [(problem, False) for problem in open_problems]
    rows += [(problem, True) for problem in acknowledged]
    return json_document(
        PROBLEMS, [describe_problem(*row) for row in sorted(rows, key=lambda row: row[0])]
    )


def describe_problem(problem: Problem, is_acknowledged: bool) -> dict[str, object]:
    """Return one problem as it stands in problems.json; null where a place has no such part."""
    swedish, english = (describe(problem, language) for language in Language)
    return {
        "code": problem.code,
        "severity": swedish.severity,
        "acknowledged": is_acknowledged,
        "file": problem.place.file or None,
        "sheet": problem.place.sheet or None,
        "cell": problem.place.cell or None,
        "line": problem.place.line or None,
        "found": {"sv": swedish.found, "en": english.found},
        "expected": {"sv": swedish.expected, "en": english.expected},
        "remedy": {"sv": swedish.remedy, "en": english.remedy},
    }
