"""The smallest parts of a printed report that cite evidence, read from its HTML.

A part is a row of a table, a chart, or a stretch of prose up to the citation that follows it.
What only names rows, columns and axes is kept apart: it counts nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

import tinyhtml5

CITATION = re.compile(r"E(\d+)(?:–(\d+))?")
SVG = "{http://www.w3.org/2000/svg}"
SCREEN_ONLY = {"skip", "in-words"}
"""What is on the screen and not in print."""

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption"}
NUMBER = re.compile(r"(?<![\w,./-])[+−]?\d+(?:[.,]\d+)*(?![\w/])")
THOUSANDS = {
    "sv": re.compile(r"(?<=\d)\N{NARROW NO-BREAK SPACE}(?=\d{3})"),
    "en": re.compile(r"(?<=\d),(?=\d{3})"),
}
"""What stands between thousands."""


class Part(NamedTuple):
    """One part: where it stands, its words, the words that name it, and its citations as printed.

    Lines of `words` are cells, labels or paragraphs.
    """

    place: str
    words: str
    names: tuple[str, ...] = ()
    citations: str = ""
    is_heading: bool = False

    @property
    def evidence(self) -> frozenset[int]:
        """The numbers of evidence that it cites."""
        return cited_in(self.citations)


def read_parts(html: str) -> Iterator[Part]:
    """Yield the parts of the page, chapter by chapter."""
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    for child in body:
        for section in child if child.tag == "main" else (child,):
            place = section.get("id") or section.get("class") or section.tag
            yield from read_block(section, place)


def read_block(element: Element, place: str) -> Iterator[Part]:
    """Yield the parts of one element and of what is in it."""
    kinds = set((element.get("class") or "").split())
    if kinds & SCREEN_ONLY or element.tag in {"style", "script"}:
        return
    if "chart" in kinds:
        yield read_chart(element, f"{place} › {element.get('id')}")
        yield from (
            part
            for note in element
            if "note" in (note.get("class") or "")
            for part in read_stretches(note, f"{place} › {element.get('id')}")
        )
    elif element.tag == "table":
        read = read_key_figures if "key-figures" in kinds else read_rows
        yield from read(element, place)
    elif element.tag == "h2":
        yield Part(place, all_words(element), is_heading=True)
    elif element.tag in BLOCKS:
        yield from read_stretches(element, place)
    elif element.tag == f"{SVG}svg":
        yield Part(place, svg_words(element))
    else:
        inner = f"{place} › {element.get('id')}" if "exhibit" in kinds else place
        for child in element:
            yield from read_block(child, inner)


def read_chart(element: Element, place: str) -> Part:
    """Return a chart: what its pictures and the line above them say, and what that line cites."""
    (title,) = (each for each in element if each.get("class") == "exhibit-title")
    (base,) = (each for each in element if each.get("class") == "exhibit-base")
    legend = [all_words(each) for each in element if each.get("class") == "legend"]
    pictures = [svg_words(svg) for svg in element.iter(f"{SVG}svg")]
    stretches = list(read_stretches(base, place))
    return Part(
        place,
        "\n".join([all_words(title), *(each.words for each in stretches), *pictures]),
        tuple(legend),
        " ".join(each.citations for each in stretches),
    )


def read_key_figures(table: Element, place: str) -> Iterator[Part]:
    """Yield the large figures of the summary, a column each."""
    rows = [list(row) for row in table.iter("tr")]
    for column in zip(*rows, strict=True):
        *words, citations = map(all_words, column)
        yield Part(place, "\n".join(words), (), citations)


def read_rows(table: Element, place: str) -> Iterator[Part]:
    """Yield the rows of a table; the first cell and the headings of the columns name them."""
    headings = [all_words(each) for row in table.iter("thead") for each in row.iter("th")]
    for body in table.iter("tbody"):
        for row in body:
            names = [all_words(cell) for cell in row if cell.tag == "th"]
            cells = [cell for cell in row if cell.tag == "td"]
            words = "\n".join(all_words(cell, without_citations=True) for cell in cells)
            yield Part(place, words, tuple(names), " ".join(map(all_citations, cells)))
    if headings:
        yield Part(place, "", tuple(headings))


def read_stretches(element: Element, place: str) -> Iterator[Part]:
    """Yield a paragraph in stretches, each with the citations that stand directly behind it."""
    words = citations = ""
    for text, is_citation in texts_of(element):
        if is_citation:
            citations += text
        elif text.strip() and citations.strip():
            yield Part(place, words, (), citations)
            words, citations = text, ""
        else:
            words += text
    yield Part(place, words, (), citations)


def texts_of(element: Element, *, in_citation: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the texts of an element in order, and whether each is a citation."""
    is_citation = in_citation or is_cited(element)
    yield element.text or "", is_citation
    for child in element:
        yield from texts_of(child, in_citation=is_citation)
        yield child.tail or "", is_citation


def is_cited(element: Element) -> bool:
    """Tell whether an element holds numbers of evidence."""
    kind = element.get("class") or ""
    is_link = element.tag == "a" and CITATION.fullmatch((element.text or "").strip())
    return bool(is_link) or kind in {"citation", "evidence-number"}


def all_words(element: Element, *, without_citations: bool = False) -> str:
    """Return every word of an element."""
    texts = texts_of(element)
    return "".join(text for text, is_citation in texts if not (is_citation and without_citations))


def all_citations(element: Element) -> str:
    """Return every citation in an element."""
    return " ".join(text for text, is_citation in texts_of(element) if is_citation)


def svg_words(svg: Element) -> str:
    """Return the labels of a picture, one a line; its alternative text is not printed."""
    return "\n".join("".join(text.itertext()) for text in svg.iter(f"{SVG}text"))


def cited_in(text: str) -> frozenset[int]:
    """Return the numbers of evidence in "E12–14 E17"."""
    return frozenset(
        number
        for first, last in CITATION.findall(text)
        for number in range(int(first), int(last or first) + 1)
    )


def numbers_in(words: str, language: str) -> list[str]:
    """Return the numbers in `words`, thousands written together and decimals behind a point."""
    together = THOUSANDS[language].sub("", words)
    return [number.replace(",", ".") for number in NUMBER.findall(together)]
