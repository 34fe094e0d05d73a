"""The chain in plain Python; `check`, `preview` and `submit` call it, the flow makes tasks of it.

Request -> read -> Reading -> examine -> Examination -> conclude -> Findings
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.aggregate.aggregation import aggregate
from flows.aggregate.economy import check_economy
from flows.aggregate.goals import GoalOutcome, judge_goals
from flows.aggregate.indicators import Indicator, sort_indicators
from flows.aggregate.report_counts import count_goals, count_problems, count_suppressed
from flows.chain.remembered_results import remember_last
from flows.chain.workbook_corrections import choose_files
from flows.ingest.exports import Export, Source
from flows.ingest.reading import ReadFile, read_files
from flows.ingest.recognition import recognise
from flows.programme.decision_files import read_decisions
from flows.programme.decisions import Decisions
from flows.programme.exceptions import (
    InputsChangedError,
    RunStoppedError,
    WorkbookIncompleteError,
    WorkbookMissingError,
    WorkbookUnreadableError,
)
from flows.programme.folder import ProgrammeFolder, find_programme, report_misplaced
from flows.programme.languages import Language
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.problems import Problem
from flows.programme.programme import Programme
from flows.programme.sheets import Sheet
from flows.programme.text_files import read_texts
from flows.programme.texts import Text
from flows.programme.workbook_reader import read_programme
from flows.render.text_binding import BoundText, bind_texts
from flows.render.translation_checks import find_untranslated, languages_of_report
from flows.submit.earlier_submissions import EarlierSubmission, read_earlier_submissions
from flows.submit.manifest import HashedFile, hash_inputs
from flows.validate.acknowledgements import acknowledge
from flows.validate.dataset import Dataset
from flows.validate.settled_decisions import as_decided
from flows.validate.validation import validate

recognise_once = remember_last(recognise)
validate_once = remember_last(validate)
aggregate_once = remember_last(aggregate)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for. `language` and `report_date` are None where the inputs decide."""

    programme: str
    inputs: Path
    outputs: Path
    language: Language | None = None
    report_date: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of a programme folder; `inputs` are its files as they were then.

    `programme` is the programme or the reason why there is none; what else was readable is
    there all the same. `workbook` is the file that it was read from.
    """

    folder: ProgrammeFolder
    inputs: tuple[HashedFile, ...]
    earlier: tuple[EarlierSubmission, ...]
    workbook: Source | None
    programme: Programme | RunStoppedError
    decisions: Decisions
    exports: tuple[Export, ...]
    texts: tuple[Text, ...]
    problems: tuple[Problem, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files that were read in, each once, in their order."""
        workbook = (self.workbook,) if self.workbook else ()
        return (*workbook, *dict.fromkeys(export.source for export in self.exports))


@dataclass(frozen=True, slots=True)
class Examination:
    """The dataset that a reading gives, and every problem until then."""

    reading: Reading
    dataset: Dataset
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a report says: figures, goals, texts and problems, open and acknowledged.

    `languages` are those in which the report is made. In the first one, `language`, people are
    told of it.
    """

    reading: Reading
    dataset: Dataset
    languages: tuple[Language, ...]
    report_date: date
    indicators: tuple[Indicator, ...]
    goal_outcomes: tuple[GoalOutcome, ...]
    texts: tuple[BoundText, ...]
    open_problems: tuple[Problem, ...]
    acknowledged: tuple[Problem, ...]

    @property
    def language(self) -> Language:
        """The language that was asked for or is the programme's own."""
        return self.languages[0]


def read(request: Request) -> Reading:
    """Return what the programme folder holds.

    Raises ProgrammeNotFoundError, and InputsChangedError where a file goes away meanwhile.
    """
    folder = find_programme(request.programme, request.inputs)
    try:
        return read_folder(folder, request.outputs / folder.name)
    except FileNotFoundError as error:
        raise InputsChangedError(folder=folder.root.as_posix()) from error


def read_folder(folder: ProgrammeFolder, outputs: Path) -> Reading:
    """Return what the files of `folder` hold, and what submissions under `outputs` have told."""
    inputs = hash_inputs(folder)
    workbook = (folder.workbook,) if folder.workbook else ()
    hashes = {hashed.file: hashed for hashed in inputs}
    files, problems = read_hashed(
        folder.root,
        tuple(
            hashes[file] for file in (*workbook, *folder.beside, *folder.decisions, *folder.exports)
        ),
    )
    sheets = {file.source.file: file.sheets for file in files}
    current = choose_files(folder, files)
    source = current.workbook.source if current.workbook else None
    programme, workbook_problems = read_workbook(folder, current.workbook, problems)
    decisions, decision_problems = read_decisions(sheets_of(folder.decisions, sheets))
    exports, recognition_problems = recognise_once(
        current.exports,
        as_decided(programme, decisions) if isinstance(programme, Programme) else None,
    )
    texts, text_problems = read_texts(folder.root, folder.texts)
    return Reading(
        folder,
        inputs,
        read_earlier_submissions(outputs, inputs),
        source,
        programme,
        decisions,
        exports,
        texts,
        gather(
            report_misplaced(folder, source.file if source else ""),
            problems,
            workbook_problems,
            decision_problems,
            current.problems,
            recognition_problems,
            text_problems,
        ),
    )


@remember_last
def read_hashed(
    root: Path, files: tuple[HashedFile, ...]
) -> tuple[tuple[ReadFile, ...], tuple[Problem, ...]]:
    """Return what is in `files` under `root`, as long as their bytes are those."""
    return read_files(root, tuple(hashed.file for hashed in files))


def read_workbook(
    folder: ProgrammeFolder, workbook: ReadFile | None, problems: Iterable[Problem]
) -> tuple[Programme | RunStoppedError, tuple[Problem, ...]]:
    """Return the programme, or why there is none, and the problems in its workbook.

    `problems` are those of reading the files; one of them tells why a workbook stayed shut.
    """
    if not folder.workbook or workbook is None:
        return WorkbookMissingError(folder=folder.root.as_posix()), ()
    file = (folder.root / workbook.source.file).as_posix()
    shut = [found for found in problems if found.place.file == workbook.source.file]
    if not any(sheet.rows for sheet in workbook.sheets):
        reason, values = CATALOGUE[shut[0].code].found, dict(shut[0].parameters)
        return WorkbookUnreadableError(**{**values, "file": file, "reason": reason}), ()
    try:
        programme, found = read_programme(folder.name, workbook.sheets)
    except WorkbookUnreadableError as error:
        return error, ()
    if programme is None:
        return WorkbookIncompleteError(file=file), found
    return programme, found


def sheets_of(files: Iterable[str], sheets: Mapping[str, tuple[Sheet, ...]]) -> tuple[Sheet, ...]:
    """Return the sheets of `files`, in their order; a file that could not be read has none."""
    return tuple(sheet for file in files for sheet in sheets[file])


def examine(reading: Reading) -> Examination:
    """Return the dataset with every problem in it. Raises what kept the workbook from us."""
    if isinstance(reading.programme, RunStoppedError):
        raise reading.programme
    dataset, problems = validate_once(
        reading.programme, reading.decisions, reading.exports, reading.workbook
    )
    return Examination(reading, dataset, gather(reading.problems, problems))


def conclude(examination: Examination, request: Request, *, is_quick: bool = False) -> Findings:
    """Return everything that is said about the dataset.

    It is said in the language that was asked for, else in each in which there are texts. Quick
    findings lack the figures that take long to work out.
    """
    reading, dataset = examination.reading, examination.dataset
    programme = dataset.programme
    languages = languages_of_report(programme, reading.texts)
    if request.language:
        languages = (request.language,)
    earlier = tuple(submission.figures for submission in reading.earlier)
    indicators = aggregate_once(dataset, earlier, is_quick=is_quick)
    goal_outcomes, goal_problems = judge_goals(programme, indicators)
    indicators = (
        *indicators,
        *count_goals(goal_outcomes),
        *count_suppressed(programme, indicators),
    )
    texts, text_problems = bind_texts(reading.texts, programme, indicators, languages)
    problems = gather(
        examination.problems,
        goal_problems,
        check_economy(dataset),
        text_problems,
        find_untranslated(dataset, reading.texts, languages),
    )
    indicators = sort_indicators((*indicators, *count_problems(problems)))
    open_problems, acknowledged = acknowledge(problems, reading.decisions, reading.sources)
    return Findings(
        reading,
        dataset,
        languages,
        request.report_date or dataset.latest_date or programme.project.ends_on,
        indicators,
        goal_outcomes,
        texts,
        open_problems,
        acknowledged,
    )


def make_findings(request: Request) -> Findings:
    """Return everything that is said about the programme: the whole chain, in one call.

    Raises a RunStoppedError where no report can be made.
    """
    return conclude(examine(read(request)), request)


def gather(*problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return all `problems` once, in order of place."""
    return tuple(sorted({problem for some in problems for problem in some}))
