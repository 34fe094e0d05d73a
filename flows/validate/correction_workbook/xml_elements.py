"""XML edited in place: where its elements stand, and new bytes at those places.

An XML library that parses and writes a worksheet loses namespaces that only an attribute's
value names (mc:Ignorable), and Excel then takes the file for damaged. Here the rest of the
part keeps its bytes.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from xml.parsers.expat import ExpatError, ParserCreate

from flows.programme.xlsx_text import NOT_XML, spell_text
from flows.validate.correction_workbook.uneditable import UneditableError

START_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")

Splice = tuple[int, int, bytes]
"""The bytes from one position to another, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its local name, attributes, depth, and where its tags begin and end.

    The root's depth is 0. Of an empty element (<c/>) the start tag is all there is.
    """

    name: str
    tag: str
    attributes: tuple[tuple[str, str], ...]
    depth: int
    start: int
    inner_start: int
    inner_end: int
    end: int

    def attribute(self, name: str, default: str = "") -> str:
        """Return the attribute's value, by its name with its prefix."""
        return dict(self.attributes).get(name, default)

    @property
    def prefix(self) -> str:
        """The prefix with its colon, or ""; new siblings and children need the same."""
        return self.tag.removesuffix(self.name)


Skipped = Callable[[str, dict[str, str]], bool]
"""Tells by name and attributes whether an element is left out with all that is in it."""


def skip_nothing(_name: str, _attributes: dict[str, str]) -> bool:
    """Keep every element."""
    return False


def read_elements(xml: bytes, is_skipped: Skipped = skip_nothing) -> tuple[Element, ...]:
    """Return the elements of a part in the order of their start tags.

    Raises UneditableError where the part is no XML, or not written in bytes that hold ASCII.
    """
    if xml.startswith(UTF_16):
        raise UneditableError
    found: list[Element | None] = []
    waiting: list[tuple[int, str, dict[str, str], int] | None] = []
    parser = ParserCreate()

    def begin(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        is_inside_skipped = bool(waiting) and waiting[-1] is None
        if is_inside_skipped or is_skipped(name, attributes):
            waiting.append(None)
            return
        waiting.append((len(found), tag, attributes, parser.CurrentByteIndex))
        found.append(None)

    def end(tag: str) -> None:
        opened = waiting.pop()
        if opened is None:
            return
        position, tag, attributes, start = opened
        start_tag = START_TAG.match(xml, start)
        if start_tag is None:
            raise UneditableError
        inner_start = inner_end = last = start_tag.end()
        if not start_tag[0].endswith(b"/>"):
            inner_end = parser.CurrentByteIndex
            last = xml.index(b">", inner_end) + 1
        found[position] = Element(
            tag.rpartition(":")[2],
            tag,
            tuple(attributes.items()),
            len(waiting),
            start,
            inner_start,
            inner_end,
            last,
        )

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(xml, True)
    except ExpatError as error:
        raise UneditableError from error
    return tuple(element for element in found if element is not None)


def find_element(elements: Iterable[Element], name: str) -> Element | None:
    """Return the first element with that local name, or None."""
    return next((element for element in elements if element.name == name), None)


def need_element(elements: Iterable[Element], name: str) -> Element:
    """Return the first element with that local name. Raises UneditableError without one."""
    element = find_element(elements, name)
    if element is None:
        raise UneditableError
    return element


def children_of(parent: Element, elements: Iterable[Element]) -> tuple[Element, ...]:
    """Return the elements directly in `parent`."""
    return tuple(
        element
        for element in elements
        if element.depth == parent.depth + 1 and parent.start < element.start < parent.end
    )


def append_to(xml: bytes, parent: Element, child: bytes) -> Splice:
    """Return the splice that puts `child` last in `parent`, which may have been empty."""
    if parent.inner_start < parent.end:
        return parent.inner_end, parent.inner_end, child
    opened = xml[parent.start : parent.end].removesuffix(b"/>") + b">"
    closing = f"</{parent.tag}>".encode()
    return parent.start, parent.end, opened + child + closing


def set_attribute(start_tag: bytes, name: str, value: str) -> bytes:
    """Return the start tag with the attribute set, wherever in it that stood."""
    written = f' {name}="{escape_text(value)}"'.encode()
    pattern = re.compile(rb"""\s%b\s*=\s*(?:"[^"]*"|'[^']*')""" % name.encode())
    if pattern.search(start_tag):
        return pattern.sub(lambda _match: written, start_tag, count=1)
    ending = b"/>" if start_tag.endswith(b"/>") else b">"
    return start_tag.removesuffix(ending).rstrip() + written + ending


def remove_attribute(start_tag: bytes, name: str) -> bytes:
    """Return the start tag without the attribute."""
    return re.sub(rb"""\s%b\s*=\s*(?:"[^"]*"|'[^']*')""" % name.encode(), b"", start_tag, count=1)


def splice(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the part with every splice made; those at one position stand in their order."""
    pieces, position = [], 0
    for start, end, replacement in sorted(splices, key=lambda one: one[:2]):
        pieces += [xml[position:start], replacement]
        position = max(position, end)
    return b"".join((*pieces, xml[position:]))


def store_text(text: str) -> str:
    """Return what stands in the XML of a cell or a comment that shows `text`, sign by sign."""
    return escape_text(spell_text(text))


def escape_text(text: str) -> str:
    """Return `text` as it may stand in XML of any encoding, without what XML cannot hold."""
    escaped = escape(NOT_XML.sub("", text)).replace("\n", "&#10;")
    return escaped.encode("ascii", "xmlcharrefreplace").decode()
