"""Makes a part ready to be bound with others: its pages and links get numbers of their own.

A link to what stands in another part leads nowhere while the part is set, so it is written as
an address of a scheme of its own, and becomes a link inside the report once the pages are there.
"""

import re
from urllib.parse import unquote

from pydyf import PDF, Dictionary, String

from flows.render.pdf_finishing.objects import PdfObject, follow, tag_root

ELSEWHERE = "elsewhere:"
ANCHORS = re.compile(r' id="([^"]+)"')
LINKS = re.compile(r'href="#([^"]+)"')
NUMBERS_OF_A_PART = 1_000_000
"""More than a part has pages and links, which share one row of numbers in the whole report."""


def lead_outside(html: str) -> str:
    """Return `html` with every link to an anchor that it does not have marked as such."""
    anchors = set(ANCHORS.findall(html))

    def mark(link: re.Match[str]) -> str:
        return link[0] if link[1] in anchors else f'href="{ELSEWHERE}{link[1]}"'

    return LINKS.sub(mark, html)


def make_bindable(pdf: PDF, part_number: int) -> None:
    """Let every link of `pdf` lead where it should, and number its pages and links apart.

    The numbers are those by which the tag tree finds the content of a page or a link.
    """
    first = part_number * NUMBERS_OF_A_PART
    for entry in pdf.objects:
        if not isinstance(entry, Dictionary):
            continue
        for key in ("StructParents", "StructParent"):
            if key in entry:
                entry[key] += first
        if entry.get("Subtype") == "/Link" and "A" in entry:
            lead_inside(entry)
    numbers = follow(pdf, tag_root(pdf)["ParentTree"])["Nums"]
    numbers[::2] = [number + first for number in numbers[::2]]


def lead_inside(link: PdfObject) -> None:
    """Turn a link whose address leads to another part into one to its anchor."""
    address = link["A"]["URI"].string
    if address.startswith(ELSEWHERE):
        del link["A"]
        link["Dest"] = String(unquote(address.removeprefix(ELSEWHERE)))
