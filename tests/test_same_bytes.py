"""The same inputs make the same bytes: whoever makes the report, wherever and whenever."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

from flows.programme.locations import TEMPLATES
from tests.small_programme import NAME, write_small_programme

SCRIPT = """
from pathlib import Path
from flows.chain.runs import draft_report
from flows.chain.stages import Request
print(draft_report(Request({name!r}, Path("inputs"), Path("outputs"))).folder)
"""
NOT_THE_PROGRAM = ignore_patterns("__pycache__", "node_modules")


def make_draft(root: Path, **environment: str) -> dict[str, bytes]:
    """Return every file of the draft that the program in the folder `root` makes there."""
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(name=NAME)],
        cwd=root,
        env={**environment, "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    folder = root / made.stdout.strip()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_another_process_user_folder_locale_and_time_zone_make_the_same_bytes(tmp_path):
    """Every file of a run is a function of the inputs, the templates and the program."""
    roots = tmp_path / "one", tmp_path / "another folder, längre ned" / "two"
    for root in roots:
        for folder in (TEMPLATES, TEMPLATES.with_name("flows")):
            copytree(folder, root / folder.name, ignore=NOT_THE_PROGRAM)
        write_small_programme(root / "inputs")
    one, two = (
        make_draft(
            roots[0], HOME=str(tmp_path), USER="a", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8"
        ),
        make_draft(
            roots[1], HOME="/", USER="b", PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C", LANG="tr"
        ),
    )

    assert {"report.sv.pdf", "report.sv.html", "evidence.xlsx", "manifest.json"} <= one.keys()
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
