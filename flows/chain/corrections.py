"""Correction workbooks of a draft: one for each file that somebody can put right.

The programme workbook is such a file: its cells are what the exports are held against.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from flows.chain.correctable_files import find_correctable
from flows.chain.stages import Findings, Reading
from flows.ingest.changes import compare_files
from flows.ingest.correction_signs import take_sign
from flows.ingest.file_kinds import XLSX, is_zipped
from flows.ingest.reading import read_files
from flows.programme.exceptions import InputsChangedError, WorkInRunFolderError
from flows.programme.languages import Language
from flows.programme.problems import Problem
from flows.programme.translations import _, translate
from flows.submit.change_log import make_change_log
from flows.submit.documents import Document
from flows.submit.run_folder import own_turn
from flows.validate.correction_workbook.correction_workbook import (
    OwnersFile,
    make_correction_workbook,
)

CORRECTIONS = "corrections"
MACROS = ".xlsm"


class LookedOver(Protocol):
    """What is known of a programme's problems, with or without its figures."""

    @property
    def reading(self) -> Reading:
        """What was read."""

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """What is wrong and not acknowledged."""

    @property
    def language(self) -> Language:
        """The language in which people are told."""


@dataclass(frozen=True, slots=True)
class PlannedCorrection:
    """A file with something to correct, and the name of its workbook in the run folder."""

    file: str
    name: str


def plan_corrections(findings: LookedOver) -> tuple[PlannedCorrection, ...]:
    """Return the correction workbooks that are due, in order of the files they are made of.

    Each is called after its original; two originals of one name have the folder before it, and
    two in one folder their ending behind it.
    """
    reading = findings.reading
    corrections = {source.file: source.corrects for source in reading.sources}
    files = find_correctable(reading, findings.open_problems)
    originals = {
        file: PurePosixPath(correction.file if (correction := corrections.get(file)) else file)
        for file in files
    }
    alike = Counter(original.stem.casefold() for original in originals.values())
    twins = Counter(str(original.with_suffix("")).casefold() for original in originals.values())
    return tuple(
        PlannedCorrection(
            file,
            name_workbook(
                original,
                correction.round + 1 if (correction := corrections.get(file)) else 1,
                findings.language,
                has_folder=alike[original.stem.casefold()] > 1,
                has_ending=twins[str(original.with_suffix("")).casefold()] > 1,
            ),
        )
        for file, original in originals.items()
    )


def name_workbook(
    original: PurePosixPath,
    number: int,
    language: Language,
    *,
    has_folder: bool,
    has_ending: bool = False,
) -> str:
    """Return where a correction workbook lies; one with macros keeps the ending that says so."""
    folder = " ".join(original.parent.parts) + " " if has_folder else ""
    word = translate(_("corrections"), language)
    numbered = f"{word} {number}" if number > 1 else word
    ending = MACROS if original.suffix.casefold() == MACROS else ".xlsx"
    behind = f" {original.suffix.removeprefix('.')}" if has_ending else ""
    return f"{CORRECTIONS}/{folder}{original.stem}{behind} ({numbered}){ending}"


def make_working_papers(findings: Findings) -> tuple[Document, ...]:
    """Return what a draft has beside its report: correction workbooks, and what was changed.

    They hold what people answered and go to the files' owner only: no submission has them.
    """
    corrected = tuple(source for source in findings.reading.sources if source.corrects)
    log = (make_change_log(corrected, findings.language),) if corrected else ()
    return (*make_corrections(findings), *log)


def put_corrections(findings: LookedOver, folder: Path) -> tuple[Path, ...]:
    """Write the planned correction workbooks into `folder`, and return where they are.

    One that lies there and that nobody has worked in is written again. Raises
    WorkInRunFolderError where somebody has, and OutputNotWritableError.
    """
    written = []
    with own_turn(folder):
        for owners, document in pair_corrections(findings):
            path = folder / Path(document.name).name
            if path.exists() and is_worked_in(path, owners):
                raise WorkInRunFolderError(file=path.name, folder=folder.as_posix())
            path.write_bytes(document.content)
            written.append(path)
    return tuple(written)


def is_worked_in(path: Path, owners: OwnersFile) -> bool:
    """Tell whether the workbook at `path` holds anything else than the file it was made of."""
    read, _problems = read_files(path.parent, (path.name,))
    (was, _), (now, sign) = take_sign(owners.sheets), take_sign(read[0].sheets)
    return sign is None or bool(compare_files(was, now))


def make_corrections(findings: LookedOver) -> tuple[Document, ...]:
    """Return the planned correction workbooks, in the language of `findings`."""
    return tuple(document for _owners, document in pair_corrections(findings))


def pair_corrections(findings: LookedOver) -> Iterator[tuple[OwnersFile, Document]]:
    """Yield each file with something to correct, and its correction workbook.

    Raises InputsChangedError where a file is no longer the one that was read.
    """
    names = {plan.file: plan.name for plan in plan_corrections(findings)}
    problems: dict[str, list[Problem]] = defaultdict(list)
    for found in findings.open_problems:
        problems[found.place.file].append(found)
    for owners in open_again(findings, tuple(names)):
        marked = make_correction_workbook(owners, problems[owners.file], findings.language)
        yield owners, Document(names[owners.file], marked)


def open_again(findings: LookedOver, files: tuple[str, ...]) -> Iterator[OwnersFile]:
    """Yield each of `files` as it was read: few have anything to correct, and only these again."""
    folder = findings.reading.folder
    hashes = {file.file: file.sha256 for file in findings.reading.inputs}
    read, _problems = read_files(folder.root, files) if files else ((), ())
    for file in read:
        source, path = file.source, folder.root / file.source.file
        if hashes[source.file] != source.sha256:
            raise InputsChangedError(folder=folder.root.as_posix())
        ending = path.suffix.casefold()
        is_package = ending in XLSX or (ending == ".xls" and is_zipped(path))
        yield OwnersFile(source.file, source.sha256, path.read_bytes(), file.sheets, is_package)
