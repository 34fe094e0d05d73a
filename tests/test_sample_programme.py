"""The sample programme is what its script writes, and its faults are found."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from flows.aggregate.goals import Verdict
from flows.chain.stages import Request, make_findings
from flows.programme.languages import Language
from flows.programme.problem_catalogue import describe, severity_of
from flows.programme.problems import Severity
from flows.programme.texts import Section
from tests.sample_programme.change_projects import HOME_PROJECTS
from tests.sample_programme.comments import APPROVED_QUOTES
from tests.sample_programme.economy import BUDGET
from tests.sample_programme.exports import make_exports
from tests.sample_programme.faults import FAULTS, row_of
from tests.sample_programme.people import LEADER, MANAGER, PARTICIPANTS
from tests.sample_programme.project import NAME, PROJECT, SESSIONS
from tests.sample_programme.sample import write_sample

COMMITTED = Path(__file__).resolve().parents[1] / "inputs" / NAME
LARGEST_SAMPLE_BYTES = 600_000


@pytest.fixture(scope="module")
def remade(tmp_path_factory):
    """The sample, made once more."""
    return write_sample(tmp_path_factory.mktemp("inputs"))


def files_in(folder: Path) -> dict[str, bytes]:
    """Return what every file in `folder` holds, by its path there."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def unpacked(content: bytes) -> object:
    """Return the dated parts of a zip archive, else `content`.

    How tightly a part is packed is left to the zlib of the machine.
    """
    if not is_zipfile(BytesIO(content)):
        return content
    with ZipFile(BytesIO(content)) as archive:
        return [(part.filename, part.date_time, archive.read(part)) for part in archive.infolist()]


def test_committed_sample_is_what_the_script_writes(remade):
    """Nobody edits inputs/innovationsledning-sormland by hand: it is remade."""
    committed, made = files_in(COMMITTED), files_in(remade)

    assert list(committed) == list(made)
    assert [name for name in made if unpacked(committed[name]) != unpacked(made[name])] == []


def test_sample_is_the_same_bytes_every_time(remade, tmp_path):
    """Two runs leave the same bytes: no clock, no chance without a name."""
    assert files_in(write_sample(tmp_path)) == files_in(remade)


def test_sample_stays_small():
    """The whole sample is smaller than 600 kB."""
    assert sum(map(len, files_in(COMMITTED).values())) < LARGEST_SAMPLE_BYTES


def test_sample_agrees_with_the_known_facts():
    """What Vinnova publishes about the project stands in the sample as published."""
    roles = [participant.role for participant in PARTICIPANTS]

    assert PROJECT.registration_number == "2015-06703"
    assert PROJECT.grant_sek == 468_000
    assert (f"{PROJECT.starts_on:%Y-%m}", f"{PROJECT.ends_on:%Y-%m}") == ("2015-11", "2017-02")
    assert (len(roles), roles.count(LEADER), roles.count(MANAGER)) == (30, 19, 11)
    assert [session.number for session in SESSIONS if session.invited_groups] == [1, 10]
    assert len(SESSIONS) == 10
    assert len({project.owner_key for project in HOME_PROJECTS}) == 19


def test_budget_is_the_grant():
    """The cost categories add up to what the funder granted."""
    assert sum(line.budget_sek for line in BUDGET) == PROJECT.grant_sek


def test_every_address_belongs_to_nobody():
    """Addresses end in .example, which is reserved and reaches no one."""
    assert all(participant.email.endswith(".example") for participant in PARTICIPANTS)
    assert len({participant.email for participant in PARTICIPANTS}) == len(PARTICIPANTS)


def test_every_approved_quote_was_written_by_a_participant():
    """A quote is approved letter by letter, as it stands in one cell of the exports."""
    cells = [cell for export in make_exports() for row in export.rows for cell in row]

    assert [cells.count(quote) for quote in APPROVED_QUOTES] == [1] * len(APPROVED_QUOTES)


@pytest.fixture(scope="module")
def findings():
    """Everything that is found out about the committed sample."""
    request = Request(NAME, inputs=COMMITTED.parent, outputs=COMMITTED.parent / "nowhere")
    return make_findings(request)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code} {fault.file}")
def test_every_fault_is_found_at_its_cell(findings, fault):
    """Each planted fault comes back as its problem, where a person would point at it."""
    found = {
        (problem.code, problem.place.row)
        for problem in (*findings.open_problems, *findings.acknowledged)
        if problem.place.file.startswith(fault.file)
    }

    assert (fault.code, row_of(fault.cell)) in found


def test_nothing_else_is_found(findings):
    """Beside the planted faults: the hint of the right address, a real deviation, an old csv."""
    planted = {fault.code for fault in FAULTS}
    others = [problem.code for problem in findings.open_problems if problem.code not in planted]

    assert others == ["budget-deviation", "respondent-misspelt", "encoding-assumed"]


def test_sample_may_be_submitted(findings):
    """No problem blocks the sample but the one that the coordinator acknowledged."""
    blocking = [
        describe(problem, Language.EN)
        for problem in findings.open_problems
        if severity_of(problem) is Severity.BLOCKS_SUBMISSION
    ]

    assert blocking == []
    assert [problem.code for problem in findings.acknowledged] == ["column-unknown"]


def test_one_goal_is_reached_only_partly(findings):
    """The sample is an honest report: users are not involved in every change project."""
    missed = {
        outcome.goal.goal_id: outcome.verdict
        for outcome in findings.goal_outcomes
        if outcome.verdict is not Verdict.REACHED
    }

    assert missed == {"M6": Verdict.PARTLY_REACHED}


def test_summary_keeps_within_the_funders_limit(findings):
    """No section of the summary is longer than the portal form was seen to take."""
    assert "text-too-long" not in {problem.code for problem in findings.open_problems}


def test_every_section_has_its_text():
    """The sample has prose for each section that the report knows, in both languages."""
    written = {path.name for path in (COMMITTED / "texts").iterdir()}

    assert written == {f"{section}.{language}.md" for section in Section for language in Language}
