"""Finds its way in the objects of a PDF: what a reference leads to, and the tree of its tags."""

from collections.abc import Iterator
from typing import Any

from pydyf import PDF

PdfObject = Any
"""pydyf has no types: a dictionary, an array or a stream of a PDF."""

REFERENCE_ENDING = b" 0 R"


def follow(pdf: PDF, reference: bytes) -> PdfObject:
    """Return the object that `reference` leads to."""
    return pdf.objects[int(reference.split()[0])]


def is_reference(value: object) -> bool:
    """Tell whether `value` leads to another object."""
    return isinstance(value, bytes) and value.endswith(REFERENCE_ENDING)


def tag_root(pdf: PDF) -> PdfObject:
    """Return the root of the tag tree."""
    return follow(pdf, pdf.catalog["StructTreeRoot"])


def tagged_pages(pdf: PDF) -> list[tuple[PdfObject, PdfObject]]:
    """Return each page with its row of the parent tree: whose each piece of its content is."""
    numbers = follow(pdf, tag_root(pdf)["ParentTree"])["Nums"]
    pages = [follow(pdf, reference) for reference in pdf.page_references]
    return list(zip(pages, numbers[1::2], strict=False))


def child_elements(pdf: PDF, element: PdfObject) -> Iterator[PdfObject]:
    """Yield the tags directly below `element`."""
    for kid in element["K"]:
        if is_reference(kid):
            child = follow(pdf, kid)
            if child["Type"] == "/StructElem":
                yield child


def all_elements(pdf: PDF, element: PdfObject) -> Iterator[PdfObject]:
    """Yield every tag below `element`, in reading order."""
    for child in child_elements(pdf, element):
        yield child
        yield from all_elements(pdf, child)
