"""The programme folder: which of its files are workbook, exports, texts and decisions."""

from dataclasses import dataclass
from pathlib import Path

from flows.programme.exceptions import ProgrammeNotFoundError

WORKBOOK = "programme.xlsx"
EXPORT_FOLDERS = ("sessions", "exports")
TEXTS = "texts"
DECISIONS = "decisions"

NOT_THE_OWNERS = ("~$", ".", "thumbs.db", "desktop.ini")
"""How names begin that a program left there: lock files, hidden files, folder thumbnails."""

SCAFFOLD_FILES = ("läs mig.txt", "read me.txt")
"""What `slutrapport new` puts into empty folders."""


@dataclass(frozen=True, slots=True)
class ProgrammeFolder:
    """The files of one programme, relative to `root` with forward slashes, sorted.

    `workbook` is empty where there is no programme.xlsx.
    """

    name: str
    root: Path
    workbook: str
    exports: tuple[str, ...]
    texts: tuple[str, ...]
    decisions: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that a report is made from."""
        workbook = (self.workbook,) if self.workbook else ()
        return (*workbook, *self.exports, *self.texts, *self.decisions)


def find_programme(name: str, inputs: Path) -> ProgrammeFolder:
    """Return the folder of the programme `name` under `inputs`.

    Raises ProgrammeNotFoundError where there is no such folder, or no file in it.
    """
    root = inputs / name
    if not is_plain_name(name) or not root.is_dir():
        raise ProgrammeNotFoundError(folder=(inputs / name).as_posix(), name=name)
    files = list_files(root)
    folder = ProgrammeFolder(
        name=name,
        root=root,
        workbook=WORKBOOK if WORKBOOK in files else "",
        exports=tuple(file for file in files if file.split("/")[0] in EXPORT_FOLDERS),
        texts=tuple(file for file in files if file.startswith(f"{TEXTS}/")),
        decisions=tuple(file for file in files if file.startswith(f"{DECISIONS}/")),
    )
    if not folder.files:
        raise ProgrammeNotFoundError(folder=root.as_posix(), name=name)
    return folder


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


def list_files(root: Path) -> tuple[str, ...]:
    """Return the owner's files below `root`, hidden ones and other programs' left out."""
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return tuple(sorted(path.as_posix() for path in found if is_owners(path)))


def is_owners(path: Path) -> bool:
    """Tell whether a person put the file there."""
    parts = [part.casefold() for part in path.parts]
    return parts[-1] not in SCAFFOLD_FILES and not any(p.startswith(NOT_THE_OWNERS) for p in parts)
