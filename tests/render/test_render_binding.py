"""How the parts of a report become one file, read back as a screen reader and a viewer would."""

import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from flows.render.headings import Chapter
from flows.render.page_starts import Start, find_starts
from flows.render.parts import typeset_in_turn
from flows.render.pdf import PARTS, divide, render_pdf
from flows.render.pdf_finishing.bindable import lead_outside
from tests.render.report_drawing import EMPTY, YEAR, draw_report, with_quotes
from tests.tag_tree import read_content, read_tags


@pytest.fixture(scope="module")
def bound():
    """Return a draft whose parts were set and bound, with its tags."""
    return read_tags(render_pdf(draw_report()))


def names_in(tree: pikepdf.Object) -> list[bytes]:
    """Return the names of a name tree in the order in which they stand."""
    return [bytes(name) for name in list(tree.Names)[::2]]


def test_every_chapter_stands_in_one_part_and_in_its_order():
    """Nothing of the report is left out of the PDF, and nothing is in it twice."""
    chapters = [chapter.value for part in PARTS for chapter in part]

    assert chapters == [heading.anchor for heading in draw_report().contents]


def test_a_link_to_another_part_is_marked_and_others_stay():
    """A part knows its own anchors; where the others are is known when all are bound."""
    html = '<p id="a"><a href="#a">1</a> <a href="#b">2</a> <a href="https://c.se/#b">3</a></p>'

    assert lead_outside(html) == (
        '<p id="a"><a href="#a">1</a> <a href="elsewhere:b">2</a>'
        ' <a href="https://c.se/#b">3</a></p>'
    )


def test_every_link_leads_to_an_anchor_that_is_there(bound):
    """Also from the contents to a chapter, and from a chart to its table in the appendix."""
    anchors = set(names_in(bound.file.Root.Names.Dests))
    links = [
        link for page in bound.file.pages for link in page.obj.get("/Annots", ()) if "/Dest" in link
    ]

    assert len(links) > len(PARTS)
    assert {bytes(link.Dest) for link in links} <= anchors


def test_names_stand_in_the_order_in_which_they_are_looked_up(bound):
    """Anchors and identifiers of tags: a viewer searches them by halves, and none is twice."""
    for tree in (bound.file.Root.Names.Dests, bound.file.Root.StructTreeRoot.IDTree):
        assert all(one < other for one, other in pairwise(names_in(tree)))


def test_no_piece_of_a_page_is_lost_to_the_tags_or_told_of_twice(bound):
    """Every numbered piece of text on every page has its one place in the reading order."""
    told = list(bound.document.pieces())
    printed = {
        (number, piece.number)
        for number, page in enumerate(bound.file.pages)
        for piece in read_content(page)
        if piece.number is not None
    }

    assert len(told) == len(set(told))
    assert set(told) == printed


def test_the_row_of_numbers_finds_the_tags_of_each_page_and_link(bound):
    """No part's numbers are another's: keys rise, and each page has its own."""
    keys = [int(key) for key in list(bound.file.Root.StructTreeRoot.ParentTree.Nums)[::2]]
    pages = [int(page.obj.StructParents) for page in bound.file.pages]

    assert all(one < other for one, other in pairwise(keys))
    assert len(set(pages)) == len(pages)
    assert set(pages) <= set(keys)


def test_what_runs_along_the_edges_is_no_part_of_the_text(bound):
    """Chapter, title and page number are printed on every page but the cover, and read on none."""
    for page in list(bound.file.pages)[1:]:
        first = next(read_content(page))

        assert (first.tag, first.number) == ("Artifact", None)
        assert "/Margin" in page.resources.XObject


def test_parts_set_one_by_one_in_any_order_make_the_same_file():
    """However many hands the press has, the bytes are the same."""

    def typeset_backwards(parts):
        return reversed([next(typeset_in_turn([part])) for part in reversed(parts)])

    report = draw_report()

    assert render_pdf(report, typeset=typeset_backwards) == render_pdf(report)


def test_a_table_of_contents_of_two_pages_moves_every_number(bound, monkeypatch):
    """The page numbers are set for the usual front and set again where it is longer."""
    monkeypatch.setattr("flows.render.pdf.USUAL_FRONT_PAGES", 7)

    again = pikepdf.open(io.BytesIO(render_pdf(draw_report())))

    assert len(again.pages) == len(bound.file.pages)


FULL = draw_report(with_quotes(YEAR, "Bra!"))
UNPAIRED = replace(FULL.before_and_after, spreads=(), charts=(), tables=(), sessions=None)
CHANGE_AND_AFTER = (Chapter.BEFORE_AND_AFTER, Chapter.CHANGE_PROJECTS, Chapter.VOICES)


@pytest.mark.parametrize(
    ("report", "part_count"),
    [
        (FULL, 7),
        (replace(FULL, before_and_after=UNPAIRED), 6),
        (draw_report(YEAR), 6),
        (draw_report(EMPTY), 4),
    ],
    ids=["everything", "nothing asked twice", "no quotes", "nothing at all"],
)
def test_a_chapter_that_may_follow_on_a_page_is_set_with_what_it_follows(report, part_count):
    """Each part begins a page; a chapter of a few lines need not."""
    parts = divide(report)

    assert len(parts) == part_count
    assert [each for part in parts for each in part] == list(Chapter)
    assert all(find_starts(report)[part[0]] is Start.PAGE for part in parts)


def test_no_chapter_of_a_line_stands_alone_on_a_page():
    """Between two long chapters it goes on below the first, and the second below it."""
    starts = find_starts(replace(FULL, before_and_after=UNPAIRED))

    assert [starts[chapter] for chapter in (Chapter.EVALUATIONS, *CHANGE_AND_AFTER)] == [
        *(Start.PAGE, Start.WHOLE, Start.FLOWING, Start.PAGE),
    ]
