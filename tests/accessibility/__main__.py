"""Make the pages and have them looked at: python -m tests.accessibility."""

import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from flows.programme.languages import Language
from flows.render.html import render_html
from tests.invented_reports import KINDS

CHECK = Path(__file__).with_name("check.mjs")
PAGES = [
    ("sample", Language.SV),
    ("sample", Language.EN),
    ("forty-charts", Language.SV),
    ("no-evaluations", Language.EN),
]


def main() -> int:
    """Return the exit code of the look at the pages, which prints what it finds."""
    node = which("node")
    if node is None:
        sys.stderr.write("no Node.js is installed; on Debian and Ubuntu: apt install nodejs npm\n")
        return 2
    with TemporaryDirectory() as folder:
        paths = []
        for kind, language in PAGES:
            path = Path(folder) / f"{kind}.{language}.html"
            path.write_text(render_html(KINDS[kind](language)), encoding="utf-8")
            paths.append(path)
        return subprocess.run([node, str(CHECK), *map(str, paths)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
