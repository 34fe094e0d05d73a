"""Runs: findings become the documents of a run folder. Loads what draws and sets type."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from flows.aggregate.evidence import number_evidence
from flows.aggregate.indicator_file import write_indicators
from flows.chain.corrections import CORRECTIONS, make_working_papers
from flows.chain.editions import (
    NO_ANNEXES,
    Annexes,
    BegunEdition,
    begin_editions,
    finish_editions,
    make_pages,
)
from flows.chain.stages import Findings, Request, make_findings
from flows.programme.exceptions import InputsChangedError, ManifestMissingError
from flows.programme.folder import DECISIONS, ProgrammeFolder, find_programme
from flows.render.notation import Notation
from flows.render.parts import Typesetter, typeset_in_turn
from flows.render.run_facts import RunFacts
from flows.submit.conformance import require_conformance
from flows.submit.documents import Document, text_document
from flows.submit.earlier_submissions import SUBMISSIONS, read_earlier_submissions
from flows.submit.evidence_workbook import (
    INPUTS_FROM_DRAFT,
    INPUTS_FROM_SUBMISSION,
    EvidenceWorkbook,
)
from flows.submit.gate import find_faults
from flows.submit.manifest import (
    Ingredients,
    Outcome,
    collect_ingredients,
    hash_inputs,
    make_manifest,
    read_outcome,
    run_id,
)
from flows.submit.problem_files import make_problem_list
from flows.submit.proposal_workbooks import make_proposal_workbooks
from flows.submit.run_folder import freeze_run, point_to_latest, write_run
from flows.submit.verification import compare_with_manifest
from flows.validate.coding import propose_coding


@dataclass(frozen=True, slots=True)
class Run:
    """A run in memory: its id, what it came to, and every file of its folder."""

    run_id: str
    outcome: Outcome
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class WrittenRun:
    """A run folder, and what the run came to."""

    folder: Path
    outcome: Outcome

    @property
    def reports(self) -> tuple[Path, ...]:
        """The PDF in each language, the main one first."""
        return tuple(self.folder / f"report.{language}.pdf" for language in self.outcome.languages)

    @property
    def corrections(self) -> tuple[Path, ...]:
        """The correction workbooks, sorted."""
        return tuple(sorted((self.folder / CORRECTIONS).glob("*.xls[xm]")))

    @property
    def proposals(self) -> tuple[Path, ...]:
        """The workbooks of what is to be decided, sorted."""
        return tuple(sorted((self.folder / DECISIONS).glob("*.xlsx")))


def make_run(
    findings: Findings,
    request: Request,
    typeset: Typesetter = typeset_in_turn,
    *,
    is_draft: bool = True,
) -> Run:
    """Return the run that `findings` make; `typeset` sets the pages of its reports.

    Raises SystemLibraryMissingError where no PDF can be made on this machine, and
    InputsChangedError where the files are no longer those that were read.
    """
    reading = findings.reading
    ingredients = ingredients_of(reading.folder, request, is_draft=is_draft)
    if ingredients.inputs != reading.inputs:
        raise InputsChangedError(folder=reading.folder.root.as_posix())
    outcome = outcome_of(findings)
    facts = facts_of(findings, ingredients)
    begun = begin_editions(findings, facts, typeset)
    annexes = make_annexes(findings, is_draft=is_draft)
    manifest = make_manifest(ingredients, outcome, annexes.documents)
    documents = (
        *annexes.documents,
        *make_readings(findings, facts, begun),
        *finish_editions(
            begun, facts, typeset, replace(annexes, others=(*annexes.others, manifest))
        ),
    )
    return Run(facts.run_id, outcome, (*documents, make_manifest(ingredients, outcome, documents)))


def make_preview(findings: Findings, request: Request, typeset: Typesetter) -> Run:
    """Return the draft as people read it: without what a run has for machines and archives.

    The figures, their evidence and the manifest are neither beside the PDF nor inside it.
    Raises SystemLibraryMissingError where no PDF can be made on this machine.
    """
    facts = facts_of(findings, ingredients_of(findings.reading.folder, request, is_draft=True))
    begun = begin_editions(findings, facts, typeset)
    read = make_readings(findings, facts, begun)
    return Run(
        facts.run_id,
        outcome_of(findings),
        (*read, *finish_editions(begun, facts, typeset, NO_ANNEXES)),
    )


def make_readings(
    findings: Findings, facts: RunFacts, begun: Iterable[BegunEdition]
) -> tuple[Document, ...]:
    """Return what people read beside the PDF; a draft has what they are to work on as well."""
    pages = (page for edition in begun for page in make_pages(findings, edition.report, facts))
    problems = make_problem_list(findings.open_problems, findings.acknowledged)
    work = (*list_proposals(findings), *make_working_papers(findings)) if facts.is_draft else ()
    return (*pages, problems, *work)


def facts_of(findings: Findings, ingredients: Ingredients) -> RunFacts:
    """Return what the report says of the run that makes it from `ingredients`."""
    return RunFacts(
        report_date=findings.report_date,
        run_id=run_id(ingredients),
        is_draft=ingredients.is_draft,
        software_version=version("slutrapport"),
    )


def ingredients_of(folder: ProgrammeFolder, request: Request, *, is_draft: bool) -> Ingredients:
    """Return what the run that `request` asks for is made from."""
    earlier = read_earlier_submissions(request.outputs / folder.name, hash_inputs(folder))
    return collect_ingredients(
        folder,
        request.language,
        request.report_date,
        is_draft=is_draft,
        earlier_submissions=tuple((each.run, each.indicators_sha256) for each in earlier),
    )


def make_annexes(findings: Findings, *, is_draft: bool) -> Annexes:
    """Return the documents that stand in the run folder and in the PDFs as well.

    The evidence is told in the words of each report.
    """
    programme, indicators = findings.dataset.programme, findings.indicators
    evidence = number_evidence(programme, indicators)
    inputs = INPUTS_FROM_DRAFT if is_draft else INPUTS_FROM_SUBMISSION
    workbooks = {
        language: EvidenceWorkbook(findings.dataset, evidence, Notation(language), inputs).make()
        for language in findings.languages
    }
    figures = text_document("indicators.json", write_indicators(programme.name, indicators))
    return Annexes(workbooks, (figures,))


def list_proposals(findings: Findings) -> tuple[Document, ...]:
    """Return the workbooks of what the coordinator is to decide.

    They hold names and addresses: they are no annex, and a submission has none.
    """
    return make_proposal_workbooks(
        propose_coding(findings.dataset), findings.reading.folder.decisions, findings.languages[0]
    )


def outcome_of(findings: Findings) -> Outcome:
    """Return the languages and date of the report, with the problems counted."""
    faults = find_faults(findings.open_problems)
    return Outcome(
        languages=findings.languages,
        report_date=findings.report_date,
        faults=len(faults),
        notes=len(findings.open_problems) - len(faults),
        acknowledged=len(findings.acknowledged),
    )


def write_draft(run: Run, request: Request) -> WrittenRun:
    """Write the folder of a draft, let `latest` point to it, and return where it is."""
    folder = write_run(request.outputs / request.programme / run.run_id, run.documents)
    point_to_latest(folder)
    return WrittenRun(folder, run.outcome)


def draft_report(request: Request) -> WrittenRun:
    """Make and write the draft that `request` asks for; the flow of one programme, in one call.

    Raises a RunStoppedError where no report can be made.
    """
    return write_draft(make_run(make_findings(request), request), request)


def find_draft(request: Request) -> WrittenRun | None:
    """Return the draft that `request` would make, where it is there whole, else None."""
    folder = find_programme(request.programme, request.inputs)
    ingredients = ingredients_of(folder, request, is_draft=True)
    run_folder = request.outputs / request.programme / run_id(ingredients)
    try:
        is_whole = not compare_with_manifest(run_folder)
    except ManifestMissingError:
        is_whole = False
    if not is_whole:
        return None
    point_to_latest(run_folder)
    return WrittenRun(run_folder, read_outcome(run_folder))


def freeze_submission(run: Run, request: Request) -> WrittenRun:
    """Write the folder of a submission, for ever, and return where it is.

    The same inputs make the same submission, which then stays as it was written. Raises
    ReportNotValidatedError where a PDF does not keep its standards or nobody can tell.
    """
    folder = request.outputs / request.programme / SUBMISSIONS / run.run_id
    if not folder.exists():
        require_conformance(run.documents)
        freeze_run(folder, run.documents)
    return WrittenRun(folder, run.outcome)
