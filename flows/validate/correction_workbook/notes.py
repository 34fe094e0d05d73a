"""Comments on cells: the words in one part, where they are drawn in another, in VML.

Excel still wants both; without the drawing it takes the file for damaged.
Source: ECMA-376 part 1, 18.7 (comments) and part 4, 19.4 (VML's ClientData).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.programme.places import Place
from flows.validate.correction_workbook.package import (
    DOCUMENT,
    MAIN,
    SHEETML,
    XML,
    Package,
    add_relation,
    declare_ending,
    declare_type,
    relations_of,
    target_of,
)
from flows.validate.correction_workbook.xml_elements import (
    Splice,
    append_to,
    children_of,
    escape_text,
    find_element,
    need_element,
    read_elements,
    splice,
    store_text,
)

AUTHOR = "slutrapport"
LEAD = "slutrapport · "
"""How every comment of ours begins, whoever another program says wrote it."""

VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
LONGEST_NOTE = 4000

BEHIND_DRAWING = {
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
}
"""What stands behind the drawing of the comments in a worksheet, in the order of the format."""

EMPTY_COMMENTS = XML + f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
EMPTY_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
SHAPE_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    'width:280pt;height:{height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 12, {top}, 4, {right}, 12, {bottom}, 4"
    "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
SHAPES = re.compile(rb"<v:shape\b.*?</v:shape>", re.DOTALL)
FIRST_SHAPE = 1025
LINE_CHARACTERS, LINE_POINTS, ROW_POINTS = 55, 14, 15


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: its cell and its words."""

    row: int
    column: int
    text: str

    @property
    def cell(self) -> str:
        """The cell's name."""
        return Place("", row=self.row, column=self.column).cell

    @property
    def line_count(self) -> int:
        """How many lines the words take in the comment's box."""
        return sum(1 + len(line) // LINE_CHARACTERS for line in self.text.split("\n"))


def add_notes(package: Package, sheet: str, notes: tuple[Note, ...]) -> Package:
    """Return the package where the worksheet `sheet` has `notes` beside the comments it had."""
    if not notes:
        return package
    package, comments = find_comments(package, sheet)
    package, drawing = find_drawing(package, sheet)
    written, new = write_comments(package.part(comments), notes)
    package = package.put(comments, written)
    return package.put(drawing, draw_shapes(package.part(drawing), new))


def find_comments(package: Package, sheet: str) -> tuple[Package, str]:
    """Return the package, and the name of the worksheet's part of comments, made where none is."""
    comments = target_of(package, sheet, "comments")
    if comments:
        return package, comments
    comments = package.free_name("xl/comments{number}.xml")
    package, _relation_id = add_relation(package, sheet, "comments", comments)
    package = declare_type(package, comments, f"{SHEETML}.comments+xml")
    return package.put(comments, EMPTY_COMMENTS), comments


def find_drawing(package: Package, sheet: str) -> tuple[Package, str]:
    """Return the package, and the name of the part that draws comments, made where none is."""
    drawing = drawing_of(package, sheet)
    if drawing:
        return package, drawing
    xml = package.part(sheet)
    elements = read_elements(xml, lambda name, _attributes: name == "row")
    root, end_of_data = elements[0], need_element(elements, "sheetData").end
    drawing = package.free_name("xl/drawings/vmlDrawing{number}.vml")
    package, relation_id = add_relation(package, sheet, "vmlDrawing", drawing)
    package = declare_ending(package.put(drawing, EMPTY_DRAWING), "vml", VML_TYPE)
    pointer = f'<{root.prefix}legacyDrawing xmlns:r="{DOCUMENT}" r:id="{relation_id}"/>'.encode()
    behind = next(
        (
            part.start
            for part in children_of(root, elements)
            if part.name in BEHIND_DRAWING and part.start > end_of_data
        ),
        root.inner_end,
    )
    return package.put(sheet, splice(xml, [(behind, behind, pointer)])), drawing


def drawing_of(package: Package, sheet: str) -> str:
    """Return the name of the part that draws the worksheet's comments, or "".

    The pictures of headers and footers stand in VML as well, in a part of their own.
    """
    elements = read_elements(package.part(sheet), lambda name, _attributes: name == "row")
    pointer = find_element(elements, "legacyDrawing")
    ids = [value for name, value in (pointer.attributes if pointer else ()) if name.endswith(":id")]
    relations = relations_of(package, sheet)
    return next((one.target for one in relations if one.relation_id in ids), "")


def write_comments(xml: bytes, notes: Iterable[Note]) -> tuple[bytes, tuple[Note, ...]]:
    """Return the part of comments with `notes`, and those whose cell had no comment before.

    To a comment of the owner's ours is added.
    """
    elements = read_elements(xml)
    authors, comments = need_element(elements, "authors"), need_element(elements, "commentList")
    own = {
        comment.attribute("ref"): comment
        for comment in children_of(comments, elements)
        if comment.name == "comment"
    }
    author = len(children_of(authors, elements))
    p = comments.prefix
    splices: list[Splice] = [append_to(xml, authors, f"<{p}author>{AUTHOR}</{p}author>".encode())]
    new, made = [], []
    for note in notes:
        words = store_text(note.text[:LONGEST_NOTE])
        if note.cell in own:
            inside = [one for one in elements if one.start > own[note.cell].start]
            text = need_element(inside, "text")
            run = f'<{p}r><{p}t xml:space="preserve">&#10;&#10;{words}</{p}t></{p}r>'
            splices.append(append_to(xml, text, run.encode()))
        else:
            new.append(note)
            made.append(
                f'<{p}comment ref="{note.cell}" authorId="{author}"><{p}text><{p}r>'
                f'<{p}t xml:space="preserve">{words}</{p}t></{p}r></{p}text></{p}comment>'
            )
    if made:
        splices.append(append_to(xml, comments, "".join(made).encode()))
    return splice(xml, splices), tuple(new)


def draw_shapes(vml: bytes, notes: tuple[Note, ...]) -> bytes:
    """Return the drawing with a box for each of `notes`, hidden until the cell is pointed at.

    Excel writes VML that is no well-formed XML, so the boxes are put before its last tag.
    """
    numbers = [int(number) for number in re.findall(rb'"_x0000_s(\d+)"', vml)]
    first = max([*numbers, FIRST_SHAPE - 1]) + 1
    shapes = b"" if b'"_x0000_t202"' in vml else SHAPE_TYPE
    shapes += b"".join(draw_shape(note, number) for number, note in enumerate(notes, first))
    head, closing, tail = vml.rpartition(b"</xml>")
    return head + shapes + closing + tail


def draw_shape(note: Note, number: int) -> bytes:
    """Return the box of one comment, to the right of its cell."""
    height = LINE_POINTS * (note.line_count + 1)
    top = max(note.row - 2, 0)
    return SHAPE.format(
        number=number,
        height=height,
        left=note.column,
        right=note.column + 4,
        top=top,
        bottom=top + 1 + height // ROW_POINTS,
        row=note.row - 1,
        column=note.column - 1,
    ).encode()


def remove_notes(package: Package, sheet: str) -> Package:
    """Return the package where the worksheet has only the comments of its owner."""
    comments = target_of(package, sheet, "comments")
    if not comments:
        return package
    xml = package.part(comments)
    elements = read_elements(xml)
    ours = [
        comment
        for comment in elements
        if comment.name == "comment" and is_ours(xml[comment.start : comment.end])
    ]
    written = splice(xml, [(comment.start, comment.end, b"") for comment in ours])
    package = package.put(comments, written)
    drawing = drawing_of(package, sheet)
    if not drawing:
        return package
    cells = {comment.attribute("ref") for comment in ours}
    vml = SHAPES.sub(
        lambda shape: b"" if cell_of_shape(shape[0]) in cells else shape[0], package.part(drawing)
    )
    return package.put(drawing, vml)


def is_ours(comment: bytes) -> bool:
    """Tell whether the first words of a comment are those of ours."""
    elements = read_elements(comment)
    first = next((one for one in elements if one.name == "t"), None)
    lead = escape_text(LEAD).encode()
    text = comment[first.inner_start : first.inner_end] if first else b""
    return text.startswith((lead, LEAD.encode()))


def cell_of_shape(shape: bytes) -> str:
    """Return the cell that a box of the drawing belongs to, or ""."""
    row, column = (
        re.search(rb"<x:%b>(\d+)</x:%b>" % (name, name), shape) for name in (b"Row", b"Column")
    )
    if row is None or column is None:
        return ""
    return Place("", row=int(row[1]) + 1, column=int(column[1]) + 1).cell
