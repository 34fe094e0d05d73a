"""The participants' voices: what they wrote about, and the words that a person approved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.aggregate.approved_words import approved_voices, find_origins
from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import ApprovedQuote
from flows.programme.indicator_names import Measure
from flows.programme.items import ItemKind
from flows.programme.languages import Language
from flows.programme.texts import Section
from flows.render.chapters.voice_themes import ThemeChart, are_themes_suppressed, chart_themes
from flows.render.figure_names import quote
from flows.render.figures import Citation, Figure, cite
from flows.render.headings import Heading
from flows.render.levels import name_level, sort_by_level
from flows.render.material import Material


@dataclass(frozen=True, slots=True)
class VoiceGroup:
    """The answers to one question; `question` is empty where it is not known.

    `level` is the heading of Kirkpatrick's level that begins with it, "" where none does.
    `themes` are None where none are shown, be it that they are suppressed; quotes that stand
    beside a theme are not among the `quotes`.
    """

    level: str
    question: str
    themes: ThemeChart | None
    are_themes_suppressed: bool
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The chapter of themes and quotes; `comments` is how many comments they were chosen from.

    Quotes are printed as they were written, in `language`: the programme's own. `has_quotes`
    tells whether there are any, `has_levels` whether the questions stand below levels.
    """

    heading: Heading
    prose: str
    language: Language
    groups: tuple[VoiceGroup, ...]
    has_levels: bool
    has_quotes: bool
    quotes: Figure
    comments: Figure

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The evidence of the two numbers."""
        return cite((self.quotes, self.comments))


def make_voices(material: Material, heading: Heading) -> Voices:
    """Return themes and approved quotes by the question that they answer, in order of level.

    Approved titles and descriptions of change projects stand in their own chapter.
    """
    approved = approved_voices(material.dataset)
    groups = tuple(group_voices(material, approved))
    return Voices(
        heading,
        material.prose(Section.VOICES),
        material.programme.project.language,
        groups,
        any(group.level for group in groups),
        bool(approved),
        material.words(Measure.QUOTES),
        material.words(Measure.COMMENTS),
    )


def group_voices(material: Material, approved: Sequence[ApprovedQuote]) -> Iterator[VoiceGroup]:
    """Yield each question with themes or quotes; a quote is a comment or a passage of one.

    Where any question in free text has one of Kirkpatrick's levels, they are ordered by it.
    A quote stands beside the first theme of its comment, where the themes may be shown.
    """
    origins = find_origins(approved, material.dataset.comments)
    themes = {
        identify_comment(coded.comment.item_id, coded.comment.text): coded.first.keys
        for coded in material.dataset.coding.comments
    }
    items = {item.item_id: item for item in sort_by_level(material.programme.items)}
    is_levelled = any(item.level for item in items.values() if item.kind is ItemKind.TEXT)
    passed: set[str] = set()
    language = material.programme.project.language
    for item_id in (*items, ""):
        item = items.get(item_id)
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
            level = name_level(item.level if item else None, material.notation)
            heading = level if is_levelled and level not in passed else ""
            passed.add(level)
            question = material.notation.choose(item.wording) if item else ""
            yield VoiceGroup(heading, question, chart, is_suppressed, tuple(apart))
