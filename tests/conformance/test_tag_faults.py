"""The look at the tag tree finds what it looks for."""

import pytest

from flows.render import typesetting
from flows.render.parts import Part
from flows.render.typesetting import typeset
from tests.conformance.tag_faults import find_tag_faults

PAGE = """
<html lang="en"><head><title>T</title>
<style>@page { @top-left { content: "Head" } }</style></head><body><h1 id="top">T</h1>
<p><a href="#top">To the top</a></p>
<table><thead>
<tr><th rowspan="2">Group</th><th colspan="2">2016</th></tr><tr><th>women</th><th>men</th></tr>
</thead><tbody><tr><th scope="row">A</th><td>1</td><td>2</td></tr></tbody></table>
<div style="break-before: page; padding-top: 860px"><svg xmlns="http://www.w3.org/2000/svg"
role="img" width="100" height="40"><title>Two of the three were there</title>
<rect width="9" height="9"/></svg></div><div></div><p>End</p>
</body></html>
"""


def test_a_page_that_is_mended_has_no_faults():
    """Spans in tables, links, figures and running headers, all at once."""
    assert list(find_tag_faults(typeset(Part(1, PAGE)).pdf, PAGE)) == []


@pytest.mark.parametrize(
    "fault",
    [
        "has content that is in no tag",
        "has no running header marked",
        "a link is described as “top”",
        "the cell “1” has the headers",
        "a figure on page 2 has the box",
        "an empty",
    ],
)
def test_each_fault_of_a_page_that_is_not_mended_is_found(fault, monkeypatch):
    """What WeasyPrint writes by itself has every fault that is looked for."""
    monkeypatch.setattr(typesetting, "mend_tags", lambda *_: None)

    faults = list(find_tag_faults(typeset(Part(1, PAGE)).pdf, PAGE))

    assert any(fault in found for found in faults), faults


def test_words_in_another_order_are_found():
    """A page whose words stand in another order than the tags is not what was made."""
    moved = PAGE.replace("<p>End</p>", "").replace("<h1", "<p>End</p><h1")

    (fault,) = find_tag_faults(typeset(Part(1, PAGE)).pdf, moved)

    assert fault.startswith("the tags say")
