"""Make the reports and hold them against everything: python -m tests.conformance."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.programme.languages import Language
from flows.render.html import render_html
from flows.render.pdf import render_pdf
from flows.submit.conformance import judge_files
from tests.conformance.tag_faults import find_tag_faults
from tests.invented_reports import KINDS


def main() -> int:
    """Print a line for each report and check, and return how many of them failed."""
    passed = failed = 0
    with TemporaryDirectory() as folder:
        paths = []
        for kind, make in KINDS.items():
            for language in Language:
                report = make(language)
                path = Path(folder) / f"{kind}.{language}.pdf"
                path.write_bytes(render_pdf(report))
                paths.append(path)
                faults = list(find_tag_faults(path.read_bytes(), render_html(report)))
                passed, failed = passed + (not faults), failed + bool(faults)
                tell(path.name, "tag tree", faults)
        for verdict in judge_files(paths):
            faults = [] if verdict.conforms else [verdict.broken_rules]
            passed, failed = passed + (not faults), failed + bool(faults)
            tell(verdict.file, verdict.standard, faults)
    sys.stdout.write(f"{passed} passed, {failed} failed\n")
    return failed


def tell(file: str, check: str, faults: list[str]) -> None:
    """Print what was found."""
    sys.stdout.write(f"{'fails' if faults else 'keeps'}  {check:9} {file}\n")
    for fault in faults[:8]:
        sys.stdout.write(f"       {fault}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(min(1, main()))
