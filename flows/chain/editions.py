"""The editions of a run: what people read of it, once for each language."""

from concurrent.futures import ThreadPoolExecutor

from flows.chain.own_process import run_apart
from flows.chain.stages import Findings
from flows.programme.languages import Language
from flows.programme.translations import _, translate
from flows.render.attached_files import AttachedFile, Relationship
from flows.render.html import render_html, render_problem_page
from flows.render.pdf import render_pdf
from flows.render.problem_page import make_problem_page
from flows.render.report import make_report
from flows.render.run_facts import RunFacts
from flows.submit.documents import Document, text_document
from flows.submit.manifest import MANIFEST
from flows.submit.portal import make_portal_text

LONGEST_SECONDS = 600
"""How long the pages of one more language may take before the run is given up."""

DESCRIPTIONS = {
    "indicators.json": _("Every figure of the report with its base, definition and source cells"),
    MANIFEST: _("What the report was made from, each file with its checksum"),
}
"""What a viewer of the PDF says of the files inside it."""


def make_editions(
    findings: Findings, facts: RunFacts, annexes: tuple[Document, ...]
) -> tuple[Document, ...]:
    """Return the documents of every language; a second one is made at the same time.

    A report is as much work in each language, and most machines can do two things at once.
    """
    first, *others = findings.languages
    with ThreadPoolExecutor() as waiting:
        later = [
            waiting.submit(
                run_apart, LONGEST_SECONDS, make_edition, findings, facts, annexes, language
            )
            for language in others
        ]
        edition = make_edition(findings, facts, annexes, first)
        return (*edition, *(document for each in later for document in each.result()))


def make_edition(
    findings: Findings, facts: RunFacts, annexes: tuple[Document, ...], language: Language
) -> tuple[Document, ...]:
    """Return what people read, in one language: the report, the portal's fields, the problems.

    The PDF of the report carries `annexes` inside it.
    """
    programme = findings.dataset.programme
    report = make_report(
        findings.dataset,
        findings.indicators,
        findings.goal_outcomes,
        (*findings.open_problems, *findings.acknowledged),
        findings.texts,
        facts,
        language,
    )
    html = render_html(report)
    attached = tuple(attach(annex, facts, language) for annex in annexes)
    problem_page = make_problem_page(
        findings.open_problems,
        findings.acknowledged,
        programme.project.title.in_language(language),
        facts.run_id,
        language,
    )
    return (
        Document(f"report.{language}.pdf", render_pdf(html, attached)),
        text_document(f"report.{language}.html", html),
        text_document(f"problems.{language}.html", render_problem_page(problem_page)),
        make_portal_text(findings.texts, programme.profile.summary_limit_characters, language),
    )


def attach(annex: Document, facts: RunFacts, language: Language) -> AttachedFile:
    """Return a document as a file inside the PDF: its figures, or how it was made."""
    is_manifest = annex.name == MANIFEST
    return AttachedFile(
        annex.name,
        annex.content,
        translate(DESCRIPTIONS[annex.name], language),
        Relationship.SUPPLEMENT if is_manifest else Relationship.DATA,
        facts.report_date,
    )
