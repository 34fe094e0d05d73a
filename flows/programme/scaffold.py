"""Makes a new programme folder: the workbook, the folders, the texts and the decisions."""

import re
import shutil
from pathlib import Path

from flows.programme.decision_files import TYPED_LAYOUTS, write_decision_files
from flows.programme.decisions import Decisions
from flows.programme.exceptions import ProgrammeExistsError, ProgrammeNameError
from flows.programme.folder import DECISIONS, EXPORT_FOLDERS, READ_ME, TEXTS, WORKBOOK
from flows.programme.languages import Language
from flows.programme.locations import TEMPLATES
from flows.programme.workbook_writer import write_empty_workbook

SCAFFOLD = TEMPLATES / "scaffold"
SESSION_FOLDERS = tuple(f"{number:02}" for number in range(1, 11))


def new_programme(name: str, inputs: Path, language: Language) -> Path:
    """Write the folder of a new programme under `inputs` and return it.

    The starter texts are copied from templates/scaffold/. In a folder without a programme
    workbook, such as one where somebody has put exports already, only what is missing is
    written. Raises ProgrammeNameError for a name that is no plain folder name and
    ProgrammeExistsError rather than overwrite.
    """
    if not re.fullmatch(r"[a-z0-9åäö][a-z0-9åäö-]*", name):
        raise ProgrammeNameError(name=name)
    root = inputs / name
    if (root / WORKBOOK).exists() or (root.exists() and not root.is_dir()):
        raise ProgrammeExistsError(folder=root.as_posix())
    for folder in ("exports", TEXTS, *(f"sessions/{number}" for number in SESSION_FOLDERS)):
        (root / folder).mkdir(parents=True, exist_ok=True)
    write_empty_workbook(root / WORKBOOK, language)
    write_decision_files(root / DECISIONS, Decisions(), language, TYPED_LAYOUTS)
    for text in sorted(SCAFFOLD.glob(f"*.{language}.md")):
        copy_missing(text, root / TEXTS / text.name)
    for folder in EXPORT_FOLDERS:
        copy_missing(SCAFFOLD / f"{folder}.{language}.txt", root / folder / READ_ME[language])
    return root


def copy_missing(source: Path, target: Path) -> None:
    """Copy `source` to `target`, where nobody has put anything yet."""
    if not target.exists():
        shutil.copyfile(source, target)
