"""A place is told as its owner sees it in Excel, in the reader's language."""

import pytest

from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problem_catalogue import describe_place
from flows.programme.problems import problem


@pytest.mark.parametrize(
    ("place", "sv", "en"),
    [
        (Place("a.xlsx", "Svar", 17, 6), "a.xlsx › Svar › F17", "a.xlsx › Svar › F17"),
        (Place("a.xlsx", "Svar", 17), "a.xlsx › Svar › rad 17", "a.xlsx › Svar › row 17"),
        (Place("a.xlsx", "Svar", 0, 28), "a.xlsx › Svar › kolumn AB", "a.xlsx › Svar › column AB"),
        (Place("a.xlsx", "Svar"), "a.xlsx › Svar", "a.xlsx › Svar"),
        (Place("texts/mal.sv.md", line=3), "texts/mal.sv.md › rad 3", "texts/mal.sv.md › line 3"),
    ],
)
def test_rows_columns_and_lines_have_words(place, sv, en):
    """A cell has its name; a whole row, a whole column and a text's line are said in words."""
    found = problem("file-empty", place)

    assert (describe_place(found, Language.SV), describe_place(found, Language.EN)) == (sv, en)
