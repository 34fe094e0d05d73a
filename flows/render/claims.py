"""Claims: sentences of a text that are tied to the figures that bear them out.

`[har fått ökad förmåga]{rose item=leda > fell}` holds where the one figure is larger than the
other, `[når målet]{mål=M2}` where the goal is reached, `[når inte målet]{mål=M6 inte}` where it
is not and `[når målet delvis]{mål=M6 delvis}` where it is partly. On the right of a comparison
may stand a figure, a measure of the same item and group as on the left, or a number.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from flows.aggregate.goals import Verdict
from flows.aggregate.indicators import Indicator, Unit
from flows.programme.indicator_names import (
    IndicatorName,
    Measure,
    UnknownIndicatorNameError,
    parse_indicator_name,
)
from flows.programme.vocabularies import GOAL_MARK
from flows.render.figures import Figure, bundle
from flows.render.placeholders import NoValueError, Replacements, UnknownPlaceholderError

CLAIM = re.compile(r"\[([^\[\]]*[^\[\]\s][^\[\]]*)\]\{(?!\{)([^{}]*)\}")
STRAY_MARK = re.compile(r"(?<!\{)\{(?!\{)|(?<!\})\}(?!\})")
GOAL = re.compile(GOAL_MARK, re.IGNORECASE)
COMPARISON = re.compile(r"(.+?)\s*(>=|<=|>|<|=)\s+(.+)|(.+?)\s+(>=|<=|>|<)\s*(.+)")
NUMBER = re.compile(r"([-−]?\d+(?:\s\d{3})*(?:[.,]\d+)?)\s*(?:(%)|(kr|kronor|sek))?", re.IGNORECASE)

SHARES = frozenset({Unit.FRACTION, Unit.RATIO})
UNLIKE_COUNTS = (
    SHARES,
    frozenset({Unit.POINTS}),
    frozenset({Unit.PROBABILITY}),
    frozenset({Unit.COEFFICIENT}),
    frozenset({Unit.SEK}),
)
"""Units that can be compared with each other only; people, answers and the like are counts."""

HOLDS: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}

TARGETS = (Measure.TARGET, Measure.UPPER_TARGET, Measure.PARTLY_TARGET)
REACHED, PARTLY = frozenset({Verdict.REACHED}), frozenset({Verdict.PARTLY_REACHED})
MISSED = frozenset({Verdict.PARTLY_REACHED, Verdict.NOT_REACHED})
"""The verdicts that bear out each claim about a goal; one partly reached was not reached."""


class UnknownClaimError(ValueError):
    """What stands in the braces is neither a goal nor a comparison of like with like."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """Whether a claim holds, and the figures that say so."""

    holds: bool
    support: Figure


def judge_claim(mark: str, replacements: Replacements) -> JudgedClaim:
    """Return whether what stands in the braces holds.

    Raises UnknownClaimError, UnknownPlaceholderError where a figure does not exist, and
    NoValueError where one has no value that may be told.
    """
    mark = " ".join(mark.split())
    goal = GOAL.fullmatch(mark)
    if goal:
        verdicts = MISSED if goal[2] else PARTLY if goal[3] else REACHED
        return judge_goal_claim(goal[1], verdicts, replacements)
    comparison = COMPARISON.fullmatch(mark)
    if not comparison:
        raise UnknownClaimError(mark)
    left, sign, right = filter(None, comparison.groups())
    first = find_value(left, replacements)
    second = find_right(right, first, replacements)
    value = second.value if isinstance(second, Indicator) else second
    if first.value is None or value is None:
        raise NoValueError(mark)
    operands = [each for each in (first, second) if isinstance(each, Indicator)]
    support = bundle("", [replacements.cite("", operand) for operand in operands])
    return JudgedClaim(HOLDS[sign](first.value, value), support)


def judge_goal_claim(
    goal_id: str, verdicts: frozenset[Verdict], replacements: Replacements
) -> JudgedClaim:
    """Return whether the verdict on the goal is one of `verdicts`."""
    outcome = replacements.goals.get(goal_id)
    if outcome is None:
        raise UnknownClaimError(goal_id)
    if outcome.indicator is None or outcome.verdict is Verdict.NOT_JUDGED:
        raise NoValueError(goal_id)
    targets = (replacements.indicators.find(IndicatorName(each, goal_id)) for each in TARGETS)
    figures = [replacements.cite("", each) for each in (*targets, outcome.indicator) if each]
    return JudgedClaim(outcome.verdict in verdicts, bundle("", figures))


def find_value(name: str, replacements: Replacements) -> Indicator:
    """Return the figure called `name`."""
    indicator = replacements.find(name)
    if indicator.value is None:
        raise NoValueError(name)
    return indicator


def find_right(text: str, left: Indicator, replacements: Replacements) -> Indicator | float:
    """Return what `left` is held against: a number, or a figure of the same item and group.

    Raises UnknownClaimError for a number or a figure of another unit: every share is below 74,
    and what is borne out by 0.75 < 74 is not that it is low.
    """
    number = NUMBER.fullmatch(text)
    if number:
        return read_number(number, left.unit)
    right = find_figure(text, left, replacements)
    if class_of(right.unit) != class_of(left.unit):
        raise UnknownClaimError(text)
    return right


def read_number(number: re.Match[str], unit: Unit) -> float:
    """Return the value of `number`, which a figure in `unit` is held against."""
    value = float(re.sub(r"\s", "", number[1]).replace(",", ".").replace("−", "-"))
    is_share, is_percent, is_money = unit in SHARES, bool(number[2]), bool(number[3])
    is_whole = unit is Unit.FRACTION and not is_percent and not 0 <= value <= 1
    if is_whole or (is_percent and not is_share) or (is_money and unit is not Unit.SEK):
        raise UnknownClaimError(number[0])
    return value / 100 if is_percent else value


def class_of(unit: Unit) -> frozenset[Unit] | None:
    """Return the units that can be compared with `unit`, None for counts."""
    return next((units for units in UNLIKE_COUNTS if unit in units), None)


def find_figure(text: str, left: Indicator, replacements: Replacements) -> Indicator:
    """Return the figure called `text`; a measure alone is of the item and the group of `left`."""
    try:
        name = parse_indicator_name(text)
    except UnknownIndicatorNameError as error:
        raise UnknownPlaceholderError(text) from error
    if name == IndicatorName(name.measure):
        alike = replacements.indicators.find(replace(left.name, measure=name.measure))
        if alike:
            return find_value(str(alike.name), replacements)
    return find_value(text, replacements)
