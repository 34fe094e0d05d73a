"""Parts: a report is set in type part by part, at the same time, and then bound.

A chapter begins on a new page, so the pages of one part depend on no other part; what does,
the page numbers and the table of contents, is set last.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.programme.exceptions import SystemLibraryMissingError
from flows.render.attached_files import AttachedFile


@dataclass(frozen=True, slots=True)
class Part:
    """Some chapters as one HTML page. `number` tells it from the other parts of the report.

    What `is_read` is tagged, for those who have the report read to them; the running headers
    are not, for they are no part of its text. The `attached` files are inside its PDF.
    """

    number: int
    html: str
    is_read: bool = True
    attached: tuple[AttachedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part as PDF, with its number of pages and the page (from 0) of each of its anchors."""

    pdf: bytes
    page_count: int
    anchors: tuple[tuple[str, int], ...]


Typesetter = Callable[[Sequence[Part]], Iterable[SetPart]]
"""Whoever sets parts in type, in their order: one after another, or several at a time."""


def typeset_in_turn(parts: Sequence[Part]) -> Iterator[SetPart]:
    """Yield each part set in type, one after another.

    Raises SystemLibraryMissingError where Pango is not installed.
    """
    try:
        from flows.render.typesetting import typeset  # noqa: PLC0415  # fails without Pango
    except OSError as error:
        raise SystemLibraryMissingError from error
    yield from map(typeset, parts)
