"""Problems stand in the order in which a person should mend them."""

from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import problem
from flows.render.problem_groups import group_problems

WORKBOOK = Place("programme.xlsx", "Deltagare")
TEXT = Place("texts/mal.sv.md", line=1)


def test_the_gravest_causes_stand_first():
    """What blocks the submission comes before what is merely to know."""
    note = problem("workbook-sheet-unknown", WORKBOOK, nearest="Mål")
    blocking = problem("placeholder-unclosed", TEXT)

    groups = group_problems([note, blocking], Language.SV)

    assert [group.code for group in groups] == ["placeholder-unclosed", "workbook-sheet-unknown"]


def test_the_programme_workbook_stands_before_what_follows_from_it():
    """A sheet that is missing there is why a text finds no figure."""
    consequence = problem("placeholder-unclosed", TEXT)
    root = problem("workbook-sheet-missing", Place("programme.xlsx"), sheet="Deltagare")

    groups = group_problems([consequence, root], Language.SV)

    assert [group.code for group in groups] == ["workbook-sheet-missing", "placeholder-unclosed"]


def test_what_is_counted_is_named_as_what_it_is():
    """Several rows are rows, and several cells are cells."""
    item = "item-never-asked"
    rows = [problem(item, Place("programme.xlsx", "Frågor", row=row), item="a") for row in (5, 6)]

    (group,) = group_problems(rows, Language.EN)

    assert group.advice[0].discoveries[0].spots == group.spots == "2 rows"


def test_one_cause_is_one_group_however_many_cells_it_has():
    """The places are gathered below the cause, and counted."""
    lines = [problem("placeholder-unclosed", Place(TEXT.file, line=line)) for line in (9, 10, 2)]

    (group,) = group_problems(lines, Language.SV)

    assert group.count == 3
    assert [each.cells for each in group.advice[0].discoveries] == ["rad 2, rad 9, rad 10"]
