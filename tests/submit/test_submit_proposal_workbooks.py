"""Proposals reach the coordinator as workbooks to fill in, and come back as decisions."""

import pytest
from openpyxl import load_workbook

from flows.chain.proposals import put_proposals
from flows.programme.decision_files import read_decisions
from flows.programme.decisions import Decisions, MatchDecision, WordingDecision
from flows.programme.folder import ProgrammeFolder
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.xlsx_reader import read_xlsx
from flows.validate.proposals import Likeness, MatchProposal, Proposals, WordingProposal
from tests.programme.test_programme_round_trip import without_places

PROPOSALS = Proposals(
    (
        WordingProposal(
            "Tiden räckte inte",
            "tid",
            "Tiden räckte",
            83,
            Likeness.WORDING,
            ("inte",),
            (Place("sessions/06/a.xlsx", "Sheet1", 1, 10), Place("sessions/07/b.csv", "", 1, 7)),
        ),
    ),
    (
        MatchProposal("=Ada Breg", "007", "Ada Berg", 1, (Place("exports/n.xlsx", "N", 4, 1),)),
        MatchProposal("abcdeg", "abcdef", "", 1, (Place("exports/e.xlsx", "E", 9, 6),)),
    ),
)


def folder_at(root, *decisions):
    """Return the programme folder at `root` with the files `decisions`."""
    return ProgrammeFolder("kurs", root, "", (), (), decisions)


def answer(path, *answers):
    """Fill in the answers below each other, as a person does."""
    workbook = load_workbook(path)
    for row, text in enumerate(answers, 5):
        workbook.active.cell(row, 3, text)
    workbook.save(path)


def read_back(*paths):
    """Return the decisions in the workbooks at `paths`."""
    sheets = (sheet for path in paths for sheet in read_xlsx(path, f"decisions/{path.name}"))
    decisions, problems = read_decisions(tuple(sheets))
    assert problems == ()
    return without_places(decisions)


@pytest.mark.parametrize(
    ("language", "yes", "no"), [(Language.SV, "ja", "nej"), (Language.EN, "yes", "no")]
)
def test_proposals_come_back_with_the_answers(tmp_path, language, yes, no):
    """Yes, no and nothing are read as such, letter by letter of what is decided."""
    wording, people = put_proposals(PROPOSALS, folder_at(tmp_path), language)
    answer(wording, yes)
    answer(people, no, None)

    assert read_back(wording, people) == Decisions(
        wordings=(WordingDecision("Tiden räckte inte", "tid", is_same=True),),
        matches=(
            MatchDecision("=Ada Breg", "007", is_same=False),
            MatchDecision("abcdeg", "abcdef", is_same=None),
        ),
    )


def test_a_proposal_shows_both_wordings_and_what_speaks_for_it(tmp_path):
    """Header, question, similarity, the words that differ and every place stand in one row."""
    wording, _ = put_proposals(PROPOSALS, folder_at(tmp_path), Language.SV)
    sheet = load_workbook(wording).active
    lists = [one.formula1 for one in sheet.data_validations.dataValidation]

    assert [cell.value for cell in sheet[5]] == [
        "Tiden räckte inte",
        "Tiden räckte",
        None,
        "tid",
        0.83,
        "inte",
        "Formuleringarna liknar varandra.",
        "sessions/06/a.xlsx › Sheet1 › J1\nsessions/07/b.csv › G1",
    ]
    assert sheet["E5"].number_format == "0 %"
    assert lists == ['"ja,nej"']


def test_what_is_there_is_never_overwritten(tmp_path):
    """Later proposals come in the next file beside the decisions there are."""
    taken = ("decisions/wording.xlsx", "decisions/wording-2.xlsx", "decisions/quotes.xlsx")
    written = put_proposals(PROPOSALS, folder_at(tmp_path, *taken), Language.SV)

    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "decisions/wording-3.xlsx",
        "decisions/people.xlsx",
    ]


def test_nothing_to_decide_writes_nothing(tmp_path):
    """Without proposals there is no workbook."""
    assert put_proposals(Proposals(), folder_at(tmp_path), Language.SV) == ()


def test_the_workbooks_are_the_same_bytes_every_time(tmp_path):
    """No clock has a part in them."""
    first = put_proposals(PROPOSALS, folder_at(tmp_path / "a"), Language.SV)
    again = put_proposals(PROPOSALS, folder_at(tmp_path / "b"), Language.SV)

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
