"""The same inputs make the same bytes: whoever makes the report, wherever and whenever."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.programme.locations import TEMPLATES
from tests.small_programme import NAME, write_small_programme

SCRIPT = """
import os
from pathlib import Path
from flows.chain.runs import draft_report
from flows.chain.stages import Request
print(os.getuid())
print(draft_report(Request({name!r}, Path("inputs"), Path("outputs"))).folder)
"""
NOT_THE_PROGRAM = shutil.ignore_patterns("__pycache__", "node_modules")
NOBODY = 65534
"""The user to whom nothing belongs, on every Linux."""

BECOME_NOBODY = (
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
)
"""Starts a command as that user, who may read Python where root installed it for itself alone."""

ONE = {"USER": "a", "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
OTHER = {
    "HOME": "/",
    "USER": "b",
    "PYTHONHASHSEED": "7",
    "TZ": "Asia/Tokyo",
    "LC_ALL": "C",
    "LANG": "tr",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What one process made: the bytes of each file, and the number of its user."""

    files: dict[str, bytes]
    user: int


def make_draft(root: Path, environment: dict[str, str], become: Sequence[str] = ()) -> Draft:
    """Return the draft that the program in the folder `root` makes there."""
    made = subprocess.run(
        [*become, sys.executable, "-c", SCRIPT.format(name=NAME)],
        cwd=root,
        env={**environment, "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    number, folder = made.stdout.splitlines()
    paths = sorted(path for path in (root / folder).rglob("*") if path.is_file())
    files = {path.relative_to(root / folder).as_posix(): path.read_bytes() for path in paths}
    return Draft(files, int(number))


def can_become_nobody() -> bool:
    """Tell whether this process may start others as another user."""
    if os.getuid() != 0 or not shutil.which(BECOME_NOBODY[0]):
        return False
    tried = subprocess.run([*BECOME_NOBODY, "true"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.fixture(scope="module")
def drafts():
    """Two drafts of the same inputs, the other one by another user where that can be."""
    become = BECOME_NOBODY if can_become_nobody() else ()
    with TemporaryDirectory() as name:
        roots = Path(name, "one"), Path(name, "another folder, längre ned", "two")
        for root in roots:
            for part in (TEMPLATES, TEMPLATES.with_name("flows")):
                shutil.copytree(part, root / part.name, ignore=NOT_THE_PROGRAM)
            write_small_programme(root / "inputs")
        if become:
            for path in (roots[1], *roots[1].rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield (
            make_draft(roots[0], {**ONE, "HOME": name}),
            make_draft(roots[1], OTHER, become),
        )


def test_another_process_folder_locale_and_time_zone_make_the_same_bytes(drafts):
    """Every file of a run is a function of the inputs, the templates and the program."""
    one, other = (draft.files for draft in drafts)

    assert {"report.sv.pdf", "report.sv.html", "evidence.sv.xlsx", "manifest.json"} <= one.keys()
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_another_user_made_the_same_bytes(drafts):
    """The drafts that are compared were made by two users of the machine."""
    one, other = drafts
    if not can_become_nobody():
        pytest.skip("only root may become another user; both drafts are by the same one")

    assert (one.user, other.user) == (os.getuid(), NOBODY)
