"""The report as a PDF that is PDF/A-3a and PDF/UA-1 at once."""

from collections.abc import Iterable, Sequence

from flows.render.attached_files import AttachedFile
from flows.render.headings import Chapter
from flows.render.html import render_front, render_part, render_running
from flows.render.page_starts import Start, find_starts
from flows.render.pagination import paginate
from flows.render.parts import Part, SetPart, Typesetter, typeset_in_turn
from flows.render.report import Report

PARTS = (
    (Chapter.SUMMARY,),
    (Chapter.PROJECT, Chapter.PARTICIPATION, Chapter.RESPONSES),
    (Chapter.EVALUATIONS,),
    (Chapter.BEFORE_AND_AFTER, Chapter.CHANGE_PROJECTS),
    (Chapter.VOICES, Chapter.GOALS, Chapter.ECONOMY, Chapter.DEVIATIONS, Chapter.LESSONS),
    (Chapter.METHOD,),
    (Chapter.APPENDIX,),
)
"""The chapters that are set together: those that may stand on one page, in like amounts.

A part whose first chapter does not begin a page is set with the part before it.
"""

USUAL_FRONT_PAGES = 2


def render_pdf(
    report: Report,
    attached: tuple[AttachedFile, ...] = (),
    typeset: Typesetter = typeset_in_turn,
) -> bytes:
    """Return `report` as PDF: the same bytes for the same report, fonts and libraries.

    The `attached` files are inside it. `typeset` sets the parts, perhaps several at a time.
    Raises SystemLibraryMissingError where Pango is not installed.
    """
    return finish_pdf(report, begin_pdf(report, typeset), attached, typeset)


def begin_pdf(report: Report, typeset: Typesetter) -> Iterable[SetPart]:
    """Return the parts of `report`, which `typeset` may still be setting in type."""
    return typeset(
        [
            Part(number, render_part(report, chapters))
            for number, chapters in enumerate(divide(report), 1)
        ]
    )


def divide(report: Report) -> tuple[tuple[Chapter, ...], ...]:
    """Return the chapters of each part of `report`, which all begin a page."""
    starts = find_starts(report)
    divided: list[tuple[Chapter, ...]] = []
    for chapters in PARTS:
        if starts[chapters[0]] is Start.PAGE:
            divided.append(chapters)
        else:
            divided[-1] += chapters
    return tuple(divided)


def finish_pdf(
    report: Report,
    begun: Iterable[SetPart],
    attached: tuple[AttachedFile, ...],
    typeset: Typesetter,
) -> bytes:
    """Return `report` as PDF from its parts that were `begun`.

    What depends on all of them, the table of contents and the page numbers, is set last.
    Raises SystemLibraryMissingError where Pango is not installed.
    """
    from flows.render.binding import bind  # noqa: PLC0415  # only a report needs it

    parts = tuple(begun)
    front, running = set_edges(report, attached, parts, typeset)
    return bind(front, parts, running)


def set_edges(
    report: Report,
    attached: tuple[AttachedFile, ...],
    parts: Sequence[SetPart],
    typeset: Typesetter,
    front_page_count: int | None = None,
) -> tuple[SetPart, SetPart]:
    """Return cover and contents, and what runs along the edges of all pages.

    Both are set at once for so many pages of cover and contents, and again where it is wrong.
    """
    front_page_count = front_page_count or USUAL_FRONT_PAGES
    pagination = paginate(front_page_count, parts, report.contents)
    front, running = typeset(
        (
            Part(0, render_front(report, pagination), attached=attached),
            Part(len(PARTS) + 1, render_running(report, pagination), is_read=False),
        )
    )
    if front.page_count != front_page_count:
        return set_edges(report, attached, parts, typeset, front.page_count)
    return front, running
