"""Where chapters start: on a page of their own or, where there is little in them, below others."""

from collections.abc import Mapping
from enum import StrEnum

from flows.render.headings import Chapter
from flows.render.report import Report


class Start(StrEnum):
    """Where a chapter starts; the value is its class in the style sheets."""

    PAGE = "page"
    WHOLE = "continued"  # below the one before it, where all of it has room there
    FLOWING = "flowing"  # right below the one before it, on which little else would stand


ALWAYS_BELOW = frozenset({Chapter.RESPONSES, Chapter.LESSONS})
"""They go with the chapter before them: who answered with who came, lessons with deviations."""

ALWAYS_ON_A_PAGE = frozenset({Chapter.METHOD, Chapter.APPENDIX})


def find_starts(report: Report) -> Mapping[Chapter, Start]:
    """Return where each chapter starts.

    One with little in it stands below the one before it, and the one after it below it: no
    page has a heading and a line and nothing else.
    """
    little = find_little(report)
    starts: dict[Chapter, Start] = {}
    before: Chapter | None = None
    for chapter in Chapter:
        if chapter in ALWAYS_ON_A_PAGE:
            starts[chapter] = Start.PAGE
        elif chapter in little or chapter in ALWAYS_BELOW:
            starts[chapter] = Start.WHOLE
        else:
            starts[chapter] = Start.FLOWING if before in little else Start.PAGE
        before = chapter
    return starts


def find_little(report: Report) -> frozenset[Chapter]:
    """Return the chapters that say no more than that there is nothing to say."""
    has_something = {
        Chapter.EVALUATIONS: report.evaluations.levels,
        Chapter.BEFORE_AND_AFTER: report.before_and_after.has_exhibits,
        Chapter.CHANGE_PROJECTS: report.change_projects.has_projects
        or report.change_projects.sessions,
        Chapter.VOICES: report.voices.groups,
        Chapter.GOALS: report.goals.table or report.goals.sessions,
        Chapter.ECONOMY: report.economy.categories,
        Chapter.DEVIATIONS: report.deviations.prose,
        Chapter.LESSONS: report.lessons.prose,
    }
    return frozenset(chapter for chapter, something in has_something.items() if not something)
