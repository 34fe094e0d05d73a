"""The gate: what must be right before a report leaves the house."""

from collections.abc import Iterable

from flows.programme.exceptions import SubmissionRefusedError
from flows.programme.problem_catalogue import severity_of
from flows.programme.problems import Problem, Severity


def find_blocking(open_problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that block a submission, in order of place."""
    return tuple(
        problem
        for problem in sorted(open_problems)
        if severity_of(problem) is Severity.BLOCKS_SUBMISSION
    )


def find_faults(open_problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that somebody should put right: all but the notes."""
    return tuple(
        problem for problem in sorted(open_problems) if severity_of(problem) is not Severity.NOTE
    )


def pass_gate(open_problems: Iterable[Problem]) -> None:
    """Do nothing where a report may be submitted.

    Raises SubmissionRefusedError where a problem blocks it.
    """
    blocking = find_blocking(open_problems)
    if blocking:
        raise SubmissionRefusedError(count=len(blocking))
