"""Tells whether the PDF named on the command line is a whole report."""

import sys
from pathlib import Path

from pypdf import PdfReader

FEWEST_PAGES = 10
"""The sample's report has its cover, summary, ten sessions and an appendix on more than that."""


def find_faults(path: Path) -> list[str]:
    """Return what keeps the PDF at `path` from being a whole report, one sentence each."""
    if not path.is_file():
        return [f"{path} is not there"]
    report = PdfReader(path)
    faults = [
        f"page {number} is empty"
        for number, page in enumerate(report.pages, 1)
        if not page.extract_text().strip()
    ]
    if len(report.pages) < FEWEST_PAGES:
        faults.append(f"{len(report.pages)} pages are fewer than {FEWEST_PAGES}")
    if not (report.metadata and report.metadata.title):
        faults.append("the PDF has no title")
    if not report.outline:
        faults.append("the PDF has no bookmarks")
    return faults


if __name__ == "__main__":
    sys.exit("\n".join(find_faults(Path(sys.argv[1]))) or 0)
