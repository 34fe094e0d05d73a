"""Mends the tag tree: what a screen reader reads aloud, and in what order.

veraPDF sees none of this. What remains, as nothing public tells which element of the page a
tag comes from: a paragraph or a table that is broken over two pages is two tags (WeasyPrint
issue 2903), and of the elements with a language of their own only quotes keep it.
"""

from collections.abc import Iterator

from pydyf import PDF, Array, Dictionary, String

from flows.render.pdf_finishing.objects import (
    PdfObject,
    all_elements,
    child_elements,
    follow,
    is_reference,
    tag_root,
)
from flows.render.pdf_finishing.page_content import (
    POINTS_PER_PIXEL,
    sort_content,
    tag_root_element,
)
from flows.render.pdf_finishing.table_headers import assign_headers
from flows.render.spoken_page import SpokenPage

MAY_BE_EMPTY = frozenset({"/TD", "/TH", "/Figure"})
"""An empty cell keeps its column; a figure has its words in its alternative text."""


def mend_tags(pdf: PDF, page: SpokenPage, part_number: int = 0) -> None:
    """Mend every tag of `pdf`, which was made from `page`.

    `part_number` tells its identifiers from those of other parts of the same report.
    """
    sort_content(pdf)
    document = tag_root_element(pdf)
    drop_empty(pdf, document)
    for element in all_elements(pdf, document):
        match element["S"]:
            case "/Figure":
                place_figure(pdf, element)
            case "/Table":
                assign_headers(pdf, element, part_number)
            case "/Link":
                word_link(pdf, element, page)
            case "/L" if is_contents(pdf, element, page):
                name_contents(pdf, element)
            case "/BlockQuote":
                if page.language_of_quotes:
                    element["Lang"] = String(page.language_of_quotes)
    index_identifiers(pdf)


def drop_empty(pdf: PDF, element: PdfObject) -> None:
    """Take the tags that hold nothing out of the tree below `element`."""
    for child in child_elements(pdf, element):
        drop_empty(pdf, child)
    element["K"] = Array(kid for kid in element["K"] if not is_empty(pdf, kid))


def is_empty(pdf: PDF, kid: object) -> bool:
    """Tell whether `kid` is a tag that holds nothing and need not be there."""
    if not is_reference(kid):
        return False
    child = follow(pdf, kid)  # type: ignore[arg-type]  # it is bytes, as is_reference told
    return child["Type"] == "/StructElem" and not child["K"] and child["S"] not in MAY_BE_EMPTY


def index_identifiers(pdf: PDF) -> None:
    """Write the index of the tags that others refer to, sorted as it must be."""
    named = {
        str(element["ID"].string): element.reference
        for element in all_elements(pdf, tag_root_element(pdf))
        if "ID" in element
    }
    if named:
        names = Array(part for name in sorted(named) for part in (String(name), named[name]))
        index = Dictionary({"Names": names, "Limits": Array((names[0], names[-2]))})
        pdf.add_object(index)
        tag_root(pdf)["IDTree"] = index.reference


def place_figure(pdf: PDF, figure: PdfObject) -> None:
    """Write the figure's box in points from the page's lower edge, which WeasyPrint does not."""
    height_pt = follow(pdf, figure["Pg"])["MediaBox"][3]
    left, top, right, bottom = (side * POINTS_PER_PIXEL for side in figure["A"]["BBox"])
    figure["A"]["BBox"] = Array((left, height_pt - bottom, right, height_pt - top))


def is_contents(pdf: PDF, listing: PdfObject, page: SpokenPage) -> bool:
    """Tell whether a list is the table of contents: all its links lead where its entries do."""
    links = [each for each in all_elements(pdf, listing) if each["S"] == "/Link"]
    addresses = {
        address_of(annotation) for link in links for annotation in list_annotations(pdf, link)
    }
    return bool(addresses) and addresses <= page.contents


def name_contents(pdf: PDF, listing: PdfObject) -> None:
    """Tag a list as the table of contents that it is, each entry a reference to its chapter.

    Source: ISO 32000-1, 14.8.4.3.2 (TOC and TOCI) and 14.8.4.4.1 (Reference).
    """
    listing["S"] = "/TOC"
    listing.pop("A", None)  # how a list is numbered is no attribute of a table of contents
    for entry in child_elements(pdf, listing):
        entry["S"] = "/TOCI"
        for body in child_elements(pdf, entry):
            body["S"] = "/Reference"


def word_link(pdf: PDF, link: PdfObject, page: SpokenPage) -> None:
    """Let a link be described by its words and not by its address."""
    for annotation in list_annotations(pdf, link):
        words = page.words_of_links.get(address_of(annotation))
        if words:
            annotation["Contents"] = String(words)


def list_annotations(pdf: PDF, link: PdfObject) -> Iterator[PdfObject]:
    """Yield the places on the page that a link can be followed from."""
    for kid in link["K"]:
        if is_reference(kid) and follow(pdf, kid)["Type"] == "/OBJR":
            yield follow(pdf, follow(pdf, kid)["Obj"])


def address_of(annotation: PdfObject) -> str:
    """Return where a link leads: an anchor of the page, or an address elsewhere."""
    if "Dest" in annotation:
        return f"#{annotation['Dest'].string}"
    return str(annotation["A"]["URI"].string)
