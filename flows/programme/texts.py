"""The coordinator's prose: one Markdown file for each section and language."""

from dataclasses import dataclass
from enum import StrEnum

from flows.programme.languages import Language


class Section(StrEnum):
    """A section of the report that has a text of its own; the value is its file's stem."""

    PURPOSE = "syfte-och-mal"
    RESULTS = "resultat-och-effekter"
    APPROACH = "upplagg-och-genomforande"
    PARTICIPATION = "deltagande"
    EVALUATIONS = "utvarderingar"
    BEFORE_AND_AFTER = "fore-och-efter"
    CHANGE_PROJECTS = "forandringsprojekt"
    VOICES = "deltagarnas-roster"
    GOALS = "mal"
    ECONOMY = "ekonomi"
    DEVIATIONS = "avvikelser"
    LESSONS = "lardomar"
    METHOD = "metod"


REQUIRED_SECTIONS = (
    Section.PURPOSE,
    Section.RESULTS,
    Section.APPROACH,
    Section.DEVIATIONS,
    Section.LESSONS,
)
"""The first three are the funder's summary; the others introduce a chapter where they exist."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text file: `body` is Markdown with {{ placeholders }}, lines counted from 1."""

    section: Section
    language: Language
    file: str
    body: str
