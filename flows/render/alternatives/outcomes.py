"""What charts of outcomes show: goals against their targets, and costs against the budget."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.programme.translations import _
from flows.render.alternatives.sentences import (
    MOST_NAMED,
    Value,
    join,
    tell_base,
    tell_ends,
    tell_gaps,
    tell_order,
)
from flows.render.figure_names import quote
from flows.render.figures import Figure
from flows.render.notation import Notation


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal with its outcome, target and verdict in words.

    `ratio` is the outcome divided by the target, None where the chart has no bar for it.
    """

    goal: str
    outcome: str | Figure
    target: str | Figure
    verdict: str
    ratio: float | None
    is_reached: bool


def describe_aims(aims: Sequence[Aim], notation: Notation) -> str:
    """Return how many goals are reached, which are not, and how far from their targets."""
    drawn = [aim for aim in aims if aim.ratio is not None]
    missed = [aim for aim in drawn if not aim.is_reached]
    return join(
        (
            notation.say(_("The outcome of each goal is compared with its target.")),
            notation.say(
                _("Of {count} goals with an outcome and a target, {reached} are fully reached."),
                count=len(drawn),
                reached=len(drawn) - len(missed),
            ),
            *(
                notation.say(
                    _("{goal} Outcome: {outcome}; target: {target}; {verdict}."),
                    goal=aim.goal,
                    outcome=aim.outcome,
                    target=aim.target,
                    verdict=aim.verdict,
                )
                for aim in missed[:MOST_NAMED]
            ),
            tell_order(
                notation.say(_("the outcome in relation to the target")),
                [order_aim(aim, notation) for aim in drawn],
                notation,
            ),
            tell_gaps(
                [
                    Value(quote_goal(aim, notation), None, aim.verdict)
                    for aim in aims
                    if aim.ratio is None
                ],
                notation,
            ),
            tell_base(
                notation.say(_("{count} goals of the application"), count=len(aims)), notation
            ),
        )
    )


def quote_goal(aim: Aim, notation: Notation) -> str:
    """Return a goal as it stands within a sentence."""
    return quote(aim.goal.removesuffix("."), notation.language)


def order_aim(aim: Aim, notation: Notation) -> Value:
    """Return a goal with its outcome and target, ordered by the ratio of the two."""
    named = notation.say(
        _("{goal} ({outcome}; target: {target})"),
        goal=quote_goal(aim, notation),
        outcome=aim.outcome,
        target=aim.target,
    )
    return Value(named, aim.ratio, notation.percent(aim.ratio or 0))


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost category with its budget and outcome in kronor; no outcome where it is not known."""

    category: str
    budget_sek: float
    outcome_sek: float | None


def describe_costs(
    costs: Sequence[Cost],
    totals: tuple[str | Figure, str | Figure],
    notation: Notation,
) -> str:
    """Return the outcome of each cost category against its budget. `totals` are both in all."""
    budget, outcome = totals
    unknown = notation.say(_("outcome not known"))
    outcomes = [
        Value(
            cost.category,
            cost.outcome_sek,
            unknown if cost.outcome_sek is None else notation.amount(cost.outcome_sek),
        )
        for cost in costs
    ]
    return join(
        (
            notation.say(_("The outcome of each cost category is compared with its budget.")),
            tell_ends(outcomes, notation),
            tell_order(
                notation.say(_("the outcome in relation to the budget")),
                [order_cost(cost, notation) for cost in costs if cost.budget_sek > 0],
                notation,
            ),
            tell_gaps(outcomes, notation),
            tell_base(
                notation.say(
                    _("a budget of {budget} and an outcome of {outcome} in all"),
                    budget=budget,
                    outcome=outcome,
                ),
                notation,
            ),
        )
    )


def order_cost(cost: Cost, notation: Notation) -> Value:
    """Return a category with its outcome and budget, ordered by the ratio of the two."""
    if cost.outcome_sek is None:
        return Value(cost.category, None, "")
    named = notation.say(
        _("{category} ({outcome} of {budget})"),
        category=cost.category,
        outcome=notation.amount(cost.outcome_sek),
        budget=notation.amount(cost.budget_sek),
    )
    ratio = cost.outcome_sek / cost.budget_sek
    return Value(named, ratio, notation.percent(ratio))
