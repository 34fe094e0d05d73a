"""The headings of the report's chapters, numbered, as they stand in the table of contents."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flows.programme.translations import _
from flows.render.notation import Notation


class Chapter(StrEnum):
    """A chapter; its value is the anchor that links lead to."""

    SUMMARY = "summary"
    PROJECT = "project"
    PARTICIPATION = "participation"
    RESPONSES = "responses"
    EVALUATIONS = "evaluations"
    BEFORE_AND_AFTER = "before-and-after"
    CHANGE_PROJECTS = "change-projects"
    VOICES = "voices"
    GOALS = "goals"
    ECONOMY = "economy"
    DEVIATIONS = "deviations"
    LESSONS = "lessons"
    METHOD = "method"
    APPENDIX = "appendix"


TITLES = {
    Chapter.SUMMARY: _("Summary"),
    Chapter.PROJECT: _("The project"),
    Chapter.PARTICIPATION: _("Participation"),
    Chapter.RESPONSES: _("Response rates"),
    Chapter.EVALUATIONS: _("Results of the sessions"),
    Chapter.BEFORE_AND_AFTER: _("Before and after"),
    Chapter.CHANGE_PROJECTS: _("Change projects"),
    Chapter.VOICES: _("The participants’ voices"),
    Chapter.GOALS: _("Goals"),
    Chapter.ECONOMY: _("Economy"),
    Chapter.DEVIATIONS: _("Deviations"),
    Chapter.LESSONS: _("Lessons"),
    Chapter.METHOD: _("Method and data quality"),
    Chapter.APPENDIX: _("Appendix"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter's number, anchor and title."""

    number: str
    anchor: str
    title: str


def number_chapters(notation: Notation) -> Mapping[Chapter, Heading]:
    """Return the heading of every chapter, in the order of the report."""
    return {
        chapter: Heading(str(number), chapter.value, notation.say(title))
        for number, (chapter, title) in enumerate(TITLES.items(), 1)
    }
