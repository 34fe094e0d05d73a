"""Which file is read as the programme workbook: it may have been corrected like any export."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.ingest.correction_signs import take_sign
from flows.ingest.reading import ReadFile
from flows.ingest.saved_moments import find_moment_saved
from flows.ingest.supersession import supersede
from flows.programme.folder import ProgrammeFolder
from flows.programme.problems import Problem


@dataclass(frozen=True, slots=True)
class CurrentFiles:
    """What is read of a programme folder, where some files are corrections of others.

    `workbook` is the programme workbook or its correction, None where there is neither.
    """

    workbook: ReadFile | None
    exports: tuple[ReadFile, ...]
    problems: tuple[Problem, ...]


def choose_files(folder: ProgrammeFolder, files: Iterable[ReadFile]) -> CurrentFiles:
    """Return the workbook and the exports among `files` that are read.

    A correction of the workbook may lie beside it, in its place, or among the exports.
    """
    read = [
        one
        for one in files
        if one.source.file not in folder.decisions
        and (one.source.file not in folder.beside or take_sign(one.sheets)[1])
    ]
    used, problems = supersede(read, lambda file: find_moment_saved(folder.root / file))
    workbook = next((one for one in used if folder.workbook in one.source.names), None)
    exports = tuple(one for one in used if one is not workbook)
    return CurrentFiles(workbook, exports, problems)
