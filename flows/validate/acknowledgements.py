"""Problems that a person has read and lets stand."""

from collections.abc import Iterable

from flows.programme.decisions import Acknowledgement, Decisions
from flows.programme.headers import normalise
from flows.programme.problems import Problem


def acknowledge(
    problems: Iterable[Problem], decisions: Decisions
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems that are open and those that are acknowledged, in order of place."""
    ordered = sorted(problems)
    acknowledged = {
        found
        for found in ordered
        if any(covers(acknowledgement, found) for acknowledgement in decisions.acknowledgements)
    }
    return (
        tuple(found for found in ordered if found not in acknowledged),
        tuple(found for found in ordered if found in acknowledged),
    )


def covers(acknowledgement: Acknowledgement, found: Problem) -> bool:
    """Tell whether `found` is what was acknowledged; a field left empty covers everything."""
    pairs = (
        (acknowledgement.code, found.code),
        (acknowledgement.file, found.place.file),
        (acknowledgement.sheet, found.place.sheet),
        (acknowledgement.cell, found.place.cell),
    )
    return all(not wanted or normalise(wanted) == normalise(actual) for wanted, actual in pairs)
