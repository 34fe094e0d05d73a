"""Binds the parts of a report into one PDF. The only module that knows pikepdf.

The bound file has one tag tree, one row of bookmarks and one set of anchors, and on every page
the running header and the page number, as artifacts: whoever has the report read to them is not
told the same title on each page.

Source: ISO 32000-1, 14.7 (logical structure), 14.8.2.2 (artifacts), 12.3 (navigation).
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from flows.render.parts import SetPart

MARGIN = Name("/Margin")
BELOW_THE_TEXT = b"/Artifact <</Type /Pagination>> BDC q /Margin Do Q EMC\n"


def bind(front: SetPart, parts: Iterable[SetPart], running: SetPart) -> bytes:
    """Return `front` and then `parts` as one PDF; its metadata are those of the front.

    `running` has a page for each page but the first, the cover: what stands around its text.
    """
    with Pdf.open(BytesIO(front.pdf)) as report, Pdf.open(BytesIO(running.pdf)) as margins:
        for part in parts:
            with Pdf.open(BytesIO(part.pdf)) as source:
                append_part(report, source)
        for page, margin in zip(list(report.pages)[1:], margins.pages, strict=True):
            print_around(page, report.copy_foreign(margin.as_form_xobject()))
        written = BytesIO()
        report.save(written, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return written.getvalue()


def append_part(report: Pdf, source: Pdf) -> None:
    """Put the pages of `source` behind those of `report`, with their tags, bookmarks, anchors."""
    report.add_pages_from(source)
    carried = Dictionary(Tags=source.Root.StructTreeRoot, Anchors=anchors_of(source))
    copied = report.copy_foreign(source.make_indirect(carried))
    join_tags(report.Root.StructTreeRoot, copied.Tags)
    join_anchors(report, copied.Anchors)


def join_tags(tags: Object, others: Object) -> None:
    """Put the tags of another part behind those that are there, in the same document."""
    document = tags.K[0]
    for child in others.K[0].K:
        child.P = document
        document.K.append(child)
    tags.ParentTree.Nums.extend(others.ParentTree.Nums)
    if Name.IDTree in others:
        known = tags.IDTree.Names if Name.IDTree in tags else ()
        tags.IDTree = make_name_tree([*known, *others.IDTree.Names])


def join_anchors(report: Pdf, others: Object) -> None:
    """Add the anchors of another part to those that are there."""
    if Name.Names not in report.Root:
        report.Root.Names = Dictionary()
    report.Root.Names.Dests = make_name_tree([*anchors_of(report), *others])


def make_name_tree(entries: Sequence[Object]) -> Dictionary:
    """Return `entries`, names and what they name by turns, in the order that PDF looks them up."""
    named = dict(zip(map(bytes, entries[::2]), entries[1::2], strict=True))
    names = sorted(named)
    return Dictionary(Names=[part for name in names for part in (String(name), named[name])])


def anchors_of(pdf: Pdf) -> Array:
    """Return the anchors of `pdf`: names and places by turns."""
    names = pdf.Root.get(Name.Names, Dictionary())
    return Array(names.Dests.Names if Name.Dests in names else ())


def print_around(page: Page, margin: Object) -> None:
    """Print `margin` below the text of `page`, as no part of the text.

    WeasyPrint lets the pages of a part share their resources, so each page gets its own.
    """
    resources = Dictionary({str(key): value for key, value in page.resources.items()})
    pictures = page.resources.get("/XObject")
    own = Dictionary({str(key): value for key, value in pictures.items()} if pictures else {})
    own[MARGIN] = margin
    resources.XObject = own
    page.obj.Resources = resources
    page.contents_add(BELOW_THE_TEXT, prepend=True)
