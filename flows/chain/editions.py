"""The editions of a run: what people read of it, once for each language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.chain.corrections import plan_corrections
from flows.chain.stages import Findings
from flows.programme.languages import Language
from flows.programme.translations import _, translate
from flows.render.attached_files import AttachedFile, Relationship
from flows.render.html import render_html, render_problem_page
from flows.render.parts import SetPart, Typesetter
from flows.render.pdf import begin_pdf, finish_pdf
from flows.render.problem_page import make_problem_page
from flows.render.report import Report, make_report
from flows.render.run_facts import RunFacts
from flows.submit.documents import Document, text_document
from flows.submit.manifest import MANIFEST
from flows.submit.portal import make_portal_text

DESCRIPTIONS = {
    "evidence": _("Every figure with its number, and links to the cells behind it"),
    "indicators": _("Every figure of the report with its base, definition and source cells"),
    "manifest": _("What the report was made from, each file with its checksum"),
}
"""What a viewer of the PDF says of the files inside it, by what their names begin with."""


@dataclass(frozen=True, slots=True)
class Annexes:
    """What stands beside a PDF and inside it: the evidence in its own language, and the rest."""

    evidence: Mapping[Language, Document]
    others: tuple[Document, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """All of them, for the run folder."""
        return (*self.evidence.values(), *self.others)

    def of(self, language: Language) -> tuple[Document, ...]:
        """Return those that the PDF in `language` carries."""
        evidence = self.evidence.get(language)
        return (evidence, *self.others) if evidence else self.others


NO_ANNEXES = Annexes({}, ())
"""Those of a preview."""


@dataclass(frozen=True, slots=True)
class BegunEdition:
    """A report in one language whose parts are being set in type."""

    report: Report
    parts: Iterable[SetPart]


def begin_editions(
    findings: Findings, facts: RunFacts, typeset: Typesetter
) -> tuple[BegunEdition, ...]:
    """Write the report in every language and begin to set each in type, as soon as it is there."""
    begun: list[BegunEdition] = []
    for language in findings.languages:
        report = write_report(findings, facts, language)
        begun.append(BegunEdition(report, begin_pdf(report, typeset)))
    return tuple(begun)


def finish_editions(
    begun: Iterable[BegunEdition],
    facts: RunFacts,
    typeset: Typesetter,
    annexes: Annexes,
) -> tuple[Document, ...]:
    """Return the PDF of every language; each carries its own of the `annexes` inside it."""
    return tuple(
        Document(
            f"report.{edition.report.language}.pdf",
            finish_pdf(
                edition.report,
                edition.parts,
                tuple(
                    attach(annex, facts, edition.report.language)
                    for annex in annexes.of(edition.report.language)
                ),
                typeset,
            ),
        )
        for edition in begun
    )


def write_report(findings: Findings, facts: RunFacts, language: Language) -> Report:
    """Return the report in `language`, every word and number of it."""
    return make_report(
        findings.dataset,
        findings.indicators,
        findings.goal_outcomes,
        (*findings.open_problems, *findings.acknowledged),
        findings.texts,
        facts,
        language,
    )


def make_pages(findings: Findings, report: Report, facts: RunFacts) -> tuple[Document, ...]:
    """Return what else is read in the language of `report`: pages and the portal's fields."""
    programme, language = findings.dataset.programme, report.language
    problem_page = make_problem_page(
        findings.open_problems,
        findings.acknowledged,
        programme.project.title.in_language(language),
        facts.run_id,
        language,
        corrections=[plan.name for plan in plan_corrections(findings) if facts.is_draft],
    )
    return (
        text_document(f"report.{language}.html", render_html(report)),
        text_document(f"problems.{language}.html", render_problem_page(problem_page)),
        make_portal_text(findings.texts, programme.profile.summary_limit_characters, language),
    )


def attach(annex: Document, facts: RunFacts, language: Language) -> AttachedFile:
    """Return a document as a file inside the PDF: its figures, or how it was made."""
    is_manifest = annex.name == MANIFEST
    return AttachedFile(
        annex.name,
        annex.content,
        translate(DESCRIPTIONS[annex.name.partition(".")[0]], language),
        Relationship.SUPPLEMENT if is_manifest else Relationship.DATA,
        facts.report_date,
    )
