"""`check`: what is recognised, what is missing and what is wrong. Never loads Prefect."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from flows.aggregate.change_tests import SLOW_MEASURES
from flows.chain.stages import Findings, Reading, Request, conclude, examine, read
from flows.ingest.exports import ColumnRole, Export
from flows.programme.exceptions import RunStoppedError
from flows.programme.folder import ProgrammeFolder
from flows.programme.items import Instrument
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problems import Problem
from flows.programme.programme import ExportKind
from flows.validate.acknowledgements import acknowledge
from flows.validate.coding import propose_coding
from flows.validate.columns import Wordings, collect_wordings, match_columns
from flows.validate.dataset import Dataset, FileAccount
from flows.validate.proposals import NOTHING_PROPOSED, Proposals
from flows.validate.settled_decisions import settle_wordings


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column of an export is for; `cell` is its header's.

    `item_id` is the item that a question asks, "" for one that nobody knows and for every
    other column. `header` is the owner's, "" where it names a person.
    """

    cell: str
    header: str
    role: ColumnRole
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """One table of one file: what it was recognised as, its columns and its open problems.

    `account` has its rows where they were counted, None where no dataset could be made.
    """

    export: Export
    account: FileAccount | None
    columns: tuple[ColumnUse, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class OverviewFile:
    """One file of exports: its tables, and its open problems that belong to none of them.

    `corrected_by` is the correction that is read instead of it, "" where there is none.
    """

    file: str
    tables: tuple[RecognisedTable, ...]
    problems: tuple[Problem, ...]
    corrected_by: str = ""


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

    `files` are those of exports, in order of their path; what is wrong elsewhere stands in
    `open_problems` only. `obstacle` is why no report can be made, None where one can; the
    rest is told all the same.
    """

    reading: Reading
    language: Language
    files: tuple[OverviewFile, ...]
    sessions: tuple[SessionCoverage, ...]
    open_problems: tuple[Problem, ...]
    acknowledged: tuple[Problem, ...]
    proposals: Proposals
    obstacle: RunStoppedError | None

    @property
    def folder(self) -> ProgrammeFolder:
        """The programme's folder."""
        return self.reading.folder

    @property
    def programme(self) -> str:
        """The programme's name."""
        return self.folder.name


def look_over(request: Request) -> Overview:
    """Return what can be told of the programme. Raises ProgrammeNotFoundError."""
    reading = read(request)
    if isinstance(reading.programme, RunStoppedError):
        return overview_without_programme(reading, reading.programme, request.language)
    is_quick = not names_slow_measure(reading)
    return overview_of(conclude(examine(reading), request, is_quick=is_quick))


def names_slow_measure(reading: Reading) -> bool:
    """Tell whether a goal or a text names a figure that takes long to work out.

    Only then can such a figure be part of a problem, and `check` prints no figures.
    """
    goals = () if isinstance(reading.programme, RunStoppedError) else reading.programme.goals
    named = {goal.indicator.measure for goal in goals if goal.indicator}
    return not named.isdisjoint(SLOW_MEASURES) or any(
        measure in text.body for measure in SLOW_MEASURES for text in reading.texts
    )


def overview_without_programme(
    reading: Reading, obstacle: RunStoppedError, language: Language | None
) -> Overview:
    """Return what can be told where the programme workbook is missing or cannot be read."""
    open_problems, acknowledged = acknowledge(reading.problems, reading.decisions, reading.sources)
    return Overview(
        reading=reading,
        language=language or Language.SV,
        files=list_files(reading, (), open_problems),
        sessions=(),
        open_problems=open_problems,
        acknowledged=acknowledged,
        proposals=NOTHING_PROPOSED,
        obstacle=obstacle,
    )


def overview_of(findings: Findings) -> Overview:
    """Return what can be told where everything could be read and counted."""
    return Overview(
        reading=findings.reading,
        language=findings.language,
        files=list_files(findings.reading, findings.dataset.accounts, findings.open_problems),
        sessions=cover_sessions(findings.dataset),
        open_problems=findings.open_problems,
        acknowledged=findings.acknowledged,
        proposals=propose_coding(findings.dataset),
        obstacle=None,
    )


def list_files(
    reading: Reading, accounts: Iterable[FileAccount], open_problems: Iterable[Problem]
) -> tuple[OverviewFile, ...]:
    """Return every file of exports, with a table or without, and each open problem in it once."""
    wordings = known_wordings(reading)
    account_of = {Place(account.file, account.sheet): account for account in accounts}
    problems_of: dict[Place, list[Problem]] = defaultdict(list)
    tables_of: dict[str, list[RecognisedTable]] = defaultdict(list)
    corrected_by = {
        source.corrects.file: PurePosixPath(source.file).name
        for source in reading.sources
        if source.corrects
    }
    for problem in open_problems:
        problems_of[Place(problem.place.file, problem.place.sheet)].append(problem)
    for export in reading.exports:
        place = export.place()
        tables_of[place.file].append(
            RecognisedTable(
                export,
                account_of.get(place),
                tuple(list_columns(export, wordings)),
                tuple(problems_of.pop(place, ())),
            )
        )
    return tuple(
        OverviewFile(
            file,
            tuple(tables_of[file]),
            tuple(
                problem
                for place, problems in problems_of.items()
                if place.file == file
                for problem in problems
            ),
            corrected_by.get(file, ""),
        )
        for file in reading.folder.exports
    )


def known_wordings(reading: Reading) -> Wordings:
    """Return the wordings that ask an item, confirmed ones included; none without a workbook."""
    if isinstance(reading.programme, RunStoppedError):
        return collect_wordings((), ())
    items = reading.programme.items
    confirmed, _problems = settle_wordings(reading.decisions.wordings, items)
    return collect_wordings(items, confirmed)


def list_columns(export: Export, wordings: Wordings) -> Iterator[ColumnUse]:
    """Yield what each column with a header is for; only a survey asks items."""
    items: dict[int, str] = {}
    if export.kind is ExportKind.SURVEY:
        questions, _defects = match_columns(export, wordings)
        items = {question.position: question.item.item_id for question in questions}
    for position, column in enumerate(export.columns):
        if column.role is not ColumnRole.BLANK:
            cell = export.header_place(column).cell
            title = "" if column.role is ColumnRole.PERSON else column.title
            yield ColumnUse(cell, title, column.role, items.get(position, ""))


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
