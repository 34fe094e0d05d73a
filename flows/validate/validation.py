"""The second stage: exports become one dataset, and everything wrong with them is told at once."""

from collections.abc import Iterable, Iterator
from datetime import date

from flows.ingest.corrections import Correction
from flows.ingest.exports import Export, Source
from flows.programme.decisions import Decisions
from flows.programme.garbage import without_garbage_search
from flows.programme.problems import Problem
from flows.programme.programme import ExportKind, Programme
from flows.validate.accounts import account_tables
from flows.validate.admission import admit_exports
from flows.validate.attendance import read_attendance
from flows.validate.change_projects import read_change_projects
from flows.validate.code_pairs import count_unpaired, find_near_codes
from flows.validate.coding import settle_coding
from flows.validate.columns import find_unused
from flows.validate.consistency import check_absentees, check_presence, check_sessions
from flows.validate.costs import read_costs
from flows.validate.dataset import Attendance, Cost, Dataset
from flows.validate.dates import is_within_project
from flows.validate.defects import Defects, join_defects
from flows.validate.linking import count_links, find_near_rows, propose_matches
from flows.validate.personal_numbers import find_personal_keys
from flows.validate.proposals import Proposals
from flows.validate.quotes import find_quotes
from flows.validate.register import make_register
from flows.validate.settled_decisions import find_idle_matches, settle_matches
from flows.validate.survey_results import read_surveys


@without_garbage_search()
def validate(
    programme: Programme,
    decisions: Decisions,
    exports: tuple[Export, ...],
    workbook: Source | None = None,
) -> tuple[Dataset, tuple[Problem, ...]]:
    """Return the dataset that `exports` make, and every problem found, in order of place.

    The order of the exports and of their rows changes nothing. Every row read is used, or
    is excluded with a code in the account of its table. `workbook` is the file that the
    programme was read from.
    """
    ordered = tuple(sorted(exports, key=lambda export: export.place()))
    admitted, rejected = admit_exports(ordered, programme)
    matches, match_problems = settle_matches(decisions.matches)
    register = make_register(programme.participants, matches)
    surveys, survey_defects = read_surveys(
        of_kind(admitted, ExportKind.SURVEY), programme, decisions, register
    )
    attendance, attendance_defects = read_attendance(
        of_kind(admitted, ExportKind.ATTENDANCE), programme, register
    )
    projects, project_defects = read_change_projects(
        of_kind(admitted, ExportKind.CHANGE_PROJECTS), register
    )
    costs, cost_defects = read_costs(of_kind(admitted, ExportKind.COSTS), programme)
    quotes, quote_problems = find_quotes(
        decisions.quotes, surveys.comments, projects.projects, programme.participants
    )
    coding, coding_problems = settle_coding(
        decisions.themes, decisions.coded_rows, surveys.comments
    )
    links = (*surveys.links, *attendance.links, *projects.links)
    near_codes = find_near_codes(surveys.codes)
    latest_date = find_latest_date(programme, admitted, attendance.attendances, costs)
    contradictions = (
        *quote_problems,
        *coding_problems,
        *find_unused(admitted),
        *match_problems,
        *find_idle_matches(matches, programme.participants, links),
        *find_near_rows(links, near_codes, decisions.matches),
        *find_personal_keys(programme.participants),
        *check_presence(surveys.responses, attendance.attendances),
        *check_absentees(surveys.responses, attendance.attendances),
        *check_sessions(programme, surveys.evaluated, attendance.attendances, latest_date),
    )
    defects = join_defects(
        (
            rejected,
            survey_defects,
            attendance_defects,
            project_defects,
            cost_defects,
            Defects(notes=contradictions),
        )
    )
    dataset = Dataset(
        programme=programme,
        responses=surveys.responses,
        answers=surveys.answers,
        comments=surveys.comments,
        attendances=attendance.attendances,
        invited_attendances=attendance.invited_attendances,
        change_projects=projects.projects,
        costs=costs,
        asked_items=surveys.asked_items,
        accounts=account_tables(ordered, defects),
        quotes=quotes,
        latest_date=latest_date,
        links=count_links(
            ordered, links, surveys.nameless, defects.rows, dict(surveys.instruments)
        ),
        unpaired_codes=count_unpaired(surveys.codes),
        proposals=Proposals(
            surveys.proposals,
            propose_matches(links, near_codes, decisions.matches),
        ),
        coding=coding,
        corrections=gather_corrections(workbook, ordered),
    )
    return dataset, defects.problems


def gather_corrections(
    workbook: Source | None, exports: Iterable[Export]
) -> tuple[tuple[str, Correction], ...]:
    """Return each corrected file with what was corrected in it, sorted by the file's name."""
    sources = (*((workbook,) if workbook else ()), *(export.source for export in exports))
    corrections = {source.file: source.corrects for source in sources if source.corrects}
    return tuple(sorted(corrections.items(), key=lambda pair: pair[0]))


def of_kind(exports: Iterable[Export], kind: ExportKind) -> tuple[Export, ...]:
    """Return the exports of `kind`, in their order."""
    return tuple(export for export in exports if export.kind is kind)


def find_latest_date(
    programme: Programme,
    exports: Iterable[Export],
    attendances: Iterable[Attendance],
    costs: Iterable[Cost],
) -> date | None:
    """Return the newest date in the exports, or None where they hold none.

    Days outside the project are left out as long as there are others, because one mistyped
    year would date the whole report.
    """
    days = set(collect_days(programme, exports, attendances, costs))
    within = [day for day in days if is_within_project(day, programme.project)]
    return max(within or days, default=None)


def collect_days(
    programme: Programme,
    exports: Iterable[Export],
    attendances: Iterable[Attendance],
    costs: Iterable[Cost],
) -> Iterator[date]:
    """Yield the days of responses, of sessions that were marked, and of costs."""
    marked = {mark.session for mark in attendances}
    for export in exports:
        yield from (moment.date() for moment in export.responses.moments if moment)
    for session in programme.sessions:
        if session.number in marked:
            yield session.held_on
    for cost in costs:
        if cost.paid_on:
            yield cost.paid_on
