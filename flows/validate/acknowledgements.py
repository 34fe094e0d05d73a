"""Problems that a person has read and lets stand."""

from collections.abc import Iterable

from flows.ingest.exports import Source
from flows.programme.decisions import Acknowledgement, Decisions
from flows.programme.headers import normalise
from flows.programme.problems import Problem


def acknowledge(
    problems: Iterable[Problem], decisions: Decisions, sources: Iterable[Source] = ()
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems that are open and those that are acknowledged, in order of place.

    What was acknowledged of a file is so of its correction, which stands in `sources`.
    """
    ordered = sorted(problems)
    names = {source.file: source.names for source in sources}
    acknowledged = {
        found
        for found in ordered
        if any(
            covers(acknowledgement, found, names.get(found.place.file, (found.place.file,)))
            for acknowledgement in decisions.acknowledgements
        )
    }
    return (
        tuple(found for found in ordered if found not in acknowledged),
        tuple(found for found in ordered if found in acknowledged),
    )


def covers(acknowledgement: Acknowledgement, found: Problem, files: tuple[str, ...]) -> bool:
    """Tell whether `found`, in the file called `files`, is what was acknowledged.

    A field left empty covers everything.
    """
    file = normalise(acknowledgement.file)
    if file and file not in map(normalise, files):
        return False
    pairs = (
        (acknowledgement.code, found.code),
        (acknowledgement.sheet, found.place.sheet),
        (acknowledgement.cell, found.place.cell),
    )
    return all(not wanted or normalise(wanted) == normalise(actual) for wanted, actual in pairs)
