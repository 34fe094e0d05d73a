"""Which approved texts were really written by somebody."""

import pytest

from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import ApprovedQuote
from flows.programme.places import Place
from flows.programme.programme import Participant
from flows.validate.dataset import ChangeProject, Comment, Respondent
from flows.validate.quote_screen import points_at_somebody
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


ADA = Participant("A", "Ada Bo Lind", "ada@ort.example", "chef", "Hemtjänsten Norr", "kommun")


@pytest.mark.parametrize(
    ("words", "is_flagged"),
    [
        ("Tack Ada!", True),
        ("LINDS grupp var bra", True),
        ("Vi på hemtjänsten norr har börjat", True),
        ("Skriv till någon@annan.example", True),
        ("Ring 070-123 45 67", True),
        ("Mitt nummer 19850101-1234 står fel", True),
        ("850161-1234", True),
        ("850101TF12", True),
        ("Vi bo nära varandra", False),  # a short part of a name is a word as well
        ("Lindring för 12 av 30, år 2016", False),
        ("Bo tog upp det", True),  # but for its capital letter
        ("Skriv till nagon (at) ort.example", True),
        ("nagon[at]ort punkt example", True),
        ("Följ @nagon", True),
        ("Läs på www.ort.example", True),
        ("Ring 070.123.45.67", True),
        ("Ring 070\N{NON-BREAKING HYPHEN}123 45 67", True),
        ("Mobil: 12 34 56", True),
        ("Jag på anknytning 4567", True),
        ("850101+1234", True),
        ("850101 \N{EN DASH} 1234", True),
        ("1985-01-01-1234", True),
        ("Ett\N{SOFT HYPHEN} pass på Hem\N{SOFT HYPHEN}tjänsten", True),
        ("Norrs lokaler", True),
        ("Vi på HN", True),
        ("Det var den 3 mars 2016, klockan 13.00", False),
        ("Att jobba i kommunen", False),
    ],
)
def test_what_may_point_at_somebody_is_flagged(words, is_flagged):
    """Names and workplaces of the register, addresses, phones and personal numbers."""
    assert points_at_somebody(words, (ADA,)) is is_flagged


@pytest.mark.parametrize(
    ("name", "organisation", "words", "is_flagged"),
    [
        ("Lind, Anna-Karin", "", "Lind sa det", True),
        ("Lind, Anna-Karin", "", "Tack Anna Karin", True),
        ("Lind, Anna-Karin", "", "Annakarins idé", True),
        ("Lind, Anna-Karin", "", "Karin sa det", True),
        ("Lind, Anna-Karin", "", "Annanstans", False),
        ("Zoë André", "", "Zoe och ANDRE", True),
        ("Pär Öst", "", "ett par till i öster", False),
        ("Ida Ek", "", "Eks metod", True),
        ("Ida Ek", "", "en metod av ek", False),
        ("", "Nyköpings kommun", "Vi i Nyköping", True),
        ("", "Nyköpings kommun", "Vi i kommunen", False),
        ("", "FoU i Sörmland", "Vi på FoU", True),
        ("", "Södermanlands läns landsting", "Hos oss på SLL", True),
        ("", "Södermanlands läns landsting", "Hos oss i landstinget", False),
        ("", "Socialförvaltningen", "Vi på socialförvaltningen", True),
    ],
)
def test_names_are_known_however_they_are_written(name, organisation, words, is_flagged):
    """In the genitive, without accents or hyphen, in part, as initials; never inside a word."""
    person = Participant("A", name, "", "chef", organisation, "kommun")

    assert points_at_somebody(words, (person,)) is is_flagged


@pytest.mark.parametrize("has_second_word", [False, True])
def test_a_flagged_quote_needs_a_second_word(has_second_word):
    """One person's approval is not enough for words that may point at somebody."""
    project = ChangeProject("1", "A", "kommun", "Adas projekt", "", (), None, "", Place("p.xlsx"))
    quote = ApprovedQuote("Adas projekt", has_second_word=has_second_word)

    found, problems = find_quotes((quote,), (), (project,), (ADA,))

    assert found == ((quote,) if has_second_word else ())
    codes = [problem.code for problem in problems]
    assert codes == ([] if has_second_word else ["quote-names-somebody"])


APPROVED_WHEN = "Jag vågar mer nu. Det gör chefen också."
WHOLE = ApprovedQuote(APPROVED_WHEN)
PASSAGE = ApprovedQuote("Jag vågar mer nu.", comment_id=identify_comment("nu", APPROVED_WHEN))


@pytest.mark.parametrize(
    ("written_now", "whole", "passage"),
    [
        ("Jag vågar mer nu. Det gör chefen också.", None, None),
        ("Jag  vågar mer nu.\nDet gör chefen också.", None, None),
        ("Jag vågar mer nu. Det gör inte chefen.", "quote-not-found", "quote-text-changed"),
        ("Jag vågar inte mer nu.", "quote-not-found", "quote-text-changed"),
        ("Tack. Jag vågar mer nu. Det gör chefen också.", "quote-not-bound", "quote-text-changed"),
    ],
)
def test_an_approval_falls_when_the_answer_is_changed(written_now, whole, passage):
    """Approved is what stood there then, with what stood around it; a problem tells of a change."""
    comment = Comment("nu", Respondent("A"), 1, written_now, Place("a.xlsx", "", 2, 1))

    for quote, code in ((WHOLE, whole), (PASSAGE, passage)):
        found, problems = find_quotes((quote,), (comment,), ())
        assert [problem.code for problem in problems] == ([code] if code else [])
        assert found == (() if code else (quote,))


def test_a_passage_names_the_answer_that_it_is_of():
    """Without the answer's id nobody would notice that "not" was put before the passage."""
    comment = Comment("nu", Respondent("A"), 1, APPROVED_WHEN, Place("a.xlsx", "", 2, 1))
    unbound = ApprovedQuote(PASSAGE.text)

    found, problems = find_quotes((unbound,), (comment,), ())

    assert found == ()
    assert [problem.code for problem in problems] == ["quote-not-bound"]
