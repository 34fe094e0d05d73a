"""Binds the coordinator's texts to the figures: no number in them is typed by hand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.aggregate.indicators import Indicator
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.text_files import missing_texts
from flows.programme.texts import Section, Text
from flows.render.figures import Figure
from flows.render.markdown import escape_markdown, plain_text, render_markdown
from flows.render.notation import Notation
from flows.render.placeholders import (
    NoValueError,
    Replacements,
    UnknownPlaceholderError,
    make_replacements,
)

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
STRAY_BRACES = re.compile(r"\{\{|\}\}")
MARK = "\0"
CITED = re.compile(rf"{MARK}(\d+){MARK}")
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
class BoundLine:
    """One line of Markdown: in plain `words`, and `cited` with links to its evidence."""

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
    lines = [
        bind_line(line, Place(text.file, line=number), replacements)
        for number, line in enumerate(text.body.split("\n"), 1)
    ]
    plain = plain_text("\n".join(line.words for line in lines), text.language)
    html = render_markdown(
        "\n".join(line.cited for line in lines),
        text.language,
        SECTION_LEVEL if text.section in SUMMARY_SECTIONS else CHAPTER_LEVEL,
    )
    figures = tuple(figure for line in lines for figure in line.figures)
    problems = tuple(found for line in lines for found in line.problems)
    return BoundText(text.section, text.language, html, plain, len(plain), figures), problems


def bind_line(line: str, place: Place, replacements: Replacements) -> BoundLine:
    """Return one line of Markdown with its placeholders replaced, and what was wrong."""
    figures: list[Figure] = []
    problems: list[Problem] = []

    def replace(found: re.Match[str]) -> str:
        name = " ".join(found[1].split())[:LONGEST_NAME_CHARACTERS]
        try:
            figure = replacements.figure_for(name)
        except UnknownPlaceholderError:
            nearest = replacements.nearest(name)
            problems.append(problem("placeholder-unknown", place, name=name, nearest=nearest))
        except NoValueError:
            problems.append(problem("placeholder-without-value", place, name=name))
        else:
            figures.append(figure)
            return f"{escape_markdown(figure.words)}{MARK}{len(figures) - 1}{MARK}"
        return escape_markdown(f"[{name}]")

    if STRAY_BRACES.search(PLACEHOLDER.sub("", line)):
        problems.append(problem("placeholder-unclosed", place))
    marked = PLACEHOLDER.sub(replace, line)
    return BoundLine(
        words=CITED.sub("", marked),
        cited=CITED.sub(lambda found: link_evidence(figures[int(found[1])]), marked),
        figures=tuple(figures),
        problems=tuple(problems),
    )


def link_evidence(figure: Figure) -> str:
    """Return the evidence of `figure` as Markdown's links, "" where it needs none."""
    return " ".join(f"[{citation.text}](#{citation.anchor})" for citation in figure.citations)


def check_length(bound: BoundText, text: Text, programme: Programme) -> tuple[Problem, ...]:
    """Return a problem where a section of the summary is longer than the funder's form takes."""
    limit = programme.profile.summary_limit_characters
    if text.section not in SUMMARY_SECTIONS or bound.characters <= limit:
        return ()
    return (problem("text-too-long", Place(text.file), count=bound.characters, limit=limit),)
