"""What is wrong in the layout of a PDF, seen from the boxes of its words as poppler reads them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

POINTS_PER_MM = 72 / 25.4
LEFT, RIGHT = 23 * POINTS_PER_MM, (210 - 22) * POINTS_PER_MM
TOP, BOTTOM = 27 * POINTS_PER_MM, (297 - 24) * POINTS_PER_MM
LEEWAY = 1.5
"""Points: a letter may lean out of its box."""

FEWEST_LINES = 3
MOST_OVERLAP_SHARE = 0.35
TALLEST = 45
"""Points: only the letters of the watermark, which stand across the page, fill taller boxes."""

PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: "Word") -> bool:
        """Tell whether the two stand on each other, by more than their letters need."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(area(self), area(other))
        return width > 0 and height > 0 and width * height > MOST_OVERLAP_SHARE * smaller


def area(word: Word) -> float:
    """Return how large a word's box is."""
    return (word.right - word.left) * (word.bottom - word.top)


def read_words(pdf: Path) -> list[list[Word]]:
    """Return the words of each page, without the watermark."""
    said = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"],  # noqa: S607  # wherever the system has it
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    pages = [
        [Word(*map(float, box), unescape(text)) for *box, text in WORD.findall(page)]
        for page in PAGE.findall(said)
    ]
    return [[word for word in words if word.bottom - word.top < TALLEST] for words in pages]


def find_layout_faults(pdf: Path) -> Iterator[str]:
    """Yield what sticks out, overlaps or stands alone, a sentence each."""
    pages = read_words(pdf)
    for number, words in enumerate(pages[1:], 2):
        inside = [word for word in words if word.top > TOP - LEEWAY and word.bottom < BOTTOM + 8]
        running = [word for word in words if word not in inside]
        for word in inside:
            if word.left < LEFT - LEEWAY or word.right > RIGHT + LEEWAY:
                yield f"page {number}: “{word.text}” sticks out of the margins"
        if any(word.left < LEFT - LEEWAY or word.right > RIGHT + LEEWAY for word in running):
            yield f"page {number}: the running header or footer sticks out"
        yield from find_overlaps(number, words)
        lines = {round(word.bottom) for word in inside}
        if len(lines) < FEWEST_LINES:
            yield f"page {number}: {len(lines)} lines stand alone"


def find_overlaps(number: int, words: list[Word]) -> Iterator[str]:
    """Yield the pairs of words of a page that stand on each other."""
    ordered = sorted(words, key=lambda word: word.top)
    for position, word in enumerate(ordered):
        for other in ordered[position + 1 :]:
            if other.top > word.bottom:
                break
            if word.overlaps(other):
                yield f"page {number}: “{word.text}” and “{other.text}” stand on each other"
