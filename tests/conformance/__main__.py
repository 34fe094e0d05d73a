"""Make the reports and hold them against everything: python -m tests.conformance."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.programme.languages import Language
from flows.render.html import render_html
from flows.render.pdf import render_pdf
from flows.submit.conformance import judge_files
from tests.conformance.layout_faults import find_layout_faults
from tests.conformance.tag_faults import find_tag_faults
from tests.invented_reports import EXTREMES, KINDS


def hold_reports(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each PDF that is made in `folder`, what it is held against, and what is wrong."""
    standard_bearers = []
    for kind, make in KINDS.items():
        for language in Language:
            report = make(language)
            path = folder / f"{kind}.{language}.pdf"
            path.write_bytes(render_pdf(report))
            standard_bearers.append(path)
            faults = find_tag_faults(path.read_bytes(), render_html(report))
            yield path.name, "tag tree", list(faults)
            yield path.name, "layout", list(find_layout_faults(path))
    for kind, make in EXTREMES.items():
        path = folder / f"{kind}.pdf"
        path.write_bytes(render_pdf(make(Language.SV)))
        yield path.name, "layout", list(find_layout_faults(path))
    for verdict in judge_files(standard_bearers):
        faults = [] if verdict.conforms else [verdict.broken_rules]
        yield verdict.file, verdict.standard, faults


def main() -> int:
    """Print a line for each report and check, and return how many of them failed."""
    passed = failed = 0
    with TemporaryDirectory() as folder:
        for file, check, faults in hold_reports(Path(folder)):
            passed, failed = passed + (not faults), failed + bool(faults)
            sys.stdout.write(f"{'fails' if faults else 'keeps'}  {check:9} {file}\n")
            sys.stdout.writelines(f"       {fault}\n" for fault in faults[:8])
            sys.stdout.flush()
    sys.stdout.write(f"{passed} passed, {failed} failed\n")
    return failed


if __name__ == "__main__":
    sys.exit(min(1, main()))
