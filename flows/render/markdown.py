"""Markdown: the coordinator's prose as HTML, and as the plain text of a portal's form."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from flows.programme.languages import QUOTATION_MARKS, Language

LAST_HEADING_LEVEL = 6
SINGLE_MARKS = str.maketrans("“”", "‘’")
EVIDENCE = re.compile(r"#E\d+")
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@cache
def parser(language: Language) -> MarkdownIt:
    """Return the parser: CommonMark with tables, without raw HTML, images and code.

    Straight quotation marks become those of `language`. In code, which a report has no use for
    and which every indented paragraph is, a figure could not lead to its evidence.
    """
    outer = "".join(QUOTATION_MARKS[language])
    inner = outer.translate(SINGLE_MARKS)
    options = {"html": False, "typographer": True, "quotes": outer + inner}
    markdown = MarkdownIt("commonmark", options)
    return markdown.enable(["table", "smartquotes", "replacements"]).disable(
        ["image", "code", "fence", "backticks"]
    )


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown prints it letter by letter."""
    return PUNCTUATION.sub(r"\\\1", text)


def render_markdown(body: str, language: Language, level_above: int) -> str:
    """Return `body` as HTML whose headings fit below a heading of `level_above`."""
    markdown = parser(language)
    tokens = markdown.parse(body)
    shift_headings(tokens, level_above)
    mark_evidence(tokens)
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    return html.strip()


def shift_headings(tokens: list[Token], level_above: int) -> None:
    """Let the first heading be one below `level_above` and no level be skipped on the way down.

    A skipped level is an error of accessibility (PDF/UA-1, 7.4.2).
    """
    level = level_above
    for token in tokens:
        if token.type == "heading_open":
            wanted = int(token.tag[1]) + level_above
            level = max(level_above + 1, min(wanted, level + 1, LAST_HEADING_LEVEL))
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"


def mark_evidence(tokens: list[Token]) -> None:
    """Let the number of a figure's evidence be told from other links: it stands raised."""
    for token in tokens:
        for part in token.children or ():
            if part.type == "link_open" and EVIDENCE.fullmatch(str(part.attrGet("href"))):
                part.attrSet("class", "evidence-number")


def plain_text(body: str, language: Language) -> str:
    """Return the words of `body`, paragraphs with an empty line between them."""
    paragraphs = (token for token in parser(language).parse(body) if token.type == "inline")
    return "\n\n".join(inline_text(token) for token in paragraphs)


def inline_text(paragraph: Token) -> str:
    """Return the words of one paragraph on one line."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(part.type, part.content) for part in paragraph.children or ())
