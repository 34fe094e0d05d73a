"""Binds the coordinator's texts to the figures: no number in them is typed by hand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.aggregate.indicators import Indicator
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.text_files import missing_texts
from flows.programme.texts import Section, Text
from flows.render.claims import CLAIM, STRAY_MARK, UnknownClaimError, judge_claim
from flows.render.figures import Figure
from flows.render.markdown import escape_markdown, plain_text, render_markdown
from flows.render.notation import Notation
from flows.render.paragraphs import Paragraph, blank, split_paragraphs
from flows.render.placeholders import (
    NoValueError,
    Replacements,
    UnknownPlaceholderError,
    make_replacements,
)
from flows.render.typed_number_checks import (
    JudgedNumber,
    judge_number_words,
    judge_typed_numbers,
)

PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")
STRAY_BRACES = re.compile(r"\{\{|\}\}")
MARK = "\0"
CITED = re.compile(rf"{MARK}([\d,]+){MARK}")
"""Where the evidence of a figure is to be linked, until it is known whether it is."""

LONGEST_NAME_CHARACTERS = 80
SUMMARY_SECTIONS = (Section.PURPOSE, Section.RESULTS, Section.APPROACH)
"""The funder's three sections, which the portal's form limits."""

CHAPTER_LEVEL, SECTION_LEVEL = 2, 3
"""The level of a chapter's heading, and of a section's in the summary."""


@dataclass(frozen=True, slots=True)
class BoundText:
    """One text with its figures in place: `html` for the report, `plain` for the portal's form.

    `characters` counts `plain` as the form does. `figures` stand in `html`, each followed by
    the number of its evidence.
    """

    section: Section
    language: Language
    html: str
    plain: str
    characters: int
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class BoundParagraph:
    """One paragraph of Markdown: in plain `words`, and `cited` with links to its evidence."""

    words: str
    cited: str
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]


def bind_texts(
    texts: tuple[Text, ...],
    programme: Programme,
    indicators: Iterable[Indicator],
    languages: Iterable[Language],
) -> tuple[tuple[BoundText, ...], tuple[Problem, ...]]:
    """Return the texts in `languages`, bound, and what is wrong with them, sorted by place."""
    figures = tuple(indicators)
    bound: list[BoundText] = []
    problems: list[Problem] = []
    for language in languages:
        replacements = make_replacements(programme, figures, Notation(language))
        problems += missing_texts(texts, language)
        for text in sorted(texts, key=lambda text: text.file):
            if text.language is language:
                bound_text, found = bind_text(text, replacements)
                bound.append(bound_text)
                problems += [*found, *check_length(bound_text, text, programme)]
    return tuple(bound), tuple(sorted(problems))


def bind_text(text: Text, replacements: Replacements) -> tuple[BoundText, tuple[Problem, ...]]:
    """Return `text` bound. What cannot be replaced stays in square brackets, to be seen."""
    paragraphs = [bind_paragraph(paragraph, replacements) for paragraph in split_paragraphs(text)]
    plain = plain_text("\n".join(bound.words for bound in paragraphs), text.language)
    html = render_markdown(
        "\n".join(bound.cited for bound in paragraphs),
        text.language,
        SECTION_LEVEL if text.section in SUMMARY_SECTIONS else CHAPTER_LEVEL,
    )
    figures = tuple(figure for bound in paragraphs for figure in bound.figures)
    problems = tuple(found for bound in paragraphs for found in bound.problems)
    return BoundText(text.section, text.language, html, plain, len(plain), figures), problems


def bind_paragraph(paragraph: Paragraph, replacements: Replacements) -> BoundParagraph:
    """Return one paragraph with its placeholders and claims replaced, and what was wrong.

    A number typed by hand that is the figure it names has that figure's evidence behind it.
    """
    claimed = CLAIM.sub(leave_words, paragraph.text)
    prose = PLACEHOLDER.sub(lambda found: blank(found[0]), claimed)
    typed = tuple(judge_typed_numbers(prose, paragraph, replacements))
    problems = [
        *check_marks(claimed, prose, paragraph),
        *(number.problem for number in typed),
        *judge_number_words(prose, paragraph, replacements),
    ]

    def unmark(found: re.Match[str]) -> str:
        place = paragraph.place_at(supported, found.start())
        words, wrong = bind_claim(found[1], found[2], place, replacements)
        problems.extend(wrong)
        return words

    places = (paragraph.place_at(claimed, found.start()) for found in PLACEHOLDER.finditer(claimed))

    def replace(found: re.Match[str]) -> str:
        words, wrong = bind_placeholder(found[1], next(places), replacements)
        problems.extend(wrong)
        return words

    supported = support_typed_numbers(paragraph.text, typed, replacements)
    bound = PLACEHOLDER.sub(replace, CLAIM.sub(unmark, supported))
    return BoundParagraph(
        words=CITED.sub("", bound),
        cited=CITED.sub(lambda found: link_evidence(supported_by(found[1])), bound),
        figures=tuple(supported_by(found[1]) for found in CITED.finditer(bound)),
        problems=tuple(problems),
    )


def leave_words(claim: re.Match[str]) -> str:
    """Return the words of a claim where they stand, with blanks for its mark."""
    return f" {claim[1]}{blank(claim[0][len(claim[1]) + 1 :])}"


def support_typed_numbers(
    text: str, typed: Sequence[JudgedNumber], replacements: Replacements
) -> str:
    """Return `text` with the evidence of each typed number that is the figure it names."""
    for number in reversed(typed):
        if number.figure:
            before, after = text[: number.end], text[number.end :]
            text = mark_evidence(before, replacements.cite("", number.figure)) + after
    return text


def check_marks(claimed: str, prose: str, paragraph: Paragraph) -> Iterator[Problem]:
    """Yield the marks that are not closed: of claims, and of placeholders in what is left then."""
    for code, stray, text in (
        ("claim-unclosed", STRAY_MARK, claimed),
        ("placeholder-unclosed", STRAY_BRACES, prose),
    ):
        places = (paragraph.place_at(text, found.start()) for found in stray.finditer(text))
        yield from (problem(code, place) for place in dict.fromkeys(places))


def bind_claim(
    words: str, mark: str, place: Place, replacements: Replacements
) -> tuple[str, tuple[Problem, ...]]:
    """Return a claim's words with its evidence, and what is wrong with it."""
    name = " ".join(mark.split())[:LONGEST_NAME_CHARACTERS]
    try:
        judged = judge_claim(mark, replacements)
    except (UnknownClaimError, UnknownPlaceholderError):
        return words, (problem("claim-unknown", place, mark=name),)
    except NoValueError:
        return words, (problem("claim-without-value", place, mark=name),)
    wrong = () if judged.holds else (problem("claim-contradicted", place, mark=name),)
    return mark_evidence(words, judged.support), wrong


def bind_placeholder(
    placeholder: str, place: Place, replacements: Replacements
) -> tuple[str, tuple[Problem, ...]]:
    """Return the words for a placeholder with their evidence, and what is wrong with it."""
    name = " ".join(placeholder.split())[:LONGEST_NAME_CHARACTERS]
    unbound = escape_markdown(f"[{name}]")
    try:
        figure = replacements.figure_for(name)
    except UnknownPlaceholderError:
        nearest = replacements.nearest(name)
        return unbound, (problem("placeholder-unknown", place, name=name, nearest=nearest),)
    except NoValueError:
        return unbound, (problem("placeholder-without-value", place, name=name),)
    return mark_evidence(escape_markdown(figure.words), figure), ()


def mark_evidence(words: str, figure: Figure) -> str:
    """Return `words` with the numbers of the figure's evidence behind them, to be linked."""
    return f"{words}{MARK}{','.join(map(str, figure.evidence))}{MARK}" if figure.evidence else words


def supported_by(numbers: str) -> Figure:
    """Return a figure without words that rests on evidence `numbers`."""
    return Figure("", tuple(map(int, numbers.split(","))))


def link_evidence(figure: Figure) -> str:
    """Return the evidence of `figure` as Markdown's links, "" where it needs none."""
    return " ".join(f"[{citation.text}](#{citation.anchor})" for citation in figure.citations)


def check_length(bound: BoundText, text: Text, programme: Programme) -> tuple[Problem, ...]:
    """Return a problem where a section of the summary is longer than the funder's form takes."""
    limit = programme.profile.summary_limit_characters
    if text.section not in SUMMARY_SECTIONS or bound.characters <= limit:
        return ()
    return (problem("text-too-long", Place(text.file), count=bound.characters, limit=limit),)
