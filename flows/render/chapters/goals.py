"""Goals: what was promised, what came of it, and the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.aggregate.goals import GoalOutcome, Hindrance, Verdict
from flows.aggregate.indicators import Unit
from flows.programme.goals import Comparison
from flows.programme.indicator_names import Measure
from flows.programme.items import KirkpatrickLevel
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.alternatives.outcomes import Aim, describe_aims
from flows.render.chapters.session_results import SessionResults, show_session_results
from flows.render.charts.bars import BarRow, draw_bars
from flows.render.column_widths import BREAKS_OF_WHOLE
from flows.render.exhibits import Chart, Column, Row, Table, headline, make_chart, make_table
from flows.render.figure_names import name_figure
from flows.render.figures import Figure
from flows.render.headings import Heading
from flows.render.levels import name_level
from flows.render.material import Material
from flows.render.pictures import split_evenly

MOST_BARS = 16
VERDICTS = {
    Verdict.REACHED: _("Reached"),
    Verdict.PARTLY_REACHED: _("Partly reached"),
    Verdict.NOT_REACHED: _("Not reached"),
}
HINDRANCES = {
    Hindrance.NO_INDICATOR: _("Cannot be judged: no figure measures it"),
    Hindrance.NO_TARGET: _("Cannot be judged: it has no target"),
    Hindrance.NO_VALUE: _("Cannot be judged: no data"),
    Hindrance.SUPPRESSED: _("Cannot be judged: about too few people to be shown"),
}
RULES = {
    Comparison.AT_LEAST: _("at least {target}"),
    Comparison.AT_MOST: _("at most {target}"),
    Comparison.EXACTLY: _("exactly {target}"),
    Comparison.BETWEEN: _("{target} to {upper}"),
}
EXPLAINED = _(
    "A goal is reached when its outcome, before rounding, keeps the target; the target itself is "
    "enough. The rules are set in the programme workbook."
)
EXPLAINED_WITH_PARTLY = _(
    "A goal is reached when its outcome, before rounding, keeps the target, and partly reached "
    "when it misses the target but keeps the bound for that; the target and the bound themselves "
    "are enough. The rules are set in the programme workbook."
)
PARTLY_BELOW, PARTLY_ABOVE = _("{rule}; partly from {bound}"), _("{rule}; partly up to {bound}")


@dataclass(frozen=True, slots=True)
class Goals:
    """The chapter on goals; the table is None where the workbook has no goals.

    What was promised and came of it is the last of Kirkpatrick's levels; `level` names it, and
    `sessions` is what the evaluations say of it.
    """

    heading: Heading
    prose: str
    level: str
    chart: Chart | None
    table: Table | None
    sessions: SessionResults | None


def make_goals(material: Material, heading: Heading) -> Goals:
    """Return every goal with its target, its outcome and the verdict."""
    outcomes = material.goal_outcomes
    return Goals(
        heading,
        material.prose(Section.GOALS),
        name_level(KirkpatrickLevel.RESULTS, material.notation),
        chart_goals(material),
        tabulate_goals(material) if outcomes else None,
        show_session_results(material, KirkpatrickLevel.RESULTS),
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
                keep_together(write_rule(material, outcome)),
                write_outcome(material, outcome),
                name_verdict(material, outcome),
            )
        )
        for outcome in material.goal_outcomes
    ]
    title = notation.say(_("Goals, targets and outcomes"))
    return make_table("table-goals", title, columns, rows, notation, notes=(explain(material),))


def explain(material: Material) -> str:
    """Return how the verdicts follow from the rules, in a sentence."""
    is_partly = any(each.goal.partly_target is not None for each in material.goal_outcomes)
    return material.notation.say(EXPLAINED_WITH_PARTLY if is_partly else EXPLAINED)


def name_verdict(material: Material, outcome: GoalOutcome) -> str:
    """Return the verdict in words, and why there is none."""
    if outcome.hindrance:
        return material.notation.say(HINDRANCES[outcome.hindrance])
    return material.notation.say(VERDICTS[outcome.verdict])


def name_indicator(material: Material, outcome: GoalOutcome) -> str:
    """Return the goal's indicator in words."""
    if outcome.goal.indicator is None:
        return material.notation.say(_("no figure measures the goal"))
    return name_figure(outcome.goal.indicator, material.dataset, material.notation)


def write_rule(material: Material, outcome: GoalOutcome) -> Figure:
    """Return the rule for the verdict in words, its numbers in the unit of the indicator."""
    goal, reached = outcome.goal, write_reached(material, outcome)
    if goal.target is None or goal.partly_target is None:
        return reached
    bound = write_target(material, outcome, Measure.PARTLY_TARGET, goal.partly_target)
    partly = PARTLY_BELOW if goal.partly_target < goal.target else PARTLY_ABOVE
    return material.notation.compose(partly, rule=reached, bound=bound)


def keep_together(rule: Figure) -> Figure:
    """Return a rule that breaks between its two bounds and nowhere else."""
    parts = rule.words.split(BREAKS_OF_WHOLE)
    together = (part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)
    return Figure(BREAKS_OF_WHOLE.join(together), rule.evidence)


def write_reached(material: Material, outcome: GoalOutcome) -> Figure:
    """Return which outcomes reach the goal, "" where it has no target."""
    goal = outcome.goal
    if goal.target is None:
        return Figure("")
    target = write_target(material, outcome, Measure.TARGET, goal.target)
    upper = write_target(material, outcome, Measure.UPPER_TARGET, goal.upper_target)
    return material.notation.compose(RULES[goal.comparison], target=target, upper=upper)


def write_target(
    material: Material, outcome: GoalOutcome, measure: Measure, target: float | None
) -> Figure:
    """Return one number of the goal's rule in the unit of its indicator, "" where it has none."""
    words = "" if target is None else write_value(material, outcome, target)
    return material.figure(words, measure, outcome.goal.goal_id)


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
                target=write_reached(material, outcome),
            ),
            goal=1 / longest,
            is_muted=outcome.verdict is not Verdict.REACHED,
        )
        for outcome in material.goal_outcomes
        if outcome.goal.goal_id in ratios
        and outcome.indicator
        and outcome.indicator.value is not None
    ]
    alternative = describe_aims(
        [
            Aim(
                notation.choose(outcome.goal.statement),
                write_outcome(material, outcome),
                write_rule(material, outcome),
                name_verdict(material, outcome).lower(),
                ratios.get(outcome.goal.goal_id),
                is_reached=outcome.verdict is Verdict.REACHED,
            )
            for outcome in material.goal_outcomes
        ],
        notation,
    )
    reached, count = material.words(Measure.GOALS_REACHED), material.words(Measure.GOALS)
    return make_chart(
        "chart-goals",
        headline(
            notation.say(_("Outcomes against targets")),
            notation.say(
                _("{reached} of {count} fully reached"),
                reached=str(reached),
                count=str(count),
            ),
        ),
        notation.say(_("The line is the target; a pale bar is a goal that was not fully reached.")),
        [draw_bars(part, alternative) for part in split_evenly(rows, MOST_BARS)],
        notation,
        figures=[
            reached,
            count,
            *(
                figure
                for outcome in material.goal_outcomes
                if outcome.goal.goal_id in ratios
                for figure in (write_rule(material, outcome), write_outcome(material, outcome))
            ),
        ],
    )


def measured_ratios(outcomes: tuple[GoalOutcome, ...]) -> Iterator[tuple[str, float]]:
    """Yield outcome divided by target for every goal that has both, and a single target."""
    for outcome in outcomes:
        value = outcome.indicator.value if outcome.indicator else None
        is_range = outcome.goal.comparison is Comparison.BETWEEN
        if value is not None and outcome.goal.target and not is_range:
            yield outcome.goal.goal_id, max(0.0, value / outcome.goal.target)
