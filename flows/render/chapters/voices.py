"""The participants' voices: what they wrote about, and the words that a person approved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.aggregate.approved_words import approved_voices, find_origins
from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import ApprovedQuote
from flows.programme.indicator_names import Measure
from flows.programme.languages import Language
from flows.programme.texts import Section
from flows.render.chapters.voice_themes import ThemeChart, are_themes_suppressed, chart_themes
from flows.render.figure_names import quote
from flows.render.figures import Citation, Figure, cite
from flows.render.headings import Heading
from flows.render.material import Material


@dataclass(frozen=True, slots=True)
class VoiceGroup:
    """The answers to one question; `question` is empty where it is not known.

    `themes` are None where none are shown, be it that they are suppressed; quotes that stand
    beside a theme are not among the `quotes`.
    """

    question: str
    themes: ThemeChart | None
    are_themes_suppressed: bool
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The chapter of themes and quotes; `comments` is how many comments they were chosen from.

    Quotes are printed as they were written, in `language`: the programme's own. `has_quotes`
    tells whether there are any.
    """

    heading: Heading
    prose: str
    language: Language
    groups: tuple[VoiceGroup, ...]
    has_quotes: bool
    quotes: Figure
    comments: Figure

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The evidence of the two numbers."""
        return cite((self.quotes, self.comments))


def make_voices(material: Material, heading: Heading) -> Voices:
    """Return themes and approved quotes by the question that they answer, in their order.

    Approved titles and descriptions of change projects stand in their own chapter.
    """
    approved = approved_voices(material.dataset)
    return Voices(
        heading,
        material.prose(Section.VOICES),
        material.programme.project.language,
        tuple(group_voices(material, approved)),
        bool(approved),
        material.words(Measure.QUOTES),
        material.words(Measure.COMMENTS),
    )


def group_voices(material: Material, approved: Sequence[ApprovedQuote]) -> Iterator[VoiceGroup]:
    """Yield each question with themes or quotes; a quote is a comment or a passage of one.

    A quote stands beside the first theme of its comment, where the themes may be shown.
    """
    origins = find_origins(approved, material.dataset.comments)
    themes = {
        identify_comment(coded.comment.item_id, coded.comment.text): coded.first.keys
        for coded in material.dataset.coding.comments
    }
    questions = {
        item.item_id: material.notation.choose(item.wording) for item in material.programme.items
    }
    language = material.programme.project.language
    for item_id, question in (questions | {"": ""}).items():
        is_suppressed = are_themes_suppressed(material, item_id)
        beside: dict[str, list[str]] = defaultdict(list)
        apart: list[str] = []
        for words, origin in origins.items():
            if (origin.item_id if origin else "") != item_id:
                continue
            keys = themes.get(identify_comment(item_id, origin.text), ()) if origin else ()
            place = beside[keys[0]] if keys and not is_suppressed else apart
            place.append(quote(words, language))
        chart = chart_themes(material, item_id, beside)
        if chart or apart or is_suppressed:
            yield VoiceGroup(question, chart, is_suppressed, tuple(apart))
