"""Which approved texts were really written by somebody."""

from flows.programme.decisions import ApprovedQuote
from flows.programme.places import Place
from flows.validate.dataset import ChangeProject
from flows.validate.quotes import find_quotes

PROJECT = ChangeProject(
    "1", "A", "kommun", "Trygg  hemgång", "Test", (), True, "En checklista provas.", Place("p.xlsx")
)


def test_title_and_description_of_a_project_can_be_approved():
    """The owner's own words about a change project are quoted like a comment, or not at all."""
    approved = tuple(
        map(ApprovedQuote, ("Trygg hemgång", "En checklista provas.", "En annan checklista."))
    )

    found, problems = find_quotes(approved, (), (PROJECT,))

    assert found == approved[:2]
    assert [problem.code for problem in problems] == ["quote-not-found"]
