"""The economy: budget and outcome against the grant, as figures and as problems."""

from collections.abc import Iterator

from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.ledger import LedgerLine, read_ledger, total_outcome_sek
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.protected_tables import Figures
from flows.aggregate.sources import fold_cells
from flows.aggregate.subgroups import distinct
from flows.programme.headers import normalise
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.validate.dataset import Dataset

LARGEST_ROUNDING_SEK = 0.5
"""The workbook holds whole kronor, cost exports hold öre."""

PERSONNEL_CATEGORIES = ("personal", "personnel", "staff", "lön", "salar")
INDIRECT_CATEGORIES = ("indirekt", "indirect", "overhead")
"""How the names of the funder's two categories begin, which its rule on indirect costs needs."""


def count_economy(dataset: Dataset) -> Figures:
    """Return grant, budget and outcome: in all, by category, by party and by both."""
    lines = read_ledger(dataset)
    project = dataset.programme.project
    grant = IndicatorName(Measure.GRANT)
    categories = distinct(line.category for line in lines)
    parties = distinct(line.party for line in lines)
    groups = (
        EVERYBODY,
        *(Group(category=category) for category in categories),
        *(Group(party=party) for party in parties),
        *(
            Group(category=line.category, party=line.party)
            for line in lines
            if line.category and line.party
        ),
    )
    return Figures(
        (
            make_figure(grant, project.grant_sek, None, fold_cells([project.grant_place])),
            *count_funding(dataset.programme, lines),
            *(figure for group in groups for figure in count_group(group, lines)),
        )
    )


def count_funding(programme: Programme, lines: tuple[LedgerLine, ...]) -> Iterator[Indicator]:
    """Yield the co-funding, and what remains of grant and co-funding after the outcome."""
    project, outcome_sek = programme.project, total_outcome_sek(lines)
    places = [project.grant_place, project.co_funding_place]
    co_funding, remains = IndicatorName(Measure.CO_FUNDING), IndicatorName(Measure.REMAINS)
    yield make_figure(
        co_funding, project.co_funding_sek, None, fold_cells([project.co_funding_place])
    )
    if outcome_sek is None:
        yield make_gap(remains, Status.NO_ANSWERS)
    else:
        places += [place for line in lines for place in line.outcome_places]
        remains_sek = project.grant_sek + project.co_funding_sek - outcome_sek
        yield make_figure(remains, remains_sek, None, fold_cells(places))


def count_group(group: Group, lines: tuple[LedgerLine, ...]) -> Iterator[Indicator]:
    """Yield budget, outcome and deviation of `group`; gaps where no outcome is known."""
    lines = tuple(
        line
        for line in lines
        if group.category in ("", line.category) and group.party in ("", line.party)
    )
    budget_places = [row.budget_place for line in lines for row in line.budget_lines]
    outcome_places = [place for line in lines for place in line.outcome_places]
    budget_sek, outcome_sek = sum(line.budget_sek for line in lines), total_outcome_sek(lines)
    budget, outcome, deviation, share = (
        IndicatorName(measure, group=group)
        for measure in (
            *(Measure.BUDGET, Measure.OUTCOME, Measure.DEVIATION, Measure.DEVIATION_SHARE),
        )
    )
    yield make_figure(budget, budget_sek, None, fold_cells(budget_places))
    if outcome_sek is None:
        for name in (outcome, deviation, share):
            yield make_gap(name, Status.NO_ANSWERS)
        return
    both = fold_cells([*budget_places, *outcome_places])
    yield make_figure(outcome, outcome_sek, None, fold_cells(outcome_places))
    yield make_figure(deviation, outcome_sek - budget_sek, None, both)
    if budget_sek:
        yield make_figure(share, (outcome_sek - budget_sek) / budget_sek, None, both)
    else:
        yield make_gap(share, Status.NO_ANSWERS)


def check_economy(dataset: Dataset) -> tuple[Problem, ...]:
    """Return the problems of budget and outcome, sorted by place."""
    programme, lines = dataset.programme, read_ledger(dataset)
    return tuple(
        sorted(
            (
                *check_balance(programme, lines),
                *check_outcomes(lines),
                *check_deviations(programme, lines),
                *check_indirect_costs(programme, lines),
            )
        )
    )


def check_balance(programme: Programme, lines: tuple[LedgerLine, ...]) -> Iterator[Problem]:
    """Yield a problem where the budget differs from the funding, or the outcome exceeds it."""
    funding_sek = programme.project.grant_sek + programme.project.co_funding_sek
    budget_sek = sum(line.budget_sek for line in lines)
    outcome_sek = total_outcome_sek(lines) or 0
    if budget_sek != funding_sek:
        yield problem(
            "budget-unbalanced",
            budget_sheet(programme),
            budget=kronor(budget_sek),
            funding=kronor(funding_sek),
        )
    if outcome_sek - funding_sek > LARGEST_ROUNDING_SEK:
        yield problem(
            "outcome-above-funding",
            budget_sheet(programme),
            outcome=kronor(outcome_sek),
            funding=kronor(funding_sek),
        )


def budget_sheet(programme: Programme) -> Place:
    """Return the sheet of the budget, or the project's place where there is no budget."""
    if not programme.budget:
        return programme.project.place
    return Place(programme.budget[0].place.file, programme.budget[0].place.sheet)


def check_outcomes(lines: tuple[LedgerLine, ...]) -> Iterator[Problem]:
    """Yield a problem for each line without any outcome, and for each with two that differ."""
    for line in lines:
        booked_sek, stated_sek = line.booked_sek, line.stated_sek
        if line.outcome_sek is None:
            yield problem("outcome-missing", line.place, category=line.category)
        if booked_sek is None or stated_sek is None:
            continue
        if abs(booked_sek - stated_sek) > LARGEST_ROUNDING_SEK:
            yield problem(
                "outcome-differs",
                line.place,
                category=line.category,
                stated=kronor(stated_sek),
                booked=kronor(booked_sek),
            )


def check_deviations(programme: Programme, lines: tuple[LedgerLine, ...]) -> Iterator[Problem]:
    """Yield a problem for each category further from its budget than the funder lets be."""
    limit_share = programme.profile.budget_deviation_limit_share
    for category in distinct(line.category for line in lines):
        found = tuple(line for line in lines if line.category == category)
        budget_sek, outcome_sek = sum(line.budget_sek for line in found), total_outcome_sek(found)
        if outcome_sek is not None and is_beyond(outcome_sek - budget_sek, limit_share, budget_sek):
            yield problem(
                "budget-deviation",
                found[0].place,
                category=category,
                budget=kronor(budget_sek),
                outcome=kronor(outcome_sek),
                limit_pct=percent(limit_share),
            )


def check_indirect_costs(programme: Programme, lines: tuple[LedgerLine, ...]) -> Iterator[Problem]:
    """Yield a problem for each party whose indirect costs are too large beside its personnel costs.

    Source: https://www.vinnova.se/en/apply-for-funding/rules-for-our-funding/
    """
    limit_share = programme.profile.indirect_cost_limit_share
    for party in distinct(line.party for line in lines):
        of_party = tuple(line for line in lines if line.party == party)
        personnel = lines_in(of_party, PERSONNEL_CATEGORIES)
        indirect = lines_in(of_party, INDIRECT_CATEGORIES)
        personnel_sek = total_outcome_sek(personnel) or 0
        indirect_sek = total_outcome_sek(indirect) or 0
        if is_beyond(indirect_sek, limit_share, personnel_sek):
            yield problem(
                "indirect-costs-high",
                indirect[0].place,
                party=party,
                indirect=kronor(indirect_sek),
                personnel=kronor(personnel_sek),
                limit_pct=percent(limit_share),
            )


def lines_in(lines: tuple[LedgerLine, ...], beginnings: tuple[str, ...]) -> tuple[LedgerLine, ...]:
    """Return the lines whose category begins with one of `beginnings`."""
    return tuple(line for line in lines if normalise(line.category).startswith(beginnings))


def is_beyond(amount_sek: float, limit_share: float, base_sek: float) -> bool:
    """Tell whether `amount_sek`, whatever its sign, is a larger share of the base than the limit.

    Of an empty base every amount is.
    """
    if base_sek == 0:
        return amount_sek != 0
    return abs(amount_sek) / base_sek > limit_share


def kronor(amount_sek: float) -> str:
    """Return an amount in whole kronor with narrow spaces, as both languages read it."""
    return f"{amount_sek:_.0f}".replace("_", "\N{NARROW NO-BREAK SPACE}")


def percent(share: float) -> str:
    """Return a share in percent, without a sign for it."""
    return f"{100 * share:g}"
