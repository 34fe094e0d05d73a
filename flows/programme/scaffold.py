"""Makes a new programme folder: the workbook, the folders, the texts and the decisions."""

import re
import shutil
from pathlib import Path

from flows.programme.decision_files import write_decision_files
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

    The starter texts are copied from templates/scaffold/. Raises ProgrammeNameError for a
    name that is no plain folder name and ProgrammeExistsError rather than overwrite.
    """
    if not re.fullmatch(r"[a-z0-9åäö][a-z0-9åäö-]*", name):
        raise ProgrammeNameError(name=name)
    root = inputs / name
    if root.exists():
        raise ProgrammeExistsError(folder=root.as_posix())
    for folder in ("exports", TEXTS, *(f"sessions/{number}" for number in SESSION_FOLDERS)):
        (root / folder).mkdir(parents=True)
    write_empty_workbook(root / WORKBOOK, language)
    write_decision_files(root / DECISIONS, Decisions(), language)
    for text in sorted(SCAFFOLD.glob(f"*.{language}.md")):
        shutil.copyfile(text, root / TEXTS / text.name)
    for folder in EXPORT_FOLDERS:
        note = SCAFFOLD / f"{folder}.{language}.txt"
        shutil.copyfile(note, root / folder / READ_ME[language])
    return root
