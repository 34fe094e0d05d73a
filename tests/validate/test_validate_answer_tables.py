"""Answers are kept by column and told in order of place."""

from flows.programme.items import Instrument
from flows.programme.places import Place
from flows.programme.scales import MissingKind
from flows.validate.answer_tables import AnswerColumn, AnswerTable
from flows.validate.answers import CellAnswer
from flows.validate.dataset import Respondent, UsedResponse
from flows.validate.used_responses import Tabulated

FOUR = CellAnswer(value=4, codes=("4",))
LEFT_OUT = CellAnswer(missing=MissingKind.NOT_ANSWERED)
BOTH = CellAnswer(codes=("lek", "test"))


def used(file, row):
    """Return a response in `row` of `file`, after the first session."""
    place = Place(file, "Svar", row, 1)
    return UsedResponse(Instrument.EVALUATION, Respondent(f"{file} {row}"), 1, None, place)


ANSWERS = Tabulated(
    (
        AnswerTable(
            (used("a.xlsx", 2), used("a.xlsx", 5)),
            (
                AnswerColumn("tid", (3,), (FOUR, LEFT_OUT)),
                AnswerColumn("metod", (4, 5), (LEFT_OUT, BOTH)),
            ),
        ),
        AnswerTable((used("b.xlsx", 2),), (AnswerColumn("tid", (7,), (FOUR,)),)),
    )
)


def test_answers_are_told_by_place_with_every_cell_that_they_stand_in():
    """File by file, row by row, column by column, whatever column they are kept in."""
    told = [
        (answer.place.file, [place.cell for place in answer.places], answer.codes, answer.missing)
        for answer in ANSWERS
    ]

    assert told == [
        ("a.xlsx", ["C2"], ("4",), None),
        ("a.xlsx", ["D2", "E2"], (), MissingKind.NOT_ANSWERED),
        ("a.xlsx", ["C5"], (), MissingKind.NOT_ANSWERED),
        ("a.xlsx", ["D5", "E5"], ("lek", "test"), None),
        ("b.xlsx", ["G2"], ("4",), None),
    ]


def test_answers_can_be_counted_and_gone_through_again():
    """They are made when they are asked for, and are the same each time."""
    assert len(ANSWERS) == len(list(ANSWERS)) == 5
    assert list(ANSWERS) == list(ANSWERS)
    assert all(answer in ANSWERS for answer in ANSWERS)
    assert "tid" not in ANSWERS
