"""Costs stand under the budget's words, and change projects belong to participants."""

from dataclasses import replace
from datetime import date

import pytest

from flows.programme.programme import BudgetLine, ExportKind
from tests.validate.export_drawing import PROGRAMME, check, draw_export


def book(drawing):
    """Return the dataset of the drawn ledger, and the problems."""
    return check(draw_export(drawing, kind=ExportKind.COSTS, file="exports/utdrag.xlsx"))


def report(drawing):
    """Return the dataset of the drawn list of change projects, and the problems."""
    return check(draw_export(drawing, kind=ExportKind.CHANGE_PROJECTS, file="exports/projekt.xlsx"))


def test_cost_is_read_under_the_names_of_the_budget():
    """Category and party are those of the budget; amounts may be text with decimal comma."""
    dataset, problems = book(
        "| Datum | Kostnadsslag | Part | Belopp |\n| 2016-04-29 | PERSONAL | fou | '7 480,50 kr |"
    )
    (cost,) = dataset.costs

    assert (cost.category, cost.party, cost.amount_sek) == ("Personal", "FoU", 7480.5)
    assert (cost.paid_on, cost.place.cell, problems) == (date(2016, 4, 29), "D2", ())


def test_only_party_stands_in_for_a_missing_column():
    """A ledger without parties belongs to the budget's party where there is only one."""
    dataset, _ = book("| Kostnadsslag | Belopp |\n| Övrigt | 100 |")

    assert [cost.party for cost in dataset.costs] == ["FoU"]


def test_party_is_needed_where_the_budget_has_several():
    """A cost is nobody's where two parties share the budget and the ledger names none."""
    programme = replace(PROGRAMME, budget=(*PROGRAMME.budget, BudgetLine("Övrigt", "Flen", 1)))
    drawing = "| Kostnadsslag | Belopp |\n| Övrigt | 100 |"
    export = draw_export(drawing, kind=ExportKind.COSTS, file="exports/utdrag.xlsx")

    assert check(export, programme=programme)[1] == ("party-unknown A2",)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Personal | FoU | ingår i V1126", "amount-unreadable C2"),
        ("Personal | FoU | ", "amount-unreadable C2"),
        ("Personal | FoU | #REF!", "amount-unreadable C2"),
        ("Fika | FoU | 100", "category-unknown A2"),
        (" | FoU | 100", "category-unknown A2"),
        ("Personal | Trosa | 100", "party-unknown B2"),
    ],
)
def test_cost_outside_the_budget_or_without_amount_is_excluded(row, code):
    """A cost that has no amount or no place in the budget is not counted, and is told of."""
    dataset, problems = book(f"| Kostnadsslag | Part | Belopp |\n| {row} |")

    assert (dataset.costs, problems) == ((), (code,))


def test_overlapping_extracts_count_a_booking_once():
    """A numbered row that an earlier file has too is the same booking; in one file it may be two.

    Without a number it is noted, and counted.
    """
    numbered = "| ID | Kostnadsslag | Belopp |\n| V1 | Personal | 1 |\n| V1 | Personal | 1 |"
    bare = "| Kostnadsslag | Belopp |\n| Personal | 1 |"
    expected = {
        numbered: ("cost-repeated A3", "row-duplicate A2", "row-duplicate A3"),
        bare: ("cost-repeated A2",),
    }
    for drawing, problems in expected.items():
        early, late = (
            draw_export(drawing, kind=ExportKind.COSTS, file=f"exports/{name}.xlsx")
            for name in ("maj", "juni")
        )
        dataset, found = check(late, early)

        assert (len(dataset.costs), sorted(found)) == (2, sorted(problems))


def test_dates_of_costs():
    """A date typed as text is read with a note, one that is none is told of, both count."""
    dataset, problems = book(
        """
        | Datum      | Kostnadsslag | Belopp |
        | 2016-04-28 | Personal     | 1      |
        | 29.4.2016  | Personal     | 2      |
        | i våras    | Personal     | 4      |
        """
    )

    assert [cost.paid_on for cost in dataset.costs] == [
        date(2016, 4, 28),
        date(2016, 4, 29),
        None,
    ]
    assert problems == ("date-as-text A3", "date-unreadable A4")


def test_column_of_nothing_but_text_dates_is_no_fault():
    """In csv every date is text: that needs no note."""
    dataset, problems = book("| Datum | Kostnadsslag | Belopp |\n| '2016-04-28 | Personal | 1 |")

    assert dataset.costs[0].paid_on == date(2016, 4, 28)
    assert problems == ()


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        ("2015-12-31", ("cost-outside-project C2",)),
        ("2016-01-01", ()),
        ("2016-12-31", ()),
        ("2017-01-01", ("cost-outside-project C2",)),
    ],
)
def test_cost_outside_the_project_waits_for_a_decision(day, problems):
    """The project's first and last day are within it; a cost outside is counted and blocks."""
    dataset, found = book(f"| Datum | Kostnadsslag | Belopp |\n| {day} | Personal | 1 |")

    assert (len(dataset.costs), found) == (1, problems)


def test_change_project_is_linked_to_its_owner():
    """A project has its owner's key and organisation type; methods are split."""
    dataset, problems = report(
        "| Projektnr | Projekt | Namn | Fas | Metoder | Användare |"
        "\n| F1 | Väntrum | Dahl, Bo | Test | Skuggning; Test | Ja, hela vägen |"
    )
    (project,) = dataset.change_projects

    assert (project.owner_key, project.organisation_type) == ("D02", "landsting")
    assert (project.title, project.stage) == ("Väntrum", "Test")
    assert (project.methods, project.users_involved) == (("Skuggning", "Test"), True)
    assert problems == ()


@pytest.mark.parametrize(
    ("cell", "involved", "problems"),
    [
        ("nej", False, ()),
        ("", None, ()),
        ("-", None, ()),
        ("Delvis", None, ("yes-no-unknown C2",)),
    ],
)
def test_users_involved(cell, involved, problems):
    """Yes and no are answers, a blank or a dash is none, anything else is told of."""
    dataset, found = report(f"| Projekt | Namn | Användare |\n| Väntrum | Ada Berg | {cell} |")

    assert dataset.change_projects[0].users_involved is involved
    assert found == problems


def test_projects_of_unknown_owners_are_excluded_and_of_nobody_noted():
    """An owner who is not enrolled costs the row; no owner at all costs the organisation."""
    dataset, problems = report(
        "| Projekt | Namn | Fas |\n| Väntrum | Eva Fors | Idé |\n| Buss | | Idé |\n| | Ada Berg | |"
    )

    assert [project.title for project in dataset.change_projects] == ["Buss"]
    assert problems == ("respondent-unknown B2", "project-without-owner A3", "row-blank A4")


def test_project_reported_again_counts_once():
    """Of two rows with one owner and number the later counts; numbers of others are others."""
    dataset, problems = report(
        """
        | Projektnr | Projekt | Namn     | Fas       |
        | 1         | Väntrum | Ada Berg | Idé       |
        | 1         | Väntrum | Ada Berg | Införande |
        | 1         | Buss    | Bo Dahl  | Idé       |
        """
    )

    assert [project.stage for project in dataset.change_projects] == ["Införande", "Idé"]
    assert problems == ("project-listed-twice A2",)
