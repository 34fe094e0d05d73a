"""Goals: what was promised, the indicator that tells what came of it, and the rule for it."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from flows.programme.indicator_names import IndicatorName
from flows.programme.languages import Bilingual
from flows.programme.places import NOWHERE, Place


class Comparison(StrEnum):
    """How an outcome is held against its target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"
    BETWEEN = "between"  # the target and the upper target, both included


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal, the indicator that tells what came of it, and the rule for the verdict.

    `target`, `upper_target` and `partly_target` have the indicator's unit: a fraction for
    rates and shares. `upper_target` is there for BETWEEN only. `partly_target` is the outcome
    farthest from the target that still counts as partly reached, None where nothing does.
    `indicator` is None for a goal that no figure measures; the report then says so. The places
    are the cells of its name and of the targets.
    """

    goal_id: str
    statement: Bilingual
    indicator: IndicatorName | None
    comparison: Comparison
    target: float | None
    upper_target: float | None = None
    partly_target: float | None = None
    period: str = ""
    place: Place = NOWHERE
    indicator_place: Place = NOWHERE
    target_place: Place = NOWHERE
    upper_target_place: Place = NOWHERE
    partly_target_place: Place = NOWHERE


def outcomes_reaching(
    comparison: Comparison, target: float, upper_target: float | None
) -> tuple[float, float]:
    """Return the lowest and the highest outcome that reach a goal; both do so themselves."""
    match comparison:
        case Comparison.AT_LEAST:
            return target, inf
        case Comparison.AT_MOST:
            return -inf, target
        case Comparison.EXACTLY:
            return target, target
        case Comparison.BETWEEN:
            return target, target if upper_target is None else upper_target
