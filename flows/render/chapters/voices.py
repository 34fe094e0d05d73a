"""The participants' voices: only what a person approved for printing, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.aggregate.approved_words import approved_voices
from flows.programme.headers import display
from flows.programme.indicator_names import Measure
from flows.programme.languages import Language
from flows.programme.texts import Section
from flows.render.figure_names import quote
from flows.render.figures import Citation, Figure, cite
from flows.render.headings import Heading
from flows.render.material import Material


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Quotes in answer to one question; `question` is empty where it is not known."""

    question: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The chapter of quotes; `comments` is how many comments they were chosen from.

    They are printed as they were written, in `language`: the programme's own.
    """

    heading: Heading
    prose: str
    language: Language
    groups: tuple[QuoteGroup, ...]
    quotes: Figure
    comments: Figure

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The evidence of the two numbers."""
        return cite((self.quotes, self.comments))


def make_voices(material: Material, heading: Heading) -> Voices:
    """Return the approved quotes by the question that they answer, questions in their order.

    Approved titles and descriptions of change projects stand in their own chapter.
    """
    voices = [display(approved.text) for approved in approved_voices(material.dataset)]
    return Voices(
        heading,
        material.prose(Section.VOICES),
        material.programme.project.language,
        tuple(group_quotes(material, voices)),
        material.words(Measure.QUOTES),
        material.words(Measure.COMMENTS),
    )


def group_quotes(material: Material, voices: list[str]) -> Iterator[QuoteGroup]:
    """Yield the quotes under their questions; each is a comment or a passage of one."""
    comments = [(display(comment.text), comment.item_id) for comment in material.dataset.comments]
    items = {
        words: next((item_id for text, item_id in comments if words in text), "")
        for words in voices
    }
    questions = {
        item.item_id: material.notation.choose(item.wording) for item in material.programme.items
    }
    language = material.programme.project.language
    for item_id, question in (questions | {"": ""}).items():
        quotes = tuple(quote(words, language) for words, found in items.items() if found == item_id)
        if quotes:
            yield QuoteGroup(question, quotes)
