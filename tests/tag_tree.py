"""Reads a PDF's tag tree with somebody else's library, as a screen reader would meet it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf


@dataclass(frozen=True)
class Tag:
    """One tag: its kind without the slash, its attributes, its tags and its pieces of content.

    `content` holds (page from 0, number) for each piece; `annotations` what it refers to.
    """

    kind: str
    attributes: dict[str, object]
    language: str
    alternative: str
    box: tuple[float, ...]
    page: int | None
    tags: list["Tag"] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[pikepdf.Object] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator["Tag"]:
        """Yield the tags below this one in reading order, only those of `kinds` if any."""
        for tag in self.tags:
            if not kinds or tag.kind in kinds:
                yield tag
            yield from tag.all(*kinds)

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Yield every piece of content below this tag, in reading order."""
        yield from self.content
        for tag in self.tags:
            yield from tag.pieces()


@dataclass(frozen=True)
class TaggedPdf:
    """A PDF's tag tree with the file it stands in."""

    file: pikepdf.Pdf
    document: Tag


def read_tags(content: bytes) -> TaggedPdf:
    """Return the tag tree of the PDF that `content` holds."""
    file = pikepdf.open(BytesIO(content))
    pages = {page.objgen: number for number, page in enumerate(file.pages)}
    return TaggedPdf(file, read_tag(file.Root.StructTreeRoot.K[0], pages))


def read_tag(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Tag:
    """Return one tag and those below it."""
    attributes = {key: value for key, value in (element.get("/A") or {}).items() if key != "/O"} | {
        key: element[key] for key in ("/ID",) if key in element
    }
    tag = Tag(
        kind=str(element.S)[1:],
        attributes=attributes,
        language=str(element.get("/Lang", "")),
        alternative=str(element.get("/Alt", "")),
        box=tuple(map(float, attributes.get("/BBox", ()))),
        page=pages.get(element.Pg.objgen) if "/Pg" in element else None,
    )
    for kid in element.K:
        if isinstance(kid, int):
            tag.content.append((tag.page, kid))
        elif kid.get("/Type") == "/OBJR":
            tag.annotations.append(kid.Obj)
        else:
            tag.tags.append(read_tag(kid, pages))
    return tag


@dataclass(frozen=True)
class Marked:
    """A piece of marked content on a page: its tag, number and, of an artifact, what it is."""

    tag: str
    number: int | None
    type: str
    subtype: str
    text_operators: int


def read_content(page: pikepdf.Page) -> Iterator[Marked]:
    """Yield the outermost marked content of `page`, in the order of its painting."""
    depth, texts, opened = 0, 0, None
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
            if depth == 1:
                opened, texts = operands, 0
        elif name == "EMC":
            depth -= 1
            if depth == 0:
                properties = opened[1] if len(opened) > 1 else {}
                yield Marked(
                    str(opened[0])[1:],
                    int(properties["/MCID"]) if "/MCID" in properties else None,
                    str(properties.get("/Type", ""))[1:],
                    str(properties.get("/Subtype", ""))[1:],
                    texts,
                )
        elif name in ("TJ", "Tj"):
            texts += 1
            if depth == 0:
                yield Marked("", None, "", "", 1)


def read_texts(file: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """Return the letters of each numbered piece of content, by page from 0 and number."""
    letters: dict[tuple[int, int], dict[int, str]] = {}
    texts: dict[tuple[int, int], str] = {}
    for number, page in enumerate(file.pages):
        fonts = page.Resources.get("/Font", {})
        font: dict[int, str] = {}
        marks: list[int | None] = []
        for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf TJ"):
            match str(operator):
                case "BDC" | "BMC":
                    properties = operands[1] if len(operands) > 1 else {}
                    marks.append(int(properties["/MCID"]) if "/MCID" in properties else None)
                case "EMC":
                    marks.pop()
                case "Tf":
                    name = str(operands[0])
                    key = fonts[name].objgen
                    letters.setdefault(key, {}) or letters[key].update(read_letters(fonts[name]))
                    font = letters[key]
                case "TJ" if marks and marks[0] is not None:
                    piece = (number, marks[0])
                    texts[piece] = texts.get(piece, "") + decode(operands[0], font)
    return texts


def read_letters(font: pikepdf.Object) -> dict[int, str]:
    """Return what each glyph of `font` stands for, by its number in the file."""
    found: dict[int, str] = {}
    table = font.ToUnicode.read_bytes().decode("ascii", "replace")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, letters in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            found[int(glyph, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letters in re.findall(
            r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block
        ):
            for glyph in range(int(first, 16), int(last, 16) + 1):
                found[glyph] = chr(int(letters, 16) + glyph - int(first, 16))
    return found


def decode(shown: pikepdf.Object, font: dict[int, str]) -> str:
    """Return the letters of one operand that shows text: two bytes for each glyph."""
    codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(font.get(256 * high + low, "\ufffd") for high, low in pairs)
