"""Pagination: on which page each chapter begins, and what runs along the edge of each page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.render.headings import Heading
from flows.render.parts import SetPart

COVER_PAGES = 1


@dataclass(frozen=True, slots=True)
class RunningPage:
    """What stands around the text of one page: its number, and the chapter that it is in.

    The pages of the table of contents are in no chapter.
    """

    number: int
    heading: Heading | None


@dataclass(frozen=True, slots=True)
class Pagination:
    """The first page of each chapter, by anchor, and the edges of every page but the cover."""

    first_pages: Mapping[str, int]
    pages: tuple[RunningPage, ...]


def paginate(
    front_page_count: int, parts: Sequence[SetPart], headings: Sequence[Heading]
) -> Pagination:
    """Return the pagination of a report whose cover and contents take `front_page_count` pages."""
    anchored: dict[str, int] = {}
    page_count = front_page_count
    for part in parts:
        anchored |= {anchor: page_count + page + 1 for anchor, page in part.anchors}
        page_count += part.page_count
    first_pages = {heading.anchor: anchored[heading.anchor] for heading in headings}
    running: list[RunningPage] = []
    begun = {first_pages[heading.anchor]: heading for heading in headings}
    heading = None
    for number in range(COVER_PAGES + 1, page_count + 1):
        heading = begun.get(number, heading)
        running.append(RunningPage(number, heading))
    return Pagination(first_pages, tuple(running))
