"""Booked costs, each under a category and a party of the budget."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.ingest.exports import ColumnRole, Export
from flows.ingest.responses import Response
from flows.programme.headers import normalise
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import text_of
from flows.programme.typed_values import date_in, number_in
from flows.validate.cells import content_of, first_cell, place_in, value_in
from flows.validate.dataset import Cost
from flows.validate.dates import find_text_dates, is_within_project, outside_project
from flows.validate.defects import Defects


@dataclass(frozen=True, slots=True)
class BudgetWords:
    """The budget's categories and parties by normalised name.

    `only_party` stands in where a ledger has no column of parties and the budget only one.
    """

    categories: Mapping[str, str]
    parties: Mapping[str, str]
    only_party: str


def read_costs(
    exports: tuple[Export, ...], programme: Programme
) -> tuple[tuple[Cost, ...], Defects]:
    """Return the costs in `exports`, in order of place.

    A row without an amount or outside the budget is excluded, and so is a booking that an
    earlier file has. A cost booked outside the project's period counts until somebody
    decides about it.
    """
    words = list_budget_words(programme)
    costs: list[Cost] = []
    excluded: list[Problem] = []
    again, doubtful = find_repeated_bookings(exports)
    for export in exports:
        for response in export.responses:
            cost = again.get(first_cell(export, response)) or read_cost(export, response, words)
            if isinstance(cost, Problem):
                excluded.append(cost)
            else:
                costs.append(cost)
    notes = (
        *doubtful,
        *(note for export in exports for note in check_dates(export)),
        *(
            outside_project("cost-outside-project", cost.place, cost.paid_on, programme.project)
            for cost in costs
            if cost.paid_on and not is_within_project(cost.paid_on, programme.project)
        ),
    )
    return tuple(costs), Defects(rows=tuple(excluded), notes=notes)


def find_repeated_bookings(
    exports: tuple[Export, ...],
) -> tuple[dict[Place, Problem], tuple[Problem, ...]]:
    """Return a problem for each row that an earlier file has too, by its first cell; and notes.

    Two extracts of a ledger may overlap: a row with a voucher number and the same content
    as one in an earlier file is the same booking. Within a file, and without a number, it
    may be a second booking: that is noted, and both count.
    """
    first_by_content: dict[frozenset[tuple[str, str]], Place] = {}
    again: dict[Place, Problem] = {}
    doubtful: list[Problem] = []
    for export in exports:
        for response in export.responses:
            row = first_cell(export, response)
            first = first_by_content.setdefault(content_of(export, response), row)
            has_number = value_in(export, response, ColumnRole.RESPONSE_ID) is not None
            if first is row:
                continue
            if has_number and first.file != row.file:
                again[row] = problem("row-duplicate", row, row=first.row, file=first.file)
            else:
                doubtful.append(problem("cost-repeated", row, row=first.row, file=first.file))
    return again, tuple(doubtful)


def list_budget_words(programme: Programme) -> BudgetWords:
    """Return the categories and parties that the budget and the project name."""
    budgeted = dict.fromkeys(line.party for line in programme.budget)
    parties = dict.fromkeys((*budgeted, *programme.project.parties))
    return BudgetWords(
        categories={normalise(line.category): line.category for line in programme.budget},
        parties={normalise(party): party for party in parties},
        only_party=next(iter(budgeted)) if len(budgeted) == 1 else "",
    )


def read_cost(export: Export, response: Response, words: BudgetWords) -> Cost | Problem:
    """Return the cost in one row, or why there is none."""
    amount_sek = number_in(value_in(export, response, ColumnRole.AMOUNT_SEK))
    if amount_sek is None:
        return problem("amount-unreadable", place_in(export, response, ColumnRole.AMOUNT_SEK))
    category = words.categories.get(key_in(export, response, ColumnRole.CATEGORY))
    if category is None:
        return problem("category-unknown", place_in(export, response, ColumnRole.CATEGORY))
    written_party = key_in(export, response, ColumnRole.PARTY)
    party = words.parties.get(written_party) if written_party else words.only_party
    if not party:
        return problem("party-unknown", place_in(export, response, ColumnRole.PARTY))
    return Cost(
        category=category,
        party=party,
        amount_sek=amount_sek,
        paid_on=date_in(value_in(export, response, ColumnRole.PAID_ON)),
        place=place_in(export, response, ColumnRole.AMOUNT_SEK),
    )


def key_in(export: Export, response: Response, role: ColumnRole) -> str:
    """Return the normalised text of the row in the column of `role`."""
    return normalise(text_of(value_in(export, response, role)))


def check_dates(export: Export) -> tuple[Problem, ...]:
    """Return a problem for each date that is typed as text or cannot be read."""
    column = export.column_with(ColumnRole.PAID_ON)
    if column is None:
        return ()
    unreadable = (
        problem("date-unreadable", place_in(export, response, ColumnRole.PAID_ON))
        for response in export.responses
        if text_of(value := value_in(export, response, ColumnRole.PAID_ON)).strip()
        and date_in(value) is None
    )
    return (*find_text_dates(export, column), *unreadable)
