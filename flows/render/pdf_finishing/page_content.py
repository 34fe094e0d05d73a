"""Sorts the marked content of pages: what is nobody's or empty is an artifact, not content.

WeasyPrint marks running headers and page numbers like any text and leaves them out of the tag
tree, where a screen reader finds them without a place (WeasyPrint issue 1836). PDF/UA-1 wants
them as artifacts of pagination, each a header or a footer.

Source: ISO 14289-1, 7.1 and 7.8; ISO 32000-1, 14.8.2.2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydyf import PDF, Dictionary

from flows.render.pdf_finishing.objects import (
    PdfObject,
    all_elements,
    follow,
    tag_root,
    tagged_pages,
)

BEGINS, ENDS = b"BDC", b"EMC"
SHOWS_TEXT, PLACES_TEXT = b" TJ", b" Tm"
FIGURE = "/Figure"
POINTS_PER_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """One piece of a page's content: where it begins in the page's operators, and its number.

    `from_top_pt` is how far below the page's edge its first letter stands.
    """

    position: int
    number: int
    is_empty: bool
    from_top_pt: float


def sort_content(pdf: PDF) -> None:
    """Turn content without a place in the tag tree into artifacts, and empty content too."""
    reachable = {element.reference for element in all_elements(pdf, tag_root_element(pdf))}
    for page, owners in tagged_pages(pdf):
        operators = follow(pdf, page["Contents"]).stream
        height_pt = page["MediaBox"][3]
        for content in list_marked_content(operators):
            owner = owners[content.number]
            if owner in reachable and not content.is_empty:
                continue
            if owner in reachable:
                follow(pdf, owner)["K"].remove(content.number)
            owners[content.number] = b"null"
            side = "Header" if content.from_top_pt < height_pt / 2 else "Footer"
            operators[content.position] = "/Artifact"
            operators[content.position + 1] = (
                Dictionary()
                if content.is_empty
                else Dictionary({"Type": "/Pagination", "Subtype": f"/{side}"})
            )


def tag_root_element(pdf: PDF) -> PdfObject:
    """Return the tag of the whole document."""
    return follow(pdf, tag_root(pdf)["K"][0])


def list_marked_content(operators: list[Any]) -> Iterator[MarkedContent]:
    """Yield the numbered pieces among a page's operators, in the order of their painting."""
    for begin, operator in enumerate(operators):
        if operator == BEGINS:
            tag, properties = operators[begin - 2 : begin]
            inside = () if tag == FIGURE else operators[begin : end_of(operators, begin)]
            yield MarkedContent(
                position=begin - 2,
                number=properties["MCID"],
                is_empty=tag != FIGURE and not any(map(shows_text, inside)),
                from_top_pt=next(filter(None, map(height_of, inside)), 0.0),
            )


def end_of(operators: list[Any], begin: int) -> int:
    """Return where the text that begins at `begin` ends; text holds no marked content."""
    return operators.index(ENDS, begin)


def shows_text(operator: object) -> bool:
    """Tell whether an operator shows letters."""
    return isinstance(operator, bytes) and operator.endswith(SHOWS_TEXT)


def height_of(operator: object) -> float | None:
    """Return how far below the page's edge an operator places text, or None for another one."""
    if isinstance(operator, bytes) and operator.endswith(PLACES_TEXT):
        return float(operator.split()[5]) * POINTS_PER_PIXEL
    return None
