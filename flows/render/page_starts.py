"""Where pages begin: a chapter with little in it goes on below the one before it."""

from flows.render.headings import Chapter
from flows.render.report import Report


def find_page_starts(report: Report) -> frozenset[Chapter]:
    """Return the chapters that begin a page; the others follow on the same one."""
    short = {
        Chapter.RESPONSES: True,
        Chapter.EVALUATIONS: not report.evaluations.levels,
        Chapter.BEFORE_AND_AFTER: not report.before_and_after.has_exhibits,
        Chapter.CHANGE_PROJECTS: not (
            report.change_projects.has_projects or report.change_projects.sessions
        ),
        Chapter.VOICES: not report.voices.groups,
        Chapter.GOALS: not (report.goals.table and report.voices.groups),
        Chapter.ECONOMY: not report.economy.categories,
        Chapter.DEVIATIONS: not report.deviations.prose,
        Chapter.LESSONS: True,
    }
    return frozenset(chapter for chapter in Chapter if not short.get(chapter, False))
