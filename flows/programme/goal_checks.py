"""What must agree within a row of the Goals sheet: a goal's indicator and the rule for its verdict.

Each contradiction is reported at the cell that has to give way.
"""

from collections.abc import Iterable, Mapping

from flows.programme.goals import Comparison, outcomes_reaching
from flows.programme.indicator_names import UnknownIndicatorNameError, parse_indicator_name
from flows.programme.outcome_ranges import FRACTIONS, can_be, values_by_item
from flows.programme.workbook_rows import WorkbookRow

TARGETS = ("target", "upper_target", "partly_target")


Rows = tuple[WorkbookRow, ...]


def check_goals(goals: Rows, items: Rows, scales: Rows) -> None:
    """Report what is missing in, or contradicts, the rule of each goal."""
    values = values_by_item(items, scales)
    for row in goals:
        if row.text("goal_id"):
            check_fractions(row)
            check_possible(row, values)
            check_completeness(row)
            check_range(row)
            check_partly(row)


def check_fractions(row: WorkbookRow) -> None:
    """Report a target above 100 % of a figure that is a share: 80 where 80 % was meant."""
    if row.text("indicator").partition(" ")[0] not in FRACTIONS:
        return
    for field in TARGETS:
        target = row.number(field)
        if target is not None and not 0 <= target <= 1:
            row.report("workbook-not-a-share", field, found=f"{target:g}")


def check_possible(row: WorkbookRow, values: Mapping[str, Iterable[float]]) -> None:
    """Report a target that the goal's figure can never be; of shares that is told otherwise."""
    try:
        name = parse_indicator_name(row.text("indicator"))
    except UnknownIndicatorNameError:
        return  # told at its own cell
    for field in TARGETS if name.measure not in FRACTIONS else ():
        target = row.number(field)
        if target is not None and not can_be(name, target, values.get(name.item, ())):
            row.report(
                "workbook-target-impossible", field, found=f"{target:g}", indicator=str(name)
            )


def check_completeness(row: WorkbookRow) -> None:
    """Report a goal that no figure measures, and one whose figure is held against nothing."""
    if not row.text("indicator"):
        row.report("workbook-indicator-missing", "indicator")
    if row.text("indicator") and not row.text("target"):
        row.report("workbook-target-missing", "target")


def check_range(row: WorkbookRow) -> None:
    """Report an upper target that is missing, that nothing asks for, or that is not above."""
    is_range = comparison_of(row) is Comparison.BETWEEN
    target, upper = row.number("target"), row.number("upper_target")
    if is_range and not row.text("upper_target"):
        row.report("workbook-upper-target-missing", "upper_target")
    elif upper is not None and not is_range:
        row.report("workbook-upper-target-unused", "upper_target", found=f"{upper:g}")
    elif target is not None and upper is not None and upper <= target:
        row.report(
            "workbook-upper-target-low", "upper_target", found=f"{upper:g}", target=f"{target:g}"
        )


def check_partly(row: WorkbookRow) -> None:
    """Report a bound of what counts as partly reached that reaches the goal."""
    bound, target = row.number("partly_target"), row.number("target")
    if bound is None or target is None:
        return
    lowest, highest = outcomes_reaching(comparison_of(row), target, row.number("upper_target"))
    if lowest <= bound <= highest:
        row.report("workbook-partly-target-reaches", "partly_target", found=f"{bound:g}")


def comparison_of(row: WorkbookRow) -> Comparison:
    """Return how the outcome is held against the target."""
    return row.member("comparison", Comparison) or Comparison.AT_LEAST
