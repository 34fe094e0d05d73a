"""The programme folder: which of its files are workbook, exports, texts and decisions."""

import re
from dataclasses import dataclass
from pathlib import Path

from flows.programme.exceptions import ProgrammeNotFoundError
from flows.programme.headers import normalise
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem

WORKBOOK = "programme.xlsx"
WORKBOOK_ENDINGS = (".xlsx", ".xlsm")
EXPORT_FOLDERS = ("sessions", "exports")
TEXTS = "texts"
DECISIONS = "decisions"

NOT_THE_OWNERS = ("~", ".", "thumbs.db", "desktop.ini", "__macosx")
"""How names begin that a program left there: lock files, hidden files, folder thumbnails."""

READ_ME = {Language.SV: "LÄS MIG.txt", Language.EN: "READ ME.txt"}
"""What `slutrapport new` puts into folders that are still empty."""

UNREADABLE_SIGNS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control signs, signs that turn the direction of writing, and bytes that are no text."""


@dataclass(frozen=True, slots=True)
class ProgrammeFolder:
    """The files of one programme, relative to `root` with forward slashes, sorted.

    `workbook` is empty where there is no programme.xlsx. `misplaced` are the files that
    stand beside the folders above and are read by nobody, except those of `beside`: workbooks
    at the root, one of which may be a correction of `workbook`. `refused` tells of names behind
    which something else may be: links that lead out, and signs that cannot be shown.
    """

    name: str
    root: Path
    workbook: str
    exports: tuple[str, ...]
    texts: tuple[str, ...]
    decisions: tuple[str, ...]
    misplaced: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that a report is made from."""
        workbook = (self.workbook,) if self.workbook else ()
        return (*workbook, *self.beside, *self.exports, *self.texts, *self.decisions)

    @property
    def beside(self) -> tuple[str, ...]:
        """The workbooks beside the programme workbook; nothing tells yet what they hold."""
        return tuple(
            file
            for file in self.misplaced
            if "/" not in file and file.casefold().endswith(WORKBOOK_ENDINGS)
        )


def find_programme(name: str, inputs: Path) -> ProgrammeFolder:
    """Return the folder of the programme `name` under `inputs`.

    Raises ProgrammeNotFoundError where there is no such folder, or no file in it.
    """
    root = inputs / name
    if not is_plain_name(name) or not root.is_dir():
        raise ProgrammeNotFoundError(folder=(inputs / name).as_posix(), name=name)
    files, refused = list_files(root)
    exports, texts, decisions = (
        tuple(file for file in files if file.split("/")[0] in folders and "/" in file)
        for folders in (EXPORT_FOLDERS, (TEXTS,), (DECISIONS,))
    )
    workbook = WORKBOOK if WORKBOOK in files else ""
    placed = {workbook, *exports, *texts, *decisions}
    misplaced = tuple(file for file in files if file not in placed)
    folder = ProgrammeFolder(name, root, workbook, exports, texts, decisions, misplaced, refused)
    if not folder.files:
        raise ProgrammeNotFoundError(folder=root.as_posix(), name=name)
    return folder


def report_misplaced(folder: ProgrammeFolder, used: str = "") -> tuple[Problem, ...]:
    """Return a problem for each file that stands where nothing is read, or that is refused.

    `used` is the one that is read all the same, as the workbook's correction.
    """
    misplaced = (
        problem("file-misplaced", Place(file)) for file in folder.misplaced if file != used
    )
    return (*folder.refused, *misplaced)


def list_programmes(inputs: Path) -> tuple[str, ...]:
    """Return the names of the programme folders under `inputs`, sorted.

    A programme is a folder that holds a programme workbook or a folder of exports; other
    folders and files are nobody's programme.
    """
    if not inputs.is_dir():
        return ()
    marks = (WORKBOOK, *EXPORT_FOLDERS)
    folders = (path for path in inputs.iterdir() if path.is_dir() and is_plain_name(path.name))
    return tuple(sorted(p.name for p in folders if any((p / mark).exists() for mark in marks)))


def is_plain_name(name: str) -> bool:
    """Tell whether `name` is one part of a path and not hidden."""
    return bool(name) and not name.startswith(".") and not {"/", "\\", "\0"} & set(name)


def list_files(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the owner's files below `root`, sorted, and those that are not to be opened.

    Hidden files and other programs' are left out. Folders behind links are not entered.
    """
    files: list[str] = []
    refused: list[Problem] = []
    for path in root.rglob("*"):
        name = path.relative_to(root)
        if not is_owners(name):
            continue
        file = name.as_posix()
        if UNREADABLE_SIGNS.search(file):
            refused.append(problem("file-name-unreadable", Place(UNREADABLE_SIGNS.sub("?", file))))
        elif path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            refused.append(problem("file-link-outside", Place(file)))
        elif path.is_file():
            files.append(file)
    return tuple(sorted(files)), tuple(sorted(refused))


def is_owners(path: Path) -> bool:
    """Tell whether a person put the file there."""
    parts = [normalise(part) for part in path.parts]
    notes = {normalise(name) for name in READ_ME.values()}
    return parts[-1] not in notes and not any(part.startswith(NOT_THE_OWNERS) for part in parts)
