"""The ledger: budget and outcome of each cost category at each party, from both sources."""

from dataclasses import dataclass
from math import fsum

from flows.programme.places import Place
from flows.programme.programme import BudgetLine, ExportKind
from flows.validate.dataset import Cost, Dataset


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One cost category at one party: its rows in the workbook and its booked costs.

    `is_booked` tells whether the programme has cost exports; then no cost means zero kronor.
    """

    category: str
    party: str
    budget_lines: tuple[BudgetLine, ...]
    costs: tuple[Cost, ...]
    is_booked: bool

    @property
    def budget_sek(self) -> int:
        """The budget in kronor, 0 where costs were booked without one."""
        return sum(line.budget_sek for line in self.budget_lines)

    @property
    def booked_sek(self) -> float | None:
        """The costs in the cost exports in kronor, or None where they have none."""
        return fsum(cost.amount_sek for cost in self.costs) if self.costs else None

    @property
    def stated_sek(self) -> int | None:
        """The outcome in the programme workbook in kronor, or None where it has none."""
        stated = [line.outcome_sek for line in self.budget_lines if line.outcome_sek is not None]
        return sum(stated) if stated else None

    @property
    def outcome_sek(self) -> float | None:
        """The outcome in kronor: what was booked, else what is stated; None when unknown."""
        if self.booked_sek is not None:
            return self.booked_sek
        if self.stated_sek is not None:
            return self.stated_sek
        return 0 if self.is_booked else None

    @property
    def place(self) -> Place:
        """The cell of the outcome in the workbook, else the first cost."""
        return self.budget_lines[0].outcome_place if self.budget_lines else self.costs[0].place

    @property
    def outcome_places(self) -> tuple[Place, ...]:
        """Where the outcome stands."""
        if self.costs:
            return tuple(cost.place for cost in self.costs)
        return tuple(line.outcome_place for line in self.budget_lines)


def read_ledger(dataset: Dataset) -> tuple[LedgerLine, ...]:
    """Return one line for each category and party, in the order of the workbook.

    Costs of a category or a party that the budget does not have come last.
    """
    budget_lines, costs = dataset.programme.budget, dataset.costs
    is_booked = any(account.kind is ExportKind.COSTS for account in dataset.accounts)
    budgeted = [(line.category, line.party) for line in budget_lines]
    booked = sorted({(cost.category, cost.party) for cost in costs})
    return tuple(
        LedgerLine(
            category,
            party,
            tuple(
                line for line in budget_lines if (line.category, line.party) == (category, party)
            ),
            tuple(cost for cost in costs if (cost.category, cost.party) == (category, party)),
            is_booked,
        )
        for category, party in dict.fromkeys(budgeted + booked)
    )


def total_outcome_sek(lines: tuple[LedgerLine, ...]) -> float | None:
    """Return the known outcomes of `lines` together in kronor, or None where none is known."""
    known = [line.outcome_sek for line in lines if line.outcome_sek is not None]
    return fsum(known) if known else None
