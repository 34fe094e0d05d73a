"""Headers taken apart: the question that neighbouring columns share, and what is each one's own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby, takewhile

from flows.programme.headers import display

MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")


@dataclass(frozen=True, slots=True)
class HeaderPart:
    """The header of one column, taken apart as its tool puts headers together.

    `question` is what neighbouring columns share, `label` what is this column's own: an option,
    a row of a grid, or "" where the column answers the whole question in its own words.
    `names` are what else the column is called, `code` what the tool calls the question, and
    `header_row` is where it stands.
    """

    index: int
    question: str
    label: str = ""
    names: tuple[str, ...] = ()
    header_row: int = 0
    code: str = ""


def texts_of(part: HeaderPart) -> tuple[str, ...]:
    """Return everything that the column alone may be called."""
    return (part.label, part_header(part), *part.names)


def part_header(part: HeaderPart) -> str:
    """Return the header of the column alone, as a grid is written: "Question [Row]"."""
    return f"{part.question} [{part.label}]" if part.label else part.question


def split_shared(texts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the question with which all `texts` begin, and what is left of each.

    The question ends at a dash or a colon; where there is none, nothing is shared.
    """
    shared = common_beginning([text.strip() for text in texts])
    ends = list(re.finditer(r"\s*[-–—:]\s*", shared))
    if not ends:
        return "", tuple(texts)
    end = ends[-1]
    return shared[: end.start()], tuple(text.strip()[end.end() :] for text in texts)


def common_beginning(texts: Sequence[str]) -> str:
    """Return what all `texts` begin with, sign by sign."""
    first, last = min(texts), max(texts)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(sign for sign, _same in alike)


def plain_text(text: str) -> str:
    """Return a header without the markup that its tool exports: "<strong>", "&nbsp;"."""
    return display(unescape(MARKUP.sub("", text)))


def split_headers(
    headers: Iterable[tuple[int, str, str]], header_row: int = 0
) -> tuple[HeaderPart, ...]:
    """Return the parts of headers given as (index, code of their question, text).

    Neighbours with the same code are one question: its text is what their texts begin with.
    One alone may be the only row of a grid, and is also called what stands behind its dash.
    """
    parts: list[HeaderPart] = []
    for code, neighbours in groupby(headers, lambda header: header[1]):
        group = tuple(neighbours)
        question, labels = split_shared([text for _, _, text in group])
        if len(group) == 1 or not question:
            parts += (
                HeaderPart(index, text, "", names_behind(text), header_row)
                for index, _, text in group
            )
        else:
            parts += (
                HeaderPart(index, question, label, (text,), header_row, code)
                for (index, _, text), label in zip(group, labels, strict=True)
            )
    return tuple(parts)


def names_behind(text: str) -> tuple[str, ...]:
    """Return what stands behind the last dash or colon of a header, if it has one."""
    question, labels = split_shared([text])
    return tuple(label for label in labels if question and label)
