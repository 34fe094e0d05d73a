"""Numbers in words, such as "tretton deltagare", from two to ninety-nine."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import Measure
from flows.programme.places import Place
from flows.programme.text_vocabulary import ALL_OF_THEM, NUMBER_WORDS
from flows.programme.vocabularies import COUNTED_NOUNS
from flows.render.paragraphs import Paragraph

FOUND = tuple(
    (
        measure,
        re.compile(
            rf"(?<![\w-])(?:(?P<all>{ALL_OF_THEM})\s+)?"
            rf"(?P<word>{'|'.join(NUMBER_WORDS)})[\s*_]+(?:{nouns})\b",
            re.IGNORECASE,
        ),
    )
    for measure, nouns in COUNTED_NOUNS
)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words with the measure that the noun after it names, and its line.

    `is_all` tells that the text speaks of all of them.
    """

    words: str
    number: int
    counted: Measure
    is_all: bool
    place: Place


def find_number_words(prose: str, paragraph: Paragraph) -> Iterator[NumberWord]:
    """Yield the numbers in words in `prose` that stand beside a noun which names a figure."""
    for measure, pattern in FOUND:
        for found in pattern.finditer(prose):
            yield NumberWord(
                " ".join(found[0].split()),
                NUMBER_WORDS[found["word"].lower()],
                measure,
                bool(found["all"]),
                paragraph.place_at(prose, found.start("word")),
            )
