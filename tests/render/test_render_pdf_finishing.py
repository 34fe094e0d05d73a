"""What a reader with a screen reader meets in the PDF, which veraPDF does not look at."""

import re
from datetime import date

import pytest

from flows.render.attached_files import AttachedFile, Relationship
from flows.render.parts import Part
from flows.render.typesetting import typeset
from tests.tag_tree import read_content, read_tags

PAGE = """
<html lang="en"><head><title>T</title><style>
@page {{ size: 400pt 300pt; margin: 50pt; @top-left {{ content: "Head" }}
  @bottom-right {{ content: counter(page) }} }}
body {{ font: 10pt "Source Sans 3"; margin: 6pt }}
</style></head><body><h1 id="top">T</h1>{body}</body></html>
"""
CELL = re.compile(r"<t[hd]\b[^>]*>([^<]+)")
PICTURE = (
    '<figure style="margin: 0"><svg xmlns="http://www.w3.org/2000/svg" role="img" width="100" '
    'height="40" style="display: block"><title>Two of three</title>'
    '<rect width="100" height="40"/></svg></figure>'
)


def tags_of(body: str):
    """Return the PDF of a page with `body`, read back."""
    return read_tags(typeset(Part(1, PAGE.format(body=body))).pdf)


TABLES = {
    "a head of one row": (
        """
        <thead><tr><th scope=col>Group<th scope=col>2016<th scope=col>2017</tr></thead>
        <tbody><tr><th scope=row>A<td>1<td>2</tr><tr><th scope=row>B<td>3<td>4</tr></tbody>
        """,
        {
            "1": ["A", "2016"],
            "2": ["A", "2017"],
            "3": ["B", "2016"],
            "4": ["B", "2017"],
        },
    ),
    "cells that span in the head": (
        """
        <thead><tr><th scope=col rowspan=2>Group<th scope=col colspan=2>2016</tr>
        <tr><th scope=col>women<th scope=col>men</tr></thead>
        <tbody><tr><th scope=row>A<td>1<td>2</tr></tbody>
        """,
        {"1": ["2016", "A", "women"], "2": ["2016", "A", "men"]},
    ),
    "a row header for two rows": (
        """
        <thead><tr><th scope=col>Group<th scope=col>Item<th scope=col>n</tr></thead>
        <tbody><tr><th scope=row rowspan=2>A<td>x<td>1</tr><tr><td>y<td>2</tr></tbody>
        """,
        {"x": ["A", "Item"], "1": ["A", "n"], "y": ["A", "Item"], "2": ["A", "n"]},
    ),
    "no head": (
        "<tbody><tr><th scope=row>Funder<td>V</tr><tr><th scope=row>Grant<td>9</tr></tbody>",
        {"V": ["Funder"], "9": ["Grant"]},
    ),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES)
def test_a_data_cell_has_the_headers_above_and_before_it(table, expected):
    """Also where header cells span: a screen reader says them before the cell."""
    pdf = tags_of(f"<table>{table}</table>")
    words = words_of_cells(table)
    cells = list(pdf.document.all("TH", "TD"))
    texts = dict(zip(map(id, cells), words, strict=True))
    names = {str(cell.attributes["/ID"]): texts[id(cell)] for cell in cells if cell.kind == "TH"}

    read = {
        texts[id(cell)]: sorted(names[str(header)] for header in cell.attributes["/Headers"])
        for cell in cells
        if cell.kind == "TD"
    }

    assert read == {cell: sorted(headers) for cell, headers in expected.items()}


def words_of_cells(table: str) -> list[str]:
    """Return the words of each cell, in the order of the table."""
    return [words.strip() for words in CELL.findall(table)]


def test_header_cells_say_what_they_are_headers_of():
    """A head's cells are of columns, the others of rows, and all are in the index of names."""
    table, _expected = TABLES["a head of one row"]
    pdf = tags_of(f"<table>{table}</table>")
    headers = list(pdf.document.all("TH"))
    index = pdf.file.Root.StructTreeRoot.IDTree.Names

    assert [str(header.attributes["/Scope"]) for header in headers] == [
        *["/Column"] * 3,
        *["/Row"] * 2,
    ]
    assert sorted(str(header.attributes["/ID"]) for header in headers) == list(map(str, index[::2]))


def test_running_headers_are_artifacts():
    """What stands on every page is read on none; all else on the page is in the tag tree."""
    pdf = tags_of("<p>Text</p>")
    content = list(read_content(pdf.file.pages[0]))
    in_tree = {number for _page, number in pdf.document.pieces()}

    assert [piece.subtype for piece in content if piece.tag == "Artifact" and piece.subtype] == [
        "Header",
        "Footer",
    ]
    assert {piece.number for piece in content if piece.number is not None} == in_tree
    assert [piece for piece in content if not piece.tag and piece.text_operators] == []


def test_a_figure_stands_where_its_box_says():
    """In points from the page's lower left corner, with its text."""
    (figure,) = tags_of(PICTURE).document.all("Figure")

    left, bottom, right, top = figure.box
    assert figure.alternative == "Two of three"
    assert (left, right - left, top - bottom) == pytest.approx((56, 75, 30))
    assert 150 < bottom < 250


def test_links_are_described_by_their_words():
    """A reader who goes from link to link hears where each one leads."""
    pdf = tags_of('<p><a href="#top">To &amp; fro</a> <a href="https://a.example/">A page</a></p>')

    read = [str(link.annotations[0].Contents) for link in pdf.document.all("Link")]

    assert read == ["To & fro", "A page"]


def test_the_table_of_contents_is_tagged_as_one():
    """Each entry is a reference with its link and its page; another list stays a list."""
    pdf = tags_of(
        '<nav class="contents"><ol style="list-style: none">'
        '<li><a href="#top">T</a></li></ol></nav>'
        "<ul><li>Not a chapter</li></ul>"
    )
    (contents,) = pdf.document.all("TOC")

    assert [tag.kind for tag in contents.all()] == ["TOCI", "Reference", "Link"]
    assert [tag.kind for tag in pdf.document.all("L", "LI")] == ["L", "LI"]


def test_a_list_with_other_links_is_no_table_of_contents():
    """Only where all of its links are entries of the contents."""
    pdf = tags_of(
        '<nav class="contents"><p><a href="#top">T</a></p></nav>'
        '<ul><li><a href="#top">T</a></li><li><a href="https://a.example/">A</a></li></ul>'
    )

    assert list(pdf.document.all("TOC")) == []


def test_quotes_are_read_in_their_language():
    """A Swedish quote in an English report is read by a Swedish voice."""
    pdf = tags_of('<blockquote lang="sv"><p>Bra!</p></blockquote><p>Good.</p>')

    assert [quote.language for quote in pdf.document.all("BlockQuote")] == ["sv"]
    assert {tag.language for tag in pdf.document.all("P")} == {""}


def test_no_tag_is_empty():
    """Only cells and figures may hold nothing, since their place and their text count."""
    pdf = tags_of("<div></div><p> </p><section><div><span></span></div></section><p>x</p>")

    empty = [tag.kind for tag in pdf.document.all() if not list(tag.pieces())]

    assert empty == []


def test_attached_files_are_associated_once_and_by_name():
    """Each is named once, in the order of names, and dated like the report."""
    files = tuple(
        AttachedFile(name, b"{}", f"About {name}", Relationship.DATA, date(2017, 2, 24))
        for name in ("b.json", "a.json")
    )
    pdf = read_tags(typeset(Part(1, PAGE.format(body="<p>x</p>"), attached=files)).pdf)
    catalog = pdf.file.Root
    names = catalog.Names.EmbeddedFiles.Names
    specification = names[1]

    assert list(map(str, names[::2])) == ["a.json", "b.json"]
    assert [str(file.UF) for file in catalog.AF] == ["a.json", "b.json"]
    assert str(specification.AFRelationship) == "/Data"
    assert str(specification.Desc) == "About a.json"
    assert str(specification.EF.F.Params.ModDate) == "D:20170224000000Z"
    assert specification.EF.F.read_bytes() == b"{}"


def test_pages_are_labelled_as_they_are_numbered():
    """A viewer that is asked for page 3 shows the page on which 3 is printed."""
    pdf = tags_of("<p>x</p>")
    labels = pdf.file.Root.PageLabels.Nums

    assert (int(labels[0]), str(labels[1].S)) == (0, "/D")
