"""What is wrong in a PDF's tag tree, held against the page that it was made from.

veraPDF sees none of it: it looks whether there are tags and not what they say.
"""

import re
from collections.abc import Iterator

from tests.conformance.spoken_html import Spoken, headers_of_cells, read_page
from tests.tag_tree import Tag, TaggedPdf, read_content, read_tags, read_texts

MAY_BE_EMPTY = {"TD", "TH", "Figure"}
FEWEST_WORDS = 5
"""An alternative text of fewer is a label and no description."""


def find_tag_faults(pdf: bytes, html: str) -> Iterator[str]:
    """Yield what a screen reader would meet in `pdf` that is not as in `html`, a sentence each."""
    tagged, page = read_tags(pdf), read_page(html)
    texts = read_texts(tagged.file)
    yield from find_stray_content(tagged)
    yield from find_empty_tags(tagged.document)
    yield from find_wrong_order(tagged.document, texts, page)
    yield from find_wrong_headers(tagged.document, texts, page)
    yield from find_wrong_figures(tagged)
    yield from find_wordless_links(tagged.document, page)


def find_stray_content(tagged: TaggedPdf) -> Iterator[str]:
    """Yield each page with content that is neither in the tag tree nor an artifact."""
    in_tree = set(tagged.document.pieces())
    for number, page in enumerate(tagged.file.pages):
        content = list(read_content(page))
        numbers = {(number, piece.number) for piece in content if piece.number is not None}
        if numbers - in_tree:
            yield f"page {number + 1} has content that is in no tag"
        if any(not piece.tag and piece.text_operators for piece in content):
            yield f"page {number + 1} has text that is neither tagged nor an artifact"
        if number and not any(piece.type == "Pagination" for piece in content):
            yield f"page {number + 1} has no running header marked as an artifact"


def find_empty_tags(document: Tag) -> Iterator[str]:
    """Yield each tag that holds nothing."""
    for tag in document.all():
        if tag.kind not in MAY_BE_EMPTY and not next(tag.pieces(), None):
            yield f"an empty {tag.kind}"


def text_of(tag: Tag, texts: dict[tuple[int, int], str]) -> str:
    """Return the letters below `tag`, comparable."""
    return letters("".join(texts.get(piece, "") for piece in tag.pieces()))


def letters(text: str) -> str:
    """Return `text` as it is compared: without spaces, hyphens and capitals."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text).casefold()


def find_wrong_order(
    document: Tag, texts: dict[tuple[int, int], str], page: Spoken
) -> Iterator[str]:
    """Yield where the tags stop to say what the page says, if they do."""
    said = "".join(read_aloud(document, texts))
    written = letters("".join(page.words))
    if said != written:
        at = next(
            (i for i, pair in enumerate(zip(said, written, strict=False)) if len(set(pair)) > 1),
            min(len(said), len(written)),
        )
        around = slice(max(0, at - 20), at + 30)
        yield f"the tags say “{said[around]}”, the page “{written[around]}”"


def read_aloud(tag: Tag, texts: dict[tuple[int, int], str]) -> Iterator[str]:
    """Yield the letters below `tag` in order, without heads of tables, figures and page numbers.

    A table's head is repeated on each of its pages, and the numbers in the table of contents
    are the print's alone.
    """
    for kid in tag.tags:
        if kid.kind in ("THead", "Figure"):
            continue
        if tag.kind == "Reference" and kid.kind == "NonStruct" and text_of(kid, texts).isdigit():
            continue
        yield from read_aloud(kid, texts)
    yield letters("".join(texts.get(piece, "") for piece in tag.content))


def find_wrong_headers(
    document: Tag, texts: dict[tuple[int, int], str], page: Spoken
) -> Iterator[str]:
    """Yield each data cell whose headers are not those of the page's table."""
    expected = [cell for table in page.tables for cell in headers_of_cells(table)]
    cells = list(document.all("TD"))
    names = {str(header.attributes["/ID"]): text_of(header, texts) for header in document.all("TH")}
    if len(cells) != len(expected):
        yield f"{len(cells)} data cells instead of {len(expected)}"
        return
    for cell, (text, headers) in zip(cells, expected, strict=True):
        found = {names[str(name)] for name in cell.attributes.get("/Headers", ())}
        if text_of(cell, texts) != letters(text) or found != set(map(letters, headers)):
            yield f"the cell “{text.strip()}” has the headers {found}, not {headers}"


def find_wrong_figures(tagged: TaggedPdf) -> Iterator[str]:
    """Yield each figure without a sentence, or whose box is not on its page."""
    for figure in tagged.document.all("Figure"):
        if len(figure.alternative.split()) < FEWEST_WORDS:
            yield f"a figure with the text “{figure.alternative}”"
        left, bottom, right, top = figure.box
        _, _, width, height = map(float, tagged.file.pages[figure.page].MediaBox)
        if not (0 <= left < right <= width and 0 <= bottom < top <= height):
            yield f"a figure on page {figure.page + 1} has the box {figure.box}"


def find_wordless_links(document: Tag, page: Spoken) -> Iterator[str]:
    """Yield each link that is not described by words of a link of the page."""
    worded = {letters(words) for _address, words in page.links}
    for link in document.all("Link"):
        for annotation in link.annotations:
            said = str(annotation.get("/Contents", ""))
            if not {letters(part) for part in said.split(" · ")} <= worded:
                yield f"a link is described as “{said}”"
