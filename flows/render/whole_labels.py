"""Lets WeasyPrint set each label of a chart as a whole, not letter by letter.

WeasyPrint 70 makes a Pango layout for every letter of an SVG's text, for a letter could have a
place of its own. None of ours has; set as a whole the letters are kerned, and the charts take
half the time. The names below are WeasyPrint's own and not promised to stay, which is one more
reason why its version is pinned; where they are gone, so is the need.

Source: https://github.com/Kozea/WeasyPrint/issues/2249
"""

from collections.abc import Iterator
from typing import Any

import weasyprint.svg as svg_drawing


class Whole(str):
    """A text that is one letter to whoever takes it letter by letter."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        """Yield the whole text, once."""
        yield str(self)


def draw_labels_whole() -> None:
    """Let every text of an SVG be drawn as a whole, from now on."""
    letter_by_letter = svg_drawing.text

    def draw_whole(svg: Any, node: Any, font_size: float) -> None:  # noqa: ANN401  # no types
        if node.text and not node.get("letter-spacing"):
            node._etree_node.text = Whole(node.text)  # noqa: SLF001  # its only way to be set
        letter_by_letter(svg, node, font_size)

    svg_drawing.text = draw_whole
    for tag, draw in svg_drawing.TAGS.items():
        if draw is letter_by_letter:
            svg_drawing.TAGS[tag] = draw_whole
