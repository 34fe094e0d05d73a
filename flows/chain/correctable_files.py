"""Which files of a programme somebody can put right, and has something to."""

from collections.abc import Iterable

from flows.chain.stages import Reading
from flows.programme.problems import Problem
from flows.validate.correction_workbook.remarks import needs_correction


def find_correctable(reading: Reading, open_problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return the files for which a correction workbook is due, sorted."""
    correctable = {*reading.folder.exports, *(source.file for source in reading.sources)}
    at_fault = {
        found.place.file
        for found in open_problems
        if found.place.file in correctable and needs_correction(found)
    }
    return tuple(sorted(at_fault))
