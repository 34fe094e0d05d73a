"""A bug is told apart from problems in somebody's spreadsheets."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CRASH = """
import flows.__main__ as command_line

def crash(**settings):
    raise ZeroDivisionError("planted")

command_line.app = crash
command_line.main()
"""


def test_a_bug_keeps_its_traceback_and_has_its_own_exit_code():
    """Exit code 1 means that problems were found, and scripts go on after it."""
    run = subprocess.run(
        [sys.executable, "-c", CRASH], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert run.returncode == 70
    assert "ZeroDivisionError: planted" in run.stderr
