"""Paragraphs of a text, each with the line of the file that it begins on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.places import Place
from flows.programme.texts import Text

NEW_PARAGRAPH = re.compile(r"\s*$|\s*(?:[-*+]|\d+[.)])\s|\s{0,3}[#|]")
"""Lines that do not go on with the one before: empty ones, list items, headings, table rows."""
NO_LINE_END = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of a text that Markdown reads as one; `first` is the place of the first of them."""

    text: str
    first: Place

    def place_at(self, text: str, position: int) -> Place:
        """Return the line of the sign at `position` in `text`, this paragraph as it is now.

        What was replaced in it must have as many line ends as before.
        """
        return Place(self.first.file, line=self.first.line + text.count("\n", 0, position))


def split_paragraphs(text: Text) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text`, empty lines among them, so that joined they are the text."""
    lines: list[str] = []
    for number, line in enumerate(text.body.split("\n"), 1):
        if lines and (NEW_PARAGRAPH.match(line) or not lines[-1].strip()):
            yield make_paragraph(lines, text, number)
            lines = []
        lines.append(line)
    yield make_paragraph(lines, text, text.body.count("\n") + 2)


def make_paragraph(lines: list[str], text: Text, next_line: int) -> Paragraph:
    """Return `lines` as a paragraph; `next_line` is the number of the line after them."""
    return Paragraph("\n".join(lines), Place(text.file, line=next_line - len(lines)))


def blank(text: str) -> str:
    """Return spaces in place of `text`, and its line ends: what follows stays where it was."""
    return NO_LINE_END.sub(" ", text)
