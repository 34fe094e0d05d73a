"""`check`: what is recognised, what is missing and what is wrong. Never loads Prefect."""

from dataclasses import dataclass
from datetime import date

from flows.aggregate.change_tests import SCIPY_MEASURES
from flows.chain.stages import Findings, Reading, Request, conclude, examine, read
from flows.ingest.exports import Export
from flows.programme.exceptions import RunStoppedError
from flows.programme.folder import ProgrammeFolder
from flows.programme.items import Instrument
from flows.programme.languages import Bilingual, Language
from flows.programme.problems import Problem
from flows.validate.acknowledgements import acknowledge
from flows.validate.dataset import Dataset, FileAccount
from flows.validate.proposals import NOTHING_PROPOSED, Proposals


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """One table of one file: what it was recognised as, and its rows where they were counted."""

    export: Export
    account: FileAccount | None


@dataclass(frozen=True, slots=True)
class SessionCoverage:
    """What there is of one session: evaluations, and participants present by the list.

    None where nobody handed in an evaluation, or no list says who was there.
    """

    number: int
    held_on: date
    theme: Bilingual
    evaluations: int | None
    participants_present: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that `check` tells of a programme.

    `obstacle` is why no report can be made, None where one can; the rest is told all the same.
    """

    folder: ProgrammeFolder
    language: Language
    tables: tuple[RecognisedTable, ...]
    sessions: tuple[SessionCoverage, ...]
    open_problems: tuple[Problem, ...]
    acknowledged: tuple[Problem, ...]
    proposals: Proposals
    obstacle: RunStoppedError | None

    @property
    def programme(self) -> str:
        """The programme's name."""
        return self.folder.name


def look_over(request: Request) -> Overview:
    """Return what can be told of the programme. Raises ProgrammeNotFoundError."""
    reading = read(request)
    if isinstance(reading.programme, RunStoppedError):
        return overview_without_programme(reading, reading.programme, request.language)
    is_quick = not names_scipy_measure(reading)
    return overview_of(conclude(examine(reading), request, is_quick=is_quick))


def names_scipy_measure(reading: Reading) -> bool:
    """Tell whether a goal or a text names a figure that SciPy is needed for.

    Only then can such a figure be part of a problem, and `check` prints no figures.
    """
    goals = () if isinstance(reading.programme, RunStoppedError) else reading.programme.goals
    named = {goal.indicator.measure for goal in goals if goal.indicator}
    return not named.isdisjoint(SCIPY_MEASURES) or any(
        measure in text.body for measure in SCIPY_MEASURES for text in reading.texts
    )


def overview_without_programme(
    reading: Reading, obstacle: RunStoppedError, language: Language | None
) -> Overview:
    """Return what can be told where the programme workbook is missing or cannot be read."""
    open_problems, acknowledged = acknowledge(reading.problems, reading.decisions)
    return Overview(
        folder=reading.folder,
        language=language or Language.SV,
        tables=tuple(RecognisedTable(export, None) for export in reading.exports),
        sessions=(),
        open_problems=open_problems,
        acknowledged=acknowledged,
        proposals=NOTHING_PROPOSED,
        obstacle=obstacle,
    )


def overview_of(findings: Findings) -> Overview:
    """Return what can be told where everything could be read and counted."""
    accounts = {(account.file, account.sheet): account for account in findings.dataset.accounts}
    return Overview(
        folder=findings.reading.folder,
        language=findings.language,
        tables=tuple(
            RecognisedTable(export, accounts.get((export.source.file, export.sheet)))
            for export in findings.reading.exports
        ),
        sessions=cover_sessions(findings.dataset),
        open_problems=findings.open_problems,
        acknowledged=findings.acknowledged,
        proposals=findings.dataset.proposals,
        obstacle=None,
    )


def cover_sessions(dataset: Dataset) -> tuple[SessionCoverage, ...]:
    """Return what there is of each session, in their order."""
    evaluated = [
        response.session
        for response in dataset.responses
        if response.instrument is Instrument.EVALUATION
    ]
    listed = {attendance.session for attendance in dataset.attendances}
    present = [attendance.session for attendance in dataset.attendances if attendance.is_present]
    return tuple(
        SessionCoverage(
            number=session.number,
            held_on=session.held_on,
            theme=session.theme,
            evaluations=evaluated.count(session.number) or None,
            participants_present=present.count(session.number)
            if session.number in listed
            else None,
        )
        for session in dataset.programme.sessions
    )
