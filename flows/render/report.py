"""The report: exactly what the templates print, every word and number of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from flows.aggregate.evidence import number_evidence
from flows.aggregate.goals import GoalOutcome
from flows.aggregate.indicators import Indicator, index_indicators
from flows.programme.languages import Language
from flows.programme.problems import Problem
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.chapters.appendix import Appendix, make_appendix
from flows.render.chapters.before_and_after import BeforeAndAfter, make_before_and_after
from flows.render.chapters.change_projects import ChangeProjects, make_change_projects
from flows.render.chapters.cover import Cover, make_cover
from flows.render.chapters.economy import Economy, make_economy
from flows.render.chapters.evaluations import Evaluations, make_evaluations
from flows.render.chapters.goals import Goals, make_goals
from flows.render.chapters.method import Method, make_method
from flows.render.chapters.participation import Participation, make_participation
from flows.render.chapters.project import ProjectFacts, make_project_facts
from flows.render.chapters.prose import ProseChapter, make_prose_chapter
from flows.render.chapters.responses import Responses, make_responses
from flows.render.chapters.session_results import SessionResults
from flows.render.chapters.summary import Summary, make_summary
from flows.render.chapters.voices import Voices, make_voices
from flows.render.figures import cited_in
from flows.render.headings import Chapter, Heading, number_chapters
from flows.render.material import Material
from flows.render.notation import Notation
from flows.render.run_facts import RunFacts
from flows.render.text_binding import BoundText
from flows.validate.dataset import Dataset


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the PDF and the HTML say of themselves; `dated` is the report's date, ISO 8601."""

    title: str
    author: str
    description: str
    keywords: str
    generator: str
    dated: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report in one language, chapter by chapter.

    `theme` names the folder with the funder's look, where there is one. `appendix` is None
    until the chapters are there that cite its evidence.
    """

    language: Language
    theme: str
    is_draft: bool
    document: DocumentFacts
    contents: tuple[Heading, ...]
    cover: Cover
    summary: Summary
    project: ProjectFacts
    participation: Participation
    responses: Responses
    evaluations: Evaluations
    before_and_after: BeforeAndAfter
    change_projects: ChangeProjects
    voices: Voices
    goals: Goals
    economy: Economy
    deviations: ProseChapter
    lessons: ProseChapter
    method: Method
    appendix: Appendix | None

    @property
    def session_results(self) -> tuple[SessionResults, ...]:
        """What was asked after the sessions, by level, from all chapters that tell of it."""
        chapters = (self.before_and_after, self.change_projects, self.goals)
        further = (chapter.sessions for chapter in chapters)
        return (*self.evaluations.levels, *(results for results in further if results))


def make_report(  # noqa: PLR0917  # each is one stage's product, in the order of the stages
    dataset: Dataset,
    indicators: Iterable[Indicator],
    goal_outcomes: tuple[GoalOutcome, ...],
    problems: tuple[Problem, ...],
    texts: tuple[BoundText, ...],
    facts: RunFacts,
    language: Language,
) -> Report:
    """Return the report of a programme. `problems` are all that were found, open or not."""
    notation, figures = Notation(language), tuple(indicators)
    material = Material(
        dataset,
        index_indicators(figures),
        number_evidence(dataset.programme, figures),
        goal_outcomes,
        problems,
        tuple(text for text in texts if text.language is language),
        facts,
        notation,
    )
    headings = number_chapters(notation)
    report = Report(
        language=language,
        theme=name_theme(dataset.programme.project.funder),
        is_draft=facts.is_draft,
        document=describe_document(material),
        contents=tuple(headings.values()),
        cover=make_cover(material),
        summary=make_summary(material, headings[Chapter.SUMMARY]),
        project=make_project_facts(material, headings[Chapter.PROJECT]),
        participation=make_participation(material, headings[Chapter.PARTICIPATION]),
        responses=make_responses(material, headings[Chapter.RESPONSES]),
        evaluations=make_evaluations(material, headings[Chapter.EVALUATIONS]),
        before_and_after=make_before_and_after(material, headings[Chapter.BEFORE_AND_AFTER]),
        change_projects=make_change_projects(material, headings[Chapter.CHANGE_PROJECTS]),
        voices=make_voices(material, headings[Chapter.VOICES]),
        goals=make_goals(material, headings[Chapter.GOALS]),
        economy=make_economy(material, headings[Chapter.ECONOMY]),
        deviations=make_prose_chapter(material, Section.DEVIATIONS, headings[Chapter.DEVIATIONS]),
        lessons=make_prose_chapter(material, Section.LESSONS, headings[Chapter.LESSONS]),
        method=make_method(material, headings[Chapter.METHOD]),
        appendix=None,
    )
    cited = frozenset(cited_in((report, material.texts)))
    return replace(report, appendix=make_appendix(material, headings[Chapter.APPENDIX], cited))


def name_theme(funder: str) -> str:
    """Return the name of the funder's theme: its letters and digits, with hyphens between."""
    return "-".join(re.findall(r"[^\W_]+", funder.casefold()))


def describe_document(material: Material) -> DocumentFacts:
    """Return the metadata, with the project's note on its data in the description."""
    project, notation = material.programme.project, material.notation
    description = notation.say(
        _("Final report of project {number} to {funder}."),
        number=project.registration_number,
        funder=project.funder,
    )
    data_note = notation.choose(project.data_note)
    return DocumentFacts(
        title=notation.say(_("Final report: {title}"), title=notation.choose(project.title)),
        author=project.coordinator,
        description=f"{description} {data_note}".strip(),
        keywords=", ".join(
            filter(
                None,
                (
                    notation.say(_("final report")),
                    project.funder,
                    project.registration_number,
                    material.programme.name,
                ),
            )
        ),
        generator=f"slutrapport {material.facts.software_version}",
        dated=material.facts.report_date.isoformat(),
    )
