"""Goals: what was promised, what came of it, and the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.aggregate.goals import GoalOutcome, Verdict
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.programme import Comparison
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.charts.bars import BarRow, draw_bars
from flows.render.exhibits import Chart, Column, Row, Table, make_chart, make_table
from flows.render.figure_names import name_figure
from flows.render.figures import Figure
from flows.render.headings import Heading
from flows.render.material import Material
from flows.render.pictures import split_evenly

MOST_BARS = 16
VERDICTS = {
    Verdict.REACHED: _("Reached"),
    Verdict.NOT_REACHED: _("Not reached"),
    Verdict.NOT_MEASURABLE: _("Cannot be measured"),
}
TARGETS = {
    Comparison.AT_LEAST: _("at least {target}"),
    Comparison.AT_MOST: _("at most {target}"),
}


@dataclass(frozen=True, slots=True)
class Goals:
    """The chapter on goals; the table is None where the workbook has no goals."""

    heading: Heading
    prose: str
    chart: Chart | None
    table: Table | None


def make_goals(material: Material, heading: Heading) -> Goals:
    """Return every goal with its target, its outcome and the verdict."""
    outcomes = material.goal_outcomes
    return Goals(
        heading,
        material.prose(Section.GOALS),
        chart_goals(material),
        tabulate_goals(material) if outcomes else None,
    )


def tabulate_goals(material: Material) -> Table:
    """Return goal, indicator, target, outcome and verdict."""
    notation = material.notation
    columns = [
        Column(notation.say(_("Goal")), is_number=False),
        Column(notation.say(_("Indicator")), is_number=False),
        Column(notation.say(_("Target"))),
        Column(notation.say(_("Outcome"))),
        Column(notation.say(_("Verdict")), is_number=False),
    ]
    rows = [
        Row(
            (
                notation.choose(outcome.goal.statement),
                name_indicator(material, outcome),
                write_target(material, outcome),
                write_outcome(material, outcome),
                notation.say(VERDICTS[outcome.verdict]),
            )
        )
        for outcome in material.goal_outcomes
    ]
    title = notation.say(_("Goals, targets and outcomes"))
    return make_table("table-goals", title, columns, rows, notation)


def name_indicator(material: Material, outcome: GoalOutcome) -> str:
    """Return the goal's indicator in words."""
    if outcome.goal.indicator is None:
        return material.notation.say(_("no figure measures the goal"))
    return name_figure(outcome.goal.indicator, material.programme, material.notation)


def write_target(material: Material, outcome: GoalOutcome) -> Figure:
    """Return the target in the unit of its indicator, with the comparison."""
    if outcome.goal.target is None:
        return Figure("")
    words = write_value(material, outcome, outcome.goal.target)
    target = material.figure(words, Measure.TARGET, outcome.goal.goal_id)
    return material.notation.compose(TARGETS[outcome.goal.comparison], target=target)


def write_outcome(material: Material, outcome: GoalOutcome) -> Figure:
    """Return the outcome, of how many where it is a count of pairs or projects."""
    indicator = outcome.indicator
    if indicator is None:
        return Figure("")
    name = indicator.name
    written = material.figure(
        material.notation.value(indicator), name.measure, name.item, name.answer, name.group
    )
    is_part = indicator.unit in (Unit.PAIRS, Unit.PROJECTS) and indicator.base
    if indicator.value is None or not is_part or indicator.base == indicator.value:
        return written
    return material.notation.compose(
        _("{count} of {base}"), count=written, base=material.notation.number(indicator.base or 0)
    )


def write_value(material: Material, outcome: GoalOutcome, value: float) -> str:
    """Return `value` in the unit of the goal's indicator."""
    unit = outcome.indicator.unit if outcome.indicator else None
    match unit:
        case Unit.FRACTION:
            return material.notation.percent(value)
        case Unit.SEK:
            return material.notation.amount(value)
        case Unit.POINTS:
            return material.notation.points(value)
        case Unit.PROBABILITY:
            return material.notation.probability(value)
    return material.notation.plain(value)


def chart_goals(material: Material) -> Chart | None:
    """Return each outcome against its target, all targets on one line."""
    notation = material.notation
    ratios = dict(measured_ratios(material.goal_outcomes))
    if not ratios:
        return None
    longest = max(1.0, *ratios.values())
    rows = [
        BarRow(
            notation.choose(outcome.goal.statement),
            min(ratios[outcome.goal.goal_id], longest) / longest,
            notation.say(
                _("{outcome} · {target}"),
                outcome=write_value(material, outcome, outcome.indicator.value),
                target=write_target(material, outcome),
            ),
            goal=1 / longest,
            is_muted=outcome.verdict is Verdict.NOT_REACHED,
        )
        for outcome in material.goal_outcomes
        if outcome.goal.goal_id in ratios
        and outcome.indicator
        and outcome.indicator.value is not None
    ]
    alternative = " ".join(
        notation.say(
            _("{goal} Outcome: {outcome}; target: {target}; {verdict}."),
            goal=notation.choose(outcome.goal.statement),
            outcome=write_outcome(material, outcome),
            target=write_target(material, outcome),
            verdict=notation.say(VERDICTS[outcome.verdict]).lower(),
        )
        for outcome in material.goal_outcomes
    )
    return make_chart(
        "chart-goals",
        notation.say(_("Outcomes against targets")),
        notation.say(_("The line is the target; a pale bar is a goal that was not reached.")),
        [draw_bars(part, alternative) for part in split_evenly(rows, MOST_BARS)],
        notation,
        figures=[
            figure
            for outcome in material.goal_outcomes
            if outcome.goal.goal_id in ratios
            for figure in (write_target(material, outcome), write_outcome(material, outcome))
        ],
    )


def measured_ratios(outcomes: tuple[GoalOutcome, ...]) -> Iterator[tuple[str, float]]:
    """Yield outcome divided by target for every goal that has both."""
    for outcome in outcomes:
        value = outcome.indicator.value if outcome.indicator else None
        if value is not None and outcome.goal.target:
            yield outcome.goal.goal_id, max(0.0, value / outcome.goal.target)
