"""The participants' voices: only what a person approved for printing, word by word."""

from dataclasses import dataclass

from flows.programme.headers import normalise
from flows.programme.indicator_names import Measure
from flows.programme.texts import Section
from flows.render.figure_names import quote
from flows.render.headings import Heading
from flows.render.material import Material


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Quotes in answer to one question; `question` is empty where it is not known."""

    question: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The chapter of quotes; `comments` is how many comments they were chosen from."""

    heading: Heading
    prose: str
    groups: tuple[QuoteGroup, ...]
    quotes: str
    comments: str


def make_voices(material: Material, heading: Heading) -> Voices:
    """Return the approved quotes by the question that they answer, questions in their order."""
    questions = {normalise(comment.text): comment.item_id for comment in material.dataset.comments}
    project_texts = {
        normalise(text)
        for project in material.dataset.change_projects
        for text in (project.title, project.description)
    }
    voices = [
        approved
        for approved in material.dataset.quotes
        if normalise(approved.text) not in project_texts
    ]
    groups = []
    wordings = {
        item.item_id: material.notation.choose(item.wording) for item in material.programme.items
    }
    for item_id in [*wordings, ""]:
        quotes = tuple(
            quote(approved.text.strip())
            for approved in voices
            if questions.get(normalise(approved.text), "") == item_id
        )
        if quotes:
            groups.append(QuoteGroup(wordings.get(item_id, ""), quotes))
    return Voices(
        heading,
        material.prose(Section.VOICES),
        tuple(groups),
        material.notation.number(len(voices)),
        material.words(Measure.COMMENTS),
    )
